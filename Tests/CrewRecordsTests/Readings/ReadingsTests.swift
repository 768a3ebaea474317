import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

@Suite("The log of readings")
struct ReadingsTests {
    /// So many readings by the medic and by the people concerned, and the log they came to after each.
    private static func log(of count: Int, seed: UInt64 = 1) throws -> (entries: [ReadingEntry], heads: [ReadingsLog]) {
        var generator = SeededGenerator(seed: seed)
        var log = ReadingsLog(of: House.organisation)
        var entries: [ReadingEntry] = []
        var heads = [log]
        for number in 0..<count {
            let person = PersonSubject(generator.pick(["ines", "olaf"]), in: ["deck"])
            let caller = generator.chance(percent: 50) ? try House.medic() : try House.caller(person.person)
            let permit = try caller.permit(ReadSealedEntry.self, on: House.health(of: person))
            let now = Instant(seconds: House.now.seconds + number / 2)
            entries.append(try log.append(EntryID("e\(generator.below(3))"), by: permit, at: now).entry)
            heads.append(log)
        }
        return (entries, heads)
    }

    private func fault(_ entries: [ReadingEntry], _ heads: [ReadingsLog] = []) -> ReadingsFault? {
        ReadingsCheck.fault(in: entries, of: House.organisation, knowing: heads)
    }

    /// A reading changed by hand; rehashed too, where `hash` is given.
    private func changed(
        _ entry: ReadingEntry, number: Int? = nil, at: Instant? = nil, reader: PersonID? = nil, person: PersonID? = nil,
        category: RecordCategory? = nil, subject: EntryID? = nil, reason: ReadingEntry.Reason? = nil,
        previous: ChainHash? = nil, hash: ChainHash? = nil
    ) -> ReadingEntry {
        ReadingEntry(
            number: number.map(ReadingNumber.init) ?? entry.number, at: at ?? entry.at, reader: reader ?? entry.reader,
            person: person ?? entry.person, category: category ?? entry.category, subject: subject ?? entry.subject,
            reason: reason ?? entry.reason, previous: previous ?? entry.previous, hash: hash ?? entry.hash)
    }

    @Test("A reading tells who read what of whom, when and why")
    func entry() throws {
        var log = ReadingsLog(of: House.organisation)
        let permit = try House.medic().permit(ReadSealedEntry.self, on: House.health())
        let entry = try log.append("e1", by: permit, at: House.now).entry
        #expect(entry.number == ReadingNumber(1))
        #expect(entry.reader == "medic" && entry.person == "ines" && entry.subject == "e1")
        #expect(entry.category == .health && entry.at == House.now)
        #expect(entry.reason == .role(.medicalKeeper))
        #expect(entry.previous == ChainHash.beginning(of: House.organisation))
        let own = try House.caller("ines").permit(ReadSealedEntry.self, on: House.health())
        #expect(try log.append("e1", by: own, at: House.now).entry.reason == .own)
        #expect(log.count == 2)
        var other = ReadingsLog(of: "other")
        #expect(throws: Refusal.hidden) { try other.append("e1", by: own, at: House.now) }
        #expect(other == ReadingsLog(of: "other"))
    }

    @Test("An untouched log is whole, whatever heads of it are known")
    func whole() throws {
        for seed: UInt64 in 1...50 {
            let (entries, heads) = try Self.log(of: Int(seed % 12), seed: seed)
            #expect(fault(entries) == nil, "seed \(seed)")
            #expect(fault(entries, heads) == nil, "seed \(seed)")
        }
    }

    @Test("The hash is what docs/confidence.md says, by another implementation")
    func independent() throws {
        let entry = try #require(try Self.log(of: 1).entries.first)
        let script = """
            import hashlib, sys

            def field(value):
                if isinstance(value, int):
                    value = value.to_bytes(8, "big")
                if isinstance(value, str):
                    value = value.encode()
                return len(value).to_bytes(4, "big") + value

            def digest(*values):
                return hashlib.sha256(b"".join(field(value) for value in values)).digest()

            organisation, at, reader, person, subject, *reason = sys.argv[1:]
            first = digest("watchbill readings 1", organisation)
            fields = ["watchbill reading 1", organisation, 1, int(at), reader, person, "health", subject, *reason, first]
            print(digest(*fields).hex(), end="")
            """
        let reason = entry.reason == .own ? ["own"] : ["role", "medicalKeeper"]
        let output = try Python.run(
            script,
            [
                House.organisation.rawValue, "\(entry.at.seconds)", entry.reader.rawValue, entry.person.rawValue,
                entry.subject.rawValue,
            ] + reason)
        #expect(String(decoding: output, as: UTF8.self) == entry.hash.description)
    }

