package import RotaModel

extension Rule {
    /// What the rule asks, of whom and how strictly: `At most 5 shifts in a row, for everyone (hard)`.
    package func sentence(in problem: RotaProblem) -> String {
        let strictness =
            switch severity {
            case .hard: "hard"
            case .soft(let weight): "weight \(weight)"
            }
        return "\(words(in: problem)) (\(strictness))"
    }

    /// What the rule asks and of whom: `At most 5 shifts in a row, for everyone`.
    package func words(in problem: RotaProblem) -> String {
        let text = text(in: problem)
        let closed = edges == .closed ? ", also at the edges of what is known" : ""
        return "\(text.prefix(1).uppercased())\(text.dropFirst())\(closed)\(scope(in: problem))"
    }

    private func text(in problem: RotaProblem) -> String {
        func name(_ id: PersonID) -> String { problem.people.first { $0.id == id }?.name ?? id.rawValue }
        func name(_ id: QualificationID) -> String {
            problem.qualifications.first { $0.id == id }?.name ?? id.rawValue
        }
        let weekend = Words.weekend(weekend)
        return switch kind {
        case .shiftsInARow(let set, let limits): RunCheck.text(Words.noun(of: set), limits)
        case .daysOffInARow(let limits): RunCheck.text("day off", limits)
        case .totalMinutes(let limits): TotalMinutesCheck.text(limits)
        case .shiftCount(let set, let limits): ShiftCountCheck.text(set, limits)
        case .minutesInWindow(let days, let maximum): WindowCheck.text(days, maximum)
        case .rest(let minimum): RestCheck.text(minimum)
        case .forbiddenSequence(let pattern, let weekdays):
            ForbiddenSequenceCheck.text(pattern, startingOn: weekdays)
        case .wishedSequence(let after, let then): WishedSequenceCheck.text(after: after, then: then)
        case .weekendsWorked(let limits): WeekendsWorkedCheck.text(limits, weekend)
        case .weekendsInARow(let limits): WeekendRunCheck.text(limits, weekend)
        case .completeWeekends: CompleteWeekendCheck.text(weekend)
        case .sameShiftInWeekend: SameShiftInWeekendCheck.text(weekend)
        case .noWork(let weekdays): NoWorkCheck.text(weekdays)
        case .alternatingWork(let weekdays): AlternatingWorkCheck.text(weekdays)
        case .together(let person, let other): CompanyCheck.text(.together, name(person), name(other))
        case .apart(let person, let other): CompanyCheck.text(.apart, name(person), name(other))
        case .qualifiedOnShift(let qualification, let set):
            QualifiedCheck.text(name(qualification), set)
        case .qualificationNeeded(let qualification, let set):
            QualificationNeededCheck.text(name(qualification), set)
        case .fairness(let measure, let tolerance): FairnessCheck.text(measure, tolerance)
        }
    }

    /// `, for everyone`; nothing for the kinds that say themselves whom they are about.
    private func scope(in problem: RotaProblem) -> String {
        switch kind {
        case .together, .apart, .qualifiedOnShift: return ""
        default: break
        }
        switch appliesTo {
        case .everyone: return ", for everyone"
        case .people(let ids):
            let names = ids.map { id in problem.people.first { $0.id == id }?.name ?? id.rawValue }
            return ", for \(Words.list(names, "and"))"
        case .contracts(let ids):
            let names = ids.map { id in problem.contracts.first { $0.id == id }?.name ?? id.rawValue }
            return ", under \(Words.list(names, "or"))"
        }
    }
}
