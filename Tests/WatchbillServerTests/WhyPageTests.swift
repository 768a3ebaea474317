import CrewRecords
import Foundation
import HTTPTypes
import Hummingbird
import RouterTestKit
import RotaModel
import Testing
import WatchbillServer
import WatchbillStore
import WatchbillTestKit

@Suite("Why one's own day is as it is")
struct WhyPageTests {
    private func fixture(_ problem: RotaProblem? = nil) async throws -> ServerFixture {
        let fixture = try ServerFixture(problem)
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: 20, as: .finished)
        try await fixture.run { _ = try await $0.send("", to: "/builds/1/publish", from: "/builds/1/publish") }
        return fixture
    }

    @Test("reads as recorded", arguments: [("c", 6, "why.html"), ("f", 10, "why-wish.html")])
    func golden(person: String, day: Int, name: String) async throws {
        let fixture = try await fixture()
        let page = try await fixture.run(as: nil) { client in
            try await SignedIn(client, as: PersonID(person)).page("/me/why?day=2026-01-\(day < 10 ? "0" : "")\(day)")
        }
        let stable = page.replacing(/\/assets\/[0-9a-f]+\//, with: "/assets/HASH/")
        #expect(Golden.difference(stable, name) == nil)
    }

    @Test("is the same whatever others wish, hold, are pinned to and are called, and how dear anything is")
    func nothingOfOthers() async throws {
        var other = try SmallWard.problem()
        other.requests =
            other.requests.filter { $0.person == "c" } + [
                RotaModel.Request(person: "b", date: SmallWard.date(4), wish: .dayOff, weight: Penalty(99))
            ]
        other.pins = [Pin(person: "a", date: SmallWard.date(0), shift: "N")]
        for index in other.people.indices where other.people[index].id != "c" {
            other.people[index].name = "Somebody \(index)"
            other.people[index].qualifications = []
        }
        for index in other.rules.indices where other.rules[index].severity != .hard {
            other.rules[index].severity = .soft(Penalty(900))
        }
        other.rules.append(Rule(id: "pair", .together("c", with: "b"), severity: .soft(Penalty(2))))
        other.absences += [Absence(person: "d&e", first: SmallWard.date(0), last: SmallWard.date(1))]
        var answers: [[String]] = []
        for problem in [try SmallWard.problem(), other] {
            let fixture = try await fixture(problem)
            answers.append(
                try await fixture.run(as: nil) { client in
                    let member = try await SignedIn(client, as: "c")
                    var pages: [String] = []
                    for day in 5...11 {
                        pages.append(try await member.page("/me/why?day=2026-01-\(day < 10 ? "0" : "")\(day)"))
                    }
                    return pages
                })
        }
        #expect(answers[0] == answers[1])
        for page in answers[0] {
            for word in ["Ortega", "Lindqvist", "O’Neill", "Sato", "enalty", "weight", "pinned"] {
                #expect(!page.contains(word), "\(word)")
            }
        }
    }

    @Test("says that nothing is published, and what is no date; today and the month lead there")
    func edges() async throws {
        let fixture = try await fixture()
        try await fixture.run(as: nil) { client in
            let member = try await SignedIn(client, as: "c")
            #expect(try await member.page("/me/why?day=2026-03-01").contains("No rota with you in it is published"))
            for query in ["", "?day=x", "?day=2026-02-30"] {
                #expect(
                    try await member.execute(uri: "/me/why\(query)", method: .get) { $0.status }
                        == .unprocessableContent)
            }
            #expect(try await member.page("/me/shifts?month=2026-01").contains("/me/why?day=2026-01-06"))
            #expect(!(try await member.page("/me/shifts?month=2026-01").contains("/me/why?day=2026-01-07")))
        }
    }
}
