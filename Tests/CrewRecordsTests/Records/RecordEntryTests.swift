import CrewRecords
import RotaModel
import Testing

@Suite("Entries of a file")
struct RecordEntryTests {
    let ring: KeyRing
    var generator = SeededGenerator(seed: 7)

    init() throws {
        ring = try House.ring()
    }

    private mutating func write(
        _ title: String, as id: EntryID, _ category: RecordCategory, _ recordClass: RecordClass,
        superseding: EntryID? = nil, in file: [RecordEntry] = [], of person: PersonSubject = House.ines
    ) throws -> RecordEntry {
        let keeper = try House.caller("kim", (category.keeper, "ship"))
        let permit = try keeper.permit(WriteEntry.self, on: try #require(EntrySubject(person, category, recordClass)))
        return try RecordEntry.write(
            Confidential(EntryContent(title: title)), as: id, by: permit, superseding: superseding, in: file,
            at: House.now, with: ring, using: &generator)
    }

    @Test("An entry says what was written, to those whom its class is open to")
    mutating func open() throws {
        let entry = try write("Fire drill", as: "e1", .training, .unit)
        #expect(entry.writtenBy == "kim")
        #expect(entry.content == .open(Confidential(try EntryContent(title: "Fire drill"))))
        let member = try House.caller("otto", (.member, "deck"))
        let subject = try #require(EntrySubject(House.ines, .training, .unit))
        let permit = try member.permit(ReadEntry.self, on: subject)
        #expect(try entry.content(for: permit).reveal().title == "Fire drill")
        // A permit for one person, category and class opens nothing else.
        for other in [
            try write("Fire drill", as: "e1", .training, .leads), try write("Fire drill", as: "e1", .supplies, .unit),
            try write("Fire drill", as: "e1", .training, .unit, of: PersonSubject("olaf", in: ["deck"])),
        ] {
            #expect(throws: Refusal.hidden) { try other.content(for: permit) }
        }
    }

    @Test("A sealed entry is sealed as it is written, and opened once its reading is logged")
    mutating func sealed() throws {
        let entry = try write("Migraine", as: "e2", .health, .sealed)
        guard case .sealed(let envelope) = entry.content else {
            Issue.record("not sealed")
            return
        }
        #expect(!String(reflecting: entry).contains("Migraine"))
        #expect(envelope.bytes.count == 1 + 4 + 12 + 256 + 16)
        let reading = try House.reading(of: "e2")
        #expect(try entry.content(for: reading, with: ring).reveal().title == "Migraine")
        // The reading of one entry opens no other.
        let other = try House.reading(of: "e1")
        #expect { try entry.content(for: other, with: ring) } throws: { ($0 as? SealingError)?.code == .notLogged }
    }

    @Test("Nobody writes in their own file, and no planner in anybody's")
    func writers() throws {
        let subject = try #require(EntrySubject(House.ines, .training, .unit))
        let own = try House.caller("ines", (.recordsKeeper, "ship"))
        #expect(throws: Refusal.hidden) { try own.permit(WriteEntry.self, on: subject) }
        let planner = try House.caller("otto", (.planner, "ship"))
        #expect(throws: Refusal.hidden) { try planner.permit(WriteEntry.self, on: subject) }
    }

    @Test("An entry is superseded once, by one of the same person and category that is no more open")
    mutating func superseding() throws {
        let first = try write("Second officer", as: "e1", .rank, .leads)
        let second = try write("First officer", as: "e2", .rank, .keepers, superseding: "e1", in: [first])
        #expect(second.supersedes == "e1")
        #expect([first, second].current.map(\.id) == ["e2"])
        #expect(throws: (any Error).self) {
            try write("Master", as: "e3", .rank, .keepers, superseding: "e1", in: [first, second])
        }
        do {
            _ = try write("Master", as: "e3", .rank, .keepers, superseding: "e1", in: [first, second])
        } catch let error as RecordError {
            #expect(error.code == .alreadySuperseded)
        }
        do {
            _ = try write("Master", as: "e3", .rank, .unit, superseding: "e1", in: [first])
            Issue.record("became more open")
        } catch let error as RecordError {
            #expect(error.code == .moreOpen)
        }
        #expect(throws: Refusal.hidden) {
            try write("Master", as: "e3", .training, .keepers, superseding: "e1", in: [first])
        }
        #expect(throws: Refusal.hidden) {
            try write("Master", as: "e3", .rank, .keepers, superseding: "e9", in: [first])
        }
        let olaf = PersonSubject("olaf", in: ["deck"])
        #expect(throws: Refusal.hidden) {
            try write("Master", as: "e3", .rank, .keepers, superseding: "e1", in: [first], of: olaf)
        }
    }

    @Test("A sealed entry supersedes sealed ones alone, so that nothing open tells that it is there")
    mutating func supersedingSealed() throws {
        let open = try write("Late twice", as: "e1", .conduct, .leads)
        let sealed = try write("Why", as: "e2", .conduct, .sealed)
        #expect { try write("Why", as: "e3", .conduct, .sealed, superseding: "e1", in: [open, sealed]) } throws: {
            ($0 as? RecordError)?.code == .sealsOpen
        }
        // To whoever writes what is not sealed there is no such entry, whether it has been superseded or not.
        let newer = try write("Why indeed", as: "e4", .conduct, .sealed, superseding: "e2", in: [open, sealed])
        for file in [[open, sealed], [open, sealed, newer]] {
            #expect(throws: Refusal.hidden) {
                try write("Late", as: "e5", .conduct, .keepers, superseding: "e2", in: file)
            }
        }
    }

    @Test("A contest is as open as the entry that it is about, and answered by superseding either")
    mutating func contest() throws {
        let entry = try write("Asthma", as: "e1", .health, .sealed)
        let permit = try House.caller("ines").permit(ContestEntry.self, on: House.ines)
        let contest = try entry.contest(
            Confidential(try EntryContent(title: "It was bronchitis")), as: "e2", by: permit, at: House.now, with: ring,
            using: &generator)
        #expect(contest.contests == "e1")
        #expect(contest.recordClass == .sealed)
        #expect(try contest.content(for: House.reading(of: "e2"), with: ring).reveal().title == "It was bronchitis")
        #expect([entry, contest].openContests.map(\.id) == ["e2"])
        for answered in ["e1", "e2"] {
            let answer = try write(
                "Bronchitis", as: "e3", .health, .sealed, superseding: EntryID(answered), in: [entry, contest])
            #expect([entry, contest, answer].openContests.isEmpty)
        }
        let olaf = try write("Asthma", as: "e4", .health, .sealed, of: PersonSubject("olaf", in: ["deck"]))
        #expect(throws: Refusal.hidden) {
            try olaf.contest(
                Confidential(try EntryContent(title: "No")), as: "e5", by: permit, at: House.now, with: ring,
                using: &generator)
        }
        #expect(throws: Refusal.hidden) { try House.medic().permit(ContestEntry.self, on: House.ines) }
    }

    @Test("What the store holds must be kept as its class demands")
    mutating func damaged() throws {
        let entry = try write("Asthma", as: "e1", .health, .sealed)
        let open = RecordEntry.Content.open(Confidential(try EntryContent(title: "Asthma")))
        for (category, recordClass, content) in [
            (RecordCategory.health, RecordClass.sealed, open), (.health, .unit, open), (.health, .unit, entry.content),
            (.conduct, .keepers, entry.content), (.rank, .sealed, entry.content),
        ] {
            #expect {
                try RecordEntry(
                    id: "e1", person: "ines", category: category, recordClass: recordClass, content: content,
                    writtenBy: "kim", writtenAt: House.now)
            } throws: {
                ($0 as? RecordError)?.code == .damaged
            }
        }
    }

    @Test("Titles, texts and dates have limits, and what is wrong with them does not quote them")
    func limits() throws {
        let late = Validity(from: CalendarDate(dayNumber: 2), until: CalendarDate(dayNumber: 1))
        let cases: [(String, String, Validity, RecordError.Code)] = [
            ("", "", .always, .badTitle), (String(repeating: "z", count: 201), "", .always, .badTitle),
            ("zz\nzz", "", .always, .badTitle), ("zz", String(repeating: "z", count: 20_001), .always, .tooLong),
            ("zz", "", late, .datesSwapped),
        ]
        for (title, body, valid, code) in cases {
            do {
                _ = try EntryContent(title: title, body: body, valid: valid)
                Issue.record("taken: \(code)")
            } catch {
                #expect(error.code == code)
                #expect(!error.message.contains("zz"))
            }
        }
        let longest = try EntryContent(
            title: String(repeating: "å", count: 200), body: String(repeating: "z", count: 20_000),
            valid: Validity(from: CalendarDate(dayNumber: -1), until: nil))
        #expect(EntryContent(sealedBytes: longest.sealedBytes) == longest)
    }
}
