import RotaFormats
import CrewRecords
import HTTPTypes
import Hummingbird
import RotaModel
import WatchbillServer
import WatchbillTestKit

extension Inquiry {
    /// Those who may change nothing of what is told in confidence, whatever they send.
    private static let intruders: [Asker] =
        [.nobody] + ["d&e", "s-beside", "s-nowhere"].map { Asker($0) }
        + [(Role.member, "w3"), (.planner, "w4"), (.lead, "w4"), (.administrator, "hospital")].map { role, unit in
            Asker(TwinHospital.holder(role, in: unit))
        }
        + (TwinHospital.concerned + [Role.medicalKeeper, .recordsKeeper].map { TwinHospital.holder($0, in: "w3") })
        .map { Asker($0, with: Set(TokenRight.allCases.filter { $0 != .changeRecords })) }

    /// Sends everything that changes something, as people who may not: to every address about a person's file, and to every
    /// address at all as nobody.
    ///
    /// - Returns: also what was not refused, and what has changed all the same, as findings.
    func refusals() async throws -> Report {
        var report = Report()
        for (number, asker) in Self.intruders.enumerated() {
            let seed = UInt64(number) << 8 | 1 << 42
            _ = try await worlds.both { try await $0.enter(asker, seed: seed) }
            if try await worlds.isWithoutRight(asker) { report.askers.append(asker) }
        }
        var random = SeededGenerator(seed: seed)
        let fillings = Fillings(made: made(using: &random), secrets: worlds.a.secrets)
        var questions: [Question] = []
        for address in worlds.a.installation.addresses where address.method != "GET" && !address.isOpen {
            guard let method = HTTPRequest.Method(rawValue: address.method) else { continue }
            let parts = address.path.split(separator: "/")
            let kinds = [
                "file", "entries", "away", "absences", "fitness", "glass", "erase", "paper", "supply", "papers",
                "supplies",
            ]
            let isAboutFiles =
                parts.contains { [":person", "{person}"].contains($0) } && parts.contains { kinds.contains(String($0)) }
            let concerned = Set(TwinHospital.concerned.map(\.rawValue))
            let paths = try fillings.paths(of: address.path, using: &random).shuffled(using: &random).filter { path in
                !isAboutFiles || path.split(separator: "/").contains { concerned.contains(String($0)) }
            }
            for asker in isAboutFiles ? report.askers : [.nobody] {
                for path in paths.prefix(2) {
                    questions += Self.changes(to: path, method).map {
                        Question(
                            place: "\(address.method) \(address.path)", asker: asker, ask: $0,
                            needsFormToken: $0.headers[.contentType]?.hasPrefix("application/x-www") ?? false)
                    }
                }
            }
        }
        let before = try await worlds.both { try await $0.everythingStored() }
        var next = UInt64(1) << 43
        _ = try await ask(questions, &next, &report) { question, answer in
            // Nobody is sent to sign in; everybody else is refused outright.
            answer.status >= 400
                ? nil
                : Finding(
                    place: question.place, part: .status, example: "\(question) was not refused",
                    a: "\(answer.status)", b: "400 or more")
        }
        let after = try await worlds.both { try await $0.everythingStored() }
        for (old, new) in [(before.a, after.a), (before.b, after.b)] where old != new {
            let tables = new.keys.filter { old[$0] != new[$0] }.sorted().joined(separator: ", ")
            report.findings.add(
                Finding(
                    place: "refused requests", part: .body, example: "changed \(tables)", a: tables, b: "nothing"))
        }
        return report
    }

    /// What a browser or a program might send there, each field that any form has filled in.
    private static func changes(to path: String, _ method: HTTPRequest.Method) -> [Ask] {
        let fields = [
            ("title", "Of no weight"), ("body", "None"), ("text", "None"), ("category", "training"), ("class", "unit"),
            ("first", "2026-02-02"), ("last", "2026-02-03"), ("kind", "training"), ("reason", "A reason of no weight"),
            ("granted", "yes"), ("decision", "granted"), ("fitness", "fit"), ("minutes", "60"), ("until", "2026-03-01"),
        ]
        let json = """
            {"title":"Of no weight","body":"None","category":"training","class":"unit","kind":"training",\
            "reason":"A reason of no weight","first":"2026-02-02","last":"2026-02-03","minutes":60,"granted":true}
            """
        var form = Ask.form(path, fields)
        form.method = method
        return [form, .json(method, path, json)]
    }
}

extension World {
    /// Every table's rows, in an order of their own, but for when sessions, tokens and calendars were last used.
    fileprivate func everythingStored() async throws -> [String: String] {
        let list: String
        switch scratch.kind {
        case .sqlite:
            list = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        case .postgres: list = "SELECT tablename FROM pg_tables WHERE schemaname = 'watchbill'"
        }
        var all: [String: String] = [:]
        for name in try await scratch.byHand(list).split(separator: "\n").map(String.init)
        where !["session", "apitoken", "calendarfeed"].contains(name.lowercased()) {
            let rows = try await scratch.byHand("SELECT * FROM \"\(name)\"")
            all[name] = rows.split(separator: "\n").sorted().joined(separator: "\n")
        }
        return all
    }
}
