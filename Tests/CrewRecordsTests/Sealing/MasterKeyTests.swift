import CrewRecords
import Foundation
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Where the master key comes from")
struct MasterKeyTests {
    private static let bytes: [UInt8] = (0..<32).map { $0 &* 7 &+ 1 }
    private static let base64 = Data(bytes).base64EncodedString()
    private static let digits = bytes.map { String(format: "%02x", $0) }.joined()

    private func code(_ body: () throws -> Void) -> SealingError.Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? SealingError)?.code
        }
    }

    private func withFile(_ text: String, mode: Int, _ body: (String) throws -> Void) throws {
        let folder = try Python.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "key")
        try text.write(to: file, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
        try body(file.path)
    }

    @Test("It is 32 bytes, in hexadecimal or in base64, with white space around them")
    func texts() throws {
        let key = try MasterKey(Self.bytes)
        for text in [Self.base64, Self.digits, Self.digits.uppercased(), " \(Self.base64)\n", "\n\(Self.digits)\r\n"] {
            #expect(try MasterKey(text: text, from: "This").id == key.id)
        }
        #expect(try House.master(2).id != key.id)
    }

    @Test("A new one is read again, and is never the same")
    func fresh() throws {
        var random = SystemRandomNumberGenerator()
        let texts = (0..<20).map { _ in MasterKey.newText(using: &random) }
        #expect(Set(texts).count == 20)
        for text in texts { #expect(try MasterKey(text: text + "\n", from: "This").id.rawValue.count == 16) }
    }

    @Test("Anything else is refused, without a word of it")
    func malformed() throws {
        let wrong = [
            "", "secret", String(Self.base64.dropLast()), Self.base64 + "A", String(Self.digits.dropLast()),
            Self.digits + "0",
            String(Self.digits.dropLast()) + "g", Self.base64.replacingOccurrences(of: "=", with: "*"),
            String(repeating: "00", count: 32), String(repeating: "ff", count: 32),
            Data(Self.bytes.dropLast()).base64EncodedString(), "\(Self.digits.prefix(32)) \(Self.digits.suffix(32))",
        ]
        for text in wrong {
            do {
                _ = try MasterKey(text: text, from: "The file k")
                Issue.record("taken: \(text.count) characters")
            } catch {
                #expect(error.code == .malformedMasterKey)
                for part in [text, String(text.prefix(8)), String(text.suffix(8))] where part.count >= 6 {
                    #expect(!error.message.contains(part))
                }
            }
        }
    }

    @Test("Spoilt keys are another key or refused, never a crash and never quoted")
    func spoilt() throws {
        for seed: UInt64 in 1...2000 {
            var generator = SeededGenerator(seed: seed)
            var text = Array((seed % 2 == 0 ? Self.base64 : Self.digits).utf8)
            for _ in 0...generator.below(3) {
                let place = generator.below(text.count)
                switch generator.below(3) {
                case 0: text[place] = UInt8(generator.below(256))
                case 1: text.remove(at: place)
                default: text.insert(UInt8(generator.below(128)), at: place)
                }
            }
            let spoilt = String(decoding: text, as: UTF8.self)
            do {
                _ = try MasterKey(text: spoilt, from: "This")
            } catch {
                #expect(error.code == .malformedMasterKey, "seed \(seed)")
                #expect(!error.message.contains(spoilt.prefix(10)), "seed \(seed)")
            }
        }
    }

    @Test("A file is read only if nobody but its owner can")
    func file() throws {
        let id = try MasterKey(Self.bytes).id
        for mode in [0o600, 0o400] {
            try withFile(Self.base64 + "\n", mode: mode) { path in
                let key = try MasterKeySource.file(path).masterKey(environment: [:])
                #expect(key.id == id)
            }
        }
        for mode in [0o644, 0o640, 0o604, 0o620, 0o601] {
            try withFile(Self.base64, mode: mode) { path in
                #expect(code { _ = try MasterKeySource.file(path).masterKey(environment: [:]) } == .exposedMasterKey)
            }
        }
        #expect(code { _ = try MasterKeySource.file("/nowhere/key").masterKey(environment: [:]) } == .noMasterKey)
        #expect(code { _ = try MasterKeySource.file("/tmp").masterKey(environment: [:]) } == .unreadableMasterKey)
        #expect(code { _ = try MasterKeySource.file("/dev/null").masterKey(environment: [:]) } == .unreadableMasterKey)
        try withFile(String(repeating: "0", count: 5000), mode: 0o600) { path in
            #expect(code { _ = try MasterKeySource.file(path).masterKey(environment: [:]) } == .malformedMasterKey)
        }
    }

    @Test("A variable of the environment, if it is there")
    func environment() throws {
        let source = MasterKeySource.environment("WATCHBILL_KEY")
        #expect(try source.masterKey(environment: ["WATCHBILL_KEY": Self.digits]).id == MasterKey(Self.bytes).id)
        #expect(code { _ = try source.masterKey(environment: [:]) } == .noMasterKey)
        #expect(code { _ = try source.masterKey(environment: ["WATCHBILL_KEY": ""]) } == .malformedMasterKey)
    }

    @Test("What a command prints, if it ends well; neither its text nor its output is told")
    func command() throws {
        let printing = MasterKeySource.command("echo \(Self.base64)")
        #expect(try printing.masterKey(environment: [:]).id == MasterKey(Self.bytes).id)
        let failing: [(String, SealingError.Code)] = [
            ("echo \(Self.base64); exit 3", .unreadableMasterKey), ("kill -9 $$", .unreadableMasterKey),
            ("true # hush", .malformedMasterKey), ("yes hush | head -c 100000", .malformedMasterKey),
            ("printf '\\377\\376hush'", .malformedMasterKey),
        ]
        for (command, code) in failing {
            do {
                _ = try MasterKeySource.command(command).masterKey(environment: [:])
                Issue.record("taken: \(command)")
            } catch {
                #expect(error.code == code, "\(command)")
                #expect(!error.message.contains("hush"))
                #expect(!error.message.contains(Self.base64.prefix(8)))
            }
        }
    }
}
