import RotaModel
import RotaRules

/// The rota for the wall: black on white, letters, landscape.
struct PaperPage: Sendable {
    struct Sheet: Sendable {
        var title: String
        var grid: GridModel
        var hasTotals: Bool
    }

    var unit: String
    var period: String
    var version: String
    var words: String
    var supersedes: String?
    var printed: String
    var back: String
    var sizes: [RotaPage.Link]
    var sheets: [Sheet]
    var legend: [RotaPage.Legend]
    var isEmpty: Bool
}

extension PageRenderer {
    /// Paper sizes on offer: the name, and how many days fit side by side.
    static let paperSizes: [(name: String, days: Int)] = [("a4", 35), ("a3", 56)]

    /// - Parameters:
    ///   - paper: of `paperSizes`; anything else is A4.
    func paperPage(_ loaded: LoadedProblem, view: BuildView, paper: String?, now: Instant) -> String {
        let problem = loaded.problem
        let size = Self.paperSizes.first { $0.name == paper } ?? Self.paperSizes[0]
        let assessment = view.rota.map { loaded.judge.assess($0) }
        let status = StatusModel(view, language: language, hardFindings: assessment?.hardFindings.count)
        // No day is marked as today's on paper, which hangs for weeks.
        let builder = GridBuilder(loaded, language: language, today: nil)
        let whole = view.rota.map { builder.build($0, assessment) }
        let address = "/builds/\(view.id)/print"
        let page = PaperPage(
            unit: problem.unit.name, period: language.period(problem),
            version: language.text(.versionLine, ["version": status.name, "penalty": status.penalty]),
            words: status.words,
            supersedes: view.draft.flatMap { $0 > 1 ? language.text(.supersedes, ["number": "\($0 - 1)"]) : nil },
            printed: language.text(.printedAt, ["time": language.moment(now, in: problem.unit.zone)]),
            back: "/builds/\(view.id)",
            sizes: [("a4", Phrase.printA4), ("a3", .printA3)].map {
                RotaPage.Link(address: "\(address)?paper=\($0.0)", name: language[$0.1], isHere: $0.0 == size.name)
            },
            sheets: whole.map { sheets(of: $0, days: size.days, problem, 0..<problem.dayCount) } ?? [],
            legend: legend(problem),
            isEmpty: whole == nil)
        return render(
            "paper", page,
            frame: frame(
                nil, title: "\(problem.unit.name) \(page.period)", problem: problem, style: "paper \(size.name)"))
    }

    /// Cuts some of the days into sheets of whole weeks that fit; the totals stand on the last.
    func sheets(of grid: GridModel, days: Int, _ problem: RotaProblem, _ part: Range<Int>) -> [PaperPage.Sheet] {
        var cuts = [part.lowerBound]
        while let start = cuts.last, part.upperBound - start > days {
            let weekStart = (start + 1...start + days).last {
                problem.date(of: DayIndex($0)).weekday == problem.unit.firstWeekday
            }
            cuts.append(weekStart ?? start + days)
        }
        return zip(cuts, cuts.dropFirst() + [part.upperBound]).map { start, end in
            let title = language.days(problem.date(of: DayIndex(start)), problem.date(of: DayIndex(end - 1)))
            return PaperPage.Sheet(title: title, grid: grid.part(start..<end), hasTotals: end == part.upperBound)
        }
    }
}

extension GridModel {
    /// Some of the days, with the cover of everybody alone.
    fileprivate func part(_ days: Range<Int>) -> GridModel {
        var part = self
        part.heads = Array(heads[days])
        for index in rows.indices { part.rows[index].cells = Array(rows[index].cells[days]) }
        for index in cover.indices { part.cover[index].cells = Array(cover[index].cells[days]) }
        part.qualifiedCover = []
        return part
    }
}
