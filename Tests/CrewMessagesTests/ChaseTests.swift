import CrewMessages
import RotaModel
import Testing

/// Demanded answers as time goes by.
@Suite("Chasing an answer")
struct ChaseTests {
    private static let start = Instant(seconds: 1_000_000)

    private static func minute(_ minutes: Int) -> Instant { start.adding(.minutes(minutes)) }

    /// An unread message's copies and demand, played by the clock.
    private struct Play {
        var demand: AnswerDemand
        var entries: [Chase.Entry]
        var passed = 0
        var told: [String] = []
        private var number: Int64 = 0

        init(_ demand: AnswerDemand, recipients: Int) {
            self.demand = demand
            entries = (0..<recipients).map {
                (MessageCopy(id: CopyID(Int64($0 + 1)), recipient: PersonID("p\($0 + 1)")), CopyState())
            }
        }

        var chase: Chase { Chase(demand, entries, passed: passed) }

        mutating func note(_ fact: CopyFact, of copy: CopyID, at now: Instant) {
            guard let index = entries.firstIndex(where: { $0.copy.id == copy }) else { return }
            number += 1
            entries[index].state.take(CopyEvent(number: number, at: now, fact: fact))
        }

        /// Does what is to be done at that moment; again there is nothing to do.
        mutating func run(at now: Instant) {
            for _ in 0..<20 {
                let actions = chase.actions(at: now)
                guard !actions.isEmpty else { return }
                for action in actions {
                    switch action {
                    case .remind(let copy):
                        told.append("remind \(copy)")
                        note(.reminded, of: copy, at: now)
                    case .markOverdue(let copy):
                        told.append("overdue \(copy)")
                        note(.overdue, of: copy, at: now)
                    case .supersede(let copy):
                        told.append("supersede \(copy)")
                        note(.superseded, of: copy, at: now)
                    case .pass(let link):
                        told.append("pass \(link)")
                        passed = link
                        let copy = MessageCopy(
                            id: CopyID(Int64(entries.count + 1)), recipient: PersonID("c\(link)"), link: link)
                        entries.append((copy, CopyState()))
                    }
                }
            }
            Issue.record("There is always something more to do: \(told)")
        }
    }

    @Test("reminds, tells that it is overdue, and passes it on, each once")
    func chain() {
        let demand = AnswerDemand(
            deadline: Self.minute(30), reminder: Self.minute(20), chain: [.person("c1"), .leadOnWatch("w")],
            patience: Minutes(10))
        var play = Play(demand, recipients: 1)
        for minute in 0...60 { play.run(at: Self.minute(minute)) }
        #expect(
            play.told == [
                "remind 1", "overdue 1", "pass 1", "remind 2", "overdue 2", "pass 2", "remind 3", "overdue 3",
            ])
        #expect(play.chase.next(after: Self.minute(60)) == nil)
    }

    @Test("stops with the answer, whoever gives it, also late")
    func answer() {
        let demand = AnswerDemand(deadline: Self.minute(30), chain: [.person("c1")])
        var play = Play(demand, recipients: 1)
        play.run(at: Self.minute(31))
        play.note(.answered("20 min"), of: CopyID(2), at: Self.minute(33))
        play.run(at: Self.minute(34))
        #expect(play.told == ["overdue 1", "pass 1", "supersede 1"])
        #expect(play.chase.isSettled && play.entries[0].state.answering(demand.deadline) == .superseded)

        var late = Play(AnswerDemand(deadline: Self.minute(30)), recipients: 1)
        late.run(at: Self.minute(31))
        late.note(.answered("yes"), of: CopyID(1), at: Self.minute(40))
        late.run(at: Self.minute(41))
        #expect(late.told == ["overdue 1"] && late.chase.isSettled)
        #expect(late.entries[0].state.answering(Self.minute(30)) == .answered(isLate: true))
    }

    @Test("a poll is settled by as many answers as it needs, an order by everybody's")
    func needs() {
        var poll = Play(AnswerDemand(need: .answers(2), deadline: Self.minute(30)), recipients: 4)
        poll.note(.answered("a"), of: CopyID(3), at: Self.minute(1))
        poll.run(at: Self.minute(1))
        #expect(!poll.chase.isSettled && poll.told.isEmpty)
        poll.note(.answered("b"), of: CopyID(1), at: Self.minute(2))
        poll.run(at: Self.minute(2))
        #expect(poll.chase.isSettled && poll.told == ["supersede 2", "supersede 4"])

        var order = Play(AnswerDemand(need: .everybody, deadline: Self.minute(30)), recipients: 3)
        for copy in 1...2 { order.note(.answered("ok"), of: CopyID(Int64(copy)), at: Self.minute(1)) }
        order.run(at: Self.minute(2))
        #expect(!order.chase.isSettled && order.told.isEmpty)
        order.note(.waived, of: CopyID(3), at: Self.minute(3))
        #expect(order.chase.isSettled)
    }

    @Test("looked at at any moments, it does the same things, each once", arguments: 0..<500 as Range<UInt64>)
    func anyMoments(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let links = random.below(3)
        let demand = AnswerDemand(
            need: random.below(2) == 0 ? .everybody : .answers(1 + random.below(3)),
            deadline: Self.minute(10 + random.below(20)),
            reminder: random.below(2) == 0 ? Self.minute(random.below(15)) : nil,
            chain: (0..<links).map { .person(PersonID("c\($0)")) }, patience: Minutes(1 + random.below(20)))
        var play = Play(demand, recipients: 1 + random.below(4))
        var now = 0
        while now < 120 {
            now += 1 + random.below(8)
            if random.below(4) == 0, let entry = play.entries.randomElement(using: &random),
                entry.state.answering(demand.deadline).isOwed
            {
                play.note(.answered("x"), of: entry.copy.id, at: Self.minute(now))
            }
            play.run(at: Self.minute(now))
        }
        #expect(Set(play.told).count == play.told.count, "seed \(seed): \(play.told)")
        #expect(play.passed <= links, "seed \(seed)")
        // Whoever is waited for when all is over is overdue, and nobody else.
        for entry in play.entries {
            let answering = entry.state.answering(demand.deadline(of: entry.copy.link))
            #expect(answering != .awaiting, "seed \(seed)")
            #expect(!play.chase.isSettled || !answering.isOwed, "seed \(seed)")
        }
        #expect(play.chase.next(after: Self.minute(120)) == nil, "seed \(seed)")
    }
}
