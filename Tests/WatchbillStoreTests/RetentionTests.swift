import CrewRecords
import Foundation
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("What may no longer be kept")
struct RetentionTests {
    let now = Sample.now

    private func later(years: Int) -> Instant { Instant(seconds: now.seconds + years * 366 * 86_400) }

    @Test("is erased by the rules, and nothing else is", arguments: StoreKind.allCases)
    func due(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let administrator = try await filing.hospital.caller(Hospital.administrator)
        let rules = Retention([
            .training: RetentionRule(years: 2, from: .writing), .conduct: RetentionRule(years: 1, from: .leaving),
        ])
        try await filing.store.setRetention(rules, for: administrator)
        #expect(try await filing.store.retention(for: administrator) == rules)
        let file = try AttachedFile(name: "a.pdf", declared: nil, bytes: Filing.pdf)
        try await filing.write("Drill", "quagga", files: [file])
        try await filing.write("Rank", "", .rank)
        try await filing.write("Warned", "", .conduct, .sealed, of: "mia")
        try await filing.write("Warned", "", .conduct, .sealed, of: "gone")
        func erase(at instant: Instant) async throws -> Int {
            let job = try await filing.store.entrance.admit(.retention, at: instant)
            return try await filing.store.eraseDue(at: instant, for: job)
        }
        #expect(try await erase(at: now) == 0)
        #expect(try await erase(at: later(years: 1)) == 1)
        #expect(try await filing.titles(of: "gone", for: filing.rita) == [])
        #expect(try await erase(at: later(years: 2)) == 1)
        #expect(try await filing.titles(for: filing.rita) == ["Rank", "sealed"])
        #expect(try await filing.found("quagga", for: filing.rita) == [])
        #expect(try await scratch.byHand("SELECT count(*) FROM attachment") == "0")
        #expect(try await erase(at: later(years: 9)) == 0)
        try await filing.store.close()
    }

    @Test(
        "is when and why somebody was away or not fit, of whatever kind, by the rule for health",
        arguments: StoreKind.allCases)
    func health(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var sealed = try await Sealed(scratch)
        try await sealed.store.setRetention(
            Retention([.health: RetentionRule(years: 2, from: .writing)]),
            for: try await sealed.hospital.caller(Hospital.administrator))
        for kind in AbsenceGround.Kind.allCases { try await sealed.ask(kind) }
        for fitness in [Fitness.notFitUntil(Zone.utc.date(at: now)), .fitWithLimits([.noNights])] {
            try await sealed.decide(fitness)
        }
        func erase(at instant: Instant) async throws -> Int {
            let job = try await sealed.store.entrance.admit(.retention, at: instant)
            return try await sealed.store.eraseDue(at: instant, for: job)
        }
        func left() async throws -> String {
            let absences = try await scratch.byHand("SELECT count(*) FROM absence")
            return "\(absences) \(try await scratch.byHand("SELECT count(*) FROM fitnessDecision"))"
        }
        let kinds = AbsenceGround.Kind.allCases.count
        #expect(try await erase(at: later(years: 1)) == 0)
        #expect(try await left() == "\(kinds) 2")
        // All kinds go on one day, and the decision that holds stays.
        #expect(try await erase(at: later(years: 3)) == kinds + 1)
        #expect(try await left() == "0 1")
        #expect(try await erase(at: later(years: 9)) == 0)
        try await sealed.store.close()
    }

