import CrewRecords
import RotaModel
import Testing

@Suite("The password hasher")
struct PasswordHasherTests {
    @Test("does as much for an unknown name as for a known one")
    func decoy() async throws {
        let hasher = PasswordHasher(
            parameters: Argon2Parameters(memory: 8192, passes: 2, lanes: 1), atOnce: 1, mostWaiting: 10)
        var random = SeededGenerator(seed: 1)
        let password = try Password("correct horse battery staple")
        let hash = try await hasher.hash(password, salt: PasswordSalt(using: &random))
        var known = Duration.seconds(60)
        var unknown = Duration.seconds(60)
        // The least of as many rounds as it takes on a busy machine: noise only adds.
        for round in 0..<200 where round < 7 || unknown <= known / 3 || known <= unknown / 3 {
            let wrong = try Password("another password")
            known = min(known, try await time(of: wrong, against: hash, hasher))
            unknown = min(unknown, try await time(of: wrong, against: nil, hasher))
        }
        // The two differ by less than noise; without the decoy the ratio would be one to thousands.
        #expect(unknown > known / 3, "known \(known), unknown \(unknown)")
        #expect(known > unknown / 3, "known \(known), unknown \(unknown)")
    }

    private func time(
        of wrong: Password, against hash: PasswordHash?, _ hasher: PasswordHasher
    ) async throws -> Duration {
        let start = ContinuousClock.now
        #expect(try await hasher.verify(wrong, against: hash) == .wrong)
        return ContinuousClock.now - start
    }

    @Test("takes no password for right where there is no hash, not even an empty one")
    func noHash() async throws {
        let hasher = PasswordHasher(parameters: .quick, atOnce: 1, mostWaiting: 10)
        for typed in ["", "password", "\0"] {
            #expect(try await hasher.verify(Password(typed), against: nil) == .wrong)
        }
    }
}
