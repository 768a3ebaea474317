package import CrewRecords
internal import Foundation
internal import Hummingbird
package import Logging
internal import RotaFormats
package import RotaModel
internal import Synchronization
package import WatchbillStore

/// Everything one server has: its store, its door, its builds, its pages.
package final class Installation: Sendable {
    package let store: Store
    let door: Door
    let desk: BuildDesk
    let repairDesk: RepairDesk
    /// Rung by drafts.
    let bell = Bell<BuildID>()
    /// Rung by messages, for their senders and recipients.
    let messageBell = Bell<PersonID>()
    let pages: PageRenderer
    let assets: Assets
    let couriers: Couriers
    let surroundings: Surroundings
    let settings: ServerSettings
    private let loaded = Mutex<[ProblemID: LoadedProblem]>([:])

    /// Opens the store, marks builds that were cut off with their servers, and puts the demo into an empty store.
    ///
    /// - Parameter demo: an organisation that visitors of this machine may sign in to as anybody; nil: none.
    package init(
        _ settings: ServerSettings, demo: DemoOrganisation?, surroundings: Surroundings, logger: Logger
    ) async throws {
        self.settings = settings
        self.surroundings = surroundings
        store = try await Store.open(settings.database, masters: settings.masters)
        let entrance = store.entrance
        if let demo { try await demo.move(into: entrance, at: surroundings.now()) }
        let provider = settings.provider.map { ProviderDesk($0, surroundings: surroundings, logger: logger) }
        door = try await Door(
            settings, isDemo: demo != nil, entrance: entrance, provider: provider, surroundings: surroundings)
        desk = BuildDesk(store: store, surroundings: surroundings, cores: settings.cores, logger: logger)
        repairDesk = RepairDesk(cores: settings.cores)
        assets = Assets()
        couriers = try Couriers(settings.channels, pushKey: door.keys.push, now: surroundings.now)
        pages = try PageRenderer(assets: assets.base, language: .english)
        let now = surroundings.now()
        let job = try await entrance.admit(.builds, at: now)
        let interrupted = try await store.interruptRunningBuilds(at: now, for: job)
        try await store.releaseClaims(at: now, for: try await entrance.admit(.messages, at: now))
        if interrupted > 0 {
            logger.notice("Builds had been cut off.", metadata: ["builds": "\(interrupted)"])
        }
    }

    /// Closes the store. Nothing may be in flight.
    package func close() async throws { try await store.close() }

    /// The path of the link that makes the first account; nil as soon as there is one.
    package func firstLink() async throws -> String? {
        var random = surroundings.random
        return try await store.entrance.firstLink(at: surroundings.now(), using: &random)
            .map { "link/\($0.revealedText())" }
    }

    /// The problem that pages are about: the newest of those whose drafts the visitor may see; nil if there is none.
    func latestProblem(for visit: Visit) async throws -> LoadedProblem? {
        try await store.latestProblem(for: visit.caller).map(load)
    }

    /// The problem that an address names by `of`; without a name the newest, if there is one.
    ///
    /// - Throws: `Refusal` if the visitor may not see it.
    func namedProblem(for visit: Visit, _ request: Request) async throws -> LoadedProblem? {
        guard let named = request.uri.queryParameters.get("of") else { return try await latestProblem(for: visit) }
        guard let number = Int64(named) else { throw Refusal.hidden }
        return try await problem(ProblemID(number), for: visit)
    }

    /// - Parameter request: may name it; nil: the newest.
    /// - Throws: `ServerProblem` if there is none that the visitor may see.
    func currentProblem(for visit: Visit, _ request: Request? = nil) async throws -> LoadedProblem {
        let found =
            if let request { try await namedProblem(for: visit, request) } else { try await latestProblem(for: visit) }
        guard let found else { throw ServerProblem.noRota }
        return found
    }

    /// - Throws: `Refusal` if there is none of that number that the visitor may see.
    func problem(_ id: ProblemID, for visit: Visit) async throws -> LoadedProblem {
        try load(try await store.problem(id, for: visit.caller))
    }

    /// Erases what is kept about a person, the name in rotas' documents too.
    func erase(_ person: PersonID, for visit: Visit) async throws {
        try await store.erasePerson(person, for: visit.caller, at: surroundings.now()) { document in
            guard var problem = CrewFile.read(document).file?.problem else {
                throw StoreError(.damaged, "A problem of the database cannot be read, so no name is erased from it.")
            }
            guard let index = problem.people.firstIndex(where: { $0.id == person }) else { return nil }
            problem.people[index].name = PersonEntry.erasedName
            return Array(CrewFile.write(problem).utf8)
        }
        loaded.withLock { $0 = [:] }
    }

    func load(_ stored: StoredProblem) throws -> LoadedProblem {
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
    /// - Throws: `Refusal` if there is none that the visitor may see.
    func build(_ id: BuildID, for visit: Visit) async throws -> BuildView {
        let stored = try await store.build(id, for: visit.caller)
        if let live = await desk.running(stored.id) { return BuildView(live) }
        // It may have ended between the two looks.
        if stored.state == .running { return BuildView(try await store.build(stored.id, for: visit.caller)) }
        return BuildView(stored)
    }
}

/// An organisation to look round in, open to whoever is at this machine.
package struct DemoOrganisation: Sendable {
    package var directory: Directory
    package var roles: [(person: PersonID, unit: UnitID, role: Role)]
    /// Of one of the directory's units.
    package var problem: RotaProblem

    package init(
        directory: Directory, roles: [(person: PersonID, unit: UnitID, role: Role)], problem: RotaProblem
    ) {
        self.directory = directory
        self.roles = roles
        self.problem = problem
    }

    /// - Throws: `StoreError` if there is an organisation already that is no demo: it would be open to everybody here.
    fileprivate func move(into entrance: Entrance, at now: Instant) async throws {
        try await entrance.makeDemo(
            directory, roles: roles, problem: Array(CrewFile.write(problem).utf8), of: problem.unit.id,
            name: "\(problem.unit.name), \(Language.english.period(problem))", at: now)
    }
}
