import CrewRecords
import RotaModel
import Testing

@Suite("Fitness and absences: decided by few, shown to some, never why")
struct DecisionTests {
    let ring: KeyRing
    var generator = SeededGenerator(seed: 3)

    init() throws {
        ring = try House.ring()
    }

    private mutating func decide(
        _ fitness: Fitness, because reason: String = "", as id: EntryID = "f1"
    ) throws -> (decision: FitnessDecision, reason: SealedEnvelope) {
        try FitnessDecision.decide(
            fitness, because: Confidential(reason), as: id,
            by: House.medic().permit(DecideFitness.self, on: House.ines), at: House.now, with: ring,
            using: &generator)
    }

    @Test("A planner sees the decision and its limits; the medical keeper and the person see why")
    mutating func fitness() throws {
        let (decision, reason) = try decide(.fitWithLimits([.noWatchAlone, .noNights, .noNights]), because: "Epilepsy")
        let planner = try House.caller("otto", (.planner, "deck")).permit(ReadFitness.self, on: House.ines)
        let shown = try decision.shown(to: planner)
        #expect(shown == .fitWithLimits([.noNights, .noWatchAlone]))
        #expect(shown.description == "fit with limits: no nights, no watch alone")
        #expect(try decision.open(reason, for: House.reading(of: "f1"), with: ring).reveal() == "Epilepsy")
        #expect(!"\(decision)".contains("Epilepsy"))
        let other = try House.caller("otto", (.planner, "deck")).permit(
            ReadFitness.self, on: PersonSubject("olaf", in: ["deck"]))
        #expect(throws: Refusal.hidden) { try decision.shown(to: other) }
        #expect(throws: Refusal.forbidden) {
            try House.caller("otto", (.member, "deck")).permit(ReadFitness.self, on: House.ines)
        }
    }

    @Test("Two decisions that differ only in why look the same, to the byte count of what is kept")
    mutating func sameLook() throws {
        let planner = try House.caller("otto", (.planner, "deck")).permit(ReadFitness.self, on: House.ines)
        let date = try #require(CalendarDate("2026-03-01"))
        let one = try decide(.notFitUntil(date), because: "Broken wrist")
        let other = try decide(.notFitUntil(date), because: "")
        #expect(try one.decision.shown(to: planner) == other.decision.shown(to: planner))
        #expect(one.reason.bytes.count == other.reason.bytes.count)
        #expect(Fitness.notFitUntil(date).description == "not fit until 2026-03-01")
        #expect(Fitness.fit.description == "fit")
    }

    @Test("Whoever was not fit until a day is fit from that day on")
    func again() throws {
        let date = try #require(CalendarDate("2026-03-01"))
        #expect(Fitness.notFitUntil(date).on(date.advanced(by: -1)) == .notFitUntil(date))
        #expect(Fitness.notFitUntil(date).on(date) == .fit)
        #expect(Fitness.fitWithLimits([.noNights]).on(date) == .fitWithLimits([.noNights]))
        #expect(Fitness.fit.on(date) == .fit)
    }

    @Test("Nobody decides about their own fitness, and limits are named")
    mutating func refused() throws {
        let medic = PersonSubject("medic", in: ["ship"])
        #expect(throws: Refusal.forbidden) { try House.medic().permit(DecideFitness.self, on: medic) }
        #expect(throws: Refusal.forbidden) {
            try House.caller("otto", (.lead, "deck")).permit(DecideFitness.self, on: House.ines)
        }
        do {
            _ = try decide(.fitWithLimits([]))
            Issue.record("no limits were taken")
        } catch let error as RecordError {
            #expect(error.code == .noLimits)
        }
    }

    @Test("An absence is asked for, decided by its dates, and then shown as away, whatever its kind")
    mutating func absence() throws {
        let day = try #require(CalendarDate("2026-02-02"))
        let away = try Away(first: day, last: day.advanced(by: 4))
        let asking = try House.caller("ines").permit(AskAbsence.self, on: House.ines)
        let lead = try House.caller("otto", (.lead, "deck"))
        let watching = try House.caller("olaf", (.member, "deck")).permit(ReadSchedule.self, on: House.ines)
        var shown: Set<String> = []
        var lengths: Set<Int> = []
        for kind in AbsenceGround.Kind.allCases {
            let (asked, sealed) = try AbsenceRecord.ask(
                away, because: Confidential(try AbsenceGround(kind, reason: "since \(kind)")), as: "a1", by: asking,
                at: House.now, with: ring, using: &generator)
            #expect(try asked.shown(to: watching) == nil)
            let deciding = try lead.permit(DecideAbsence.self, on: House.ines)
            let granted = try asked.decided(granted: true, by: deciding, at: House.now)
            #expect(granted.by == "otto")
            #expect(try granted.shown(to: watching) == away)
            #expect {
                try granted.decided(granted: false, by: deciding, at: House.now)
            } throws: {
                ($0 as? RecordError)?.code == .alreadyDecided
            }
            #expect(try asked.decided(granted: false, by: deciding, at: House.now).shown(to: watching) == nil)
            let ground = try granted.open(sealed, for: House.reading(of: "a1"), with: ring).reveal()
            #expect(ground.kind == kind && ground.reason == "since \(kind)")
            // The lead who decides is shown no ground.
            #expect(throws: Refusal.hidden) { try lead.permit(ReadSealedEntry.self, on: House.health()) }
            shown.insert("\(away)")
            lengths.insert(sealed.bytes.count)
        }
        #expect(shown == ["away"])
        #expect(lengths.count == 1)
    }

    @Test("Nobody grants their own absence; one without dates is none")
    mutating func ownAbsence() throws {
        let lead = try House.caller("otto", (.lead, "ship"))
        #expect(throws: Refusal.forbidden) {
            try lead.permit(DecideAbsence.self, on: PersonSubject("otto", in: ["ship"]))
        }
        let day = CalendarDate(dayNumber: 20_000)
        #expect(throws: RecordError.self) { try Away(first: day, last: day.advanced(by: -1)) }
        let noon = try #require(LocalTime(hour: 12, minute: 0))
        #expect(throws: RecordError.self) { try Away(first: day, last: day, from: noon, until: noon) }
        #expect(try Away(first: day, last: day.advanced(by: Away.longest - 1)).last > day)
        #expect(throws: RecordError.self) { try Away(first: day, last: day.advanced(by: Away.longest)) }
        let (noted, _) = try AbsenceRecord.note(
            Away(first: day, last: day, from: noon), because: Confidential(AbsenceGround(.illness)), as: "a2",
            by: lead.permit(DecideAbsence.self, on: House.ines), at: House.now, with: ring, using: &generator)
        #expect(noted.state == .granted && noted.by == "otto")
    }
}
