import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

@Suite("What is searched")
struct SearchWordsTests {
    @Test(
        "are words without case and accents",
        arguments: [
            ("Fire drill, 3rd", ["fire", "drill", "3rd"]), ("Ångström's NAÏVE", ["angstrom", "s", "naive"]),
            ("e\u{301}te\u{301}", ["ete"]), ("ﬁre", ["fire"]), ("x-ray/2026", ["x", "ray", "2026"]),
            ("日本 語", ["日本", "語"]),
            ("a\u{0}b_c", ["a", "b", "c"]), ("", []), ("…—!", []), ("½", ["1", "2"]),
        ])
    func words(text: String, words: [String]) {
        #expect(SearchWords.words(of: text) == words)
    }

    @Test("hold letters and digits alone, and none is too long, whatever the text")
    func anyText() {
        let seed: UInt64 = 9
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2000 {
            let scalars = (0..<random.number(in: 0...120)).compactMap { _ in
                Unicode.Scalar(UInt32(random.below(random.chance(percent: 60) ? 0x300 : 0x11_0000)))
            }
            for word in SearchWords.words(of: String(String.UnicodeScalarView(scalars))) {
                #expect((1...SearchWords.longest).contains(word.unicodeScalars.count), "seed \(seed)")
                #expect(
                    word.unicodeScalars.allSatisfy { scalar in
                        !scalar.isASCII || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
                    }, "seed \(seed): \(word.debugDescription)")
                #expect(SearchWords.words(of: word) == [word], "seed \(seed): \(word.debugDescription)")
            }
        }
    }

    @Test("is asked for by a few words, of which the last may be unfinished")
    func queries() throws {
        let query = try SearchQuery("Fire fire DRI")
        #expect(query.words == ["fire", "dri"] && query.isOpenEnded)
        #expect(query.isFound(among: ["drill", "fire"]) && !query.isFound(among: ["drill", "firearm"]))
        #expect(try !SearchQuery("dr").isOpenEnded)
        #expect(try SearchQuery("dri fire dri").words == ["fire", "dri"])
        func code(_ text: String) -> RecordError.Code? {
            do {
                _ = try SearchQuery(text)
                return nil
            } catch {
                return error.code
            }
        }
        #expect(code("") == .emptyQuery && code(" … ") == .emptyQuery)
        #expect(code(String(repeating: "a", count: 201)) == .longQuery)
        #expect(code("a b c d e f g h") == nil && code("a b c d e f g h i") == .longQuery)
    }

    @Test("is shown with what stands round it")
    func excerpts() throws {
        let query = try SearchQuery("drill")
        let short = Excerpt(of: "A fire DRILL, on deck.", for: query)
        #expect(short.parts.map(\.text).joined() == "A fire DRILL, on deck.")
        #expect(short.parts.filter(\.isHit).map(\.text) == ["DRILL"])
        let long = String(repeating: "word ", count: 200)
        let excerpt = Excerpt(of: long + "the drill " + long, for: query)
        #expect(excerpt.parts.first?.text == "…" && excerpt.parts.last?.text == "…")
        #expect(excerpt.parts.filter(\.isHit).map(\.text) == ["drill"])
        #expect((60...170).contains(excerpt.parts.map(\.text).joined().count))
        #expect(Excerpt(of: long, for: query).parts.contains { $0.isHit } == false)
        #expect(Excerpt(of: "", for: query).parts.isEmpty)
        #expect(Excerpt(of: String(repeating: "x", count: 20_000), for: query).parts[0].text.count <= 160)
    }
}
