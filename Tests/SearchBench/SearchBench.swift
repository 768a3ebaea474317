import CrewRecords
import Foundation
import RotaModel
import WatchbillStore

/// Fills an empty store with people and entries of made-up words, and measures how long searches take.
///
///     SearchBench DATABASE [people] [entries of each]
///
/// Words are as common as in language: the second half as common as the first, and so on. It prints one line of a table for
/// each searcher and kind of word: milliseconds at the median, at 95 of 100, and at most.
@main
struct SearchBench {
    private static let now = Instant(seconds: 1_767_600_000)
    private static let searches = 100
    private static let together = 64

    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let place = arguments.first else {
            print("Usage: SearchBench DATABASE [people] [entries of each]")
            exit(64)
        }
        let numbers = arguments.dropFirst().compactMap { Int($0) }
        let bench = SearchBench(
            store: try await Store.open(try StoreLocation(place)), crew: MadeCrew(people: numbers.first ?? 10_000),
            entries: numbers.dropFirst().first ?? 20, words: MadeWords(seed: 1))
        try await bench.fill()
        try await bench.measure()
        try await bench.store.close()
    }

    let store: Store
    let crew: MadeCrew
    let entries: Int
    let words: MadeWords

    /// The demo's keeper writes everything.
    private func fill() async throws {
        let began = ContinuousClock.now
        try await store.entrance.makeDemo(
            crew.directory, roles: crew.roles, problem: [1], of: crew.root, name: "none", at: Self.now)
        let keeper = try await caller("keeper", at: Self.now)
        let count = crew.people * entries
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<count {
                if number >= Self.together { try await group.next() }
                group.addTask { try await write(number, for: keeper) }
            }
            try await group.waitForAll()
        }
        print("\(count) entries written in \(began.duration(to: .now).formatted()).")
    }

    private func write(_ number: Int, for keeper: Caller) async throws {
        var random = SeededGenerator(seed: UInt64(number) &+ 1)
        let categories: [RecordCategory] = [.training, .rank, .conduct, .contracts, .qualifications]
        let category = categories[random.below(categories.count)]
        let classes = category.classes.filter { $0 != .sealed }
        let content = try EntryContent(
            title: words.text(3, using: &random), body: words.text(30, using: &random))
        _ = try await store.writeEntry(
            Confidential(content), in: category, classes[random.below(classes.count)],
            of: crew.person(number % crew.people), for: keeper,
            at: Instant(seconds: Self.now.seconds + number), using: &random)
    }

    private func caller(_ person: PersonID, at now: Instant) async throws -> Caller {
        var random = SystemRandomNumberGenerator()
        let token = try await store.entrance.enterDemo(as: person, userAgent: UserAgent(nil), at: now, using: &random)
        guard let visit = try await store.entrance.admit(token, for: .usual, at: now) else { throw Refusal.hidden }
        return visit.caller
    }

    private func measure() async throws {
        let now = Instant(seconds: Self.now.seconds + 86_400)
        print("| searcher | words | median | 95 of 100 | at most | found |")
        print("| --- | --- | ---: | ---: | ---: | ---: |")
        var all: [Double] = []
        for (person, reach) in crew.searchers {
            let caller = try await caller(person, at: now)
            for kind in MadeWords.Kind.allCases {
                var random = SeededGenerator(seed: 77)
                var (times, found): ([Double], Int) = ([], 0)
                for _ in 0..<Self.searches {
                    let query = try SearchQuery(words.query(kind, using: &random))
                    let began = ContinuousClock.now
                    found += try await store.search(query, limit: 20, for: caller, at: now).hits.count
                    times.append(began.duration(to: .now) / .milliseconds(1))
                }
                all += times
                let figures = Self.figures(times)
                print("| \(person): \(reach) people | \(kind.rawValue) | \(figures) | \(found / Self.searches) |")
            }
        }
        print("| all | all | \(Self.figures(all)) | |")
    }

    private static func figures(_ times: [Double]) -> String {
        let sorted = times.sorted()
        let shown = [sorted[sorted.count / 2], sorted[sorted.count * 95 / 100], sorted[sorted.count - 1]]
        return shown.map { String(format: "%.1f", $0) }.joined(separator: " | ")
    }
}
