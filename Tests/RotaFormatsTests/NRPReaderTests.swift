import WatchbillTestKit
import Foundation
import RotaFormats
import RotaModel
import Testing

@Suite("Reading the benchmark's text")
struct NRPReaderTests {
    static let small = """
        # Fourteen days
        SECTION_HORIZON
        14

        SECTION_SHIFTS
        E,480,
        L,480,E
        N,600,E|L

        SECTION_STAFF
        A, E=14|N=3, 4320,3360,5,2,2,1
        B, E=14|N=3, 4320,3360,5,2,2,1
        C, , 2000,0,14,1,1,2

        SECTION_DAYS_OFF
        A,0,1,5
        SECTION_SHIFT_ON_REQUESTS
        A,2,E,2
        SECTION_SHIFT_OFF_REQUESTS
        B,13,N,3
        SECTION_COVER
        0,E,2,100,1
        13,N,1,100,1
        """

    @Test("A small problem becomes what it says")
    func small() throws {
        let (read, diagnostics) = NRPReader.read(Array(Self.small.utf8), fileName: "a/small.txt")
        #expect(diagnostics.isEmpty)
        let problem = try #require(read)
        let monday = try #require(CalendarDate("2024-01-01"))
        #expect(problem.unit == CrewUnit(id: "unit", name: "small", zone: .utc))
        #expect(problem.start == monday)
        #expect(problem.start.weekday == .monday)
        #expect(problem.dayCount == 14)
        #expect(problem.shiftTypes.map(\.id) == ["E", "L", "N"])
        #expect(problem.shiftTypes.map(\.length) == [.hours(8), .hours(8), .hours(10)])
        #expect(problem.shiftTypes.allSatisfy { $0.start == .midnight })
        #expect(problem.people.map(\.id) == ["A", "B", "C"])
        #expect(
            problem.rules == [
                Rule(id: "succession-1", .forbiddenSequence([.shifts(["L"]), .shifts(["E"])])),
                Rule(id: "succession-2", .forbiddenSequence([.shifts(["N"]), .shifts(["E", "L"])])),
                Rule(
                    id: "shifts-in-a-row-1", .shiftsInARow(.all, Limits(minimum: 2, maximum: 5)),
                    appliesTo: .people(["A", "B"])),
                Rule(id: "days-off-in-a-row-2", .daysOffInARow(Limits(minimum: 2)), appliesTo: .people(["A", "B"])),
                Rule(
                    id: "working-time-3", .totalMinutes(Limits(minimum: Minutes(3360), maximum: Minutes(4320))),
                    appliesTo: .people(["A", "B"])),
                Rule(
                    id: "shifts-of-a-type-4", .shiftCount(.types(["N"]), Limits(maximum: 3)),
                    appliesTo: .people(["A", "B"])),
                Rule(id: "weekends-worked-5", .weekendsWorked(Limits(maximum: 1)), appliesTo: .people(["A", "B"])),
                Rule(id: "working-time-6", .totalMinutes(Limits(maximum: Minutes(2000))), appliesTo: .people(["C"])),
            ])
        #expect(
            problem.absences == [
                Absence(person: "A", first: monday, last: monday.advanced(by: 1)),
                Absence(person: "A", first: monday.advanced(by: 5), last: monday.advanced(by: 5)),
            ])
        #expect(
            problem.requests == [
                Request(person: "A", date: monday.advanced(by: 2), wish: .shiftOn("E"), weight: Penalty(2)),
                Request(person: "B", date: monday.advanced(by: 13), wish: .shiftOff("N"), weight: Penalty(3)),
            ])
        #expect(
            problem.demand == [
                Demand(
                    date: monday, shiftTypes: ["E"], wanted: 2, belowWanted: Penalty(100), aboveWanted: Penalty(1)),
                Demand(
                    date: monday.advanced(by: 13), shiftTypes: ["N"], wanted: 1, belowWanted: Penalty(100),
                    aboveWanted: Penalty(1)),
            ])
    }

    @Test(
        "Every shared instance is read without a complaint",
        .enabled(if: !SharedFiles.instances.isEmpty, "the folder shared is not beside the checkout"),
        arguments: SharedFiles.instances)
    func shared(path: String) throws {
        let (problem, diagnostics) = NRPReader.read(try SharedFiles.bytes(path), fileName: path)
        #expect(diagnostics.map(\.description) == [])
        let read = try #require(problem)
        var rota = Rota(for: read)
        var generator = SeededGenerator(seed: 7)
        for index in rota.duties.indices {
            rota.duties[index] = Duty(rawValue: UInt8(generator.below(read.shiftTypes.count + 1)))
        }
        let text = NRPSolution.write(rota, of: read)
        let back = NRPSolution.read(Array(text.utf8), for: read)
        #expect(back.diagnostics.isEmpty)
        #expect(back.rota == rota)
    }

    @Test("All that is wrong with a problem is told, with line, column, value and what was expected")
    func everyFault() {
        let text = """
            5 days
            and more
            SECTION_HORIZON
            0
            7,8
            SECTION_SHIFT
            E,480,
            SECTION_SHIFTS
            Early,0,
            Late,1441,
            Night,ten,Erly|Late
            Late,480,
            -,480,
            a b,480,
            x:y,480,
            Day
            SECTION_STAFF
            Ada,Early,1,2,3,4,5,6
            Bo,Early=1|Early=2|Lat=x,10,0,-1,0,0,0
            Bo,,10,0,1,0,0,0
            ,,10,0,1,0,0,0
            Cy,,10
            SECTION_DAYS_OFF
            Ada
            Ade,1
            Ada,731,2
            SECTION_COVER
            0,Early,2,100,1
            0,Early,3,100,1
            1,Eearly,1000000000000000000000,1000001,x
            SECTION_COVER
            9,9
            """
        let (problem, diagnostics) = NRPReader.read(Array(text.utf8), fileName: "bad.txt")
        #expect(problem == nil)
        #expect(
            Golden.difference(diagnostics.map(\.description).joined(separator: "\n") + "\n", "nrp-faults.txt") == nil)
    }

    @Test("What no text file of the format can be is told once")
    func unusable() {
        func faults(_ bytes: [UInt8]) -> [String] {
            NRPReader.read(bytes, fileName: "f").diagnostics.map(\.description)
        }
        #expect(
            faults([]) == [
                "f: error: SECTION_HORIZON is missing; every file has one.",
                "f: error: SECTION_SHIFTS is missing; every file has one.",
                "f: error: SECTION_STAFF is missing; every file has one.",
                "f: error: SECTION_COVER is missing; every file has one.",
            ])
        #expect(
            faults(Array("# a\r\n# b".utf8) + [0xC3, 0x28]) == [
                "f:2:4: error: Byte 0xC3 is not UTF-8 text; save the file as UTF-8."
            ])
        #expect(faults([0xFF, 0xFE, 0x53, 0]) == ["f:1:1: error: The file is UTF-16 text; save it as UTF-8."])
        #expect(
            faults(Array(repeating: 0x20, count: (64 << 20) + 1)) == [
                "f: error: The file has 65 MiB; files of up to 64 MiB are read."
            ])
    }

    @Test("Only the first 200 faults are listed, and that is said")
    func manyFaults() {
        let text = Self.small + "\n" + String(repeating: "x\n", count: 5000)
        let diagnostics = NRPReader.read(Array(text.utf8)).diagnostics
        #expect(diagnostics.count == 201)
        #expect(diagnostics.first?.place == .line(24, column: 1))
        #expect(
            diagnostics.last?.description == "error: Only the first 200 faults found are listed; there may be more.")
    }

    @Test("Line ends, a byte order mark and white space do not matter")
    func lineEnds() {
        let plain = NRPReader.read(Array(Self.small.utf8)).problem
        for end in ["\r\n", "\r"] {
            let text = "\u{FEFF}" + Self.small.replacing("\n", with: " \t" + end)
            let (problem, diagnostics) = NRPReader.read(Array(text.utf8))
            #expect(diagnostics.isEmpty)
            #expect(problem == plain)
        }
    }
}
