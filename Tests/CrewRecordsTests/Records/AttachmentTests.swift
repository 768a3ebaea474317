import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Attachments")
struct AttachmentTests {
    static let pdf = Array("%PDF-1.7\n".utf8)
    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]
    static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]
    static let webp: [UInt8] = Array("RIFF".utf8) + [1, 0, 0, 0] + Array("WEBPVP8 ".utf8)

    private func code(_ name: String, _ declared: String?, _ bytes: [UInt8]) -> RecordError.Code? {
        do {
            _ = try AttachedFile(name: name, declared: declared, bytes: bytes)
            return nil
        } catch {
            return error.code
        }
    }

    @Test(
        "are what their bytes say",
        arguments: [
            (pdf, AttachmentType.pdf), (png, .png), (jpeg, .jpeg), (webp, .webp), (Array("Grüße\r\n\t".utf8), .text),
            (Array("<script>alert(1)</script>".utf8), .text),
        ])
    func types(bytes: [UInt8], type: AttachmentType) throws {
        #expect(AttachmentType(of: bytes) == type)
        #expect(try AttachedFile(name: "x", declared: nil, bytes: bytes).type == type)
        #expect(try AttachedFile(name: "x", declared: "application/octet-stream", bytes: bytes).type == type)
    }

    @Test(
        "are refused if they are anything else",
        arguments: [
            Array("MZ\u{0}\u{3}".utf8), Array("PK\u{3}\u{4}".utf8), [0xFF, 0xFE, 0x41, 0x00], [0xC3, 0x28],
            Array("GIF89a\u{1}".utf8), Array("%PD".utf8) + [0], Array("RIFF____WAVE\u{0}".utf8),
        ])
    func unknown(bytes: [UInt8]) {
        #expect(code("x.pdf", nil, bytes) == .unknownType)
    }

    @Test("are refused if they were declared as something else, are empty or too large")
    func refused() {
        #expect(code("x.pdf", "application/pdf", Self.png) == .otherType)
        #expect(code("x.html", "text/html", Array("<p>".utf8)) == .otherType)
        #expect(code("x.svg", "image/svg+xml", Array("<svg/>".utf8)) == .otherType)
        #expect(code("x.txt", "text/plain; charset=utf-8", Array("a".utf8)) == nil)
        #expect(code("x.csv", "TEXT/CSV", Array("a".utf8)) == nil)
        #expect(code("x", nil, []) == .emptyAttachment)
        let most = Self.pdf + [UInt8](repeating: 0, count: AttachedFile.largest - Self.pdf.count)
        #expect(code("x", nil, most) == nil)
        #expect(code("x", nil, most + [0]) == .largeAttachment)
    }

    @Test(
        "have names without folders, tricks and foreign endings",
        arguments: [
            ("certificate.pdf", "certificate.pdf"), ("C:\\fakepath\\Zeugnis 1.PDF", "Zeugnis 1.pdf"),
            ("../../etc/passwd", "passwd.pdf"), ("a\u{202E}fdp.exe", "afdp.exe.pdf"), ("x.pdf.html", "x.pdf.html.pdf"),
            ("  spaced   out .pdf", "spaced out .pdf"), ("\"quoted\";<b>.pdf", "_quoted___b_.pdf"),
            ("", "attachment.pdf"),
            (".pdf", "pdf.pdf"), ("...", "attachment.pdf"), ("line\r\nbreak.pdf", "linebreak.pdf"),
            ("e\u{301}.pdf", "é.pdf"), ("日本.pdf", "日本.pdf"),
        ])
    func names(sent: String, kept: String) throws {
        #expect(try AttachedFile(name: sent, declared: nil, bytes: Self.pdf).name == kept)
    }

    @Test("have a clean name whatever was sent")
    func anyName() throws {
        let seed: UInt64 = 5
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2000 {
            let scalars = (0..<random.number(in: 0...300)).compactMap { _ in
                Unicode.Scalar(UInt32(random.below(random.chance(percent: 70) ? 0x80 : 0x11_0000)))
            }
            let sent = String(String.UnicodeScalarView(scalars))
            let name = try AttachedFile(name: sent, declared: nil, bytes: Self.jpeg).name
            #expect(name.count <= 105 && name.utf8.count <= 210 && !name.hasPrefix("."), "seed \(seed)")
            #expect([".jpg", ".jpeg"].contains { name.lowercased().hasSuffix($0) }, "seed \(seed): \(name)")
            #expect(!name.contains { "/\\\"\r\n\0;".contains($0) }, "seed \(seed): \(name.debugDescription)")
        }
    }

    @Test("are sealed with their entry, each in its own place")
    func sealed() throws {
        var random = SeededGenerator(seed: 3)
        let ring = try House.ring()
        let keeper = try House.caller("kim", (.medicalKeeper, "ship"))
        let permit = try keeper.permit(
            WriteEntry.self, on: try #require(EntrySubject(House.ines, .health, .sealed)))
        let entry = try RecordEntry.write(
            Confidential(EntryContent(title: "Finding")), as: "e2", by: permit, at: House.now, with: ring,
            using: &random)
        let files = [
            try AttachedFile(name: "scan.pdf", declared: nil, bytes: Self.pdf),
            try AttachedFile(name: "photo.png", declared: nil, bytes: Self.png),
        ]
        let attachments = try entry.attaching(
            files.map { Confidential($0) }, as: ["a1", "a2"], in: ring.organisation, with: ring, using: &random)
        let reading = try House.reading(of: "e2")
        for (attachment, file) in zip(attachments, files) {
            #expect(try entry.file(of: attachment, for: reading, with: ring).reveal() == file)
            #expect(!String(reflecting: attachment).contains("scan"))
        }
        let swapped = Attachment(id: "a1", entry: "e2", content: attachments[1].content)
        #expect { try entry.file(of: swapped, for: reading, with: ring) } throws: {
            ($0 as? SealingError)?.code == .notOpened
        }
        let other = try House.reading(of: "e1")
        #expect { try entry.file(of: attachments[0], for: other, with: ring) } throws: {
            ($0 as? SealingError)?.code == .notLogged
        }
    }
}
