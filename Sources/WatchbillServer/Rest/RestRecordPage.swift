internal import CrewRecords
internal import RotaModel
internal import WatchbillStore

/// The record of hours of rest at sea as it is printed: black on white, letters and lines.
struct RestRecordPage: Sendable {
    struct Cell: Sendable {
        let text: String
        let style: String
    }

    struct Row: Sendable {
        let date: String
        let label: String
        let cells: [Cell]
        let rest: String
        let leastInDay: String
        let leastInWeek: String
        let faults: String
    }

    struct Fact: Sendable {
        let name: String
        let value: String
    }

    let title: String
    let back: String
    let links: [RotaPage.Link]
    let facts: [Fact]
    /// 00 to 23.
    let hours: [String]
    let rows: [Row]
    let legend: [String]
    let printed: String
}

extension PageRenderer {
    /// - Parameters:
    ///   - address: of the page, to which a month is added.
    ///   - isWatchkeeper: whether shifts are planned for them in the month.
    func restRecordPage(
        _ record: RestRecord, of member: CrewMember, in unit: CrewUnit, month: CalendarDate, isWatchkeeper: Bool,
        address: String, back: String, now: Instant
    ) -> String {
        let name = monthName(month)
        let dates = MonthSheet.dates(of: month)
        func number(_ minutes: Minutes?) -> String { minutes.map { language.hours($0) } ?? "" }
        let rows = record.days.map { day in
            RestRecordPage.Row(
                date: "\(day.date.components.day)", label: language.day(day.date),
                cells: day.halves.enumerated().map { half, state in
                    let text =
                        switch state {
                        case .work: "■"
                        case .skipped: "/"
                        case .rest, .toCome: ""
                        }
                    return RestRecordPage.Cell(text: text, style: half.isMultiple(of: 2) ? "hour" : "")
                }, rest: number(day.rest) + (day.isLong ? " *" : ""), leastInDay: number(day.leastInDay),
                leastInWeek: number(day.leastInWeek), faults: day.faults.map(\.rawValue).joined(separator: " "))
        }
        func link(_ date: CalendarDate, _ phrase: Phrase) -> RotaPage.Link {
            RotaPage.Link(
                address: "\(address)month=\(date.description.prefix(7))", name: language[phrase], isHere: false)
        }
        let facts: [(Phrase, String)] = [
            (.restShip, unit.name), (.restFlag, ""), (.restNumber, ""), (.restSeafarer, member.name),
            (.restRank, member.rank?.name ?? ""), (.restMonth, name),
            (.restWatchkeeper, language[isWatchkeeper ? .exchangeYes : .exchangeNo]),
        ]
        let legend: [Phrase] = [
            .restLegendWork, .restLegendSkipped, .restLegendTwice, .restFaultA, .restFaultB, .restFaultC, .restFaultD,
        ]
        let title = language.text(.restRecord, ["month": name, "name": member.name])
        return render(
            "restrecord",
            RestRecordPage(
                title: title, back: back,
                links: [
                    link(dates.lowerBound.advanced(by: -1), .monthBefore),
                    link(dates.upperBound.advanced(by: 1), .monthAfter),
                ],
                facts: facts.map { RestRecordPage.Fact(name: language[$0.0], value: $0.1) },
                hours: (0..<24).map { $0 < 10 ? "0\($0)" : "\($0)" }, rows: rows,
                legend: legend.map { language[$0] },
                printed: language.text(.printedAt, ["time": language.moment(now, in: unit.zone)])),
            frame: frame(.rota, title: title, problem: nil, style: "paper a4"))
    }

    /// `Jan 2026`.
    func monthName(_ date: CalendarDate) -> String {
        let (year, month, _) = date.components
        return language.text(.monthName, ["month": language.months[month - 1], "year": "\(year)"])
    }
}
