import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("Published versions")
struct PublishedTests {
    let now = Sample.now
    let monday = Hospital.date("2026-01-05")

    private func later(_ seconds: Int) -> Instant { Instant(seconds: now.seconds + seconds) }

    /// Three days of people, of whom the first is on as told.
    private func build(
        _ duties: [UInt8], people: Int = 2, of problem: ProblemID, in store: Store, for planner: Caller
    ) async throws -> BuildID {
        var outcome = Sample.outcome(penalty: 1)
        outcome.rota = Rota(peopleCount: people, dayCount: duties.count)
        for (day, duty) in duties.enumerated() { outcome.rota[0, DayIndex(day)] = Duty(rawValue: duty) }
        let build = try await store.startBuild(Sample.order(problem), at: now, for: planner)
        try await store.end(build, as: .finished, outcome: outcome, at: now, for: planner)
        return build
    }

    private func problem(_ document: UInt8 = 1, in store: Store, for planner: Caller) async throws -> ProblemID {
        try await store.add(problem: [document], name: "Ward 7", unit: Hospital.ward, at: now, for: planner)
    }

    @Test("are counted per unit and never lost, and anybody in the crew reads them", arguments: StoreKind.allCases)
    func countedAndRead(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        var store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let (pia, mia) = (try await hospital.caller("pia"), try await hospital.caller("mia"))
        let paul = try await hospital.caller("paul")
        let problem = try await problem(in: store, for: pia)
        #expect(try await store.versions(of: "ward-7", limit: 9, for: mia) == [])
        #expect(try await store.published(in: "ward-7", at: now, for: mia) == nil)
        let first = try await build([1, 0, 2], of: problem, in: store, for: pia)
        let second = try await build([1, 1, 0], of: problem, in: store, for: pia)
        #expect(try await store.superseded(by: first, of: Sample.plan, for: pia) == nil)
        let one = try await store.publish(first, of: Sample.plan, note: "First", at: now, for: pia)
        #expect(try await store.superseded(by: second, of: Sample.plan, for: pia)?.version == one)
        let two = try await store.publish(second, of: Sample.plan, note: "", at: later(60), for: pia)
        #expect(
            one
                == StoredVersion(
                    unit: "ward-7", number: 1, problem: problem, build: first, first: monday,
                    last: Hospital.date("2026-01-07"), supersedes: nil, publishedAt: now, publishedBy: "pia",
                    note: "First"))
        #expect(two.number == 2 && two.supersedes == 1 && two.note == nil)
        try await store.close()

