/// Demand, requests, absences, pins, history and ledger.
extension ProblemCheck {
    mutating func checkDemand() {
        for (position, line) in problem.demand.enumerated() {
            checkInPeriod(line.date, "/demand/\(position)/on")
            checkShifts(line.shiftTypes, "/demand/\(position)/shifts")
            if let qualification = line.qualification {
                checkQualification(qualification, "/demand/\(position)/qualification")
            }
            expect(line.minimum, ProblemLimits.demandPeople, "The minimum", "/demand/\(position)/minimum")
            if let wanted = line.wanted {
                expect(wanted, ProblemLimits.demandPeople, "The number wanted", "/demand/\(position)/wanted")
                if wanted < line.minimum {
                    report(
                        "/demand/\(position)/wanted",
                        "The number wanted is \(wanted), less than the minimum, which is \(line.minimum).")
                }
            }
            if let maximum = line.maximum {
                expect(maximum, ProblemLimits.demandPeople, "The maximum", "/demand/\(position)/maximum")
                let least = max(line.minimum, line.wanted ?? 0)
                if maximum < least {
                    let what = least == line.minimum ? "minimum" : "number wanted"
                    report(
                        "/demand/\(position)/maximum",
                        "The maximum is \(maximum), less than the \(what), which is \(least).")
                }
            }
            checkSeverity(line.belowMinimum, "/demand/\(position)/belowMinimum")
            checkSeverity(line.aboveMaximum, "/demand/\(position)/aboveMaximum")
            let weights = 0...ProblemLimits.weight.upperBound
            expect(line.belowWanted.value, weights, "The weight", "/demand/\(position)/belowWanted")
            expect(line.aboveWanted.value, weights, "The weight", "/demand/\(position)/aboveWanted")
        }
    }

    mutating func checkSeverity(_ severity: Severity, _ pointer: @autoclosure () -> String) {
        guard case .soft(let weight) = severity else { return }
        expect(weight.value, ProblemLimits.weight, "The weight", pointer())
    }

    mutating func checkRequests() {
        for (position, request) in problem.requests.enumerated() {
            checkPerson(request.person, "/requests/\(position)/person")
            checkInPeriod(request.date, "/requests/\(position)/date")
            switch request.wish {
            case .shiftOn(let shift): checkShift(shift, "/requests/\(position)/on")
            case .shiftOff(let shift): checkShift(shift, "/requests/\(position)/off")
            case .dayOff, .dayOn: break
            }
            expect(
                request.weight.value, 0...ProblemLimits.weight.upperBound, "The weight", "/requests/\(position)/weight")
        }
    }

    /// What a day's duty costs a person is kept in 32 bits by the search.
    mutating func checkCellPenalties() {
        let limit = ProblemLimits.cellPenalty
        let rules = problem.rules.reduce(0) { sum, rule in
            guard case .soft(let weight) = rule.severity else { return sum }
            switch rule.kind {
            case .noWork, .qualificationNeeded: return sum + weight.value
            default: return sum
            }
        }
        if rules > limit {
            report(
                "/rules",
                "The weights of the rules on days without work and on qualifications add up to more than \(limit).")
            return
        }
        var sums: [Cell: Int] = [:]
        for (position, request) in problem.requests.enumerated() {
            let cell = Cell(person: request.person, date: request.date)
            let sum = sums[cell, default: rules]
            guard sum <= limit else { continue }
            sums[cell] = sum + request.weight.value
            if sum + request.weight.value > limit {
                report(
                    "/requests/\(position)/weight",
                    "The weights of what \(request.person) asks for \(shown(request.date)), with those of the rules on"
                        + " days without work and on qualifications, add up to more than \(limit); smaller weights are needed."
                )
            }
        }
    }

