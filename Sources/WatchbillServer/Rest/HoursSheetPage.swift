internal import CrewRecords
internal import RotaModel
internal import WatchbillStore

/// A month's hours of one person, to be signed and printed.
struct HoursSheetPage: Sendable {
    struct Line: Sendable {
        let date: String
        let planned: String
        let worked: String
        let plannedHours: String
        let breaks: String
        let workedHours: String
        let difference: String
    }

    struct Sign: Sendable {
        let action: String
        let hidden: [FormPage.Hidden]
        let words: String
        let button: String
    }

    let title: String
    let refusal: String?
    let unit: String
    let back: String
    let links: [RotaPage.Link]
    let printed: String
    let lines: [Line]
    let sums: [String]
    /// How the signatures stand, a line each.
    let signed: [String]
    /// Nil: there is nothing to sign for the visitor.
    let sign: Sign?
}

extension PageRenderer {
    /// - Parameters:
    ///   - address: of the page, to which a month is added.
    ///   - part: as what the visitor may sign; nil: they may not, or need not.
    func hoursSheetPage(
        _ sheet: MonthSheet, _ state: SignedState, of name: String, in unit: CrewUnit, address: String,
        back: String, signing part: HoursSignature.Part?, refusal: String?, form: String?, now: Instant
    ) -> String {
        let zone = unit.zone
        let title = language.text(.sheetTitle, ["name": name, "month": monthName(sheet.month)])
        let dates = MonthSheet.dates(of: sheet.month)
        func link(_ date: CalendarDate, _ phrase: Phrase) -> RotaPage.Link {
            RotaPage.Link(
                address: "\(address)month=\(date.description.prefix(7))", name: language[phrase], isHere: false)
        }
        func span(_ start: Instant, _ end: Instant?) -> String {
            guard let end else { return language.text(.attendSince, ["time": clock(start, in: zone)]) }
            return language.text(.crossingTimes, ["start": clock(start, in: zone), "end": clock(end, in: zone)])
        }
        let lines = sheet.lines.map { line in
            HoursSheetPage.Line(
                date: language.day(line.date), planned: line.plan.map { span($0.start, $0.end) } ?? "",
                worked: line.stints.map { span($0.start, $0.end) }.joined(separator: ", "),
                plannedHours: line.planned.map(hoursAndMinutes) ?? "",
                breaks: line.breaks == .zero ? "" : hoursAndMinutes(line.breaks),
                workedHours: line.worked.map(hoursAndMinutes) ?? "", difference: line.difference.map(signed) ?? "")
        }
        var frame = frame(part == .lead ? .rota : .today, title: title, problem: nil, style: "paper a4")
        frame.form = form
        return render(
            "hourssheet",
            HoursSheetPage(
                title: title, refusal: refusal, unit: unit.name, back: back,
                links: [
                    link(dates.lowerBound.advanced(by: -1), .monthBefore),
                    link(dates.upperBound.advanced(by: 1), .monthAfter),
                ], printed: language.text(.printedAt, ["time": language.moment(now, in: zone)]), lines: lines,
                sums: [sheet.planned, sheet.breaks, sheet.worked].map(hoursAndMinutes)
                    + [signed(sheet.worked - sheet.planned)],
                signed: words(for: state, in: zone),
                sign: part.map { part in
                    HoursSheetPage.Sign(
                        action: part == .person ? "/me/hours/sign" : "\(cardAddress(sheet.person))/hours",
                        hidden: [
                            FormPage.Hidden(name: "unit", value: sheet.unit.rawValue),
                            FormPage.Hidden(name: "month", value: String(sheet.month.description.prefix(7))),
                            FormPage.Hidden(name: "fingerprint", value: "\(sheet.fingerprint)"),
                        ], words: language[part == .person ? .sheetSignWords : .sheetCountersignWords],
                        button: language[part == .person ? .sheetSign : .sheetCountersign])
                }), frame: frame)
    }

    /// How the signatures of both parts stand, a line each.
    func words(for state: SignedState, in zone: Zone) -> [String] {
        [(HoursSignature.Part.person, state.person), (.lead, state.lead)].map { part, signature -> String in
            guard let signature else { return language[part == .person ? .sheetUnsigned : .sheetUncountersigned] }
            let values: KeyValuePairs<String, String> = [
                "name": signature.signerName,
                "time": language.moment(signature.signedAt, in: zone), "print": "\(signature.fingerprint)",
            ]
            return language.text(state.isStale(part) ? .sheetStale : .sheetSigned, values)
        }
    }

    /// `+10 min`, `−1 h 5 min`.
    private func signed(_ minutes: Minutes) -> String {
        let words = hoursAndMinutes(Minutes(abs(minutes.value)))
        return minutes.value < 0 ? "−\(words)" : minutes.value > 0 ? "+\(words)" : words
    }

    private func clock(_ instant: Instant, in zone: Zone) -> String {
        "\(LocalTime.midnight.adding(Minutes(zone.wallTime(at: instant).seconds / 60)))"
    }
}