    @Test("Any field altered is found where it is")
    func altered() throws {
        let (entries, _) = try Self.log(of: 6)
        let envelope = try GlassTests.broken().grant.reason
        let flipped = try #require(ChainHash(entries[0].hash.bytes.map { $0 ^ 1 }))
        for (index, entry) in entries.enumerated() {
            let changes = [
                changed(entry, number: entry.number.value + 1), changed(entry, at: Instant(seconds: 0)),
                changed(entry, reader: "nobody"), changed(entry, person: "nobody"), changed(entry, category: .conduct),
                changed(entry, subject: "e9"), changed(entry, reason: .role(.lead)),
                changed(entry, reason: .glass("g1", reason: envelope)), changed(entry, previous: flipped),
                changed(entry, hash: flipped),
            ]
            for change in changes {
                var spoilt = entries
                spoilt[index] = change
                #expect(fault(spoilt) == ReadingsFault(.altered, at: change.number))
            }
        }
        // Fields cannot trade their bytes: the end of one is no beginning of the next.
        let shifted = changed(entries[0], reader: "medici", person: "nes")
        #expect(fault([shifted]) == ReadingsFault(.altered, at: ReadingNumber(1)))
        // Another organisation's log is not this one's.
        #expect(ReadingsCheck.fault(in: entries, of: "other")?.kind == .altered)
    }

    @Test("A reading taken out, put elsewhere or put in twice is found")
    func moved() throws {
        let (entries, heads) = try Self.log(of: 6)
        for index in 0..<5 {
            var short = entries
            short.remove(at: index)
            #expect(fault(short) == ReadingsFault(.missing, at: ReadingNumber(index + 1)))
            var swapped = entries
            swapped.swapAt(index, index + 1)
            #expect(fault(swapped) == ReadingsFault(.reordered, at: ReadingNumber(index + 1)))
            var doubled = entries
            doubled.insert(entries[index], at: index + 1)
            #expect(fault(doubled) == ReadingsFault(.reordered, at: ReadingNumber(index + 1)))
        }
        // Of one cut off at the end nothing in the log tells, but a head that was kept elsewhere does.
        for count in 0..<6 {
            let short = Array(entries.prefix(count))
            #expect(fault(short) == nil)
            #expect(fault(short, [heads[6]]) == ReadingsFault(.truncated, at: ReadingNumber(count + 1)))
            #expect(fault(short, Array(heads.prefix(count + 1))) == nil)
        }
    }

    @Test("A log written anew is found by the reading after it, or by a head kept elsewhere")
    func rewritten() throws {
        let (entries, heads) = try Self.log(of: 6, seed: 1)
        let (others, otherHeads) = try Self.log(of: 6, seed: 2)
        for count in 1..<6 {
            // Whole in itself up to there; the first true reading after it does not follow on it.
            let mixed = Array(others.prefix(count)) + entries.dropFirst(count)
            #expect(fault(mixed) == ReadingsFault(.replaced, at: ReadingNumber(count + 1)))
            #expect(fault(others) == nil)
            #expect(fault(others, [heads[count]]) == ReadingsFault(.rewritten, at: ReadingNumber(count)))
        }
        // Heads that contradict each other, or what every log begins with, hold for none.
        #expect(fault(entries, [heads[3], otherHeads[3]])?.kind == .rewritten)
        let wrongBeginning = ReadingsLog(of: House.organisation, count: 0, head: heads[1].head)
        #expect(fault(entries, [wrongBeginning])?.kind == .rewritten)
        // Those of another organisation say nothing of this one.
        #expect(fault(entries, [ReadingsLog(of: "other", count: 9, head: heads[1].head)]) == nil)
    }

    @Test("Whatever is done to a log at random, it is not taken for whole")
    func tampering() throws {
        for seed: UInt64 in 1...500 {
            var generator = SeededGenerator(seed: seed)
            let (entries, heads) = try Self.log(of: 2 + generator.below(10), seed: seed)
            var spoilt = entries
            let index = generator.below(spoilt.count)
            switch generator.below(5) {
            case 0: spoilt.remove(at: index)
            case 1: spoilt.swapAt(index, (index + 1) % spoilt.count)
            case 2: spoilt.insert(spoilt[index], at: generator.below(spoilt.count))
            case 3: spoilt[index] = changed(spoilt[index], subject: "e9")
            default: spoilt.removeSubrange(index...)
            }
            guard spoilt != entries, let head = heads.last else { continue }
            #expect(fault(spoilt, [head]) != nil, "seed \(seed)")
        }
    }

    @Test("The person concerned sees the readings of their own entries, and nothing that counts those of others")
    func shown() throws {
        let (entries, _) = try Self.log(of: 40)
        let permit = try House.caller("ines").permit(ReadReadings.self, on: House.ines)
        let shown = ReadingsLog.shown(entries, to: permit)
        let own = entries.filter { $0.person == "ines" }
        #expect(shown.map(\.at) == own.map(\.at) && shown.map(\.reader) == own.map(\.reader))
        #expect(shown.map(\.subject) == own.map(\.subject) && shown.map(\.reason) == own.map(\.reason))
        #expect(!shown.isEmpty && shown.count < entries.count)
        // The same readings among other people's look the same.
        #expect(ReadingsLog.shown(own, to: permit) == shown)
        for caller in [try House.medic(), try House.caller("otto", (.administrator, "ship"))] {
            #expect(throws: Refusal.hidden) { try caller.permit(ReadReadings.self, on: House.ines) }
        }
    }
}
