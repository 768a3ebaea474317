import CrewRecords
import Foundation
import RotaModel
import Testing
import WatchbillTestKit

/// The format of docs/confidence.md, held against another implementation: Python's `cryptography`, and a script that was
/// written from the document.
@Suite("Seals, opened and made by somebody else")
struct IndependentSealTests {
    private static let script = """
        import sys
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        def field(value):
            if isinstance(value, int):
                value = value.to_bytes(8, "big")
            if isinstance(value, str):
                value = value.encode()
            return len(value).to_bytes(4, "big") + value

        def fields(*values):
            return b"".join(field(value) for value in values)

        def derive(master, use, size):
            return HKDF(algorithm=hashes.SHA256(), length=size, salt=None, info=use.encode()).derive(master)

        mode, master, organisation, person, category, entry, kind, number, given = sys.argv[1:10]
        master, number = bytes.fromhex(master), int(number)
        wrapping = AESGCM(derive(master, "watchbill master key wrap 1", 32))
        name = derive(master, "watchbill master key id 1", 8).hex()
        key_context = fields("watchbill data key 1", organisation, number, name)
        context = fields("watchbill sealed field 1", organisation, person, category, entry, kind, number)

        if mode == "open":
            box, envelope = bytes.fromhex(sys.argv[10]), bytes.fromhex(given)
            data_key = AESGCM(wrapping.decrypt(box[:12], box[12:], key_context))
            assert envelope[0] == 1 and int.from_bytes(envelope[1:5], "big") == number
            padded = data_key.decrypt(envelope[5:17], envelope[17:], context)
            length = int.from_bytes(padded[:4], "big")
            assert not any(padded[4 + length:])
            sys.stdout.buffer.write(padded[4:4 + length])
        else:
            raw = bytes(range(100, 132))
            box = bytes(range(12)) + wrapping.encrypt(bytes(range(12)), raw, key_context)
            value = given.encode()
            padded = len(value).to_bytes(4, "big") + value
            padded += bytes(256 - len(padded))
            nonce = bytes(range(50, 62))
            envelope = bytes([1]) + number.to_bytes(4, "big") + nonce + AESGCM(raw).encrypt(nonce, padded, context)
            print(name, box.hex(), envelope.hex(), end="")
        """

    private static let masterBytes: [UInt8] = (0..<32).map { $0 &* 11 &+ 3 }
    private let place = SealedPlace(House.organisation, "ines", .health, "e1", .entry)

    private func python(_ mode: String, _ number: UInt32, _ more: String...) throws -> String {
        let output = try Python.run(
            Self.script,
            [
                mode, hexadecimal(Self.masterBytes), House.organisation.rawValue, "ines", "health", "e1", "entry",
                "\(number)",
            ] + more)
        return String(decoding: output, as: UTF8.self)
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }

    private func bytes(_ text: Substring) -> [UInt8] {
        stride(from: 0, to: text.count, by: 2).compactMap { UInt8(text.dropFirst($0).prefix(2), radix: 16) }
    }

    @Test("Python opens what is sealed here")
    func opened() throws {
        let master = try MasterKey(Self.masterBytes)
        var generator = SeededGenerator(seed: 12)
        let wrapped = WrappedDataKey.make(
            DataKeyNumber(3), of: House.organisation, under: master, using: &generator)
        let ring = try KeyRing([wrapped], of: House.organisation, under: [master])
        let envelope = try ring.seal(Confidential("Ærlig talt: diabetes"), at: place, using: &generator)
        let text = try python("open", 3, hexadecimal(envelope.bytes), hexadecimal(wrapped.box))
        #expect(text == "Ærlig talt: diabetes")
    }

    @Test("What Python seals is opened here")
    func made() throws {
        let parts = try python("seal", 70_000, "Hørt i fortrolighed").split(separator: " ")
        try #require(parts.count == 3)
        let wrapped = WrappedDataKey(
            number: DataKeyNumber(70_000), master: MasterKeyID(String(parts[0])), box: bytes(parts[1]))
        let ring = try KeyRing([wrapped], of: House.organisation, under: [MasterKey(Self.masterBytes)])
        let value: Confidential<String> = try ring.open(
            SealedEnvelope(bytes(parts[2])), at: place, for: House.reading(of: "e1"))
        #expect(value.reveal() == "Hørt i fortrolighed")
    }
}
