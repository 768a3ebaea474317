/// An Argon2id hash with its salt and parameters, as it is stored: in the PHC string format,
/// `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<digest>`.
package struct PasswordHash: Equatable, Sendable {
    package let parameters: Argon2Parameters
    /// 8 to 64 bytes, 16 in our own.
    let salt: [UInt8]
    /// 16 to 64 bytes, 32 in our own.
    let digest: Secret

    init(parameters: Argon2Parameters, salt: [UInt8], digest: Secret) {
        self.parameters = parameters
        self.salt = salt
        self.digest = digest
    }

    /// Reads the one text that `stored` writes for a hash; of other versions and kinds of Argon2 none is read.
    ///
    /// - Throws: `AccountError`, `hashUnreadable`.
    package init(stored text: String) throws(AccountError) {
        guard text.utf8.count <= 512, let hash = Self.read(text) else {
            throw AccountError(
                .hashUnreadable,
                "A stored password hash is not of the form $argon2id$v=19$m=…,t=…,p=…$salt$digest, or asks for more than"
                    + " this server grants. Maybe the database was changed by hand; a new password mends it.")
        }
        self = hash
    }

    private static func read(_ text: String) -> PasswordHash? {
        let fields = text.utf8.split(separator: UInt8(ascii: "$"), omittingEmptySubsequences: false)
        guard fields.count == 6, fields[0].isEmpty, fields[1].elementsEqual("argon2id".utf8),
            fields[2].elementsEqual("v=19".utf8)
        else { return nil }
        let costs = fields[3].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard costs.count == 3, let memory = number(costs[0], "m="), let passes = number(costs[1], "t="),
            let lanes = number(costs[2], "p=")
        else { return nil }
        let parameters = Argon2Parameters(memory: memory, passes: passes, lanes: lanes)
        guard parameters.isAcceptable, let salt = Base64.standard.bytes(fields[4]), (8...64).contains(salt.count),
            let digest = Base64.standard.bytes(fields[5]), (16...64).contains(digest.count)
        else { return nil }
        return PasswordHash(parameters: parameters, salt: salt, digest: Secret(digest))
    }

    /// A decimal number of at most seven digits, without zeros before it.
    private static func number(_ field: Substring.UTF8View, _ name: String) -> Int? {
        guard field.starts(with: name.utf8) else { return nil }
        let digits = field.dropFirst(name.utf8.count)
        guard (1...7).contains(digits.count), digits.first != UInt8(ascii: "0"),
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// For the store alone.
    package func stored() -> String {
        "$argon2id$v=19$m=\(parameters.memory),t=\(parameters.passes),p=\(parameters.lanes)"
            + "$\(Base64.standard.text(salt))$\(Base64.standard.text(digest.reveal()))"
    }
}

extension PasswordHash: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "(password hash)" }
    package var debugDescription: String { "(password hash)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
