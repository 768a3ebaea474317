import RotaModel
import Testing
import WatchbillServer
import WatchbillTestKit

@Suite("Forms with files")
struct MultipartTests {
    private static func body(_ parts: [(head: String, bytes: [UInt8])], end: String = "--") -> [UInt8] {
        parts.reduce(into: [UInt8]()) { body, part in
            body += Array("\(body.isEmpty ? "" : "\r\n")--B\r\n\(part.head)\r\n\r\n".utf8) + part.bytes
        } + Array("\r\n--B\(end)".utf8)
    }

    private static let field = (head: "Content-Disposition: form-data; name=\"title\"", bytes: Array("Drill".utf8))
    private static let file = (
        head: "Content-Disposition: form-data; name=\"files\"; filename=\"a%22b.txt\"\r\nContent-Type: text/plain",
        bytes: Array("one\r\n--Cis\r\n".utf8)
    )

    @Test("are read as browsers send them")
    func reads() throws {
        for end in ["--", "--\r\n"] {
            let form = try Multipart(Self.body([Self.field, Self.file], end: end), boundary: "B")
            #expect(form.parts.map(\.name) == ["title", "files"])
            #expect(form.parts.map(\.fileName) == [nil, "a\"b.txt"])
            #expect(form.parts.map(\.type) == [nil, "text/plain"])
            #expect(form.parts.map(\.bytes) == [Self.field.bytes, Self.file.bytes])
        }
        let empty = try Multipart(Self.body([(head: Self.field.head, bytes: [])]), boundary: "B")
        #expect(empty.parts[0].bytes.isEmpty)
    }

    @Test(
        "have a boundary of plain characters",
        arguments: [
            ("multipart/form-data; boundary=B", "B"), ("Multipart/Form-Data;boundary=\"a b\"", nil),
            ("multipart/form-data; boundary=\"----x+1\"", "----x+1"), ("multipart/form-data", nil),
            ("multipart/form-data; boundary=", nil), ("multipart/mixed; boundary=B", nil),
            ("multipart/form-data; boundary=B; charset=utf-8", nil),
            ("multipart/form-data; boundary=" + String(repeating: "x", count: 71), nil),
        ] as [(String, String?)])
    func boundaries(type: String, boundary: String?) {
        #expect(Multipart.boundary(of: type) == boundary)
    }

    @Test(
        "are refused if they are anything else",
        arguments: [
            "", "--B", "--B--x", "x--B\r\n", "--B\r\n\r\nno head\r\n--B--",
            "--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--",
            "--B\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--B--",
            "--B\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--B--",
            "--B\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\nx\r\n--B--",
            "--B\r\nContent-Disposition: form-data; name=\"a\"; filename*=UTF-8''b\r\n\r\nx\r\n--B--",
            "--B\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nx\r\n--B--",
            "--B\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nx\r\n--B--",
            "--B\nContent-Disposition: form-data; name=\"a\"\n\nx\n--B--",
            "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--C--",
            "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--B--\r\nmore",
        ])
    func refuses(text: String) {
        #expect(throws: Multipart.Fault.self) { try Multipart(Array(text.utf8), boundary: "B") }
    }

    @Test("are read or refused whatever is sent, and never read beyond their limits")
    func fuzz() throws {
        let seed: UInt64 = 21
        var random = SeededGenerator(seed: seed)
        let whole = Self.body([Self.field, Self.file, Self.field])
        var read = 0
        for _ in 0..<4000 {
            var bytes = whole
            for _ in 0..<random.number(in: 1...4) {
                let place = random.below(bytes.count)
                switch random.below(4) {
                case 0: bytes[place] = UInt8(random.below(256))
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + random.number(in: 1...20)))
                case 2: bytes.insert(contentsOf: Array("\r\n--B\r\n".utf8), at: place)
                default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 30)], at: place)
                }
                if bytes.isEmpty { bytes = [0] }
            }
            guard let form = try? Multipart(bytes, boundary: "B") else { continue }
            read += 1
            #expect(form.parts.count <= Multipart.mostParts, "seed \(seed)")
            #expect(form.parts.reduce(0) { $0 + $1.bytes.count } < bytes.count, "seed \(seed)")
        }
        #expect(read > 100)
        let head = "Content-Disposition: form-data; name=\"\(String(repeating: "x", count: Multipart.longestHead))\""
        #expect(throws: Multipart.Fault.self) { try Multipart(Self.body([(head, [])]), boundary: "B") }
        let many = Array(repeating: Self.field, count: Multipart.mostParts + 1)
        #expect(throws: Multipart.Fault.self) { try Multipart(Self.body(many), boundary: "B") }
    }
}
