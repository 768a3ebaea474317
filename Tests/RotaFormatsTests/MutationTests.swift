import CrewRecords
import Foundation
import RotaFormats
import RotaModel
import RotaRules
import Testing
import WatchbillTestKit

/// Texts spoilt at random: whatever comes of it is a value or a reason, never a crash, and a value comes back the same.
/// WATCHBILL_FUZZ_SECONDS makes each go on for so long; `script/fuzz` searches deeper.
@Suite("Spoilt files")
struct MutationTests {
    /// Calls `body` with seeds from 0 on: 300 of them, or as many as there is time for.
    private static func sweep(_ body: (UInt64) throws -> Void) rethrows {
        let seconds = ProcessInfo.processInfo.environment["WATCHBILL_FUZZ_SECONDS"].flatMap { Int($0) }
        let end = seconds.map { ContinuousClock.now + .seconds($0) }
        var seed: UInt64 = 0
        while end.map({ ContinuousClock.now < $0 }) ?? (seed < 300) {
            try body(seed)
            seed += 1
        }
    }

    private static let size = RandomProblem.Size(people: 1...3, days: 3...9, shiftTypes: 1...3, rules: 3...6)

    /// What is amiss with how a crew was read; nil if nothing.
    private static func fault(_ bytes: [UInt8], _ problem: RotaProblem?, _ diagnostics: [Diagnostic]) -> String? {
        let hasError = diagnostics.contains { $0.severity == .error }
        guard let problem else { return hasError ? nil : "refused without a reason" }
        if hasError { return "read in spite of an error" }
        let invalid = problem.validate()
        if !invalid.isEmpty { return "read, and not valid: \(invalid)" }
        return CrewFile.read(Array(CrewFile.write(problem).utf8)).file?.problem == problem ? nil : "comes back another"
    }

    private static func fault(
        _ bytes: [UInt8], _ rota: Rota?, _ diagnostics: [Diagnostic], of problem: RotaProblem
    ) -> String? {
        guard let rota else { return diagnostics.isEmpty ? "refused without a reason" : nil }
        if !diagnostics.isEmpty { return "read in spite of \(diagnostics)" }
        let text = RotaFile.write(rota, of: problem, as: .json)
        return RotaFile.read(Array(text.utf8), for: problem).rota == rota ? nil : "comes back another"
    }

    @Test("A crew's document, spoilt")
    func crew() {
        Self.sweep { seed in
            let text = Array(CrewFile.write(RandomProblem.make(seed: seed, size: Self.size)).utf8)
            var mutation = Mutation(seed: seed)
            for number in 0..<10 {
                let bytes = number % 2 == 0 ? mutation.ofJSON(text) : mutation.ofBytes(text)
                let (file, diagnostics) = CrewFile.read(bytes, fileName: "f")
                let fault = Self.fault(bytes, file?.problem, diagnostics)
                #expect(fault == nil, "seed \(seed), number \(number)")
            }
        }
    }

