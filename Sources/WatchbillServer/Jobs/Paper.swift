internal import CrewRecords
internal import Foundation
internal import Logging
package import RotaModel
internal import WatchbillStore

/// Where and when rotas are copied for paper.
package struct PaperSettings: Hashable, Sendable {
    package var folder: String
    /// By the clock of the whole organisation.
    package var at: LocalTime

    package static let usualTime = LocalTime.midnight.adding(.hours(2))

    package init(folder: String, at: LocalTime = PaperSettings.usualTime) {
        self.folder = folder
        self.at = at
    }
}

/// When what was in force was copied, and how many versions there were then.
package struct PaperCopy: Hashable, Sendable {
    package let at: Instant
    package let versions: Int

    package init(at: Instant, versions: Int) {
        self.at = at
        self.versions = versions
    }
}

extension Installation {
    /// Copies what is in force into a folder: when the server starts, after something is published, and each night. It is
    /// looked every two seconds whether something was published, by whichever server; publishing several rotas at once so
    /// comes to one copy.
    func paperJob(_ settings: PaperSettings, logger: Logger) -> RecurringJob<PaperCopy?> {
        RecurringJob(
            name: "paper", pause: .seconds(2), pauseAfterFailure: .seconds(30),
            complaint: "Rotas could not be copied for paper.",
            relief: "Rotas are copied for paper again.", metadata: ["folder": "\(settings.folder)"], logger: logger,
            memory: nil
        ) { last in
            try await self.copyPaper(into: settings, since: last)
        }
    }

    /// Copies what is in force, unless nothing was published and no night was begun since the last copy.
    ///
    /// - Parameter last: nil: there is none.
    /// - Returns: the last copy from then on.
    /// - Throws: `PaperFolder.Failure`, `StoreError`.
    package func copyPaper(into settings: PaperSettings, since last: PaperCopy?) async throws -> PaperCopy {
        let now = surroundings.now()
        let job = try await store.entrance.admit(.paper, at: now)
        let tree = try await store.unitTree(for: job)
        let zone = tree.root.flatMap { tree[$0] }?.zone ?? .utc
        // Before the versions are read: what is published meanwhile is copied next.
        let copy = PaperCopy(at: now, versions: try await store.publishedCount(for: job))
        if let last, last.versions == copy.versions, last.at >= settings.night(before: now, in: zone) { return last }
        let folder = PaperFolder(path: settings.folder)
        var lines: [PageRenderer.CopyLine] = []
        var names: Set<String> = []
        for unit in (tree.root.map { [$0] + tree.units(below: $0) } ?? []).compactMap({ tree[$0] }) {
            // A night that began yesterday may still be on.
            let first = unit.zone.date(at: now).advanced(by: -1)
            let found = try await store.inForce(in: unit.id, from: first, for: job)
            if found.isEmpty, try await store.versions(of: unit.id, limit: 1, for: job).isEmpty { continue }
            let parts = try found.map { (shown: try shown($0.published), dates: $0.dates) }
            let name = PaperFolder.name(of: unit.id)
            lines.append(pages.copyLine(of: unit, parts, address: name, from: first))
            guard !parts.isEmpty else { continue }
            names.insert(name)
            let text = pages.wallCopy(parts, of: unit, index: PaperFolder.index, now: now)
            try await Self.onThread { () throws(PaperFolder.Failure) in try folder.write(text, to: name) }
        }
        let index = pages.wallCopies(lines, in: zone, now: now)
        try await Self.onThread { [names] () throws(PaperFolder.Failure) in
            try folder.write(index, to: PaperFolder.index)
            try folder.removeUnits(butFor: names)
        }
        return copy
    }

    /// Where waiting for a disk keeps nobody else waiting.
    private static func onThread(_ work: @escaping @Sendable () throws(PaperFolder.Failure) -> Void) async throws {
        let result: Result<Void, PaperFolder.Failure> = await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: Result(catching: work)) }
            thread.name = "paper"
            thread.start()
        }
        try result.get()
    }
}

extension PaperSettings {
    /// When the last night's copy was due.
    fileprivate func night(before now: Instant, in zone: Zone) -> Instant {
        let today = zone.date(at: now)
        let moments = [0, -1].map { day in
            zone.instant(of: today.advanced(by: day), minutes: at.minutesSinceMidnight, edge: .end)
        }
        return moments[0] <= now ? moments[0] : moments[1]
    }
}
