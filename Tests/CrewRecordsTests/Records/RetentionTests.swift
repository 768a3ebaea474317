import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

@Suite("How long entries are kept")
struct RetentionTests {
    private let retention = Retention([
        .training: RetentionRule(years: 2, from: .writing), .conduct: RetentionRule(years: 1, from: .leaving),
    ])

    private func entry(
        _ id: EntryID, _ category: RecordCategory, _ date: String, _ reference: RecordEntry.Reference? = nil
    ) throws -> RecordEntry {
        let day = try #require(CalendarDate(date))
        return try RecordEntry(
            id: id, person: "ines", category: category, recordClass: .keepers,
            content: .open(Confidential(EntryContent(title: "t"))), writtenBy: "kim",
            writtenAt: Instant(seconds: day.dayNumber * 86_400 + 3600), reference: reference)
    }

    private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    private func due(
        in file: [RecordEntry], left: CalendarDate?, by date: CalendarDate, needed: Set<EntryID> = []
    ) -> [EntryID] {
        retention.due(in: file, left: left, by: date) { needed.contains($0.id) }
    }

    @Test("Years are counted from writing, or from leaving; what has no rule stays")
    func rules() throws {
        let file = [
            try entry("a", .training, "2024-02-29"), try entry("b", .conduct, "2020-01-01"),
            try entry("c", .rank, "2000-01-01"),
        ]
        #expect(due(in: file, left: nil, by: try date("2026-02-28")) == [])
        #expect(due(in: file, left: nil, by: try date("2026-03-01")) == ["a"])
        let left = try date("2025-06-30")
        #expect(due(in: file, left: left, by: try date("2026-06-29")) == ["a"])
        #expect(due(in: file, left: left, by: try date("2026-06-30")) == ["a", "b"])
    }

    @Test("What is contested stays, with the contest, until somebody has answered")
    func contested() throws {
        let file = [
            try entry("a", .training, "2020-01-01"), try entry("b", .training, "2020-02-01", .contests("a")),
        ]
        #expect(due(in: file, left: nil, by: try date("2030-01-01")) == [])
        let answered = file + [try entry("c", .training, "2029-01-01", .supersedes("b"))]
        #expect(due(in: answered, left: nil, by: try date("2030-01-01")) == ["a", "b"])
    }

    @Test("What runs out and is needed stays until the person has left, and what it has renewed goes")
    func needed() throws {
        let file = [
            try entry("a", .training, "2020-01-01"), try entry("b", .training, "2021-01-01", .supersedes("a")),
            try entry("c", .training, "2022-01-01"), try entry("d", .conduct, "2020-01-01"),
        ]
        let (left, today) = (try date("2028-06-01"), try date("2030-01-01"))
        let needed: Set<EntryID> = ["a", "b", "d"]
        #expect(due(in: file, left: nil, by: today, needed: needed) == ["a", "c"])
        #expect(due(in: file, left: left, by: today, needed: needed) == ["a", "b", "c", "d"])
        // It is not needed any more: the entry that says so stands for it.
        let ended = file + [try entry("e", .training, "2023-01-01", .supersedes("b"))]
        #expect(due(in: ended, left: nil, by: today, needed: needed) == ["a", "b", "c", "e"])
        // What somebody says of it counts for nothing.
        let contested = [
            try entry("a", .training, "2020-01-01"), try entry("b", .training, "2020-02-01", .contests("a")),
            try entry("c", .training, "2021-01-01", .supersedes("a")),
        ]
        #expect(due(in: contested, left: nil, by: today, needed: ["a", "b", "c"]) == ["a", "b"])
    }

    @Test("Erasing never brings back what was superseded, whatever the clock said")
    func chains() throws {
        for seed: UInt64 in 1...300 {
            var generator = SeededGenerator(seed: seed)
            var file: [RecordEntry] = []
            for number in 0..<8 {
                let old = file.current.filter { _ in generator.chance(percent: 40) }.first
                let year = generator.number(in: 2015...2028)
                file.append(
                    try entry(
                        EntryID("e\(number)"), .training, "\(year)-05-05",
                        old.map { generator.chance(percent: 25) ? .contests($0.id) : .supersedes($0.id) }))
            }
            let due = Set(due(in: file, left: nil, by: try date("2026-01-01")))
            let left = file.filter { !due.contains($0.id) }
            let before = Set(file.current.map(\.id))
            #expect(Set(left.current.map(\.id)).isSubset(of: before), "seed \(seed)")
            // And what is left is only young, contested, or needed to hold down something that is.
            for entry in left where entry.supersedes == nil && entry.contests == nil {
                let isYoung = Zone.utc.date(at: entry.writtenAt) > CalendarDate(dayNumber: 19_723)
                let isContested = file.openContests.contains { $0.contests == entry.id }
                #expect(isYoung || isContested, "seed \(seed): \(entry.id)")
            }
        }
    }
}
