import CrewRecords
import RotaModel
import Testing

@Suite("Rotating keys")
struct KeyRotationTests {
    private let place = SealedPlace(House.organisation, "ines", .health, "e1", .entry)

    private func key(
        _ number: UInt32, under master: MasterKey, of organisation: OrganisationID = House.organisation
    ) -> WrappedDataKey {
        var generator = SeededGenerator(seed: UInt64(number))
        return WrappedDataKey.make(DataKeyNumber(number), of: organisation, under: master, using: &generator)
    }

    private func seal(_ text: String, with ring: KeyRing) throws -> SealedEnvelope {
        var generator = SeededGenerator(seed: 9)
        return try ring.seal(Confidential(text), at: place, using: &generator)
    }

    private func open(_ envelope: SealedEnvelope, with ring: KeyRing) throws -> String {
        let value: Confidential<String> = try ring.open(envelope, at: place, for: House.reading(of: "e1"))
        return value.reveal()
    }

    private func ring(_ keys: [WrappedDataKey], _ masters: MasterKey...) throws -> KeyRing {
        try KeyRing(keys, of: House.organisation, under: masters)
    }

    private func failure(_ body: () throws -> Void) -> SealingError? {
        do {
            try body()
            return nil
        } catch {
            return error as? SealingError
        }
    }

    @Test("New fields are sealed under the newest key, and old ones stay readable")
    func dataKeys() throws {
        let master = try House.master()
        let first = key(1, under: master)
        let old = try seal("old", with: ring([first], master))
        #expect(old.key == DataKeyNumber(1))
        let both = try ring([key(2, under: master), first], master)
        let new = try seal("new", with: both)
        #expect(new.key == DataKeyNumber(2))
        #expect(both.newest == DataKeyNumber(2))
        #expect(try open(old, with: both) == "old")
        #expect(try open(new, with: both) == "new")
        #expect(failure { _ = try open(new, with: ring([first], master)) }?.code == .missingDataKey)
    }

    @Test("Under a new master key the data keys stay the same, and the former master key opens nothing more")
    func masterKey() throws {
        let (old, new) = (try House.master(1), try House.master(2))
        let wrapped = [1, 2].map { key($0, under: old) }
        let envelope = try seal("Diabetes", with: ring(wrapped, old))
        var generator = SeededGenerator(seed: 4)
        let rewrapped = try wrapped.map {
            try $0.rewrapped(of: House.organisation, from: old, to: new, using: &generator)
        }
        #expect(try open(envelope, with: ring(rewrapped, new)) == "Diabetes")
        #expect(rewrapped.allSatisfy { $0.master == new.id })
        // Half way through, both are given.
        #expect(try open(envelope, with: ring([rewrapped[0], wrapped[1]], new, old)) == "Diabetes")
        for keys in [rewrapped, [wrapped[0], rewrapped[1]]] {
            let error = failure { _ = try ring(keys, old) }
            #expect(error?.code == .wrongMasterKey)
            #expect(error?.message.contains(new.id.rawValue) == true)
        }
        #expect(failure { _ = try ring(wrapped) }?.code == .wrongMasterKey)
    }

    @Test("A wrapped key is bound to its organisation and number, and of every bit that is changed it is seen")
    func wrapped() throws {
        let master = try House.master()
        let whole = key(1, under: master)
        for bit in 0..<(whole.box.count * 8) {
            var box = whole.box
            box[bit / 8] ^= 1 << (bit % 8)
            let changed = WrappedDataKey(number: whole.number, master: whole.master, box: box)
            #expect(failure { _ = try ring([changed], master) }?.code == .damagedDataKey, "bit \(bit)")
        }
        let others = [
            WrappedDataKey(number: DataKeyNumber(2), master: whole.master, box: whole.box),
            WrappedDataKey(number: whole.number, master: whole.master, box: []),
            WrappedDataKey(number: whole.number, master: whole.master, box: whole.box + [0]),
            key(1, under: master, of: "other"),
        ]
        for other in others { #expect(failure { _ = try ring([other], master) }?.code == .damagedDataKey) }
        #expect(failure { _ = try ring([], master) }?.code == .noDataKey)
        #expect(failure { _ = try ring([whole, whole], master) }?.code == .dataKeyTwice)
    }
}
