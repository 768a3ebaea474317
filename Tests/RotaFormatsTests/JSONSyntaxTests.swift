import RotaFormats
import RotaModel
import Testing
import WatchbillTestKit

@Suite("JSON that is none")
struct JSONSyntaxTests {
    /// What is told of a text, without what the document lacks.
    private static func faults(_ text: String) -> [String] { faults(Array(text.utf8)) }

    private static func faults(_ bytes: [UInt8]) -> [String] {
        CrewFile.read(bytes).diagnostics.map(\.description).filter { !$0.contains(" is missing in a crew document") }
    }

    @Test(
        "Each slip is told with its place",
        arguments: [
            ("", "1:1: error: The file is empty; a JSON object is expected."),
            (" \n\t", "2:2: error: The file is empty; a JSON object is expected."),
            ("{", "1:2: error: The text ends where a } is expected for the { in line 1, column 1."),
            ("{\"$schema\": [1,\n", "2:1: error: The text ends where a ] is expected for the [ in line 1, column 13."),
            ("{]", "1:2: error: ] stands where } is expected."),
            ("{\"$schema\" \"x\"}", "1:12: error: A colon is expected after the key \"$schema\"."),
            ("{\"$schema\"", "1:11: error: A colon is expected after the key \"$schema\"."),
            ("{\"$schema\":}", "1:12: error: } stands where a value is expected."),
            ("{\"$schema\":,}", "1:12: error: A comma stands where a value or a key is expected."),
            ("{\"$schema\"::\"\"}", "1:12: error: A colon stands where a value is expected."),
            ("{\"$schema\":\"\":\"\"}", "1:14: error: A colon stands where a comma is expected."),
            ("{'$schema': 1}", "1:2: error: ' stands where a key in double quotes is expected."),
            ("{// no\n}", "1:2: error: / stands where a key in double quotes is expected."),
            ("{\"$schema\": ?}", "1:13: error: ? stands where a value is expected."),
            ("{\"$schema\": \"a}", "1:13: error: The string that begins here does not end."),
            ("{\"$schema\": \"a\n\"}", "1:13: error: The string that begins here does not end in its line."),
            ("{\"$schema\": \"a\\\"", "1:13: error: The string that begins here does not end."),
            ("{\"$schema\": \"a\\", "1:13: error: The string that begins here does not end."),
            ("[1] 2", "1:5: error: 2 stands after the end of the document."),
            ("{} {}", "1:4: error: { stands after the end of the document."),
        ])
    func slips(text: String, fault: String) {
        #expect(Self.faults(text).contains(fault), "\(Self.faults(text))")
    }

    @Test(
        "A slip that can be passed over does not hide the next",
        arguments: [
            ("{\"$schema\": \"a\",}", "1:17: error: A comma stands before }."),
            ("{,\"$schema\": \"a\"}", "1:2: error: A comma stands where a value or a key is expected."),
            ("{\"$schema\": \"a\",,}", "1:17: error: A comma stands where a value or a key is expected."),
            (
                "{\"$schema\": \"\\x\"}",
                "1:14: error: There is no such escape; \\n, \\t, \\\", \\\\ and \\uXXXX are some that there are."
            ),
            ("{\"$schema\": \"\\u12g4\"}", "1:14: error: Four hexadecimal digits are expected after \\u."),
            ("{\"$schema\": \"\\ud83d\"}", "1:14: error: Half of a surrogate pair stands alone."),
            ("{\"$schema\": \"\\ud83d\\u0041\"}", "1:14: error: Half of a surrogate pair stands alone."),
            ("{\"$schema\": \"\\ude00\"}", "1:14: error: Half of a surrogate pair stands alone."),
            (
                "{\"$schema\": \"a\tb\"}",
                "1:15: error: The control character 0x09 stands in a string; write it as an escape."
            ),
            ("{\"$schema\": \"a\" \"$schem\": 1}", "1:17: error: A comma is missing before \"."),
            (
                "{\"$schema\": \"a\",\n\"$schema\": \"a\"}",
                "2:1: error: The key \"$schema\" is there already, in line 1, column 2."
            ),
            (
                "{\"$schema\": \"a\", \"\\u0024schema\": \"a\"}",
                "1:18: error: The key \"$schema\" is there already, in line 1, column 2."
            ),
        ])
    func recoverable(text: String, fault: String) {
        let faults = CrewFile.read(Array(text.utf8)).diagnostics.map(\.description)
        #expect(faults.contains(fault), "\(faults)")
        // The reader went on.
        #expect(faults.contains("1:1: /: error: \"unit\" is missing in a crew document."))
    }