    @Test(
        "is no paper that people need: without it they would be eligible again", arguments: StoreKind.allCases)
    func needed(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let (store, rita) = (filing.store, filing.rita)
        let rule = RetentionRule(years: 2, from: .writing)
        try await store.setRetention(
            Retention([.qualifications: rule, .health: rule]),
            for: try await filing.hospital.caller(Hospital.administrator))
        var written: [String: EntryID] = [:]
        for (title, category, need, person) in [
            ("Licence", .qualifications, .duty, "mia"), ("Medical", .health, .duty, "mia"),
            ("Course", .qualifications, .qualification("infusion"), "mia"),
            ("Library card", .qualifications, .nothing, "mia"), ("Eyes", .health, .nothing, "mia"),
            ("Diver", .qualifications, .duty, "mia"), ("Left", .qualifications, .duty, "gone"),
        ] as [(String, RecordCategory, ExpiryTerms.Need, PersonID)] {
            let content = try EntryContent(
                title: title, valid: Validity(until: Hospital.date("2026-02-10")),
                terms: ExpiryTerms(.paper(try Paper()), neededFor: need))
            written[title] = try await store.writeEntry(
                Confidential(content), in: category, category.defaultClass, of: person,
                for: category == .health ? filing.max : rita, at: now, using: &filing.random)
        }
        // Nothing asks for it any more.
        _ = try await store.changeExpiry(
            try #require(written["Diver"]), of: "mia", by: .end, for: rita, at: now, using: &filing.random)
        let job = try await store.entrance.admit(.retention, at: later(years: 3))
        #expect(try await store.eraseDue(at: later(years: 3), for: job) == 5)
        #expect(
            try await scratch.byHand("SELECT id FROM recordEntry ORDER BY number")
                == ["Licence", "Medical", "Course"].compactMap { written[$0].map { "\($0)" } }.joined(separator: "\n"))
        let (first, last) = (Hospital.date("2026-03-02"), Hospital.date("2026-03-29"))
        let vera = try await filing.hospital.caller("vera")
        #expect(
            try await store.unitAbsences(in: Hospital.ward, from: first, through: last, for: vera) == [
                Absence(person: "mia", first: first, last: last, word: .notEligible)
            ])
        #expect(try await store.eraseDue(at: later(years: 3), for: job) == 0)
        try await store.close()
    }

    @Test("stays while it is contested", arguments: StoreKind.allCases)
    func contested(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let administrator = try await filing.hospital.caller(Hospital.administrator)
        try await filing.store.setRetention(
            Retention([.training: RetentionRule(years: 0, from: .writing)]), for: administrator)
        let entry = try await filing.write("Drill")
        let contest = try await filing.contest(entry, "Which drill")
        let job = try await filing.store.entrance.admit(.retention, at: later(years: 1))
        #expect(try await filing.store.eraseDue(at: later(years: 1), for: job) == 0)
        try await filing.write("The one of 3 May", superseding: contest)
        #expect(try await filing.store.eraseDue(at: later(years: 1), for: job) == 3)
        #expect(try await filing.titles(for: filing.rita) == [])
        try await filing.store.close()
    }

    @Test("is erased by nobody but whoever may erase people", arguments: StoreKind.allCases)
    func refusals(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let administrator = try await filing.hospital.caller(Hospital.administrator)
        try await filing.store.setRetention(
            Retention([.training: RetentionRule(years: 0, from: .writing)]), for: administrator)
        try await filing.write("Drill")
        for person in ["mia", "pia", "lea", "max", "olof", Hospital.administrator] as [PersonID] {
            let caller = try await filing.hospital.caller(person)
            await #expect(throws: Refusal.self, "\(person)") {
                try await filing.store.eraseDue(at: later(years: 1), for: caller)
            }
        }
        for job in SystemJob.allCases where job != .retention {
            let caller = try await filing.store.entrance.admit(job, at: now)
            await #expect(throws: Refusal.self, "\(job)") {
                try await filing.store.eraseDue(at: later(years: 1), for: caller)
            }
        }
        #expect(try await filing.titles(for: filing.rita) == ["Drill"])
        try await filing.store.close()
    }

    @Test("goes with a person, and leaves rotas without the name", arguments: StoreKind.allCases)
    func erasesPerson(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let store = filing.store
        let pia = try await filing.hospital.caller("pia")
        let problem = try await store.add(
            problem: Array("Mia and Pia".utf8), name: "Ward 7", unit: Hospital.ward, at: now, for: pia)
        let other = try await store.add(
            problem: Array("Pia".utf8), name: "Ward 7", unit: Hospital.ward, at: now, for: pia)
        let visit = try await filing.hospital.visit("mia")
        _ = try await store.issueToken(
            name: "x", rights: [.readRotas], until: Instant(seconds: now.seconds + 60), for: visit.caller, at: now,
            using: &filing.random)
        let old = try await filing.write("Quagga", "okapi")
        try await filing.write("Quagga again", superseding: old)
        let sealed = try await filing.write("Migraine", "", .health)
        _ = try await filing.contest(sealed, "No")
        _ = try await store.readEntry(sealed, for: filing.max, at: now)
        let rewriting: @Sendable ([UInt8]) -> [UInt8]? = { document in
            let text = String(decoding: document, as: UTF8.self)
            return text.contains("Mia") ? Array(text.replacing("Mia", with: PersonEntry.erasedName).utf8) : nil
        }
        try await store.erasePerson("mia", for: filing.rita, at: now, rewriting: rewriting)
        #expect(try await filing.titles(for: filing.rita) == [])
        #expect(try await filing.found("quagga", for: filing.rita) == [])
        let person = try await store.person("mia", on: Hospital.date("2026-01-05"), for: filing.rita)
        #expect(person.name == PersonEntry.erasedName && person.rank == nil && person.units == ["ward-7"])
        #expect(try await store.problem(problem, for: pia).document == Array("Erased person and Pia".utf8))
        #expect(try await store.problem(other, for: pia).document == Array("Pia".utf8))
        await #expect(throws: Refusal.hidden) { try await filing.hospital.signIn("mia") }
        // Her days of belonging end today.
        let tomorrow = try await store.crew(of: "ward-7", on: Hospital.date("2026-01-10"), for: filing.rita)
        #expect(!tomorrow.contains { $0.id == "mia" })
        #expect(try await scratch.byHand("SELECT count(*) FROM reading") == "1")
        for table in ["session", "apiToken", "calendarFeed", "account"] {
            let left = try await scratch.byHand("SELECT * FROM \(table)")
            #expect(!left.contains("mia"), "\(table)")
        }
        // Who wrote entries of others stays named by the id.
        try await store.erasePerson("gone", for: filing.rita, at: now, rewriting: rewriting)
        await #expect(throws: Refusal.forbidden) {
            try await store.erasePerson("rita", for: filing.rita, at: now, rewriting: rewriting)
        }
        try await store.close()
    }

    @Test("leaves no trace in the file's unused pages")
    func freePages() async throws {
        let scratch = try await ScratchStore(.sqlite)
        var filing = try await Filing(scratch)
        for number in 1...40 { try await filing.write("Drill \(number)", "plesiosaur\(number) in the basement") }
        try await filing.store.erasePerson("mia", for: filing.rita, at: now) { _ in nil }
        try await filing.store.close()
        let files = try FileManager.default.contentsOfDirectory(at: scratch.folder, includingPropertiesForKeys: nil)
        let bytes = try files.reduce(into: Data()) { $0 += try Data(contentsOf: $1) }
        #expect(bytes.range(of: Data("plesiosaur".utf8)) == nil, "\(files.map(\.lastPathComponent))")
        // What is still there can be seen: the look itself is no trick.
        #expect(bytes.range(of: Data("Hospital".utf8)) != nil, "\(files.map(\.lastPathComponent)) \(bytes.count)")
    }

    @Test("stays wholly if something of it cannot be erased", arguments: StoreKind.allCases)
    func allOrNothing(kind: StoreKind) async throws {
        struct Unreadable: Error {}
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        let pia = try await filing.hospital.caller("pia")
        _ = try await filing.store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: pia)
        try await filing.write("Drill")
        await #expect(throws: Unreadable.self) {
            try await filing.store.erasePerson("mia", for: filing.rita, at: now) { _ in throw Unreadable() }
        }
        #expect(try await filing.titles(for: filing.rita) == ["Drill"])
        _ = try await filing.hospital.signIn("mia")
        try await filing.store.close()
    }
}
