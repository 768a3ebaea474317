/// An address of electronic mail, as every server takes it: ASCII, no quotes, no comments (the dot-atoms of RFC 5322,
/// 3.4.1, with a domain of RFC 1123, 2.1).
package struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    /// In bytes (RFC 5321, 4.5.3.1.3, without the angle brackets).
    package static let longest = 254

    /// Before and after the `@`.
    package let local: String
    package let domain: String

    /// - Throws: `ChannelError`, `mailAddressUnusable`; the address is no part of it, being somebody's.
    package init(_ text: String) throws(ChannelError) {
        guard text.utf8.count <= Self.longest else {
            throw Self.unusable("has \(text.utf8.count) bytes; at most \(Self.longest) are taken")
        }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw Self.unusable("must have one @") }
        guard parts[0].utf8.count <= 64, Self.isDotAtom(parts[0], Self.isAtomText) else {
            throw Self.unusable(
                "has something before the @ that not every mail server takes: at most 64 letters, digits and "
                    + "!#$%&'*+-/=?^_`{|}~ of ASCII, with single full stops between")
        }
        guard MailDomain.isDomain(parts[1]) else {
            throw Self.unusable(
                "has something after the @ that is no domain: letters, digits and hyphens of ASCII, with full stops "
                    + "between; other letters are written as xn--…")
        }
        (local, domain) = (String(parts[0]), String(parts[1]))
    }

    package var text: String { "\(local)@\(domain)" }

    package var description: String { text }

    /// atext of RFC 5322, 3.2.3.
    static func isAtomText(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
        }
    }

    static func isDotAtom(_ text: some StringProtocol, _ isPart: (UInt8) -> Bool) -> Bool {
        text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.allSatisfy(isPart) }
    }

    private static func unusable(_ reason: String) -> ChannelError {
        ChannelError(.mailAddressUnusable, "The mail address \(reason). Give one such as name@example.org.")
    }
}

/// The part of an address after the `@`.
enum MailDomain {
    static func isDomain(_ text: some StringProtocol) -> Bool {
        text.utf8.count <= 253
            && text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
                (1...63).contains($0.count) && $0.first != UInt8(ascii: "-") && $0.last != UInt8(ascii: "-")
                    && $0.allSatisfy(isLetterDigitHyphen)
            }
    }

    private static func isLetterDigitHyphen(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

/// An address and whose it is.
package struct Mailbox: Hashable, Sendable {
    package let address: MailAddress
    /// Shown before the address.
    package let name: String?

    package init(_ address: MailAddress, name: String? = nil) {
        self.address = address
        self.name = name.flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// What a message is known by in the mail of the whole world (RFC 5322, 3.6.4).
package struct MessageID: Hashable, Sendable, CustomStringConvertible {
    /// In bytes, with the angle brackets: so that it fits into a line wherever it is repeated.
    package static let longest = 512

    /// With the angle brackets.
    package let text: String

    /// Of a message of ours.
    ///
    /// - Parameter sender: its domain makes the id one in the world.
    package init(_ delivery: DeliveryID, of sender: MailAddress) {
        text = "<\(delivery.text)@\(sender.domain)>"
    }

    /// Reads what others have sent back: `<left@right>`. Nil for anything else, also for one with what may not stand
    /// in a header.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count <= Self.longest, text.first == "<", text.last == ">" else { return nil }
        let parts = text.dropFirst().dropLast().split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ MailAddress.isDotAtom($0) { MailAddress.isAtomText($0) || $0 == 0x5B || $0 == 0x5D } })
        else { return nil }
        self.text = String(text)
    }

    /// Before the `@`: of a message of ours, the id of its delivery.
    package var left: String { String(text.dropFirst().prefix { $0 != "@" }) }

    /// After the `@`.
    package var right: String { String(text.drop { $0 != "@" }.dropFirst().dropLast()) }

    package var description: String { text }
}