    @Test("Numbers and words are as JSON writes them")
    func scalars() {
        for number in ["01", "-", "1.", ".5", "1e", "+1", "0x10", "1_000", "--1", "1e+", "1.e3"] {
            let faults = Self.faults("{\"demand\": \(number)}")
            #expect(
                faults.contains { $0.hasPrefix("1:12: error: ") || $0.hasPrefix("1:12: /demand: error: .") },
                "\(number): \(faults)")
        }
        #expect(
            Self.faults("{\"demand\": True}").first
                == "1:12: error: \"True\" is no value; text stands in double quotes. Maybe you mean true.")
        #expect(
            Self.faults("{\"demand\": NaN}").first == "1:12: error: \"NaN\" is no value; text stands in double quotes.")
        for number in ["0", "-0", "1e3", "1E-2", "-1.25e+10", "99999999999999999999999999"] {
            #expect(
                Self.faults("{\"demand\": \(number)}")
                    == ["1:12: /demand: error: \(number) stands where a list of objects is expected."])
        }
    }

    @Test("A whole number may be written with a point or an exponent, and not be too large")
    func wholeNumbers() {
        func days(_ number: String) -> [String] {
            Self.faults("{\"period\": {\"start\": \"2026-01-05\", \"days\": \(number)}}")
        }
        for number in ["7", "7.0", "70e-1", "0.7e1"] { #expect(days(number) == []) }
        for number in ["7.5", "1e999", "99999999999999999999", "9007199254740993.0"] {
            #expect(
                days(number) == [
                    "1:44: /period/days: error: \(number) stands where a number of days is expected."
                ])
        }
        #expect(
            days("1e10") == [
                "1:44: /period/days: error: The number of days is 10000000000; a whole number from 1 to 731 is expected."
            ])
    }

    @Test("A byte order mark is passed over, other encodings are told")
    func encodings() {
        let text = Array("{\"demand\": 1}".utf8)
        #expect(Self.faults([0xEF, 0xBB, 0xBF] + text) == Self.faults(text))
        #expect(
            Self.faults([0xFE, 0xFF, 0, 0x7B]) == ["1:1: error: The file is UTF-16 text; save it as UTF-8."])
        #expect(
            Self.faults(Array("{\n\"$schema\": \"".utf8) + [0xED, 0xA0, 0x80, 0x22, 0x7D])
                == ["2:13: error: Byte 0xED is not UTF-8 text; save the file as UTF-8."])
        // What lies beyond U+FFFF, as it is and in escapes.
        for name in ["\u{1F6A2} Ward", "\\ud83d\\udea2 Ward"] {
            let file = CrewFile.read(
                Array(CrewFile.write(RandomProblem.make(seed: 1)).replacing("\"Ward\"", with: "\"\(name)\"").utf8)
            ).file
            #expect(file?.problem.unit.name == "\u{1F6A2} Ward")
        }
    }

    @Test("Text that is written is read again, whatever is in it")
    func escapes() {
        var problem = RandomProblem.make(seed: 1)
        problem.unit.name = "\"Ward\" \\ 7 / é \u{1F6A2} \u{2028} \u{FFFD} \u{7E}"
        let text = CrewFile.write(problem)
        #expect(CrewFile.read(Array(text.utf8)).file?.problem == problem)
        #expect(text.contains("\"\\\"Ward\\\" \\\\ 7 / é"))
    }
}
