import CrewRecords
import RotaModel

/// What the tests of accounts begin with.
enum Sample {
    static let now = Instant(seconds: 1_767_600_000)
    static let hash = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"

    static func account(_ id: AccountID = "a1") throws -> Account {
        Account(
            id: id, person: "ada", login: try LoginName("ada@sky.example"),
            passwordHash: try PasswordHash(stored: hash),
            created: now)
    }

    static func later(_ seconds: Int) -> Instant { Instant(seconds: now.seconds + seconds) }
}

/// The code of what is thrown; nil if nothing is.
func refusal<Value>(_ body: () throws -> Value) -> AccountError.Code? {
    do {
        _ = try body()
        return nil
    } catch {
        return (error as? AccountError)?.code
    }
}
