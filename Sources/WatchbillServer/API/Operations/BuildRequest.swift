internal import CrewRecords
internal import RotaFormats
import RotaModel
import WatchbillStore

/// What a request to build may say, as a page's form or as JSON; all of it may be left out.
struct BuildRequest: Hashable, Sendable {
    static let defaultTimeLimit = 30
    /// What every program of a generated client can count to.
    static let highestSeed = 1 << 53 - 1

    /// In seconds.
    var timeLimit: Int?
    var seed: UInt64?
    var threads: Int?
    /// The draft whose pins it is to leave as they are; nil: those of the problem.
    var from: BuildID?
    /// What is to be built unless `from` says it; nil: the newest.
    var problem: ProblemID?
    /// The days that are to be built, where the rest of `from` stays as it is; nil: from the first, to the last.
    var first: CalendarDate?
    var last: CalendarDate?
    /// Those whose rows are to be built; empty: everybody's.
    var people: Set<PersonID> = []

    init(
        timeLimit: Int? = nil, seed: UInt64? = nil, threads: Int? = nil, from: BuildID? = nil, problem: ProblemID? = nil
    ) {
        self.timeLimit = timeLimit
        self.seed = seed
        self.threads = threads
        self.from = from
        self.problem = problem
    }

    /// - Parameter body: as `schema` says.
    init(_ body: ReadBody) {
        self.init(
            timeLimit: body.whole("timeLimit"), seed: body.whole("seed").map { UInt64($0) },
            threads: body.whole("threads"), from: body.whole("from").map { BuildID(Int64($0)) },
            problem: body.whole("problem").map { ProblemID(Int64($0)) })
        first = body.text("first").flatMap { CalendarDate($0) }
        last = body.text("last").flatMap { CalendarDate($0) }
        people = Set(body.texts("people").map { PersonID($0) })
    }

    /// - Throws: `ServerProblem` if a value is no number or out of range.
    init(_ form: FormBody) throws(ServerProblem) {
        self.init(
            timeLimit: try form.number("timeLimit"), seed: try form.number("seed"),
            threads: try form.number("threads"), from: try form.number("from").map { (from: Int64) in BuildID(from) },
            problem: try form.number("problem").map { (problem: Int64) in ProblemID(problem) })
        first = try form.date("first")
        last = try form.date("last")
        people = Set(form.names(after: Self.personField).map { PersonID($0) })
        try check()
    }

    /// Before a person's id, the name of the box by which a page's form chooses them.
    static let personField = "who:"

    /// Whether the rest of the draft is to stay as it is.
    var isPart: Bool { first != nil || last != nil || !people.isEmpty }

    private func check() throws(ServerProblem) {
        if let timeLimit, !BuildDesk.timeLimits.contains(timeLimit) {
            let (least, most) = (BuildDesk.timeLimits.lowerBound, BuildDesk.timeLimits.upperBound)
            throw .badValue("timeLimit", "\(timeLimit)", expected: "\(least) to \(most) seconds")
        }
        if let threads, threads < 1 { throw .badValue("threads", "\(threads)", expected: "at least 1") }
    }

    static let schema = JSONSchema.named(
        "BuildRequest",
        .object([
            .maybe(
                "timeLimit",
                .whole(least: BuildDesk.timeLimits.lowerBound, most: BuildDesk.timeLimits.upperBound),
                "how long it may take, in seconds; \(defaultTimeLimit) unless it is said"),
            .maybe("seed", .whole(least: 0, most: highestSeed), "decides every random choice; any unless it is said"),
            .maybe(
                "threads", .whole(least: 1, most: 1024),
                "the cores to take, at most those of the machine; those that no other build has unless it is said"),
            .maybe(
                "from", .serial,
                "the draft whose problem is to be built and whose pins are to stay; the newest problem with its own unless it is said"
            ),
            .maybe("problem", .serial, "the problem to be built, where no draft says it; the newest unless it is said"),
            .maybe(
                "first", .date, "the first day to be built, where only a part of the draft is; the rest stays as it is"),
            .maybe("last", .date, "the last day to be built"),
            .maybe(
                "people", .list(of: .id, least: 1, most: 200),
                "those whose shifts are to be built; everybody's unless it is said"),
        ]))
}
