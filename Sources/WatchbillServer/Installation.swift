internal import Foundation
package import Logging
package import RotaModel
internal import RotaFormats
internal import Synchronization
internal import WatchbillStore

/// Everything one server has: its store, its builds, its pages.
package final class Installation: Sendable {
    let store: Store
    let desk: BuildDesk
    let pages: PageRenderer
    let assets: Assets
    let surroundings: Surroundings
    let settings: ServerSettings
    private let loaded = Mutex<[ProblemID: LoadedProblem]>([:])

    /// Opens the store, marks builds that were cut off with their servers, and puts the demo crew into an empty store.
    package init(
        _ settings: ServerSettings, demo: RotaProblem, surroundings: Surroundings, logger: Logger
    ) async throws {
        self.settings = settings
        self.surroundings = surroundings
        store = try await Store.open(settings.database)
        desk = BuildDesk(store: store, surroundings: surroundings, cores: settings.cores, logger: logger)
        assets = Assets()
        pages = try PageRenderer(assets: assets.base, language: .english)
        let interrupted = try await store.interruptRunningBuilds(at: surroundings.now())
        if interrupted > 0 {
            logger.notice("Builds had been cut off.", metadata: ["builds": "\(interrupted)"])
        }
        if try await store.latestProblem() == nil {
            let name = "\(demo.unit.name), \(Language.english.period(demo))"
            _ = try await store.add(
                problem: Array(CrewFile.write(demo).utf8), name: name, at: surroundings.now())
        }
    }

    /// The problem that pages are about: the one stored last.
    func currentProblem() async throws -> LoadedProblem {
        guard let stored = try await store.latestProblem() else { throw ServerProblem.noSuchPage }
        return try load(stored)
    }

    /// - Throws: `ServerProblem` if there is none of that number.
    func problem(_ id: ProblemID) async throws -> LoadedProblem {
        if let known = loaded.withLock({ $0[id] }) { return known }
        guard let stored = try await store.problem(id) else {
            throw ServerProblem.notFound("There is no problem \(id).")
        }
        return try load(stored)
    }

    private func load(_ stored: StoredProblem) throws -> LoadedProblem {
        if let known = loaded.withLock({ $0[stored.id] }) { return known }
        let (file, diagnostics) = CrewFile.read(stored.document)
        guard let file else {
            let first = diagnostics.first.map { " \($0)" } ?? ""
            throw StoreError(.damaged, "Problem \(stored.id) of the database cannot be read.\(first)")
        }
        let problem = LoadedProblem(id: stored.id, problem: file.problem)
        loaded.withLock { $0[stored.id] = problem }
        return problem
    }

    /// The build of that number as it is now.
    ///
    /// - Throws: `ServerProblem` if there is none.
    func build(_ text: String?) async throws -> BuildView {
        let text = text ?? ""
        guard let number = Int64(text) else { throw ServerProblem.noBuild(text) }
        let id = BuildID(number)
        if let live = await desk.running(id) { return BuildView(live) }
        guard let stored = try await store.build(id) else { throw ServerProblem.noBuild(text) }
        return BuildView(stored)
    }
}
