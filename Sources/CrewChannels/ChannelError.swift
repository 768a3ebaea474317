/// Why something cannot be sent, or nobody can be written to: found before anything leaves the building.
package struct ChannelError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Fit for a metric's label: no values in it.
    package enum Code: String, Sendable, CaseIterable {
        case addressUnusable, deliveryUnusable
        case keyUnusable, contactUnusable, subscriptionUnusable, payloadTooLong
        case secretUnusable, bodyTooLong
        case mailServerUnusable, mailAddressUnusable, mailHeaderUnusable, mailTooLong
    }

    package let code: Code
    /// Name, reason and way out; never a secret, and of an address that is itself one no more than its origin.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
