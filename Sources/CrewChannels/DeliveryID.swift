/// What one message to one receiver is known by in its channel: the same whenever it is sent again, so that a receiver
/// can tell that it has it already.
package struct DeliveryID: Hashable, Sendable, CustomStringConvertible {
    package static let longest = 64

    package let text: String

    /// - Throws: `ChannelError`, `deliveryUnusable`, unless there are 1 to 64 letters, digits, hyphens and underscores
    ///   of ASCII: so it stands as it is in a header, in a Message-ID and before the `@` of an address.
    package init(_ text: String) throws(ChannelError) {
        let bytes = text.utf8
        guard (1...Self.longest).contains(bytes.count), bytes.allSatisfy(Self.isAllowed) else {
            throw ChannelError(
                .deliveryUnusable,
                "The id of a delivery has \(bytes.count) bytes, or others than letters, digits, - and _ of ASCII. "
                    + "Give it 1 to \(Self.longest) of these.")
        }
        self.text = text
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    package var description: String { text }
}