    @Test("A set-up's document, spoilt")
    func setup() {
        Self.sweep { seed in
            let problem = RandomProblem.make(seed: seed, size: Self.size)
            var setup = UnitSetup(of: problem)
            setup.holidayRegion = "DE-BY"
            setup.holidays = [Holiday(date: problem.start, name: "Ours")]
            let text = Array(SetupFile.write(setup).utf8)
            var mutation = Mutation(seed: seed)
            for number in 0..<10 {
                let bytes = number % 2 == 0 ? mutation.ofJSON(text) : mutation.ofBytes(text)
                let (read, diagnostics) = SetupFile.read(bytes, in: problem)
                #expect(
                    (read == nil) == diagnostics.contains { $0.severity == .error }, "seed \(seed), number \(number)")
                guard let read else { continue }
                #expect(SetupFile.read(Array(SetupFile.write(read).utf8)) == read, "seed \(seed), number \(number)")
                var made = problem
                _ = read.fill(&made)
                // Every one that is read makes problems, or ones that are refused with a reason; never a crash.
                _ = made.validate()
            }
        }
    }

    /// What is amiss with how a directory was read; nil if nothing.
    private static func fault(_ directory: Directory?, _ diagnostics: [Diagnostic]) -> String? {
        guard let directory else { return diagnostics.isEmpty ? "refused without a reason" : nil }
        if !diagnostics.isEmpty { return "read in spite of \(diagnostics)" }
        let invalid = directory.validate()
        if !invalid.isEmpty { return "read, and not valid: \(invalid)" }
        let faults =
            DirectoryRoundTripTests.faultsOfDocument(directory) + DirectoryRoundTripTests.faultsOfTables(directory)
        return faults.first
    }

    @Test("A directory's document, spoilt")
    func directory() {
        Self.sweep { seed in
            let text = Array(DirectoryFile.write(RandomDirectory.make(seed: seed, people: 1...4)).utf8)
            var mutation = Mutation(seed: seed)
            for number in 0..<10 {
                let bytes = number % 2 == 0 ? mutation.ofJSON(text) : mutation.ofBytes(text)
                let (directory, diagnostics) = DirectoryFile.read(bytes, fileName: "f")
                let fault = Self.fault(directory, diagnostics)
                #expect(fault == nil, "seed \(seed), number \(number)")
            }
        }
    }

    @Test("A directory's tables, spoilt one at a time")
    func tables() {
        var read = 0
        Self.sweep { seed in
            let directory = RandomDirectory.make(seed: seed, people: 1...4)
            let files = DirectoryTestFiles.files(DirectoryFile.tables(of: directory))
            var mutation = Mutation(seed: seed)
            for number in files.indices {
                for isCSV in [true, false] {
                    var spoilt = files
                    let bytes = files[number].bytes
                    spoilt[number] = SourceFile(
                        name: files[number].name, bytes: isCSV ? mutation.ofCSV(bytes) : mutation.ofBytes(bytes))
                    let (directory, diagnostics) = DirectoryFile.read(tables: spoilt, folder: "d")
                    let fault = Self.fault(directory, diagnostics)
                    #expect(fault == nil, "seed \(seed), \(files[number].name ?? ""), CSV \(isCSV)")
                    if directory != nil { read += 1 }
                }
            }
        }
        #expect(read > 100)
    }

    @Test("The benchmark's text, spoilt")
    func nrp() {
        let text = Array(NRPReaderTests.small.utf8)
        Self.sweep { seed in
            var mutation = Mutation(seed: seed)
            for number in 0..<10 {
                let bytes = mutation.ofBytes(text)
                let (problem, diagnostics) = NRPReader.read(bytes, fileName: "f")
                let fault = Self.fault(bytes, problem, diagnostics)
                #expect(fault == nil, "seed \(seed), number \(number)")
            }
        }
    }

    @Test("The first competition's XML, spoilt")
    func inrc1() {
        let text = Array(INRC1Tests.small.utf8)
        Self.sweep { seed in
            var mutation = Mutation(seed: seed)
            for number in 0..<10 {
                let bytes = mutation.ofBytes(text)
                let (problem, diagnostics) = INRC1Reader.read(bytes, fileName: "f")
                let fault = Self.fault(bytes, problem, diagnostics)
                #expect(fault == nil, "seed \(seed), number \(number)")
            }
        }
    }

    @Test("Rotas in all formats, spoilt", arguments: RotaFile.Format.allCases)
    func rota(format: RotaFile.Format) {
        Self.sweep { seed in
            let problem = RandomProblem.make(seed: seed, size: Self.size)
            let text = Array(RotaFile.write(RandomProblem.rota(for: problem, seed: seed), of: problem, as: format).utf8)
            var mutation = Mutation(seed: seed)
            for number in 0..<10 {
                let bytes =
                    switch format {
                    case .json where number % 2 == 0: mutation.ofJSON(text)
                    case .csv where number % 2 == 0: mutation.ofCSV(text)
                    default: mutation.ofBytes(text)
                    }
                let (rota, diagnostics) = RotaFile.read(bytes, for: problem, fileName: "f")
                let fault = Self.fault(bytes, rota, diagnostics, of: problem)
                #expect(fault == nil, "seed \(seed), number \(number)")
                let (cells, faults) = RotaFile.cells(bytes, of: problem, fileName: "f")
                #expect((cells == nil) == !faults.isEmpty, "seed \(seed), number \(number)")
            }
        }
    }

    @Test("The second competition's files, spoilt one at a time")
    func inrc2() throws {
        let (scenario, history, weeks) = INRC2Tests.files(weeks: [INRC2Tests.week, INRC2Tests.week])
        let whole = try #require(INRC2Reader.read(scenario: scenario, history: history, weeks: weeks).problem)
        Self.sweep { seed in
            var mutation = Mutation(seed: seed)
            func spoilt(_ file: SourceFile) -> SourceFile {
                SourceFile(name: file.name, bytes: mutation.ofBytes(file.bytes))
            }
            let readings = [
                INRC2Reader.read(scenario: spoilt(scenario), history: history, weeks: weeks),
                INRC2Reader.read(scenario: scenario, history: spoilt(history), weeks: weeks),
                INRC2Reader.read(scenario: scenario, history: history, weeks: [weeks[0], spoilt(weeks[1])]),
            ]
            for (number, (problem, diagnostics)) in readings.enumerated() {
                #expect(Self.fault([], problem?.problem, diagnostics) == nil, "seed \(seed), number \(number)")
            }
            let rota = RandomProblem.rota(for: whole.problem, seed: seed)
            var texts = whole.write(rota).map { SourceFile(name: $0.name, bytes: Array($0.text.utf8)) }
            #expect(whole.read(texts).rota == rota)
            texts[1] = spoilt(texts[1])
            let (read, diagnostics) = whole.read(texts)
            let hasError = diagnostics.contains { $0.severity == .error }
            #expect((read == nil) == hasError, "seed \(seed), solution")
        }
    }
}
