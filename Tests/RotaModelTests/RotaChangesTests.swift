import RotaModel
import Testing
import WatchbillTestKit

@Suite("What changes between two rotas")
struct RotaChangesTests {
    @Test("is what makes the newer one of the older one, for any two rotas", arguments: 0..<200 as Range<UInt64>)
    func applies(seed: UInt64) {
        let problem = RandomProblem.make(seed: seed)
        let old = DatedRota(RandomProblem.rota(for: problem, seed: seed), of: problem)
        // The newer one has other people and another period.
        var other = problem
        var random = SeededGenerator(seed: seed)
        other.start = problem.start.advanced(by: random.below(9) - 4)
        other.people.shuffle(using: &random)
        other.people.removeLast()
        var somebody = problem.people[0]
        somebody.id = "new"
        other.people.append(somebody)
        let new = DatedRota(RandomProblem.rota(for: other, seed: seed + 1), of: other)

        let changes = RotaChanges(from: old, to: new)
        var count = 0
        for person in Set((problem.people + other.people).map(\.id)) {
            let told = changes.people.first { $0.person == person }?.changes ?? []
            #expect(told.map(\.date) == told.map(\.date).sorted() && told.allSatisfy { other.day(of: $0.date) != nil })
            for date in other.days.map(other.date) {
                let (before, after) = (old.shift(of: person, on: date), new.shift(of: person, on: date))
                let change = told.first { $0.date == date }
                #expect((change != nil) == (before?.id != after?.id))
                if let change {
                    #expect(change.before == before && change.after == after)
                    count += 1
                }
            }
        }
        #expect(changes.count == count)
        #expect(changes.people.allSatisfy { !$0.changes.isEmpty })
    }

    @Test(
        "is nothing between a rota and itself, and the reverse the other way round", arguments: 0..<50 as Range<UInt64>)
    func reverses(seed: UInt64) {
        let problem = RandomProblem.make(seed: seed)
        let one = DatedRota(RandomProblem.rota(for: problem, seed: seed), of: problem)
        let two = DatedRota(RandomProblem.rota(for: problem, seed: seed + 1), of: problem)
        #expect(RotaChanges(from: one, to: one).people == [])
        let (there, back) = (RotaChanges(from: one, to: two), RotaChanges(from: two, to: one))
        #expect(there.people.map(\.person) == back.people.map(\.person))
        for (person, other) in zip(there.people, back.people) {
            #expect(
                person.changes
                    == other.changes.map { RotaChanges.Change(date: $0.date, before: $0.after, after: $0.before) })
        }
    }

    @Test("is every shift where there was no rota, and a shift whose hours are other ones")
    func firstAndHours() throws {
        let problem = RandomProblem.make(seed: 3)
        let rota = DatedRota(RandomProblem.rota(for: problem, seed: 3), of: problem)
        #expect(RotaChanges(from: nil, to: rota).count == rota.rota.duties.count { !$0.isOff })
        var later = problem
        later.shiftTypes[0].length = Minutes(later.shiftTypes[0].length.value == 60 ? 61 : 60)
        let first = rota.rota.duties.count { $0.shift == ShiftIndex(0) }
        #expect(RotaChanges(from: rota, to: DatedRota(rota.rota, of: later)).count == first)
    }
}
