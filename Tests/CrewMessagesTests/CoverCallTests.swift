import CrewMessages
import RotaModel
import Testing

@Suite("A cover call")
struct CoverCallTests {
    private static let start = Instant(seconds: 1_000_000)

    private static func minute(_ minutes: Int) -> Instant { start.adding(.minutes(minutes)) }

    private static func call(_ order: CoverCall.Order, _ people: Int) -> CoverCall {
        CoverCall(
            order, startedAt: start, closesAt: minute(120),
            offers: (0..<people).map { CoverCall.Offer(PersonID("p\($0)")) })
    }

    /// Offers whatever is to be offered; whom it was.
    private static func run(_ call: inout CoverCall, at now: Instant) -> [PersonID] {
        var asked: [PersonID] = []
        while case .offer(let person)? = call.actions(at: now).first {
            call.note(offerTo: person, at: now)
            asked.append(person)
        }
        if call.actions(at: now) == [.endWithNobody] { call.endWithNobody(at: now) }
        return asked
    }

    @Test("asks one after the other, and the next at once after a no")
    func inTurn() {
        var call = Self.call(.inTurn(patience: Minutes(10)), 3)
        #expect(Self.run(&call, at: Self.start) == ["p0"])
        #expect(Self.run(&call, at: Self.minute(9)).isEmpty)
        #expect(call.next(after: Self.minute(9)) == Self.minute(10))
        #expect(call.answer(false, by: "p0", at: Self.minute(9)) == .noted)
        #expect(Self.run(&call, at: Self.minute(9)) == ["p1"])
        #expect(Self.run(&call, at: Self.minute(19)) == ["p2"])
        // Silence is no no: whoever was asked before may still take it.
        #expect(call.answer(true, by: "p1", at: Self.minute(20)) == .awarded)
        #expect(call.answer(true, by: "p2", at: Self.minute(20)) == .taken(by: "p1"))
        #expect(call.answer(true, by: "p1", at: Self.minute(21)) == .theirsAlready)
        #expect(Self.run(&call, at: Self.minute(30)).isEmpty)
    }

    @Test("ends with nobody when all have said no, or its time is over")
    func nobody() {
        var call = Self.call(.allAtOnce, 2)
        #expect(Self.run(&call, at: Self.start) == ["p0", "p1"])
        for person: PersonID in ["p0", "p1"] { #expect(call.answer(false, by: person, at: Self.minute(1)) == .noted) }
        _ = Self.run(&call, at: Self.minute(1))
        #expect(call.end == .nobody(at: Self.minute(1)))
        var silent = Self.call(.inTurn(patience: Minutes(500)), 2)
        _ = Self.run(&silent, at: Self.start)
        #expect(silent.next(after: Self.start) == Self.minute(120))
        #expect(silent.answer(true, by: "p0", at: Self.minute(120)) == .over)
        _ = Self.run(&silent, at: Self.minute(120))
        #expect(silent.end == .nobody(at: Self.minute(120)))
    }

    @Test("takes nobody's yes who was not asked, and none after it was withdrawn")
    func notAsked() {
        var call = Self.call(.inTurn(patience: Minutes(10)), 2)
        _ = Self.run(&call, at: Self.start)
        #expect(call.answer(true, by: "p1", at: Self.minute(1)) == .notAsked)
        #expect(call.answer(true, by: "stranger", at: Self.minute(1)) == .notAsked)
        call.withdraw(at: Self.minute(2))
        #expect(call.answer(true, by: "p0", at: Self.minute(3)) == .over)
        #expect(call.actions(at: Self.minute(60)).isEmpty)
    }

    @Test("gives the shift to exactly one, whatever comes in which order", arguments: 0..<500 as Range<UInt64>)
    func exactlyOne(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let people = 1 + random.below(8)
        let order: CoverCall.Order =
            random.below(2) == 0 ? .allAtOnce : .inTurn(patience: Minutes(1 + random.below(30)))
        var call = Self.call(order, people)
        var awards: [PersonID] = []
        var now = 0
        var asked: [PersonID] = []
        for _ in 0..<40 {
            now += random.below(6)
            asked += Self.run(&call, at: Self.minute(now))
            let person = PersonID("p\(random.below(people + 1))")
            if call.answer(random.below(3) == 0, by: person, at: Self.minute(now)) == .awarded {
                awards.append(person)
                #expect(asked.contains(person), "seed \(seed)")
            }
        }
        #expect(awards.count <= 1 && Set(asked).count == asked.count, "seed \(seed)")
        if case .awarded(let winner, _)? = call.end { #expect(awards == [winner], "seed \(seed)") }
        // Asked in the order of their rank.
        #expect(asked == call.offers.prefix(asked.count).map(\.person), "seed \(seed)")
    }
}
