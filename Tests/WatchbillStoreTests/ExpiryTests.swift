import CrewMessages
import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

/// What runs out in the small hospital. Its clock says 5 January 2026, in the morning.
@Suite("What runs out, in the store")
struct ExpiryTests {
    let now = Sample.now

    private static func paper(
        _ title: String, until: String, from: String? = nil, for need: ExpiryTerms.Need = .nothing
    ) throws -> EntryContent {
        try EntryContent(
            title: title, valid: Validity(from: from.map(Hospital.date), until: Hospital.date(until)),
            terms: ExpiryTerms(.paper(try Paper(issuer: "Region", number: "7")), neededFor: need))
    }

    /// So much on a day, of which one goes each day.
    private static func supply(
        _ title: String, _ days: Int, on day: String, for need: ExpiryTerms.Need = .nothing, measure: String = "pens",
        use: Int = 1000, margin: Int = 0
    ) throws -> EntryContent {
        try EntryContent(
            title: title,
            terms: ExpiryTerms(
                .supply(
                    try Supply(
                        measure: measure, counts: [Stock(Hospital.date(day), days * use)],
                        use: try DailyUse(use, from: use - margin, to: use + margin))), neededFor: need))
    }

    private func write(
        _ content: EntryContent, _ category: RecordCategory, _ recordClass: RecordClass? = nil,
        of person: PersonID = "mia", in filing: inout Filing
    ) async throws -> EntryID {
        try await filing.store.writeEntry(
            Confidential(content), in: category, recordClass ?? category.defaultClass, of: person,
            for: category == .health ? filing.max : filing.rita, at: now, using: &filing.random)
    }

    private static let words: ExpiryWords = { reminded in
        "\(reminded.name ?? "you"): \(reminded.told.map { "\($0.title) \($0.last)" } ?? "sealed")"
    }

    @Test("makes people not eligible from the day after, whatever it is", arguments: StoreKind.allCases)
    func notEligible(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let (store, hospital) = (filing.store, filing.hospital)
        // An open licence, a sealed medical, a sealed supply, and what nobody needs.
        _ = try await write(Self.paper("Licence", until: "2026-02-10", for: .duty), .qualifications, in: &filing)
        let medical = try await write(
            Self.paper("Medical", until: "2026-01-20", for: .duty), .health, of: "pia", in: &filing)
        _ = try await write(Self.supply("Insulin", 20, on: "2026-01-05", for: .duty), .health, of: "lea", in: &filing)
        _ = try await write(Self.paper("Library card", until: "2025-01-01"), .identity, in: &filing)
        let (first, last) = (Hospital.date("2026-01-12"), Hospital.date("2026-03-01"))
        func absences() async throws -> [Absence] {
            try await store.unitAbsences(
                in: "ward-7", from: first, through: last, for: try await hospital.caller("vera"))
        }
        func absence(_ person: PersonID, _ from: String, _ until: CalendarDate) -> Absence {
            Absence(person: person, first: Hospital.date(from), last: until, word: .notEligible)
        }
        #expect(
            try await absences() == [
                absence("mia", "2026-02-11", last), absence("pia", "2026-01-21", last),
                absence("lea", "2026-01-25", last),
            ])
        // The new medical begins later: between the two the person is not eligible.
        _ = try await store.changeExpiry(
            medical, of: "pia",
            by: .renewal(Validity(from: Hospital.date("2026-01-26"), until: Hospital.date("2028-01-25")), number: nil),
            for: filing.max, at: now, using: &filing.random)
        #expect(try await absences()[1] == absence("pia", "2026-01-21", Hospital.date("2026-01-25")))
        // What a planner may know of a unit is the day, and of whom.
        let found = try await store.expiry(
            in: "ward-7", over: first...last, for: try await hospital.caller("vera"), at: now)
        #expect(found.notEligible?.map(\.person) == ["pia", "lea", "mia"])
        #expect(found.notEligible?.map(\.first) == ["2026-01-21", "2026-01-25", "2026-02-11"].map(Hospital.date))
        #expect(found.entries.map(\.content.title) == ["Licence"] && !found.hasSealed)
        let member = try await store.expiry(
            in: "ward-7", over: first...last, for: try await hospital.caller("mia"), at: now)
        #expect(member.notEligible == nil)
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test("tells planners the same of everything that is needed for duty", arguments: StoreKind.allCases)
    func twins(kind: StoreKind) async throws {
        let things: [(EntryContent, RecordCategory, RecordClass)] = [
            (try Self.paper("Medical", until: "2026-01-24", for: .duty), .health, .sealed),
            (try Self.paper("Passport", until: "2026-01-24", for: .duty), .identity, .keepers),
            (try Self.paper("Warned", until: "2026-01-24", for: .duty), .conduct, .sealed),
            (try Self.supply("Insulin", 20, on: "2026-01-05", for: .duty, margin: 300), .health, .sealed),
            (try Self.supply("Lenses", 20, on: "2026-01-05", for: .duty), .supplies, .keepers),
        ]
        var views: [String] = []
        for (content, category, recordClass) in things {
            let scratch = try await ScratchStore(kind)
            var filing = try await Filing(scratch)
            _ = try await write(content, category, recordClass, in: &filing)
            let vera = try await filing.hospital.caller("vera")
            let (first, last) = (Hospital.date("2026-01-12"), Hospital.date("2026-03-01"))
            let store = filing.store
            let absences = try await store.unitAbsences(in: "ward-7", from: first, through: last, for: vera)
            let basis = try await store.basis(of: "ward-7", over: first...last, for: vera)
            let found = try await store.expiry(in: "ward-7", over: first...last, for: vera, at: now)
            let pia = try await filing.hospital.caller("pia")
            let plan = try await store.expiry(in: "ward-7", over: first...last, for: pia, at: now)
            views.append("\(absences) \(basis.people) \(found) \(plan)")
            #expect(absences.map(\.first) == [Hospital.date("2026-01-25")])
            try await store.close()
            withExtendedLifetime(scratch) {}
        }
        #expect(Set(views).count == 1, "\(views)")
    }

