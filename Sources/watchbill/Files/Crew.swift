import ArgumentParser
import RotaFormats
import RotaModel

/// What a command is given to work on: a crew from one file, or one from the files of the second competition.
enum Crew {
    case file(CrewFile)
    case weeks(INRC2Problem)

    var problem: RotaProblem {
        switch self {
        case .file(let file): file.problem
        case .weeks(let weeks): weeks.problem
        }
    }

    /// The rota in a file or, of several weeks, in a folder with a solution for each.
    ///
    /// - Throws: `ExitCode.unusable`, after the reasons have been told.
    func rota(_ path: String) throws -> Rota {
        if case .weeks(let weeks) = self, InputFile.isFolder(path) {
            return try InputFile.rota(inFolder: path, of: weeks)
        }
        return try InputFile.rota(path, for: problem)
    }
}

/// The files of a problem of the second competition, which are given in place of a crew's one.
struct CrewParts: ParsableArguments {
    @Option(help: "In place of a crew: the scenario of a problem of the second competition.")
    var scenario: String?

    @Option(help: "With --scenario: the history before the first week.")
    var history: String?

    @Option(name: .customLong("week"), help: "With --scenario: a week's data; once for each week, in order.")
    var weeks: [String] = []

    /// Whether any is given; all are needed then.
    func areGiven() throws -> Bool {
        guard scenario != nil || history != nil || !weeks.isEmpty else { return false }
        guard scenario != nil, history != nil, !weeks.isEmpty else {
            throw ValidationError("--scenario, --history and --week belong together; one of them is missing.")
        }
        return true
    }

    /// The crew in those files, or else in the one of that name.
    func crew(orIn path: String?) throws -> Crew {
        if let scenario, let history { return .weeks(try InputFile.crew(scenario, history, weeks)) }
        return .file(try InputFile.crew(path ?? "-"))
    }
}

/// A crew and a rota of it, as the commands that look at rotas take them.
struct CrewAndRota: ParsableArguments {
    @Argument(
        help:
            "The crew: Watchbill's JSON, the benchmark's text or the first competition's XML. Left out with --scenario."
    )
    var input: String?

    @Argument(help: "The rota; - for standard input. With --scenario also a folder with a solution for each week.")
    var rota: String?

    @OptionGroup var parts: CrewParts

    func validate() throws {
        let count = [input, rota].count { $0 != nil }
        if try parts.areGiven() {
            guard count == 1 else { throw ValidationError("With --scenario the rota alone is expected, no crew.") }
        } else if count < 2 {
            throw ValidationError("A crew and a rota are expected.")
        }
    }

    func read() throws -> (problem: RotaProblem, rota: Rota) {
        let crew = try parts.crew(orIn: input)
        return (crew.problem, try crew.rota(rota ?? input ?? "-"))
    }
}
