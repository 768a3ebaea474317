import CrewRecords
import Foundation
import RotaModel
import Testing
import WatchbillServer
import WatchbillTestKit

/// Two installations differ only in what is sealed, and nobody without the right can tell them apart.
///
/// `WATCHBILL_TWINS` is how many further seeds are tried, each with all the questions there are; with `WATCHBILL_WORK` the
/// work of answers is counted too.
@Suite("Twin worlds")
struct TwinWorldTests {
    private static let further = Int(ProcessInfo.processInfo.environment["WATCHBILL_TWINS"] ?? "") ?? 0

    /// A history, and where it happens.
    struct Trial: Sendable, CustomStringConvertible {
        let seed: UInt64
        let theme: History.Theme
        let kind: StoreKind
        var most: Int? = 60

        var description: String { "seed \(seed), \(theme.rawValue), \(kind.rawValue)" }

        static let few: [Trial] = [
            Trial(seed: 1, theme: .everything, kind: .sqlite), Trial(seed: 2, theme: .health, kind: .sqlite),
            Trial(seed: 3, theme: .files, kind: .sqlite), Trial(seed: 4, theme: .glass, kind: .sqlite),
            Trial(seed: 5, theme: .everything, kind: .postgres),
        ]
        static var all: [Trial] {
            few
                + (0..<further).map { number in
                    let themes = History.Theme.allCases
                    return Trial(
                        seed: UInt64(100 + number), theme: themes[number % themes.count],
                        kind: number % 2 == 0 ? .sqlite : .postgres, most: nil)
                }
        }
    }

    @Test("cannot be told apart by anybody without the right, wherever they ask", arguments: Trial.all)
    func nonInterference(trial: Trial) async throws {
        let history = History(seed: trial.seed, theme: trial.theme, count: 200)
        try await TwinWorlds.run(history, on: trial.kind) { worlds, findings in
            #expect(findings.isEmpty, "\(trial), while it happened: \(findings)")
            let inquiry = Inquiry(worlds, most: trial.most)
            let report = try await inquiry.run()
            #expect(report.findings.isEmpty, "\(trial): \(report.findings)")
            try Self.checkBreadth(of: report, in: worlds)
            let refusals = try await inquiry.refusals()
            #expect(refusals.findings.isEmpty, "\(trial), refusals: \(refusals.findings)")
            let compared = findings.compared + report.findings.compared + refusals.findings.compared
            print("Twin worlds, \(trial): \(history.deeds.count) deeds, \(compared) answers compared.")
        }
    }

    /// Much was asked, by all kinds of people, and answered in all kinds of ways: else nothing would have been shown.
    private static func checkBreadth(of report: Inquiry.Report, in worlds: TwinWorlds) throws {
        let addresses = worlds.a.installation.addresses.filter { $0.method == "GET" }
        #expect(addresses.allSatisfy { report.places.contains("GET \($0.path)") })
        for status in [200, 303, 401, 403, 404] {
            #expect(report.statuses[status, default: 0] > 5, "status \(status): \(report.statuses)")
        }
        // Of each role there is somebody without the right, but for keepers those whose role reaches nobody concerned.
        for role in Role.allCases {
            #expect(
                report.askers.contains { $0.person == TwinHospital.holder(role, in: "w4") }, "\(role) of another ward")
            let isWithout = report.askers.contains(Asker(TwinHospital.holder(role, in: "hospital")))
            let isKeeper =
                RecordCategory.allCases.contains { worlds.history.theme.covers($0) && $0.keeper == role }
            #expect(isWithout == !isKeeper, "\(role) over all")
        }
        for right in TokenRight.allCases {
            #expect(report.askers.contains(Asker("d&e", with: [right])))
        }
        // No token has a right to what is sealed; every person concerned has, if there is anything.
        for person in TwinHospital.concerned {
            #expect(report.askers.contains(Asker(person, with: Set(TokenRight.allCases))))
            let isConcerned = worlds.history.facts.contains { $0.person == person }
            #expect(report.askers.contains(Asker(person)) == !isConcerned, "\(person)")
        }
    }

    @Test("are told apart by any leak planted on purpose, and the place is named")
    func plantedLeaks() async throws {
        let history = History(seed: 6, theme: .everything, count: 100)
        try await TwinWorlds.run(history, on: .sqlite) { worlds, _ in
            for leak in Leak.all {
                worlds.b.seam.plant(leak.tampering)
                let report = try await Inquiry(worlds, most: nil).run { $0 == leak.address }
                worlds.b.seam.plant(nil)
                #expect(
                    report.findings.found.contains { $0.place == leak.address && $0.part == leak.part },
                    "\(leak): \(report.findings) \(report.statuses)")
            }
            // And none is left.
            let report = try await Inquiry(worlds, most: 20).run()
            #expect(report.findings.isEmpty, "\(report.findings)")
        }
    }

    @Test("take the same work to answer, in instructions of the processor", .enabled(if: Work.isCounted))
    func work() async throws {
        let history = History(seed: 7, theme: .everything, count: 200)
        let requests = Work.requests
        let counts = try await TwinWorlds.run(history, on: .sqlite) { worlds, _ in
            try await worlds.both { try await $0.work(requests, at: history.end, times: 8) }
        }
        for (request, (a, b)) in zip(requests, zip(counts.a, counts.b)) {
            let ratio = (a.first + a.second) / (b.first + b.second)
            let noise = max(abs(a.first / a.second - 1), abs(b.first / b.second - 1))
            print(
                "Work, \(request.path) by \(request.asker): A \(Int(a.first)), B \(Int(b.first)) instructions, "
                    + "ratio \(ratio), noise \(noise)")
            #expect(abs(ratio - 1) < max(0.005, 2 * noise), "\(request.path)")
        }
    }
}
