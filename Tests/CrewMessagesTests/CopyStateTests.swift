import CrewMessages
import RotaModel
import Testing

/// What the sender sees of a copy, as the product document has it.
@Suite("The state of a copy")
struct CopyStateTests {
    private func state(_ facts: CopyFact...) -> CopyState {
        CopyState(
            facts.enumerated().map { CopyEvent(number: Int64($0), at: Instant(seconds: 100 + $0), fact: $1) })
    }

    @Test("is told in the words that the product has for it")
    func words() {
        #expect("\(state())" == "queued" && "\(state(.queued))" == "queued")
        #expect("\(state(.sent(.push)))" == "sent")
        #expect("\(state(.sent(.push), .received))" == "received")
        #expect("\(state(.sent(.push), .received, .deleted))" == "received, deleted unread")
        #expect("\(state(.received, .read, .deleted))" == "read, deleted after reading")
        #expect("\(state(.received, .deleted, .restored))" == "received")
        #expect("\(state(.received, .deleted, .restored, .read, .deleted))" == "read, deleted after reading")
        #expect("\(state(.received, .retracted))" == "received, retracted")
        #expect("\(state(.cancelled))" == "cancelled")
        // What had left after all is no longer as if it had never been.
        #expect("\(state(.cancelled, .sent(.mail)))" == "sent, retracted")
        #expect("\(state(.failed(.gone)))" == "failed")
        #expect("\(state(.failed(.gone), .received))" == "received")
        #expect("\(state(.expired))" == "expired")
        #expect("\(state(.received, .overdue))" == "received, overdue")
        #expect("\(state(.received, .overdue, .answered("20 min")))" == "answered")
    }

    @Test("an answer implies that it was read, reading that it was received, receiving that it was sent")
    func implications() {
        let answered = state(.answered("yes"))
        #expect(answered.readAt != nil && answered.receivedAt != nil && answered.sentAt != nil)
        let read = state(.read)
        #expect(read.answer == nil && read.receivedAt == read.readAt && read.sentAt == read.readAt)
        let received = state(.received)
        #expect(received.readAt == nil && received.sentAt == received.receivedAt)
    }

    @Test("is not delivered once nobody waits for it any more")
    func deliveries() {
        #expect(state(.queued).wantsDelivery && state(.queued, .failed(.gone)).wantsDelivery)
        let ends: [CopyFact] = [.received, .superseded, .cancelled, .deleted, .expired]
        for end in ends { #expect(!state(.queued, end).wantsDelivery, "\(end)") }
    }

    @Test("only the first answer binds")
    func binding() {
        let state = state(.answered("yes"), .answered("no"))
        #expect(state.answer?.text == "yes" && state.answer?.at == Instant(seconds: 100))
        #expect(state.answering(Instant(seconds: 100)) == .answered(isLate: false))
        #expect(state.answering(Instant(seconds: 99)) == .answered(isLate: true))
    }

    // MARK: Properties

    private static let facts: [CopyFact] = [
        .queued, .sent(.page), .sent(.push), .sent(.mail), .received, .failed(.gone), .failed(.refused), .expired,
        .read,
        .answered("yes"), .answered("no"), .reminded, .overdue, .superseded, .waived, .deleted, .restored, .retracted,
        .cancelled,
    ]

    private static func events(_ random: inout SeededGenerator) -> [CopyEvent] {
        (0..<random.below(12)).map { number in
            CopyEvent(
                number: Int64(number), at: Instant(seconds: 100 + random.below(6)),
                fact: facts[random.below(facts.count)])
        }
    }

    @Test("events that come twice or in another order give the same state", arguments: 0..<2000 as Range<UInt64>)
    func order(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let events = Self.events(&random)
        let state = CopyState(events)
        var others = events + events.filter { _ in random.below(2) == 0 }
        others.shuffle(using: &random)
        #expect(CopyState(others) == state, "seed \(seed)")
        var again = state
        for event in others { again.take(event) }
        #expect(again == state, "seed \(seed)")
    }

    @Test("what is lost makes the label no further, and what comes later no less", arguments: 0..<2000 as Range<UInt64>)
    func losses(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let events = Self.events(&random)
        let (whole, some) = (CopyState(events), CopyState(events.filter { _ in random.below(2) == 0 }))
        #expect(some.label <= whole.label, "seed \(seed)")
        if some.answer != nil { #expect(whole.answer != nil) }
        let times = { (state: CopyState) in [state.sentAt, state.receivedAt, state.readAt, state.overdueAt] }
        for (known, really) in zip(times(some), times(whole)) {
            guard let known else { continue }
            #expect(really.map { $0 <= known } ?? false, "seed \(seed)")
        }
    }

    @Test("totals by label are as many as there are copies", arguments: 0..<200 as Range<UInt64>)
    func totals(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let states = (0..<random.below(40)).map { _ in CopyState(Self.events(&random)) }
        let totals = LabelTotals(states)
        #expect(totals.counts.values.reduce(0, +) == states.count, "seed \(seed)")
        #expect(totals.endings.values.reduce(0, +) == states.filter { $0.ending != nil }.count, "seed \(seed)")
    }

    @Test("nothing is delivered after an answer, a cancellation or a retraction", arguments: 0..<2000 as Range<UInt64>)
    func deliveries(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let events = Self.events(&random)
        let state = CopyState(events)
        let isOver = events.contains { event in
            switch event.fact {
            case .answered, .cancelled, .retracted, .received, .read, .expired: true
            default: false
            }
        }
        for channel in Channel.allCases {
            let decision = Delivery.decide(
                DeliveryTask(channel: channel, queuedAt: Instant(seconds: 100)), of: state,
                isUrgent: random.below(2) == 0, quiet: nil, at: Instant(seconds: 400))
            let wasTaken = events.contains { $0.fact == .sent(channel) }
            if isOver || wasTaken { #expect(decision == .needless, "seed \(seed)") }
        }
    }
}
