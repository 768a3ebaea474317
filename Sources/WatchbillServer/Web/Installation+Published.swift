internal import CrewRecords
internal import Hummingbird
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Publishing, and what is published.
    func addPublished(to routes: inout Routes) {
        routes.get("/builds/:build/publish", asks: [ReadDrafts.self, PublishRota.self]) {
            visit, _, context in
            let view = try await self.build(try Self.build(context), for: visit)
            // Before it is told whether there is a rota.
            try await self.store.check(PublishRota.self, on: view.order.problem, for: visit.caller)
            guard view.state != .running, let rota = view.rota else { throw ServerProblem.nothingBuilt }
            let (_, loaded, _) = view.worked(of: try await self.problem(view.order.problem, for: visit))
            return .html(
                self.pages.publishPage(
                    PublishPageRequest(
                        loaded: loaded, current: try await self.current(loaded, rota), view: view, rota: rota,
                        superseded: try await self.superseded(by: view.id, loaded, visit),
                        form: self.door.formToken(for: visit))))
        }
        routes.post("/builds/:build/publish", asks: [ReadDrafts.self, PublishRota.self]) { visit, request, context in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            let view = try await self.build(try Self.build(context), for: visit)
            let loaded = try await self.problem(view.order.problem, for: visit)
            let note = form["note"].map { String($0.unicodeScalars.prefix(StoredVersion.longestNote)) }
            let version = try await self.store.publish(
                view.id, of: RotaPlan(loaded.problem), after: try form.number("after"), note: note,
                telling: try await self.publishNotices(of: view, loaded, visit), at: self.surroundings.now(),
                for: visit.caller)
            let unit = LocalAddress.inQuery(version.unit.rawValue)
            return .see("/rota/versions/\(version.number)?unit=\(unit)")
        }
        routes.get("/rota", asks: [ReadUnit.self, ReadRota.self]) { visit, request, _ in
            let (unit, units) = try await self.unit(visit, request)
            let at = try Self.moment(request, in: unit.zone)
            let now = self.surroundings.now()
            return .html(
                self.pages.publishedPage(
                    PublishedPageRequest(
                        unit: unit, units: units, shown: try await self.inForce(in: unit, at: at ?? now, visit), at: at,
                        mayCompare: Self.may(ReadDrafts.self, in: unit, visit),
                        mayRepair: Self.may(BuildRota.self, in: unit, visit),
                        mayPublish: Self.may(PublishRota.self, in: unit, visit),
                        maySeeAttendance: Self.may(ReadAttendance.self, in: unit, visit), now: now)))
        }
        routes.get("/rota/print", asks: [ReadUnit.self, ReadRota.self]) { visit, request, _ in
            let (unit, shown) = try await self.named(visit, request)
            let paper = request.uri.queryParameters.get("paper")
            let cut = try shown.map { try Self.cut(request, of: $0.loaded.problem) } ?? WallCut()
            return .html(self.pages.wallPage(shown, of: unit, cut, paper: paper, now: self.surroundings.now()))
        }
        routes.get("/rota/hours", asks: [ReadUnit.self, ReadRota.self]) { visit, request, _ in
            guard let shown = try await self.named(visit, request).shown else { throw ServerProblem.noRota }
            let version = shown.version
            let text = HoursTable.write(
                shown.dated.hours, worked: try await self.worked(of: shown, visit), from: version.first,
                to: version.last)
            return .download(
                Array(text.utf8), name: "hours-\(version.unit)-\(version.number).csv", type: "text/csv; charset=utf-8")
        }
        routes.get("/rota/versions", asks: [ReadUnit.self, ReadRota.self]) { visit, request, _ in
            let unit = try await self.unit(visit, request).unit
            let last = try request.uri.queryParameters.get("after").map { try Self.number($0) }
            let limit = 50
            let found = try await self.store.versions(of: unit.id, after: last, limit: limit + 1, for: visit.caller)
            let versions = Array(found.prefix(limit))
            return .html(
                self.pages.versionsPage(
                    versions, of: unit, older: found.count > limit ? versions.last?.number : nil))
        }
        routes.get("/rota/versions/:version", asks: [ReadUnit.self, ReadRota.self]) { visit, request, context in
            let (unit, units) = try await self.unit(visit, request)
            let shown = try await self.version(context.parameters.get("version") ?? "", of: unit, visit)
            return .html(
                self.pages.publishedPage(
                    PublishedPageRequest(
                        unit: unit, units: units, shown: shown,
                        changes: try await self.changes(to: shown, from: shown.version.supersedes, visit),
                        mayCompare: Self.may(ReadDrafts.self, in: unit, visit),
                        mayRepair: Self.may(BuildRota.self, in: unit, visit), isOne: true,
                        now: self.surroundings.now())))
        }
    }

    private static func may<O: UnitOperation>(_ operation: O.Type, in unit: CrewUnit, _ visit: Visit) -> Bool {
        (try? visit.caller.permit(operation, on: unit.id)) != nil
    }

    /// What a version changed.
    ///
    /// - Parameter number: of the version that it is compared with, of the same unit; nil: none.
    func changes(to shown: ShownVersion, from number: Int?, _ visit: Visit) async throws -> RotaChanges {
        var older: ShownVersion?
        if let number {
            older = try self.shown(try await store.version(number, of: shown.version.unit, for: visit.caller))
        }
        return RotaChanges(from: older?.dated, to: shown.dated)
    }

    func shown(_ published: PublishedRota) throws -> ShownVersion {
        ShownVersion(published, try load(published.problem))
    }

    /// The version that has a moment's date, or else the newest of then.
    private func inForce(in unit: CrewUnit, at moment: Instant, _ visit: Visit) async throws -> ShownVersion? {
        let date = unit.zone.date(at: moment)
        if let today = try await store.published(in: unit.id, on: date, at: moment, for: visit.caller) {
            return try shown(today)
        }
        return try await store.published(in: unit.id, at: moment, for: visit.caller).map(shown)
    }

    /// The unit and the version that an address names; without a number what is in force, if anything is.
    private func named(_ visit: Visit, _ request: Request) async throws -> (unit: CrewUnit, shown: ShownVersion?) {
        let unit = try await unit(visit, request).unit
        if let number = request.uri.queryParameters.get("version") {
            return (unit, try await version(number, of: unit, visit))
        }
        return (unit, try await inForce(in: unit, at: surroundings.now(), visit))
    }

    /// The version that an address names, of the unit that it names or else of one's own.
    func version(_ request: Request, _ context: WebContext, _ visit: Visit) async throws -> ShownVersion {
        let unit = try await unit(visit, request).unit
        return try await version(context.parameters.get("version") ?? "", of: unit, visit)
    }

    private func version(_ number: String, of unit: CrewUnit, _ visit: Visit) async throws -> ShownVersion {
        try shown(try await store.version(try Self.number(number), of: unit.id, for: visit.caller))
    }

    /// The week and the person that an address names; an empty value names none.
    ///
    /// - Throws: `ServerProblem` if the rota does not have them.
    private static func cut(_ request: Request, of problem: RotaProblem) throws(ServerProblem) -> WallCut {
        let named = { (name: String) in request.uri.queryParameters.get(name).flatMap { $0.isEmpty ? nil : $0 } }
        var cut = WallCut()
        if let week = named("week") {
            guard let date = CalendarDate(week), problem.day(of: date) != nil else {
                throw .badValue("week", week, expected: "a date from \(problem.start) to \(problem.end)")
            }
            cut.dates = problem.week(of: date)
        }
        if let person = named("person") {
            guard let index = problem.index(of: PersonID(person)) else {
                throw .badValue("person", person, expected: "the id of somebody in \(problem.unit.name)")
            }
            cut.person = index
        }
        return cut
    }

    private static func number(_ text: String) throws -> Int {
        guard let number = Int(text) else { throw Refusal.hidden }
        return number
    }

    /// What a build's rota would supersede.
    func superseded(by build: BuildID, _ loaded: LoadedProblem, _ visit: Visit) async throws -> ShownVersion? {
        let found = try await store.superseded(by: build, of: RotaPlan(loaded.problem), for: visit.caller)
        return try found.map(shown)
    }

    /// The unit that a page of published rotas is about: the one that is named, or else one of the visitor's own, or the
    /// first of those whose rotas they may read.
    func unit(_ visit: Visit, _ request: Request) async throws -> (unit: CrewUnit, all: [CrewUnit]) {
        let caller = visit.caller
        let tree = try await store.unitTree(for: caller)
        let named = request.uri.queryParameters.get("unit").map { UnitID($0) }
        if let named { try await store.check(ReadRota.self, on: named, for: caller) }
        let ids = tree.root.map { [$0] + tree.units(below: $0) } ?? []
        let all = ids.filter { (try? caller.permit(ReadRota.self, on: $0)) != nil }.compactMap { tree[$0] }
        let own = visit.person.memberships.map(\.id)
        guard let unit = all.first(where: { $0.id == named }) ?? all.first(where: { own.contains($0.id) }) ?? all.first
        else {
            try await store.checkSomewhere(ReadRota.self, for: caller)
            throw Refusal.hidden
        }
        return (unit, all)
    }

    /// The end of the minute that an address names as a unit's clock shows it; of one that it shows twice, of the later.
    ///
    /// - Throws: `ServerProblem` if it is none.
    private static func moment(_ request: Request, in zone: Zone) throws(ServerProblem) -> Instant? {
        guard let text = request.uri.queryParameters.get("at") else { return nil }
        let parts = text.split(separator: "T", maxSplits: 1).map(String.init)
        guard parts.count == 2, let date = CalendarDate(parts[0]), let time = LocalTime(parts[1]) else {
            throw .badValue("at", text, expected: "a moment such as 2026-01-31T14:30")
        }
        let minute = zone.instant(of: date, minutes: time.minutesSinceMidnight, edge: .end)
        return Instant(seconds: minute.seconds + 59)
    }
}
