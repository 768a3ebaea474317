internal import Mustache
import RotaModel
import RotaRules

/// The table person x day with its margins, as the page and the live events show it.
struct GridModel: Sendable {
    /// One cell of any part: what it says and how it looks. There are thousands, and to be looked through for each name that
    /// a template has would take longer than all else.
    struct Cell: Sendable, MustacheParent {
        var text: String
        var style: String
        /// Added for those who do not see the marks.
        var remark: String?
        var sub: String?
        var id: String?

        func child(named: String) -> Any? {
            switch named {
            case "text": text
            case "style": style.isEmpty ? nil : style
            case "remark": remark
            case "sub": sub
            case "id": id
            default: nil
            }
        }

        /// As an event carries it.
        var compact: String { sub.map { "\(style)|\(text)|\($0)" } ?? "\(style)|\(text)" }
    }

    struct Head: Sendable, MustacheParent {
        var id: String
        var letter: String
        var number: Int
        var style: String
        var date: String
        var long: String
        var note: String?

        func child(named: String) -> Any? {
            switch named {
            case "id": id
            case "letter": letter
            case "number": number
            case "style": style
            case "date": date
            case "long": long
            case "note": note
            default: nil
            }
        }
    }

    struct Row: Sendable, MustacheParent {
        var id: String
        var index: Int
        var name: String
        var detail: String?
        var style: String
        var cells: [Cell]
        var totals: [Cell]

        func child(named: String) -> Any? {
            switch named {
            case "id": id
            case "index": index
            case "name": name
            case "detail": detail
            case "style": style
            case "cells": cells
            case "days": days
            case "totals": totals
            case "sums": sums
            default: nil
            }
        }
    }

    struct Cover: Sendable, MustacheParent {
        var shift: String
        var chip: String
        var name: String
        var qualification: String?
        var style: String
        var cells: [Cell]

        func child(named: String) -> Any? {
            switch named {
            case "shift": shift
            case "chip": chip
            case "name": name
            case "qualification": qualification
            case "style": style
            case "cells": cells
            case "days": days
            default: nil
            }
        }
    }

    var heads: [Head]
    var rows: [Row]
    var cover: [Cover]
    var qualifiedCover: [Cover]
}

/// Makes the grid of a rota, or of a period that has none yet.
struct GridBuilder {
    let loaded: LoadedProblem
    let language: Language
    /// Nil: no day is marked as today.
    let today: CalendarDate?
    private let columnStyles: [String]
    private let lines: [CoverLine]
    private let wishes: [Int: Bool]
    private let pins: Set<Int>
    private let away: Set<Int>

    init(_ loaded: LoadedProblem, language: Language, today: CalendarDate?) {
        let problem = loaded.problem
        self.loaded = loaded
        self.language = language
        self.today = today
        columnStyles = problem.days.map { Self.columnStyle(of: problem.date(of: $0), in: problem, today: today) }
        lines = CoverLine.all(of: problem)
        let people = Dictionary(
            zip(problem.people.map(\.id), problem.personIndices), uniquingKeysWith: { first, _ in first })
        func cell(_ person: PersonID, _ date: CalendarDate) -> Int? {
            guard let person = people[person], let day = problem.day(of: date) else { return nil }
            return person.value * problem.dayCount + day.value
        }
        wishes = Dictionary(
            problem.requests.compactMap { request in cell(request.person, request.date).map { ($0, true) } },
            uniquingKeysWith: { first, _ in first })
        pins = Set(problem.pins.compactMap { cell($0.person, $0.date) })
        away = Set(
            problem.absences.flatMap { absence in
                (max(absence.first, problem.start)...max(absence.first, problem.start, min(absence.last, problem.end)))
                    .filter { $0 <= absence.last }.compactMap { cell(absence.person, $0) }
            })
    }

    private static func columnStyle(of date: CalendarDate, in problem: RotaProblem, today: CalendarDate?) -> String {
        var styles: [String] = []
        if problem.unit.weekend.contains(date.weekday) || problem.holidays.contains(where: { $0.date == date }) {
            styles.append("we")
        }
        if date.weekday == problem.unit.firstWeekday { styles.append("wk") }
        if date == today { styles.append("now") }
        return styles.joined(separator: " ")
    }

    /// - Parameters:
    ///   - rota: nil: nothing is on, and cover shows only what is wanted.
    ///   - assessment: of that rota, for the marks.
    func build(_ rota: Rota?, _ assessment: Assessment?) -> GridModel {
        let marks = Marks(assessment, in: loaded.problem)
        let cover = lines.enumerated().map { coverRow($1, at: $0, of: rota) }
        let everybody = lines.count { $0.key.qualification == nil }
        let totals = rota.map(loaded.judge.totals)
        return GridModel(
            heads: loaded.problem.days.map(head),
            rows: loaded.problem.personIndices.map { row(of: $0, in: rota, marks, totals?[$0.value]) },
            cover: Array(cover[..<everybody]), qualifiedCover: Array(cover[everybody...]))
    }

