import RotaModel
import WatchbillStore

/// What of a published version is on paper: all of it, unless something is said.
struct WallCut: Hashable, Sendable {
    /// Of the version.
    var dates: ClosedRange<CalendarDate>?
    var person: PersonIndex?
}

/// A sheet of a published version: black on white, letters, landscape.
struct WallSheet: Sendable {
    let title: String
    /// Whose rota it is: the unit's, or somebody's in it.
    let name: String
    let period: String
    let version: String
    let words: String
    let supersedes: String?
    let printed: String
    let grid: GridModel
    let legend: [RotaPage.Legend]
}

extension PageRenderer {
    /// The print view of a published version.
    ///
    /// - Parameters:
    ///   - shown: nil: there is none.
    ///   - paper: of `paperSizes`; anything else is A4.
    func wallPage(_ shown: ShownVersion?, of unit: CrewUnit, _ cut: WallCut, paper: String?, now: Instant) -> String {
        struct Chooser: Sendable {
            let unit: String
            let version: String
            let paper: String
            let weeks: [RotaPage.Choice]
            let people: [RotaPage.Choice]
        }
        struct Model: Sendable {
            let back: String
            let sizes: [RotaPage.Link]
            let chooser: Chooser?
            let sheets: [WallSheet]
            let isEmpty: Bool
        }
        let size = Self.paperSizes.first { $0.name == paper } ?? Self.paperSizes[0]
        let query = "unit=\(LocalAddress.inQuery(unit.id.rawValue))"
        let which = shown.map { "&version=\($0.version.number)\(address(of: cut, $0.loaded.problem))" } ?? ""
        let printed = language.text(.printedAt, ["time": language.moment(now, in: unit.zone)])
        let problem = shown?.loaded.problem
        let period = problem.map { language.period(cut.dates?.lowerBound ?? $0.start, cut.dates?.upperBound ?? $0.end) }
        let model = Model(
            back: "/rota?\(query)",
            sizes: [("a4", Phrase.printA4), ("a3", .printA3)].map {
                RotaPage.Link(
                    address: "/rota/print?\(query)\(which)&paper=\($0.0)", name: language[$0.1],
                    isHere: $0.0 == size.name)
            },
            chooser: shown.map {
                Chooser(
                    unit: unit.id.rawValue, version: "\($0.version.number)", paper: size.name,
                    weeks: weeks($0.loaded.problem, chosen: cut.dates),
                    people: people($0.loaded.problem, chosen: cut.person))
            }, sheets: shown.map { wallSheets($0, of: unit, cut, days: size.days, printed: printed) } ?? [],
            isEmpty: shown == nil)
        return render(
            "wall", model,
            frame: frame(
                .rota, title: "\(unit.name) \(period ?? "")", problem: problem, style: "paper \(size.name)"))
    }

    /// - Parameters:
    ///   - days: how many fit side by side.
    ///   - printed: when it came to paper, in words.
    private func wallSheets(
        _ shown: ShownVersion, of unit: CrewUnit, _ cut: WallCut, days: Int, printed: String
    ) -> [WallSheet] {
        let problem = shown.loaded.problem
        let dates = cut.dates ?? problem.start...problem.end
        guard let first = problem.day(of: dates.lowerBound), let last = problem.day(of: dates.upperBound) else {
            preconditionFailure("Version \(shown.version.number) does not have \(dates).")
        }
        var grid = GridBuilder(shown.loaded, language: language, today: nil).build(shown.rota, nil)
        if let person = cut.person { grid.rows = [grid.rows[person.value]] }
        return sheets(of: grid, days: days, problem, first.value..<last.value + 1).map { sheet in
            WallSheet(
                title: sheet.title,
                name: [cut.person.map { problem[$0].name }, unit.name].compactMap(\.self).joined(separator: ", "),
                period: language.period(dates.lowerBound, dates.upperBound),
                version: language.text(.publishedVersion, ["number": "\(shown.version.number)"]),
                words: published(shown, in: unit.zone), supersedes: supersedes(shown.version), printed: printed,
                grid: sheet.grid, legend: legend(problem))
        }
    }

    /// The weeks of a rota, each by the first of its dates that the rota has.
    private func weeks(_ problem: RotaProblem, chosen: ClosedRange<CalendarDate>?) -> [RotaPage.Choice] {
        problem.days.map(problem.date).filter { $0 == problem.start || $0.weekday == problem.unit.firstWeekday }.map {
            let dates = problem.week(of: $0)
            return RotaPage.Choice(
                value: $0.description, name: language.days(dates.lowerBound, dates.upperBound),
                isChosen: dates == chosen)
        }
    }

    private func address(of cut: WallCut, _ problem: RotaProblem) -> String {
        let week = cut.dates.map { "&week=\($0.lowerBound)" } ?? ""
        return week + (cut.person.map { "&person=\(LocalAddress.inQuery(problem[$0].id.rawValue))" } ?? "")
    }

    // MARK: Copies for the day the server is down

    /// A file of its own, without any address but the index's, with what is in force in a unit.
    ///
    /// - Parameters:
    ///   - parts: at least one.
    ///   - index: where all units are listed, beside the file.
    func wallCopy(
        _ parts: [(shown: ShownVersion, dates: ClosedRange<CalendarDate>)], of unit: CrewUnit, index: String,
        now: Instant
    ) -> String {
        struct Model: Sendable {
            let style: String
            let index: String
            let sheets: [WallSheet]
        }
        let copied = language.text(.copiedAt, ["time": language.moment(now, in: unit.zone)])
        let size = Self.paperSizes[0]
        let sheets = parts.flatMap { shown, dates in
            wallSheets(shown, of: unit, WallCut(dates: dates), days: size.days, printed: copied)
        }
        return render(
            "copy", Model(style: Assets.style, index: index, sheets: sheets),
            frame: frame(nil, title: unit.name, problem: nil, style: "paper \(size.name)"))
    }

    /// One unit as the list of copies has it.
    struct CopyLine: Sendable {
        /// Nil: nothing is in force there.
        let address: String?
        let name: String
        let note: String
    }

    /// The list of all copies, a file of its own too.
    ///
    /// - Parameter zone: whose clock tells when they were made.
    func wallCopies(_ lines: [CopyLine], in zone: Zone, now: Instant) -> String {
        struct Model: Sendable {
            let style: String
            let intro: String
            let isEmpty: Bool
            let lines: [CopyLine]
        }
        let intro = language.text(.copiesIntro, ["time": language.moment(now, in: zone)])
        return render(
            "copies", Model(style: Assets.style, intro: intro, isEmpty: lines.isEmpty, lines: lines),
            frame: frame(nil, title: language[.copiesTitle], problem: nil, style: "text"))
    }

    func copyLine(
        of unit: CrewUnit, _ parts: [(shown: ShownVersion, dates: ClosedRange<CalendarDate>)], address: String,
        from date: CalendarDate
    ) -> CopyLine {
        guard let first = parts.first, let last = parts.last else {
            return CopyLine(
                address: nil, name: unit.name, note: language.text(.copiesNone, ["day": language.day(date)]))
        }
        return CopyLine(
            address: address, name: unit.name, note: language.period(first.dates.lowerBound, last.dates.upperBound))
    }
}

extension RotaProblem {
    /// The dates of the rota that are in the same week as one of them, as the unit counts weeks.
    func week(of date: CalendarDate) -> ClosedRange<CalendarDate> {
        let first = date.advanced(by: -((date.weekday.rawValue - unit.firstWeekday.rawValue + 7) % 7))
        return max(first, start)...min(first.advanced(by: 6), end)
    }
}