    @Test(
        "ends a qualification with the paper that it needs, and never by something sealed",
        arguments: StoreKind.allCases)
    func qualifications(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let need = ExpiryTerms.Need.qualification("infusion")
        let entry = try await write(
            Self.paper("Infusion course", until: "2026-02-10", from: "2024-01-01", for: need), .qualifications,
            in: &filing)
        func held() async throws -> [Validity] {
            let basis = try await filing.store.basis(
                of: "ward-7", over: Hospital.date("2026-02-01")...Hospital.date("2026-03-01"),
                for: try await filing.hospital.caller("pia"))
            return basis.people.first { $0.id == "mia" }?.qualifications.map(\.valid) ?? []
        }
        let (since, until) = (Hospital.date("2025-01-01"), Hospital.date("2026-02-10"))
        #expect(try await held() == [Validity(from: since, until: until)])
        // A rota from before it was known holds until then, and no longer than it says itself.
        func asked(_ qualifications: [Held<QualificationID>]) async throws -> [Validity] {
            let person = Person(id: "mia", name: "Mia", qualifications: qualifications)
            let dates = Hospital.date("2026-02-01")...Hospital.date("2026-03-01")
            return try await filing.store.qualified(
                [person], in: "ward-7", over: dates, for: try await filing.hospital.caller("pia")
            ).flatMap(\.qualifications).map(\.valid)
        }
        #expect(try await asked([Held("infusion")]) == [Validity(from: Hospital.date("2024-01-01"), until: until)])
        #expect(try await asked([]) == [])
        _ = try await filing.store.changeExpiry(
            entry, of: "mia",
            by: .renewal(Validity(from: Hospital.date("2026-02-20"), until: Hospital.date("2028-01-01")), number: nil),
            for: filing.rita, at: now, using: &filing.random)
        #expect(
            try await held() == [
                Validity(from: since, until: until),
                Validity(from: Hospital.date("2026-02-20"), until: Hospital.date("2028-01-01")),
            ])
        // Nobody else's, and none by something sealed.
        let basis = try await filing.store.basis(
            of: "ward-7", over: until...until, for: try await filing.hospital.caller("pia"))
        #expect(
            basis.people.filter { $0.id != "mia" }.allSatisfy {
                $0.qualifications.map(\.valid) == [Validity(from: since)]
            })
        await #expect {
            _ = try await write(Self.paper("Eyes", until: "2026-02-10", for: need), .health, in: &filing)
        } throws: { recordCode($0) == .badExpiry }
        try await filing.store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test("is kept as entries: seen, opened and changed as each may", arguments: StoreKind.allCases)
    func seen(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let (store, hospital) = (filing.store, filing.hospital)
        _ = try await write(Self.paper("Fire fighting", until: "2026-02-10"), .training, .leads, in: &filing)
        let sealed = try await write(Self.supply("Insulin", 20, on: "2026-01-05"), .health, in: &filing)
        _ = try await filing.write("Migraine", "no nights", .health)
        func titles(_ reader: PersonID, opening: Bool = false) async throws -> [String] {
            let found = try await store.expiry(
                of: "mia", opening: opening, for: try await hospital.caller(reader), at: now)
            return found.entries.map(\.content.title) + (found.hasSealed ? ["sealed"] : [])
        }
        #expect(try await titles("lea") == ["Fire fighting"])
        #expect(try await titles("pia") == [])
        #expect(try await titles("rita", opening: true) == ["Fire fighting"])
        #expect(try await titles("max") == ["sealed"])
        #expect(try await titles("mia") == ["Fire fighting", "sealed"])
        #expect(try await scratch.byHand("SELECT count(*) FROM reading") == "0")
        // Opened is what runs out and nothing else, with a line in the log.
        #expect(try await titles("max", opening: true) == ["Insulin"])
        #expect(try await titles("mia", opening: true) == ["Insulin", "Fire fighting"])
        #expect(
            try await scratch.byHand("SELECT readerID, subjectID FROM reading ORDER BY number")
                == "max|\(sealed)\nmia|\(sealed)")
        for reader in ["olof", "paul"] as [PersonID] {
            await #expect(throws: Refusal.hidden, "\(reader)") { try await titles(reader) }
        }
        // Nothing of it is in the database but in the envelope.
        #expect(!(try await scratch.byHand("SELECT * FROM recordEntry").contains("pens")))
        // Keepers change it; whoever may only read it, and the person concerned, do not.
        for (reader, entry) in [("mia", sealed), ("lea", sealed), ("rita", sealed)] as [(PersonID, EntryID)] {
            let caller = try await hospital.caller(reader)
            await #expect(throws: Refusal.hidden, "\(reader)") {
                _ = try await store.changeExpiry(
                    entry, of: "mia", by: .count(Stock(Hospital.date("2026-01-10"), 1000), use: nil), for: caller,
                    at: now, using: &filing.random)
            }
        }
        let counted = try await store.changeExpiry(
            sealed, of: "mia", by: .count(Stock(Hospital.date("2026-01-05"), 30_000), use: nil), for: filing.max,
            at: now, using: &filing.random)
        let after = try await store.expiry(of: "mia", opening: true, for: filing.max, at: now)
        #expect(
            after.entries.map(\.id) == [counted] && after.entries.first?.last == LastDay(Hospital.date("2026-02-03")))
        await #expect {
            _ = try await store.changeExpiry(
                sealed, of: "mia", by: .end, for: filing.max, at: now, using: &filing.random)
        } throws: { recordCode($0) == .alreadySuperseded }
        // It is in what Mia downloads, and goes when she is erased.
        let own = try await store.ownFile(for: try await hospital.caller("mia"), at: now)
        #expect(own.entries.filter { $0.entry.content?.terms != nil }.count == 3)
        try await store.erasePerson("mia", for: filing.rita, at: now, rewriting: { _ in nil })
        #expect(try await scratch.byHand("SELECT count(*) FROM recordEntry WHERE personID = 'mia'") == "0")
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test("is counted on no day to come, by the clock of the person's unit", arguments: StoreKind.allCases)
    func clock(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let (store, hospital) = (filing.store, filing.hospital)
        let zone = try #require(Zone(name: "Europe/Stockholm"))
        let supply = try await write(Self.supply("Lenses", 20, on: "2026-01-05"), .supplies, in: &filing)
        let tomorrow = Stock(Hospital.date("2026-01-06"), 9_000)
        await #expect {
            _ = try await store.changeExpiry(
                supply, of: "mia", by: .count(tomorrow, use: nil), for: filing.rita, at: now, using: &filing.random)
        } throws: { recordCode($0) == .badExpiry }
        // What comes may be told before.
        let told = try await store.changeExpiry(
            supply, of: "mia", by: .delivery(tomorrow), for: filing.rita, at: now, using: &filing.random)
        // Half an hour after midnight; by UTC it is the fifth yet.
        let night = zone.instant(of: tomorrow.date, minutes: 30, edge: .start)
        #expect(Zone.utc.date(at: night) < tomorrow.date)
        _ = try await store.changeExpiry(
            told, of: "mia", by: .count(tomorrow, use: nil), for: filing.rita, at: night, using: &filing.random)
        #expect(try await store.expiry(clockOf: "mia", for: filing.rita, at: now) == zone)
        let olof = try await hospital.caller("olof")
        await #expect(throws: Refusal.hidden) { try await store.expiry(clockOf: "mia", for: olof, at: now) }
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test("is not lost by another entry in its place, only by being ended", arguments: StoreKind.allCases)
    func superseding(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let store = filing.store
        let licence = try await write(
            Self.paper("Licence", until: "2026-02-10", for: .duty), .qualifications, in: &filing)
        let visa = try await write(Self.paper("Visa", until: "2026-02-10"), .contact, in: &filing)
        await #expect {
            try await filing.write("Licence", "", .qualifications, superseding: licence)
        } throws: { recordCode($0) == .badExpiry }
        let mia = try await filing.hospital.caller("mia")
        await #expect {
            _ = try await store.correctContact(
                Confidential(try EntryContent(title: "Visa")), .leads, superseding: visa, for: mia, at: now,
                using: &filing.random)
        } throws: { recordCode($0) == .badExpiry }
        func titles() async throws -> [String] {
            try await store.expiry(of: "mia", for: mia, at: now).entries.map(\.content.title)
        }
        #expect(try await titles().sorted() == ["Licence", "Visa"])
        _ = try await store.changeExpiry(
            licence, of: "mia", by: .end, for: filing.rita, at: now, using: &filing.random)
        #expect(try await titles() == ["Visa"])
        // Of what is sealed nobody learns by this whether it runs out.
        let medical = try await write(Self.paper("Medical", until: "2026-02-10", for: .duty), .health, in: &filing)
        try await filing.write("Medical", "", .health, superseding: medical)
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test("is told by the end of what holds, where the newer one begins after a gap", arguments: StoreKind.allCases)
    func gap(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let (store, hospital) = (filing.store, filing.hospital)
        let (end, newer) = (Hospital.date("2026-02-04"), Hospital.date("2027-03-31"))
        let licence = try await write(Self.paper("Licence", until: "2026-02-04"), .qualifications, in: &filing)
        _ = try await store.changeExpiry(
            licence, of: "mia", by: .renewal(Validity(from: Hospital.date("2026-03-10"), until: newer)),
            for: filing.rita, at: now, using: &filing.random)
        let zone = try #require(Zone(name: "Europe/Stockholm"))
        let job = try await store.entrance.admit(.messages, at: now)
        let told = try await store.remindOfExpiry(
            at: zone.instant(of: Hospital.date("2026-01-05"), minutes: 9 * 60 + 1, edge: .start),
            telling: Self.words, for: job)
        #expect(told == ["mia", "rita"])
        let box = try await store.inbox(limit: 9, for: try await hospital.caller("mia")).compactMap(\.text)
        #expect(box == ["you: Licence 2026-02-04"])
        let lea = try await hospital.caller("lea")
        func shown(_ from: String, _ through: String) async throws -> [LastDay] {
            try await store.expiry(
                in: "ward-7", over: Hospital.date(from)...Hospital.date(through), for: lea, at: now
            ).entries.map(\.last)
        }
        #expect(try await shown("2026-01-01", "2026-06-30") == [LastDay(end)])
        #expect(try await shown("2027-01-01", "2027-06-30") == [LastDay(newer)])
        for (day, last) in [("2026-03-09", end), ("2026-03-10", newer)] {
            let noon = zone.instant(of: Hospital.date(day), minutes: 720, edge: .start)
            #expect(
                try await store.expiry(of: "mia", for: filing.rita, at: noon).entries.map(\.last) == [LastDay(last)],
                "on \(day)")
        }
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test("is shown for a unit of those who belong to it on the dates shown", arguments: StoreKind.allCases)
    func belonging(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let (store, hospital) = (filing.store, filing.hospital)
        // Mia has moved to ward 3, and Olof comes from there in March. One who is called Gone was there until New Year, and one
        // called New, who is nowhere yet, comes in March.
        var directory = Hospital.directory()
        for (person, old, new, day) in [
            ("mia", "ward-7", "ward-3", "2026-01-01"), ("olof", "ward-3", "ward-7", "2026-03-01"),
        ] as [(PersonID, UnitID, UnitID, String)] {
            let place = try #require(directory.people.firstIndex { $0.id == person })
            let first = Hospital.date(day)
            directory.people[place].memberships = [
                Held(old, valid: Validity(until: first.advanced(by: -1))), Held(new, valid: Validity(from: first)),
            ]
        }
        try await store.importDirectory(
            directory, for: try await hospital.caller(Hospital.administrator), at: now)
        for (person, until) in [
            ("mia", "2025-12-10"), ("mia", "2026-03-20"), ("olof", "2026-02-10"), ("gone", "2025-12-10"),
            ("gone", "2026-03-20"), ("new", "2026-03-20"),
        ] as [(PersonID, String)] {
            let paper = try Self.paper("\(person) \(until)", until: until, for: .duty)
            _ = try await write(paper, .qualifications, of: person, in: &filing)
        }
        let last = Hospital.date("2026-04-30")
        func titles(from first: String, _ reader: PersonID) async throws -> [String] {
            try await store.expiry(
                in: "ward-7", over: Hospital.date(first)...last, for: try await hospital.caller(reader), at: now
            ).entries.map(\.content.title)
        }
        func ineligible(from first: String) async throws -> [String] {
            let found = try await store.expiry(
                in: "ward-7", over: Hospital.date(first)...last, for: try await hospital.caller("pia"), at: now)
            return (found.notEligible ?? []).map { "\($0.person) \($0.first) to \($0.last)" }
        }
        // Whose file is not open to the ward yet, is not read there; from when they will not be eligible, planners know.
        let coming = ["olof 2026-03-01 to 2026-04-30", "new 2026-03-21 to 2026-04-30"]
        #expect(try await titles(from: "2026-01-05", "lea") == ["new 2026-03-20"])
        #expect(try await ineligible(from: "2026-01-05") == coming)
        // Looking back shows who was there, unless they are elsewhere: that opens no file that is closed by now.
        #expect(try await titles(from: "2025-12-01", "lea") == ["gone 2025-12-10", "new 2026-03-20"])
        #expect(try await ineligible(from: "2025-12-01") == ["gone 2025-12-11 to 2025-12-31"] + coming)
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test("is reminded of once on each of its days, by one server or two", arguments: StoreKind.allCases)
    func reminders(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let (store, hospital) = (filing.store, filing.hospital)
        // The last day of the licence is in 30 days; of the insulin it is in 65, if much goes.
        let licence = try await write(Self.paper("Licence", until: "2026-02-04"), .qualifications, in: &filing)
        _ = try await write(Self.supply("Insulin", 100, on: "2026-01-05", margin: 500), .health, in: &filing)
        let job = try await store.entrance.admit(.messages, at: now)
        let today = Hospital.date("2026-01-05")
        let zone = Zone(name: "Europe/Stockholm") ?? .utc
        @Sendable func remind(_ day: Int, at minutes: Int = 9 * 60) async throws -> Set<PersonID> {
            try await store.remindOfExpiry(
                at: zone.instant(of: today.advanced(by: day), minutes: minutes, edge: .start),
                telling: Self.words, for: job)
        }
        func box(_ person: PersonID) async throws -> [String] {
            try await store.inbox(limit: 99, for: try await hospital.caller(person)).compactMap(\.text)
        }
        // Not before the morning.
        #expect(try await remind(0, at: 6 * 60 + 59) == [])
        // Roles hold from nine on.
        #expect(try await remind(0, at: 9 * 60 + 1) == ["mia", "rita"])
        #expect(try await remind(0, at: 10 * 60) == [])
        #expect(try await box("mia") == ["you: Licence 2026-02-04"])
        #expect(try await box("rita") == ["Mia: Licence 2026-02-04"])
        // The insulin is sealed: of it nothing is told, nor to whoever keeps other things.
        #expect(try await remind(10) == ["mia", "max"])
        #expect(try await box("mia").first == "you: sealed")
        #expect(try await box("max") == ["Mia: sealed"])
        #expect(try await box("rita").count == 1)
        #expect(try await scratch.byHand("SELECT count(*) FROM delivery") == "0")
        // Two servers at the same time: one of them tells it.
        async let one = remind(16)
        async let two = remind(16)
        let told = try await [one, two]
        #expect(told.sorted { $0.count < $1.count } == [[], ["mia", "rita"]])
        #expect(try await box("rita").count == 2)
        // Renewed: what was due of the old day is not told any more.
        _ = try await store.changeExpiry(
            licence, of: "mia", by: .renewal(Validity(until: Hospital.date("2027-02-04")), number: nil),
            for: filing.rita, at: now, using: &filing.random)
        for day in 17...60 { _ = try await remind(day) }
        #expect(try await box("rita").count == 2)
        #expect(try await box("max").count == 4, "60, 30, 14 and 7 days before")
        // Nobody but the job does it.
        await #expect(throws: Refusal.self) {
            _ = try await store.remindOfExpiry(at: now, telling: { _ in "x" }, for: filing.rita)
        }
        try await store.close()
        withExtendedLifetime(scratch) {}
    }
}
