import CrewRecords
import Foundation
import HTTPTypes
import Hummingbird
import RotaModel
import Testing
import WatchbillServer
import WatchbillTestKit

/// Asks both worlds everything, as everybody who has no right to what differs, and holds the answers against each other.
struct Inquiry: Sendable {
    let worlds: TwinWorlds
    /// Of the choice, where not all is asked.
    let seed: UInt64
    /// Questions at most to each address.
    let most: Int

    /// - Parameter most: nil: all questions there are.
    init(_ worlds: TwinWorlds, most: Int? = 60) {
        self.worlds = worlds
        seed = worlds.history.seed
        self.most = most ?? Int.max
    }

    /// What came of it.
    struct Report: Sendable {
        var findings = Findings()
        /// Who was without the right, and so was asked as.
        var askers: [Asker] = []
        /// Answers of each status.
        var statuses: [Int: Int] = [:]
        /// The addresses asked.
        var places: Set<String> = []
    }

    /// Asks, at the time at which the history has ended.
    ///
    /// - Parameter isPlace: which addresses; nil: every one.
    func run(at isPlace: (@Sendable (String) -> Bool)? = nil) async throws -> Report {
        var report = Report()
        _ = try await worlds.both { $0.moveClock(to: worlds.history.end) }
        for (number, asker) in Asker.all.enumerated() {
            let seed = UInt64(number) << 8 | 1 << 40
            _ = try await worlds.both { try await $0.enter(asker, seed: seed) }
            if try await worlds.isWithoutRight(asker) { report.askers.append(asker) }
        }
        let questions = try questions(of: report.askers).filter { isPlace?($0.place) ?? true }
        var next = UInt64(1) << 41
        for start in stride(from: 0, to: questions.count, by: 400) {
            var batch = Array(questions[start..<min(start + 400, questions.count)])
            // What an answer leads on to is asked too, a few steps far.
            for _ in 0..<4 where !batch.isEmpty {
                batch = try await ask(batch, &next, &report)
            }
        }
        return report
    }

    /// Asks both worlds the same, one question after the other.
    ///
    /// - Parameters:
    ///   - next: the next seed.
    ///   - check: what is wrong with an answer, whatever the other world's is; nil: nothing.
    /// - Returns: what the answers lead on to.
    func ask(
        _ questions: [Question], _ next: inout UInt64, _ report: inout Report,
        _ check: (Question, Answer) -> Finding? = { _, _ in nil }
    ) async throws -> [Question] {
        let first = next
        next += UInt64(questions.count) << 8
        let answers = try await worlds.both { world in
            var answers: [Answer] = []
            for (number, question) in questions.enumerated() {
                answers.append(try await world.answer(question, seed: first + UInt64(number) << 8))
            }
            return answers
        }
        var further: [Question] = []
        for (question, (a, b)) in zip(questions, zip(answers.a, answers.b)) {
            report.findings.compare(a, b, at: question.place, "\(question)")
            if let fault = check(question, a) { report.findings.add(fault) }
            report.statuses[a.status, default: 0] += 1
            report.places.insert(question.place)
            further += question.further(a)
        }
        return further
    }

    // MARK: What is asked

    /// Every address that only shows something.
    private func questions(of askers: [Asker]) throws -> [Question] {
        var random = SeededGenerator(seed: seed)
        let fillings = Fillings(made: made(using: &random), secrets: worlds.a.secrets)
        var questions: [Question] = []
        for address in worlds.a.installation.addresses where address.method == "GET" {
            let uris = try fillings.paths(of: address.path, using: &random).flatMap { path in
                fillings.queries(of: address.path).map { path + $0 }
            }
            for (uri, asker) in Self.choice(uris, askers, most: most, &random) {
                questions.append(Question(place: "GET \(address.path)", asker: asker, ask: .get(uri)))
                // One in a few is asked for its headers alone.
                if random.chance(percent: 15) {
                    questions.append(
                        Question(place: "HEAD \(address.path)", asker: asker, ask: Ask(method: .head, uri: uri)))
                }
            }
        }
        for asker in askers {
            for uri in ["/no-such-page", "/api/v1/no-such-thing"] {
                questions.append(Question(place: "GET nowhere", asker: asker, ask: .get(uri)))
            }
        }
        return questions
    }

    /// Some of what deeds have made: what is in one world only, and what is in both.
    func made(using random: inout SeededGenerator) -> [String] {
        let ids = Side.allCases.map { Set(worlds[$0].allMade.values) }
        return [ids[0].subtracting(ids[1]), ids[1].subtracting(ids[0]), ids[0].intersection(ids[1])].flatMap { ids in
            ids.sorted().shuffled(using: &random).prefix(8)
        }
    }

    /// All pairs; or, where those are too many, some fillings each with somebody, and some people each with a filling.
    private static func choice(
        _ uris: [String], _ askers: [Asker], most: Int, _ random: inout SeededGenerator
    ) -> [(String, Asker)] {
        let all = uris.flatMap { uri in askers.map { (uri, $0) } }
        guard all.count > most else { return all }
        let byFilling = uris.shuffled(using: &random).prefix(most / 2).map { ($0, random.pick(askers)) }
        let byAsker = askers.shuffled(using: &random).prefix(most - byFilling.count).map { (random.pick(uris), $0) }
        return byFilling + byAsker
    }
}

extension World {
    func answer(_ question: Question, seed: UInt64) async throws -> Answer {
        var ask = question.ask
        if question.needsFormToken, case .session(let person) = question.asker.way {
            let token = try await formToken(of: person, seed: seed + 1)
            ask.body?.writeString("&form=\(Ask.inForm(token))")
        }
        return try await send(ask, by: question.asker, seed: seed)
    }
}

extension Question {
    /// The same with the tag of its answer, and what follows on a list's page.
    fileprivate func further(_ answer: Answer) -> [Question] {
        var further: [Question] = []
        if let tag = answer.header(.eTag), ask.headers[.ifNoneMatch] == nil {
            var again = self
            again.ask.headers[.ifNoneMatch] = tag
            further.append(again)
        }
        if let next = answer.text.firstMatch(of: /"next":"([^"]+)"/)?.1, ask.method == .get {
            var page = self
            page.ask.uri = String(next)
            further.append(page)
        }
        return further
    }
}
