import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("The store's keys")
struct KeyTests {
    @Test(
        "are made with the first master key, and open what was sealed after the next start",
        arguments: StoreKind.allCases)
    func firstKey(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var sealed = try await Sealed(scratch)
        let absence = try await sealed.ask()
        try await sealed.store.close()
        #expect(try await scratch.byHand("SELECT number FROM dataKey") == "1")

        sealed = try await Sealed(scratch)
        #expect(try await sealed.open(absence, as: "max") == AbsenceGround(.illness, reason: "a slipped disc"))
        try await sealed.store.close()
        #expect(try await scratch.byHand("SELECT count(*) FROM dataKey") == "1")
    }

    @Test(
        "let nothing start that could not open what it holds, and say which key is wanted",
        arguments: StoreKind.allCases)
    func refuseToStart(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let master = try Sample.master()
        try await scratch.open(masters: [master]).close()
        await #expect { try await scratch.open() } throws: { error in
            code(error) == .noMasterKey && "\(error)".contains("--master-key-file")
        }
        let other = try Sealed.other()
        await #expect { try await scratch.open(masters: [other]) } throws: { error in
            sealingCode(error) == .wrongMasterKey && "\(error)".contains(master.id.rawValue)
                && "\(error)".contains(other.id.rawValue)
        }
        try await scratch.byHand("UPDATE dataKey SET box = \(Self.zeros(kind))")
        await #expect { try await scratch.open(masters: [master]) } throws: { sealingCode($0) == .damagedDataKey }
    }

    private static func zeros(_ kind: StoreKind) -> String {
        kind == .sqlite ? "zeroblob(60)" : "decode(repeat('00', 60), 'hex')"
    }

    @Test("are not needed as long as nothing is sealed", arguments: StoreKind.allCases)
    func withoutKey(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var sealed = try await Sealed(scratch, masters: [])
        await #expect { try await sealed.ask() } throws: { code($0) == .noMasterKey }
        await #expect { try await sealed.decide(.fit) } throws: { code($0) == .noMasterKey }
        await #expect { try await sealed.breakGlass() } throws: { code($0) == .noMasterKey }
        #expect(try await sealed.readings().isEmpty)
        let mia = try await sealed.hospital.caller("mia")
        #expect(try await sealed.store.absences(of: "mia", for: mia, at: Sample.now).away.isEmpty)
        try await sealed.store.close()
        // From the day on which there is a master key, it can be done.
        sealed = try await Sealed(scratch)
        try await sealed.ask()
        try await sealed.store.close()
    }

    @Test(
        "rotate: what was sealed before stays readable under the key it was sealed with", arguments: StoreKind.allCases)
    func rotateDataKey(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var sealed = try await Sealed(scratch)
        let old = try await sealed.ask(.illness, "sealed under the first")
        var random = SystemRandomNumberGenerator()
        let job = try await sealed.store.entrance.admit(.keys, at: Sample.now)
        #expect(try await sealed.store.makeDataKey(for: job, using: &random) == DataKeyNumber(2))
        let new = try await sealed.ask(.training, "sealed under the second")
        for _ in 0..<2 {
            #expect(try await sealed.open(old, as: "max").reason == "sealed under the first")
            #expect(try await sealed.open(new, as: "max").reason == "sealed under the second")
            try await sealed.store.close()
            sealed = try await Sealed(scratch)
        }
        // The number of its key stands in an envelope, after the version.
        let numbers = kind == .sqlite ? "hex(substr(ground, 2, 4))" : "encode(substr(ground, 2, 4), 'hex')"
        let found = try await scratch.byHand("SELECT \(numbers) FROM absence ORDER BY 1")
        #expect(found == "00000001\n00000002")
        try await sealed.store.close()
    }

    @Test("made by one server are taken up by another that goes on running")
    func twoServers() async throws {
        let scratch = try await ScratchStore(.postgres)
        var first = try await Sealed(scratch)
        let second = try await Sealed(scratch)
        let old = try await first.ask()
        #expect(try await second.open(old, as: "max").kind == .illness)
        var random = SystemRandomNumberGenerator()
        let job = try await first.store.entrance.admit(.keys, at: Sample.now)
        _ = try await first.store.makeDataKey(for: job, using: &random)
        let new = try await first.ask(.family)
        #expect(try await second.open(new, as: "max").kind == .family)
        #expect(try await second.open(old, as: "max").kind == .illness)
        try await first.store.close()
        try await second.store.close()
    }

    @Test("are wrapped with a new master key, and the former one opens nothing then", arguments: StoreKind.allCases)
    func rotateMasterKey(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let (former, new) = (try Sample.master(), try Sealed.other())
        var sealed = try await Sealed(scratch, masters: [former])
        let absence = try await sealed.ask()
        let before = try await scratch.byHand("SELECT ground FROM absence")
        try await sealed.store.close()

        sealed = try await Sealed(scratch, masters: [new, former])
        var random = SystemRandomNumberGenerator()
        let job = try await sealed.store.entrance.admit(.keys, at: Sample.now)
        _ = try await sealed.store.makeDataKey(for: job, using: &random)
        // The new data key is wrapped with the new master key already.
        #expect(try await sealed.store.rewrapDataKeys(for: job, using: &random) == 1)
        #expect(try await sealed.store.rewrapDataKeys(for: job, using: &random) == 0)
        #expect(try await sealed.open(absence, as: "max").kind == .illness)
        try await sealed.store.close()
        #expect(try await scratch.byHand("SELECT ground FROM absence") == before, "sealed fields stay as they are")

        await #expect { try await scratch.open(masters: [former]) } throws: { sealingCode($0) == .wrongMasterKey }
        sealed = try await Sealed(scratch, masters: [new])
        #expect(try await sealed.open(absence, as: "max").kind == .illness)
        try await sealed.store.close()
    }

    @Test("are nowhere in the database as they are, and neither is what they seal", arguments: StoreKind.allCases)
    func nothingPlain(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var sealed = try await Sealed(scratch)
        try await sealed.ask(.illness, "zugzwang")
        try await sealed.decide(.notFitUntil(Hospital.date("2026-02-01")), because: "zugzwang")
        try await sealed.breakGlass(because: "zugzwang in the corridor")
        try await sealed.store.close()
        let tables = ["absence", "fitnessDecision", "glassGrant", "notice", "reading", "dataKey"]
        for table in tables {
            let text = try await scratch.byHand("SELECT * FROM \(table)").lowercased()
            for word in ["zugzwang", "7a7567", "illness", "696c6c6e657373"] {
                #expect(!text.contains(word), "\(table) holds \(word)")
            }
        }
        for (table, column) in [("absence", "ground"), ("fitnessDecision", "reason"), ("glassGrant", "reason")] {
            #expect(try await scratch.byHand("SELECT length(\(column)) FROM \(table)") == "289", "of any length alike")
        }
    }
}