        store = try await scratch.open()
        #expect(try await store.versions(of: "ward-7", limit: 9, for: mia) == [two, one])
        #expect(try await store.versions(of: "ward-7", limit: 1, for: mia) == [two])
        #expect(try await store.versions(of: "ward-7", after: 2, limit: 9, for: mia) == [one])
        let published = try await store.version(1, of: "ward-7", for: mia)
        #expect(published.version == one && published.publisher == "Pia" && published.problem.id == problem)
        #expect(published.rota.duties.map(\.rawValue) == [1, 0, 2, 0, 0, 0])
        await #expect(throws: Refusal.hidden) { try await store.version(3, of: "ward-7", for: mia) }
        // Another ward's own count begins at 1.
        let other = try await store.add(problem: [2], name: "Ward 3", unit: "ward-3", at: now, for: paul)
        let third = try await build([1], of: other, in: store, for: paul)
        #expect(try await store.publish(third, of: Sample.plan, at: now, for: paul).number == 1)
        try await store.close()
    }

    @Test("tell what was in force at any moment, for any date", arguments: StoreKind.allCases)
    func inForce(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let (pia, mia) = (try await hospital.caller("pia"), try await hospital.caller("mia"))
        let (problem, next) = (try await problem(in: store, for: pia), try await self.problem(2, in: store, for: pia))
        let builds = [
            try await build([1, 0, 0], of: problem, in: store, for: pia),
            try await build([0, 1, 0], of: next, in: store, for: pia),
            try await build([0, 0, 1], of: problem, in: store, for: pia),
        ]
        let nextPlan = RotaPlan(start: monday.advanced(by: 3), people: ["mia", "pia"])
        for (number, build) in builds.enumerated() {
            try await store.publish(
                build, of: number == 1 ? nextPlan : Sample.plan, at: later(number * 60), for: pia)
        }
        func number(_ seconds: Int, on day: Int? = nil) async throws -> Int? {
            try await store.published(
                in: "ward-7", on: day.map(monday.advanced), at: later(seconds), for: mia)?.version.number
        }
        #expect(try await number(-1) == nil)
        #expect(try await number(0) == 1)
        #expect(try await number(59) == 1)
        #expect(try await number(60) == 2)
        #expect(try await number(60, on: 2) == 1)
        #expect(try await number(60, on: 3) == 2)
        #expect(try await number(9999) == 3)
        #expect(try await number(9999, on: 2) == 3)
        #expect(try await number(9999, on: 5) == 2)
        #expect(try await number(9999, on: 6) == nil)
        #expect(try await number(9999, on: -1) == nil)
        // What one supersedes has a date in common with it.
        #expect(try await store.versions(of: "ward-7", limit: 9, for: mia).map(\.supersedes) == [1, nil, nil])
        try await store.close()
    }

    @Test("are refused where there is nothing to publish", arguments: StoreKind.allCases)
    func refused(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let pia = try await hospital.caller("pia")
        let (problem, same) = (try await problem(in: store, for: pia), try await self.problem(in: store, for: pia))
        let running = try await store.startBuild(Sample.order(problem), at: now, for: pia)
        await #expect {
            try await store.publish(running, of: Sample.plan, at: now, for: pia)
        } throws: {
            code($0) == .notReady && "\($0)".contains("still running")
        }
        try await store.end(running, as: .stopped, outcome: nil, at: now, for: pia)
        await #expect {
            try await store.publish(running, of: Sample.plan, at: now, for: pia)
        } throws: {
            code($0) == .notReady && "\($0)".contains("without a rota")
        }
        let first = try await build([1, 0, 0], of: problem, in: store, for: pia)
        let again = try await build([1, 0, 0], of: problem, in: store, for: pia)
        let other = try await build([0, 1, 0], of: problem, in: store, for: pia)
        let elsewhere = try await build([0, 1, 0], of: same, in: store, for: pia)
        try await store.publish(first, of: Sample.plan, at: now, for: pia)
        for build in [first, again] {
            await #expect {
                try await store.publish(build, of: Sample.plan, at: now, for: pia)
            } throws: {
                code($0) == .alreadyPublished && "\($0)".contains("version 1")
            }
        }
        // Another rota, the first one once more, and the same one of another problem are new versions.
        for build in [other, first, other, elsewhere] {
            try await store.publish(build, of: Sample.plan, at: now, for: pia)
        }
        await #expect(throws: Refusal.hidden) {
            try await store.publish(BuildID(99), of: Sample.plan, at: now, for: pia)
        }
        #expect(try await store.versions(of: "ward-7", limit: 9, for: pia).map(\.number) == [5, 4, 3, 2, 1])
        try await store.close()
    }

    @Test("are in force on the dates that no newer one has", arguments: StoreKind.allCases)
    func stillInForce(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let (pia, mia) = (try await hospital.caller("pia"), try await hospital.caller("mia"))
        let paper = try await store.entrance.admit(.paper, at: now)
        #expect(try await store.inForce(in: "ward-7", from: monday, for: paper) == [])
        #expect(try await store.publishedCount(for: paper) == 0)
        let problem = try await problem(in: store, for: pia)
        // Seven days from Monday on, the third of them again, three from the next Monday, and a version that is all over.
        let plans: [(start: Int, days: Int)] = [(0, 7), (2, 1), (7, 3), (-3, 3)]
        for plan in plans {
            let build = try await build(
                Array(repeating: 1, count: plan.days), of: problem, in: store, for: pia)
            try await store.publish(
                build, of: RotaPlan(start: monday.advanced(by: plan.start), people: ["mia", "pia"]), at: now, for: pia)
        }
        #expect(try await store.publishedCount(for: paper) == 4)
        func told(from day: Int, for caller: Caller) async throws -> [[Int]] {
            try await store.inForce(in: "ward-7", from: monday.advanced(by: day), for: caller).map {
                [$0.published.version.number, monday.distance(to: $0.dates.lowerBound)]
                    + [monday.distance(to: $0.dates.upperBound)]
            }
        }
        let later = [[1, 3, 6], [3, 7, 9]]
        #expect(try await told(from: -9, for: paper) == [[4, -3, -1], [1, 0, 1], [2, 2, 2]] + later)
        #expect(try await told(from: 1, for: mia) == [[1, 1, 1], [2, 2, 2]] + later)
        #expect(try await told(from: 4, for: paper) == [[1, 4, 6], [3, 7, 9]])
        #expect(try await told(from: 10, for: paper) == [])
        await #expect(throws: Refusal.hidden) {
            try await store.inForce(in: "ward-7", from: monday, for: try await store.entrance.admit(.backup, at: now))
        }
        try await store.close()
    }

    @Test("tell a person all that was told of their shifts, and when it was taken back", arguments: StoreKind.allCases)
    func history(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let (pia, mia) = (try await hospital.caller("pia"), try await hospital.caller("mia"))
        let problem = try await problem(in: store, for: pia)
        let plans: [([UInt8], [PersonID])] = [
            ([2, 0, 0], ["pia", "lea"]), ([1, 0, 2], ["mia", "pia"]), ([0, 2, 0], ["mia", "pia"]),
            ([1, 1, 1], ["lea", "pia"]),
        ]
        for (number, (duties, people)) in plans.enumerated() {
            let build = try await build(duties, of: problem, in: store, for: pia)
            let plan = RotaPlan(start: monday, people: people)
            try await store.publish(build, of: plan, at: later(number), for: pia)
        }
        for caller in [mia, pia] {
            let history = try await store.publishedHistory(of: "mia", endingFrom: monday, for: caller)
            #expect(history.map(\.version.number) == [2, 3, 4])
            #expect(history.map { $0.duties?.map(\.rawValue) } == [[1, 0, 2], [0, 2, 0], nil])
            #expect(history.map(\.problem.document) == [[1], [1], [1]])
        }
        #expect(try await store.publishedHistory(endingFrom: monday, for: mia).count == 3)
        let last = monday.advanced(by: 2)
        #expect(try await store.publishedHistory(of: "mia", endingFrom: last, for: mia).count == 3)
        #expect(try await store.publishedHistory(of: "mia", endingFrom: last.advanced(by: 1), for: mia) == [])
        let olof = try await hospital.caller("olof")
        await #expect(throws: Refusal.hidden) {
            try await store.publishedHistory(of: "mia", endingFrom: monday, for: olof)
        }
        #expect(try await store.publishedHistory(endingFrom: monday, for: olof) == [])
        try await store.close()
    }

    @Test("stay when somebody in them is erased, without the name; and follow a new id of the whole")
    func erased() async throws {
        for kind in StoreKind.allCases {
            let scratch = try await ScratchStore(kind)
            let store = try await scratch.open()
            let hospital = try await Hospital.open(in: store)
            let (vera, rita) = (try await hospital.caller("vera"), try await hospital.caller("rita"))
            let problem = try await store.add(
                problem: [7], name: "Hospital", unit: "hospital", at: now, for: vera)
            let build = try await build([1, 0, 0], of: problem, in: store, for: vera)
            let plan = RotaPlan(start: monday, people: ["gone", "pia"])
            try await store.publish(build, of: plan, at: now, for: vera)
            let again = try await self.build([0, 1, 0], of: problem, in: store, for: vera)
            try await store.publish(again, of: plan, at: now, for: vera)
            try await store.erasePerson("gone", for: rita, at: now) { _ in [8] }
            let version = try await store.version(1, of: "hospital", for: vera)
            #expect(version.problem.document == [8])
            #expect(version.rota.duties.map(\.rawValue) == [1, 0, 0, 0, 0, 0])

            let administrator = try await hospital.caller(Hospital.administrator)
            var directory = try await store.exportDirectory(for: administrator)
            for index in directory.units.indices {
                if directory.units[index].unit.id == "hospital" { directory.units[index].unit.id = "house" }
                if directory.units[index].parent == "hospital" { directory.units[index].parent = "house" }
            }
            for index in directory.people.indices {
                directory.people[index].memberships = directory.people[index].memberships.map {
                    Held($0.id == "hospital" ? "house" : $0.id, valid: $0.valid)
                }
            }
            try await store.importDirectory(directory, for: administrator, at: now)
            let renamed = try await store.versions(of: "house", limit: 9, for: try await hospital.caller("vera"))
            #expect(renamed.map(\.number) == [2, 1] && renamed.map(\.supersedes) == [1, nil])
            try await store.close()
        }
    }
}
