import Foundation
import RotaFormats
import RotaModel
import Testing

@Suite("JSON that is no document")
struct JSONContentTests {
    @Test("is read as what it says, and written so again")
    func read() throws {
        let text = #"{"a":[1,2.5,1e3,-0],"b":{"c":true,"d":null},"e":"\u00e9\n"}"#
        let expected: JSONContent = [
            "a": [1, .fraction(2.5), 1000, 0], "b": ["c": true, "d": .null], "e": "é\n",
        ]
        let (content, diagnostics) = JSONContent.read(Array(text.utf8))
        #expect(content == expected)
        #expect(diagnostics.isEmpty)
        let written = try JSONEncoder().encode(expected)
        #expect(JSONContent.read(Array(written)).content == expected)
    }

    @Test(
        "is not read if anything is wrong with it",
        arguments: [
            "", "{", "[1,]", #"{"a":1,"a":2}"#, "nil", "01", "\"\u{1}\"", "[1]x",
            String(repeating: "[", count: 100_000),
        ])
    func faults(text: String) {
        let (content, diagnostics) = JSONContent.read(Array(text.utf8))
        #expect(content == nil)
        #expect(!diagnostics.isEmpty)
    }
}
