import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("The search")
struct SearchTests {
    let now = Sample.now

    @Test(
        "finds whole words, whatever their case and accents, and the beginning of the last",
        arguments: StoreKind.allCases)
    func words(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        try await filing.write("Kurs für Brandschutz", "ÅNGSTRÖM, naïve; x-ray 12b")
        try await filing.write("Fire drill", "with the brass")
        let rita = filing.rita
        let cases: [(String, [String])] = [
            ("fur", ["Kurs für Brandschutz"]), ("ANGSTROM", ["Kurs für Brandschutz"]),
            ("ray", ["Kurs für Brandschutz"]),
            ("12b x", ["Kurs für Brandschutz"]), ("12", []), ("bra", ["Fire drill", "Kurs für Brandschutz"]),
            ("br", []),
            ("brandschutz kurs", ["Kurs für Brandschutz"]), ("bran kurs", []), ("kurs bran", ["Kurs für Brandschutz"]),
            ("fire fire", ["Fire drill"]), ("drill kurs", []), ("6d6961", []),
        ]
        for (text, titles) in cases { #expect(try await filing.found(text, for: rita) == titles, "\(text)") }
        try await filing.store.close()
    }

    @Test(
        "shows the newest first, a page at a time, each with the words round what was found",
        arguments: StoreKind.allCases)
    func pages(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        for number in 1...7 { try await filing.write("Drill \(number)", "number \(number) of <7> in the year") }
        let query = try SearchQuery("year drill")
        var (seen, last): ([String], EntryID?) = ([], nil)
        repeat {
            let page = try await filing.store.search(query, after: last, limit: 3, for: filing.rita, at: now)
            seen += page.hits.map(\.title)
            last = page.next
            let excerpt = try #require(page.hits.first?.excerpt)
            #expect(excerpt.parts.filter(\.isHit).map(\.text) == ["year"])
            #expect(page.hits.allSatisfy { $0.name == "Mia" })
        } while last != nil && seen.count < 20
        #expect(seen == (1...7).reversed().map { "Drill \($0)" })
        await #expect(throws: Refusal.hidden) {
            try await filing.store.search(query, after: "nothing", limit: 3, for: filing.rita, at: now)
        }
        try await filing.store.close()
    }

    @Test("finds people by name, as far as the searcher may know of them", arguments: StoreKind.allCases)
    func people(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let filing = try await Filing(scratch)
        func named(_ text: String, for person: PersonID) async throws -> [String] {
            let caller = try await filing.hospital.caller(person)
            return try await filing.store.search(try SearchQuery(text), limit: 9, for: caller, at: now).people.map(
                \.name)
        }
        #expect(try await named("MIA", for: "pia") == ["Mia"])
        #expect(try await named("olo", for: "pia") == [])
        #expect(try await named("olo", for: "rita") == ["Olof"])
        #expect(try await named("ol", for: "rita") == [])
        try await filing.store.close()
    }

    @Test("never finds what is sealed, nor tells that there is something", arguments: StoreKind.allCases)
    func sealed(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        try await filing.write("Migraine", "zebra", .health)
        try await filing.write("Warned", "zebra", .conduct, .sealed)
        for person in ["mia", "lea", "rita", "max", Hospital.administrator] as [PersonID] {
            let caller = try await filing.hospital.caller(person)
            for word in ["zebra", "migraine", "warned"] {
                #expect(try await filing.found(word, for: caller).isEmpty, "\(person) \(word)")
            }
        }
        try await filing.store.close()
    }

    private static let vocabulary = ["fire", "firearm", "drill", "course", "boat", "first", "aid", "crane", "å", "øl"]

    /// Entries of everybody, in every class that is not sealed.
    private func fill(_ filing: inout Filing, _ random: inout SeededGenerator) async throws {
        let people = Hospital.directory().people.map(\.id) + [Hospital.administrator]
        for number in 0..<120 {
            let category = random.pick(RecordCategory.allCases.filter { $0 != .health })
            let recordClass = random.pick(category.classes.filter { $0 != .sealed })
            var person = random.pick(people)
            if person == "rita" { person = "mia" }
            let words = (0..<random.number(in: 1...4)).map { _ in random.pick(Self.vocabulary) }
            try await filing.write("\(number)", words.joined(separator: " "), category, recordClass, of: person)
        }
    }

    @Test("finds all that the searcher may read and no more, whoever it is", arguments: StoreKind.allCases)
    func reach(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        var random = SeededGenerator(seed: 11)
        try await fill(&filing, &random)
        let searchers = Hospital.roles.map(\.person) + ["mia", "olof", "gone", Hospital.administrator]
        let people = Hospital.directory().people.map(\.id) + [Hospital.administrator]
        var found = 0
        for searcher in searchers {
            let caller = try await filing.hospital.caller(searcher)
            var readable: [(number: Int, words: [String])] = []
            for person in people {
                do {
                    for entry in try await filing.store.file(of: person, for: caller, at: now).entries {
                        guard let content = entry.content, let number = Int(content.title) else { continue }
                        readable.append((number, SearchWords.words(of: content.body)))
                    }
                } catch Refusal.hidden {}
            }
            for _ in 0..<8 {
                let query = try SearchQuery(
                    (0..<random.number(in: 1...2)).map { _ in random.pick(Self.vocabulary) }.joined(separator: " "))
                let expected = readable.filter { query.isFound(among: $0.words) }.map(\.number).sorted(by: >)
                let hits = try await filing.store.search(query, limit: 200, for: caller, at: now).hits
                #expect(hits.map(\.title) == expected.map(String.init), "\(searcher) \(query.words)")
                found += hits.count
            }
        }
        #expect(found > 100)
        try await filing.store.close()
    }

    @Test("reads whatever is typed as words, and never as the index's own language", arguments: StoreKind.allCases)
    func fuzz(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var filing = try await Filing(scratch)
        try await filing.write("Fire drill")
        let seed = UInt64(Sample.now.seconds)
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "fire", "\"", "'", "''", "\\", "*", "^", ":", ":*", "(", ")", "-", "+", "&", "|", "!", "<->", "NEAR", "AND",
            "OR", "NOT", "{", "}", "_6d6961", "%", "?", "$1", ";", "--", "\u{0}", "\u{1F600}", "é", "e\u{301}", "ﬁre",
            "日本", "\n", " ", "\t", "x", "İ", "ß", "\u{200D}", "٣", "½", "words:", "fire*",
        ]
        var searches = 0
        for _ in 0..<400 {
            let text = (0..<random.number(in: 1...9)).map { _ in random.pick(pieces) }.joined()
            guard let query = try? SearchQuery(text) else { continue }
            searches += 1
            let page = try await filing.store.search(query, limit: 5, for: filing.rita, at: now)
            let isThere = query.isFound(among: ["fire", "drill"])
            #expect(page.hits.count == (isThere ? 1 : 0), "seed \(seed): \(text.debugDescription)")
        }
        #expect(searches > 200)
        try await filing.store.close()
    }
}