    private func head(_ day: DayIndex) -> GridModel.Head {
        let date = loaded.problem.date(of: day)
        let holiday = loaded.problem.holidays.first { $0.date == date }
        let note = [holiday?.name, date == today ? language[.today] : nil].compactMap { $0 }.joined(separator: ", ")
        return GridModel.Head(
            id: "d\(day)", letter: language.weekdayLetters[date.weekday.rawValue], number: date.components.day,
            style: columnStyles[day.value], date: date.description, long: language.day(date),
            note: note.isEmpty ? nil : note)
    }

    private func row(
        of person: PersonIndex, in rota: Rota?, _ marks: Marks, _ totals: PersonTotals?
    ) -> GridModel.Row {
        let problem = loaded.problem
        let cells = problem.days.map { day in
            cell(person, day, duty: rota?[person, day] ?? .off, mark: marks.cell(person, day))
        }
        return GridModel.Row(
            id: problem[person].id.rawValue, index: person.value, name: problem[person].name,
            detail: problem[person].rank, style: marks.row(person).style, cells: cells,
            totals: totals.map(self.totals) ?? noTotals)
    }

    private func cell(_ person: PersonIndex, _ day: DayIndex, duty: Duty, mark: Marks.Mark) -> GridModel.Cell {
        let index = person.value * loaded.problem.dayCount + day.value
        var styles: [String] = []
        var text = language[.off]
        if let shift = duty.shift {
            text = loaded.problem[shift].id.rawValue
            styles.append("s\(loaded.problem[shift].colour)")
        } else if away.contains(index) {
            text = language[.away]
            styles.append("aw")
        } else {
            styles.append("of")
        }
        if wishes[index] != nil { styles.append("wi") }
        if pins.contains(index) { styles.append("pi") }
        if mark != .none { styles.append(mark.style) }
        if !columnStyles[day.value].isEmpty { styles.append(columnStyles[day.value]) }
        var remarks: [String] = []
        if pins.contains(index) { remarks.append(language[.pinned]) }
        if wishes[index] != nil { remarks.append(language[.wish]) }
        if mark != .none { remarks.append(language[.marked]) }
        return GridModel.Cell(
            text: text, style: styles.joined(separator: " "),
            remark: remarks.isEmpty ? nil : remarks.joined(separator: ", "), id: "c\(person.value)-\(day.value)")
    }

    private func totals(_ totals: PersonTotals) -> [GridModel.Cell] {
        let balance = totals.balance.map { language.hours($0, signed: true) } ?? language[.noFigure]
        let isBeyond = (totals.balance ?? .zero) != .zero
        return [
            GridModel.Cell(text: language.hours(totals.worked + totals.credited), style: ""),
            GridModel.Cell(text: "\(totals.nights)", style: ""),
            GridModel.Cell(text: "\(totals.weekends)", style: ""),
            GridModel.Cell(text: balance, style: isBeyond ? "by" : ""),
        ]
    }

    private var noTotals: [GridModel.Cell] {
        Array(repeating: GridModel.Cell(text: language[.noFigure], style: "no"), count: 4)
    }

    private func coverRow(_ line: CoverLine, at index: Int, of rota: Rota?) -> GridModel.Cover {
        let problem = loaded.problem
        let type = problem.shiftTypes.first { line.key.shiftTypes == [$0.id] }
        let cells = problem.days.map { day -> GridModel.Cell in
            let id = "v\(index)-\(day.value)"
            guard let demand = line.demand[day.value] else {
                return GridModel.Cell(text: "", style: columnStyles[day.value], id: id)
            }
            guard let rota else {
                return GridModel.Cell(
                    text: language[.noFigure], style: columnStyles[day.value], sub: "\(demand.target)", id: id)
            }
            let have = line.have(on: day, in: rota, of: problem)
            // Nobody wanted and nobody there is nothing to say.
            guard demand.target > 0 || have > 0 else {
                return GridModel.Cell(text: "", style: columnStyles[day.value], sub: "", id: id)
            }
            let state = demand.state(of: have)
            let isHard = have < demand.minimum && demand.belowMinimum == .hard
            var styles = [columnStyles[day.value]].filter { !$0.isEmpty }
            if state < 0 { styles.append(isHard ? "sh ha" : "sh") }
            if state > 0 { styles.append("ov") }
            return GridModel.Cell(
                text: "\(have)", style: styles.joined(separator: " "),
                remark: state < 0 ? language[.short] : state > 0 ? language[.over] : nil, sub: "\(demand.target)",
                id: id)
        }
        let qualification = line.qualificationName(in: problem)
        return GridModel.Cover(
            shift: line.shiftText, chip: type.map { "s\($0.colour)" } ?? "s0", name: type?.name ?? line.shiftText,
            qualification: qualification, style: qualification == nil ? "everybody" : "qualified", cells: cells)
    }
}
