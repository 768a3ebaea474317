import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Seals")
struct SealingTests {
    private let place = SealedPlace(House.organisation, "ines", .health, "e1", .entry)

    private func code(_ body: () throws -> Void) -> SealingError.Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? SealingError)?.code
        }
    }

    private func open(_ envelope: SealedEnvelope, with ring: KeyRing) throws -> String {
        let value: Confidential<String> = try ring.open(envelope, at: place, for: House.reading(of: "e1"))
        return value.reveal()
    }

    private func openCode(
        _ envelope: SealedEnvelope, at place: SealedPlace, for reading: LoggedReading, with ring: KeyRing
    ) -> SealingError.Code? {
        code { let _: Confidential<String> = try ring.open(envelope, at: place, for: reading) }
    }

    private func seal(
        _ text: String, with ring: KeyRing, seed: UInt64 = 5
    ) throws -> SealedEnvelope {
        var generator = SeededGenerator(seed: seed)
        return try ring.seal(Confidential(text), at: place, using: &generator)
    }

    @Test("What is sealed comes back, of any length")
    func roundTrip() throws {
        let ring = try House.ring()
        for count in [0, 1, 251, 252, 253, 508, 509, 5000] {
            let text = String(repeating: "a", count: count)
            #expect(try open(try seal(text, with: ring), with: ring) == text)
        }
        #expect(try open(try seal("Ærø, 東京 🏥", with: ring), with: ring) == "Ærø, 東京 🏥")
    }

    @Test("The length of what is kept tells only which power of two the value's is under")
    func padding() throws {
        let ring = try House.ring()
        for (count, size) in [(0, 256), (100, 256), (252, 256), (253, 512), (508, 512), (509, 1024), (40_000, 65_536)] {
            let envelope = try seal(String(repeating: "x", count: count), with: ring)
            #expect(envelope.bytes.count == 1 + 4 + 12 + size + 16, "\(count) bytes")
        }
        let largest = [UInt8](repeating: 1, count: (1 << 24) - 4)
        var generator = SeededGenerator(seed: 1)
        #expect(try ring.seal(Confidential(largest), at: place, using: &generator).bytes.count == (1 << 24) + 33)
        #expect(code { _ = try ring.seal(Confidential(largest + [1]), at: place, using: &generator) } == .tooLong)
    }

    @Test("Of every bit that is changed it is seen")
    func everyBit() throws {
        let ring = try House.ring(keys: 2)
        let envelope = try seal("Diabetes", with: ring)
        let reading = try House.reading(of: "e1")
        for bit in 0..<(envelope.bytes.count * 8) {
            var bytes = envelope.bytes
            bytes[bit / 8] ^= 1 << (bit % 8)
            let code = code {
                let _: Confidential<String> = try ring.open(SealedEnvelope(bytes), at: place, for: reading)
            }
            // The first byte is the version, four of the key's number follow.
            let expected: [SealingError.Code] =
                switch bit / 8 {
                case 0: [.malformedEnvelope]
                case 1...4: [.missingDataKey, .notOpened]
                default: [.notOpened]
                }
            #expect(code.map(expected.contains) == true, "bit \(bit): \(String(describing: code))")
        }
    }

    @Test("A field opens in its own place and in no other")
    func places() throws {
        let ring = try House.ring()
        let envelope = try seal("Diabetes", with: ring)
        let elsewhere = [
            SealedPlace(House.organisation, "ines", .health, "e1", .absenceGround),
            SealedPlace(House.organisation, "ines", .health, "e1", .fitnessReason),
        ]
        for place in elsewhere {
            #expect(try openCode(envelope, at: place, for: House.reading(of: "e1"), with: ring) == .notOpened)
        }
        // With the readings that each would need.
        let moved = SealedPlace(House.organisation, "ines", .health, "e2", .entry)
        let reading = try House.reading(of: "e2")
        #expect(openCode(envelope, at: moved, for: reading, with: ring) == .notOpened)
        let olaf = PersonSubject("olaf", in: ["deck"])
        let other = SealedPlace(House.organisation, "olaf", .health, "e1", .entry)
        let otherReading = try House.reading(of: "e1", person: olaf)
        #expect(openCode(envelope, at: other, for: otherReading, with: ring) == .notOpened)
        // A reading of one thing opens nothing else.
        #expect(openCode(envelope, at: place, for: reading, with: ring) == .notLogged)
        #expect(openCode(envelope, at: place, for: otherReading, with: ring) == .notLogged)
        // Nor does another organisation's ring, be its keys the same.
        var generator = SeededGenerator(seed: 1)
        let master = try House.master()
        let foreign = WrappedDataKey.make(DataKeyNumber(1), of: "other", under: master, using: &generator)
        let otherRing = try KeyRing([foreign], of: "other", under: [master])
        #expect(code { _ = try open(envelope, with: otherRing) } == .notOpened)
    }

    @Test("The same value sealed twice is kept as different bytes")
    func nonces() throws {
        let ring = try House.ring()
        #expect(try seal("Diabetes", with: ring, seed: 1) != seal("Diabetes", with: ring, seed: 2))
        #expect(try seal("Diabetes", with: ring, seed: 1) == seal("Diabetes", with: ring, seed: 1))
    }

    @Test("Bytes that are no envelope are refused, and spoilt ones never open")
    func spoilt() throws {
        let ring = try House.ring()
        let whole = try seal("Diabetes", with: ring)
        let reading = try House.reading(of: "e1")
        var wellFormed = 0
        for seed: UInt64 in 1...3000 {
            var generator = SeededGenerator(seed: seed)
            var bytes = whole.bytes
            for _ in 0...generator.below(3) {
                let place = generator.below(bytes.count + 1)
                switch generator.below(4) {
                case 0 where place < bytes.count: bytes[place] = UInt8(generator.below(256))
                case 1: bytes.removeSubrange(place...)
                case 2: bytes.insert(contentsOf: (0..<generator.below(300)).map { _ in 7 }, at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + generator.below(40)))
                }
            }
            guard bytes != whole.bytes else { continue }
            let code = code {
                let envelope = try SealedEnvelope(bytes)
                wellFormed += 1
                let _: Confidential<String> = try ring.open(envelope, at: place, for: reading)
            }
            let refused: [SealingError.Code] = [.malformedEnvelope, .missingDataKey, .notOpened]
            #expect(code.map(refused.contains) == true, "seed \(seed)")
        }
        #expect(wellFormed > 100)
        for bytes in [[], [1], [UInt8](repeating: 1, count: 33), [UInt8](repeating: 2, count: 289)] as [[UInt8]] {
            #expect(code { _ = try SealedEnvelope(bytes) } == .malformedEnvelope)
        }
    }

    @Test("What was sealed opens as what it is, or not at all")
    func values() throws {
        for seed: UInt64 in 1...3000 {
            var generator = SeededGenerator(seed: seed)
            let valid = Validity(from: CalendarDate(dayNumber: 9))
            let content = try EntryContent(title: "Title", body: "Body", valid: valid)
            var bytes = seed % 2 == 0 ? content.sealedBytes : try AbsenceGround(.illness, reason: "r").sealedBytes
            let place = generator.below(bytes.count)
            if generator.chance(percent: 50) {
                bytes[place] = UInt8(generator.below(256))
            } else {
                bytes.removeSubrange(place...)
            }
            if let read = EntryContent(sealedBytes: bytes) { #expect(read.sealedBytes == bytes, "seed \(seed)") }
            if let read = AbsenceGround(sealedBytes: bytes) { #expect(read.sealedBytes == bytes, "seed \(seed)") }
        }
    }
}
