/// By whom an OpenID provider knows somebody: the one name of theirs that never passes to another (OpenID Connect
/// Core 1.0, 5.7).
package struct OpenIDSubject: Hashable, Sendable {
    package let issuer: WebAddress
    /// 1 to 255 printable characters of ASCII.
    package let subject: String

    /// Nil for a subject that cannot be.
    package init?(issuer: WebAddress, subject: String) {
        guard (1...255).contains(subject.utf8.count), subject.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            return nil
        }
        self.issuer = issuer
        self.subject = subject
    }
}
