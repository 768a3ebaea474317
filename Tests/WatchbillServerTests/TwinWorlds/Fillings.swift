import RotaFormats
import CrewRecords
import RotaModel

/// What stands in an address where the product has a parameter, and behind it: everything that is known in either world,
/// and what is known in none.
struct Fillings: Sendable {
    /// By the parameter's name.
    let parameters: [String: [String]]
    private let people: [String]

    /// - Parameters:
    ///   - made: what deeds have made in either world.
    ///   - secrets: of people's calendars.
    init(made: [String], secrets: [String]) {
        people =
            (TwinHospital.concerned + ["d&e", "s-beside", TwinHospital.holder(.medicalKeeper, in: "hospital")])
            .map(\.rawValue) + ["nobody-at-all"]
        let entries = made + ["no-such-entry"]
        parameters = [
            "person": people, "build": ["1", "2", "99", "x"], "unit": ["w3", "section", "hospital", "nowhere"],
            "entry": entries, "absence": entries, "attachment": entries + ["1"], "file": entries,
            "token": ["no-such-link"], "session": ["no-such-session"], "grant": ["1", "9999"], "role": ["1", "9999"],
            "account": ["no-such-account"], "problem": ["1", "99"], "version": ["1", "2", "x"], "hash": ["0"],
            "name": ["page.css", "none.css"],
            "category": RecordCategory.allCases.map(\.rawValue) + ["nothing"], "link": ["no-such-link"],
            "calendar": ["no-such-calendar"], "secret": secrets + ["no-such-secret.ics"], "glass": ["no-such-glass"],
            "decision": entries,
            "exchange": ["1", "99"],
            "message": ["1", "2", "99", "x"], "call": ["1", "99"], "way": ["1", "99"],
            "date": ["2026-02-02", "2026-13-01"], "alarm": ["1", "99", "x"], "station": ["no-such-station"],
        ]
    }

    /// The addresses that a pattern stands for, without queries; of more than a hundred, some.
    ///
    /// - Throws: `Unknown` for a parameter that nothing is known of.
    func paths(of pattern: String, using random: inout SeededGenerator) throws -> [String] {
        let parts = pattern.split(separator: "/")
        if parts.isEmpty { return ["/"] }
        return try parts.reduce([""]) { paths, part in
            var choices = [String(part)]
            if part.hasPrefix(":") || (part.hasPrefix("{") && part.hasSuffix("}")) {
                let name = part.filter { !":{}".contains($0) }
                guard let known = parameters[name] else { throw Unknown(name: name, pattern: pattern) }
                choices = known.map(Ask.inForm)
            }
            let all = paths.flatMap { path in choices.map { "\(path)/\($0)" } }
            return all.count > 100 ? Array(all.shuffled(using: &random).prefix(100)) : all
        }
    }

    struct Unknown: Error, CustomStringConvertible {
        let name: String
        let pattern: String

        var description: String {
            "The twin worlds do not know what to put in the place of “\(name)” in \(pattern). "
                + "Name it in Fillings.parameters (Tests/WatchbillServerTests/TwinWorlds/Fillings.swift)."
        }
    }

    /// What is asked behind an address: each a query with its question mark, or nothing.
    func queries(of pattern: String) -> [String] {
        let last = pattern.split(separator: "/").last ?? ""
        switch last {
        case "search": return searches
        case "crew" where !pattern.hasPrefix("/api/"):
            return [""] + (parameters["unit"] ?? []).map { "?unit=\($0)" }
        case "person" where !pattern.hasPrefix("/api/"): return [""] + people.map { "?id=\(Ask.inForm($0))" }
        case "explanation":
            return ["", "?person=c&day=2026-01-06", "?person=d%26e&day=2026-01-07", "?person=a&day=2027-01-01"]
        case "compare":
            let rotas = ["build:1", "build:2", "version:1", "version:2", "version:99"]
            return [""] + rotas.flatMap { ["?a=\($0)&b=build:1", "?unit=w3&a=version:1&b=\($0)"] }
        case "repair", "wish":
            // They look as long as a clock says, so that nothing is asked for here that is looked for.
            return ["", "?rota=x"] + ["build:1", "build:2", "version:1"].map { "?unit=w3&rota=\($0)" }
        case "why":
            return ["", "?day=x", "?day=2027-01-01"] + (5...11).map { "?day=2026-01-\($0 < 10 ? "0" : "")\($0)" }
        case "new" where pattern == "/me/exchanges/new":
            return ["", "?unit=w3&date=2026-01-08", "?unit=nowhere&date=2026-01-08"]
        case "messages" where pattern == "/messages": return ["", "?box=owed", "?box=sent", "?box=x"]
        case "events" where pattern.hasSuffix("/me/messages/events"): return ["", "?seen=x"]
        case "new" where pattern == "/messages/new": return ["", "?unit=w3&to=a", "?unit=nowhere&to=nobody"]
        case "cover": return ["", "?unit=w3&date=2026-01-08", "?unit=nowhere"]
        case "new" where pattern == "/cover/new":
            return ["", "?unit=w3&date=2026-01-08&shift=E", "?unit=w3&date=2026-01-08&shift=E&leaver=b"]
        case "own": return ["", "?kind=rest", "?kind=apart", "?rule=none"]
        case "year" where !pattern.hasPrefix("/api/"): return ["", "?year=2026", "?year=x"]
        case "print": return ["", "?paper=a3", "?week=2026-01-05&person=a", "?week=2027-01-01", "?person=nobody"]
        case "rota.csv" where pattern.hasPrefix("/rota/"), "rota.json" where pattern.hasPrefix("/rota/"):
            return [""] + (parameters["unit"] ?? []).map { "?unit=\($0)" }
        case "rota" where pattern == "/rota", "versions" where pattern == "/rota/versions":
            return ["", "?at=2026-01-01T00:00"] + (parameters["unit"] ?? []).map { "?unit=\($0)" }
        case "expiry" where pattern == "/expiry", "calendar.csv":
            return ["", "?date=2026-02-01", "?date=x"] + (parameters["unit"] ?? []).map { "?unit=\($0)" }
        case "sign-in": return ["", "?to=%2Fcrew%2Fa%2Ffile"]
        default:
            guard pattern.hasPrefix("/api/") else { return [""] }
            return last.hasPrefix(":") || !last.hasSuffix("s") ? ["", "", "", "?sort=name"] : lists
        }
    }

    /// The words of sealed entries whole and in part, those of open ones, names, what is no word, and nothing.
    private var searches: [String] {
        let words = [
            History.secret.a, History.secret.b, "quicks", "obsid", "q", "o", "\(History.open) \(History.secret.a)",
            "\(History.open) obs", History.open, "lant", "illness", "training", "health", "Ortega", "a", "*", "\"", "",
        ]
        return [""] + words.flatMap { ["?q=\(Ask.inForm($0))", "?q=\(Ask.inForm($0))&limit=3"] }
    }

    /// As lists of the API take them; an address that does not take one refuses it, so most are asked without.
    private var lists: [String] {
        ["", "", "", "", "?limit=1", "?limit=3", "?limit=0", "?after=none"]
    }
}
