import CrewRecords
import RotaModel
import Testing

@Suite("Confidential values show themselves nowhere")
struct ConfidentialTests {
    /// Everything Swift prints of a value without being asked to.
    private func prints(_ value: some Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        var reflected = ""
        for child in Mirror(reflecting: value).children { reflected += String(describing: child) }
        return [String(describing: value), String(reflecting: value), "\(value)", dumped, reflected]
    }

    @Test("neither alone nor within others, in none of the ways Swift prints")
    func prints() throws {
        let content = Confidential(try EntryContent(title: "tuberculosis", body: "since tuberculosis"))
        let entry = try RecordEntry(
            id: "e1", person: "ines", category: .training, recordClass: .unit, content: .open(content),
            writtenBy: "kim", writtenAt: House.now)
        let values: [Any] = [
            Confidential("tuberculosis"), content, [content], ["key": content], Optional(content) as Any, (content, 1),
            entry, [entry], Confidential(["tuberculosis"].map { Array($0.utf8) }[0]),
        ]
        for value in values {
            for text in prints(value) {
                #expect(!text.contains("tuberculosis"))
                // The bytes of it, as an array would print.
                #expect(!text.contains("116, 117, 98"))
            }
        }
        #expect(prints(content).contains("confidential"))
        #expect(content.reveal().title == "tuberculosis")
    }

    @Test("and in no encoding")
    func encoding() throws {
        let values: [Any] = [Confidential("x"), try EntryContent(title: "x"), try AbsenceGround(.illness)]
        for value in values { #expect(!(value is any Encodable)) }
    }

    @Test("Keys show nothing of themselves but their fingerprint")
    func keys() throws {
        let master = try House.master()
        // The bytes begin with 1, 8, 15: as numbers, as digits, in base64.
        for text in prints(master) + prints(try House.ring()) {
            for secret in ["8, 15", "01080f", "AQgPF"] { #expect(!text.contains(secret)) }
            #expect(!text.contains("SymmetricKey"))
        }
        #expect("\(master)" == "master key \(master.id)")
        #expect(master.id.rawValue.count == 16)
    }
}
