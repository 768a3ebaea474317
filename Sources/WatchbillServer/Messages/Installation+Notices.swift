internal import CrewRecords
import RotaModel
import WatchbillStore

/// What Watchbill itself tells people.
extension Installation {
    /// How many changes a notice names one by one.
    private static let namedChanges = 8

    /// What publishing a build's rota tells each of those for whom something changes: that alone.
    ///
    /// - Returns: nil if there is no rota to publish: publishing says so.
    func publishNotices(
        of view: BuildView, _ loaded: LoadedProblem, _ visit: Visit
    ) async throws -> (notices: [Notice], against: Int?)? {
        guard view.state != .running, let rota = view.rota else { return nil }
        let superseded = try await superseded(by: view.id, loaded, visit)
        let changes = RotaChanges(from: superseded?.dated, to: DatedRota(rota, of: loaded.problem))
        let problem = loaded.problem
        let notices = changes.people.map { person in
            Notice(
                to: person.person,
                superseded == nil
                    ? pages.language.text(
                        .noticePublished,
                        [
                            "unit": problem.unit.name, "period": pages.language.period(problem),
                            "count": "\(person.changes.count)",
                        ])
                    : pages.language.text(
                        .noticeAmended, ["unit": problem.unit.name, "changes": words(for: person.changes)]),
                link: "/me/shifts?month=\(String((person.changes.first?.date ?? problem.start).description.prefix(7)))")
        }
        return (notices, superseded?.version.number)
    }

    private func words(for changes: [RotaChanges.Change]) -> String {
        let language = pages.language
        let named = changes.prefix(Self.namedChanges).map { change in
            language.text(
                .changeLine,
                [
                    "day": language.day(change.date), "after": pages.word(for: change.after),
                    "before": pages.word(for: change.before),
                ])
        }
        let rest = changes.count - named.count
        return (named + (rest > 0 ? [language.text(.noticeMore, ["count": "\(rest)"])] : [])).joined(separator: "; ")
    }

    /// How people are told until when requests are taken.
    var requestWords: RequestWords {
        { [language = pages.language] unit, call, isReminder in
            language.text(
                isReminder ? .noticeRequestsSoon : .noticeRequests,
                [
                    "unit": unit, "days": language.days(call.dates.lowerBound, call.dates.upperBound),
                    "last": language.day(call.until),
                ])
        }
    }

    /// How a person is told whether they may be away.
    func absenceWords(granted: Bool) -> AbsenceWords {
        { [language = pages.language] first, last in
            language.text(granted ? .noticeGranted : .noticeRefused, ["days": language.days(first, last)])
        }
    }
}
