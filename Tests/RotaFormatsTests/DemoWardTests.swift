import Foundation
import RotaFormats
import RotaModel
import Testing

@Suite("The demo ward")
struct DemoWardTests {
    let ward: RotaProblem

    init() throws {
        ward = try DemoWard.problem()
    }

    @Test("it is a valid problem: 36 people over five weeks from Monday 8 March 2027")
    func size() {
        #expect(ward.validate().isEmpty)
        #expect(ward.people.count == 36)
        #expect(ward.start.description == "2027-03-08")
        #expect(ward.end.description == "2027-04-11")
    }

    @Test("the clock changes on Easter night, so that its night shift is an hour short")
    func clockChange() throws {
        let easter = try #require(ward.holidays.first { $0.name == "Easter Sunday" }).date
        let night = try #require(ward.index(of: ShiftTypeID("N")))
        let eve = try #require(ward.day(of: easter.advanced(by: -1)))
        let times = ShiftTimes(ward)
        #expect(times.minutes(of: night, on: eve) == Minutes(540))
        #expect(times.minutes(of: night, on: 0) == Minutes(600))
    }

    @Test("hours wanted are within three in a hundred of what contracts give after absences")
    func hours() throws {
        let times = ShiftTimes(ward)
        var wanted = Minutes.zero
        for line in ward.demand where line.qualification == nil {
            let type = try #require(line.shiftTypes.first)
            let shift = try #require(ward.index(of: type))
            let day = try #require(ward.day(of: line.date))
            for _ in 0..<(line.wanted ?? line.minimum) { wanted += times.minutes(of: shift, on: day) }
        }
        // 37 h a week full time; a contract gives its share of that for each week that it holds.
        var given = Minutes.zero
        for person in ward.people {
            let held = try #require(person.contracts.first)
            let share = try #require(ward.contracts.first { $0.id == held.id }).share
            let weeks = held.valid.from.map { ward.start.distance(to: $0) }.map { 5 - $0 / 7 } ?? 5
            given += Minutes(37 * 60 * weeks * share / 100)
        }
        for absence in ward.absences {
            for _ in absence.first...absence.last { given = given - absence.creditPerDay }
        }
        #expect(abs(wanted.value - given.value) * 100 < given.value * 3, "\(wanted) wanted, \(given) given")
    }

    @Test("it has something of every kind the model knows")
    func everyKind() {
        let kinds = Set(ward.rules.map { String(describing: $0.kind).prefix { $0 != "(" } })
        #expect(kinds.count == 17, "\(kinds.sorted())")
        #expect((140...180).contains(ward.requests.count))
        #expect(Set(ward.requests.map { String(describing: $0.wish).prefix { $0 != "(" } }).count == 4)
        #expect(ward.pins.contains { $0.shift == nil })
        #expect(ward.absences.contains { $0.from != nil && $0.until != nil })
        #expect(ward.people.contains { $0.qualifications.contains { $0.valid.until != nil } })
        #expect(ward.people.contains { $0.contracts.contains { $0.valid.from != nil } })
        #expect(!ward.history.isEmpty)
        #expect(ward.ledger.count == 35)
    }

    @Test("Examples/ward.json is the same crew; `watchbill demo` makes it anew")
    func example() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        let text = try String(contentsOf: root.appending(path: "Examples/ward.json"), encoding: .utf8)
        #expect(text == CrewFile.write(ward))
        #expect(CrewFile.read(Array(text.utf8)).file?.problem == ward)
    }

    @Test("it is the same every time")
    func sameAgain() throws {
        #expect(try DemoWard.problem() == ward)
    }
}
