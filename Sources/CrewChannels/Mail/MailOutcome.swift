/// What became of a message that was handed to the mail server. That it was taken does not say that it arrives: what
/// cannot be delivered later comes back as a `BounceReport`.
package enum MailOutcome: Hashable, Sendable {
    /// The server answers for it from now on.
    case taken
    /// The server will not have it for this receiver, however often it is sent.
    case refused(MailRefusal)
    /// To be sent again.
    case later(MailTrouble)
}

/// With what codes the server refused a receiver or a message for good.
package struct MailRefusal: Hashable, Sendable {
    /// 500 to 599 (RFC 5321, 4.2).
    package let code: Int
    /// Tells more, where the server gives it.
    package let status: MailStatus?

    package init(code: Int, status: MailStatus?) {
        self.code = code
        self.status = status
    }
}

/// Why a message has to wait. Fit for a metric's label, and for whoever runs the server to know where to look.
package enum MailTrouble: String, Sendable, CaseIterable {
    /// Too many messages are waiting here.
    case tooBusy
    /// There is no such host.
    case hostUnknown
    /// Nobody listens there, or the connection broke.
    case noConnection
    /// It took longer than `MailServer.patience`.
    case late
    /// The server offers no STARTTLS.
    case encryptionMissing
    /// The server's certificate is not for this host, has run out, or goes back to nobody who is trusted.
    case certificateUntrusted
    /// The file of `MailServer.authorities` cannot be read.
    case authoritiesUnreadable
    /// The two found no way to encrypt.
    case encryptionFailed
    /// The server does not take user and password, or wants some.
    case signInRefused
    /// The server does not take mail from our sender.
    case senderRefused
    /// The server says that it does not work now: codes 400 to 499, or a greeting that is none.
    case serverUnready
    /// Anything else.
    case other
}

/// An enhanced status code (RFC 3463): `5.1.1`.
package struct MailStatus: Hashable, Sendable, CustomStringConvertible {
    /// 2 for success, 4 for what may pass, 5 for what stays.
    package let kind: Int
    /// 1: the address; 2: the mailbox; 3: the mail system; 4: the network; 5: the protocol; 6: the content; 7: a
    /// policy.
    package let subject: Int
    package let detail: Int

    /// Nil for anything but three numbers of at most one, three and three digits.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, zip(parts, [1, 3, 3]).allSatisfy({ (1...$1).contains($0.utf8.count) }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let kind = Int(parts[0]), [2, 4, 5].contains(kind), let subject = Int(parts[1]), let detail = Int(parts[2])
        else { return nil }
        (self.kind, self.subject, self.detail) = (kind, subject, detail)
    }

    /// Whether it is for good that there is no such address, or nobody reads there: not what a mail server thinks of
    /// us, or of the message.
    package var isOfTheAddress: Bool { kind == 5 && (subject == 1 || subject == 2) }

    package var description: String { "\(kind).\(subject).\(detail)" }
}