    mutating func checkAbsences() {
        for (position, absence) in problem.absences.enumerated() {
            checkPerson(absence.person, "/absences/\(position)/person")
            checkYear(absence.first, "/absences/\(position)/first")
            checkYear(absence.last, "/absences/\(position)/last")
            if absence.first > absence.last {
                report(
                    "/absences/\(position)/last",
                    "The absence's last date is \(shown(absence.last)), before its first, which is \(shown(absence.first))."
                )
            } else if absence.first == absence.last, let from = absence.from, let until = absence.until, from >= until {
                report("/absences/\(position)/until", "The absence ends at \(until), not after it begins at \(from).")
            } else if absence.until == .midnight, absence.first == absence.last {
                report("/absences/\(position)/until", "The absence ends at 00:00, when it begins.")
            }
            expect(
                absence.creditPerDay.value, ProblemLimits.creditMinutes, "The credit in minutes",
                "/absences/\(position)/creditPerDay")
        }
    }

    /// A person and a date.
    private struct Cell: Hashable {
        let person: PersonID
        let date: CalendarDate
    }

    mutating func checkPins() {
        var seen: [Cell: Int] = [:]
        for (position, pin) in problem.pins.enumerated() {
            checkPerson(pin.person, "/pins/\(position)/person")
            checkInPeriod(pin.date, "/pins/\(position)/date")
            if let shift = pin.shift { checkShift(shift, "/pins/\(position)/shift") }
            let cell = Cell(person: pin.person, date: pin.date)
            guard let first = seen[cell] else {
                seen[cell] = position
                continue
            }
            guard problem.pins[first].shift != pin.shift else { continue }
            func name(_ shift: ShiftTypeID?) -> String { shift.map { "\"\($0)\"" } ?? "off" }
            report(
                "/pins/\(position)",
                "\(pin.person) is pinned to \(name(pin.shift)) on \(shown(pin.date)), and to"
                    + " \(name(problem.pins[first].shift)) at /pins/\(first); remove one.")
        }
    }

    mutating func checkHistory() {
        if problem.historyStart == nil, !problem.history.isEmpty {
            report("/history/from", "There is a history, but not from which date on everything is known.")
        }
        var seen: [Cell: Int] = [:]
        for (position, entry) in problem.history.enumerated() {
            checkPerson(entry.person, "/history/shifts/\(position)/person")
            checkShift(entry.shift, "/history/shifts/\(position)/shift")
            if let from = problem.historyStart, entry.date < from || entry.date >= problem.start {
                report(
                    "/history/shifts/\(position)/date",
                    "\(shown(entry.date)) is outside the history, which goes from \(shown(from)) to the day before"
                        + " \(shown(problem.start)).")
            }
            let cell = Cell(person: entry.person, date: entry.date)
            if let first = seen.updateValue(position, forKey: cell) {
                report(
                    "/history/shifts/\(position)",
                    "\(entry.person) has a shift on \(shown(entry.date)) already, at /history/shifts/\(first).")
            }
        }
    }

    mutating func checkLedger() {
        var seen: [PersonID: Int] = [:]
        for (position, entry) in problem.ledger.enumerated() {
            checkPerson(entry.person, "/ledger/\(position)/person")
            if let first = seen.updateValue(position, forKey: entry.person) {
                report("/ledger/\(position)/person", "\(entry.person) has an entry already, at /ledger/\(first).")
            }
            for (name, value) in [
                ("nights", entry.nights), ("weekends", entry.weekends), ("holidays", entry.holidays),
                ("unpopular", entry.unpopular),
                ("requestsMade", entry.requestsMade), ("requestsGranted", entry.requestsGranted),
                ("presence", entry.presence),
            ] {
                expect(value, ProblemLimits.count, "The number", "/ledger/\(position)/\(name)")
            }
            if entry.requestsGranted > entry.requestsMade {
                report(
                    "/ledger/\(position)/requestsGranted",
                    "\(entry.requestsGranted) requests were granted, more than the \(entry.requestsMade) made.")
            }
        }
    }
}
