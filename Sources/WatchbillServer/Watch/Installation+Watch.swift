internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Who is on watch now, for everybody in the unit; a list to call the roll by.
    func addWatch(to routes: inout Routes) {
        routes.get("/watch", asks: [ReadUnit.self, ReadWatch.self, ReadRota.self], also: [ReadEntry.self]) {
            visit, request, _ in
            try await self.store.checkSomewhere(ReadWatch.self, for: visit.caller)
            let units = try await self.units(ReadWatch.self, visit)
            let named = request.uri.queryParameters.get("unit").map { UnitID($0) }
            let own = visit.person.memberships.map(\.id)
            let found = named.map { name in units.first { $0.id == name } }
            guard let unit = found ?? units.first(where: { own.contains($0.id) }) ?? units.first else {
                throw Refusal.hidden
            }
            return .html(try await self.watchPage(unit, units, visit))
        }
    }

    static func watchAddress(_ unit: CrewUnit) -> String {
        "/watch?unit=\(LocalAddress.inQuery(unit.id.rawValue))"
    }

    private func watchPage(_ unit: CrewUnit, _ units: [CrewUnit], _ visit: Visit) async throws -> String {
        let now = surroundings.now()
        let board = try await watch(in: unit.id, for: visit.caller, at: now)
        var reach: [PersonID: [String]] = [:]
        for entry in board.present + board.missing {
            reach[entry.person] = try await contacts(of: entry.person, visit, at: now)
        }
        let mayLead = (try? visit.caller.permit(ReadAttendance.self, on: unit.id)) != nil
        let alarms =
            mayLead
            ? try await store.alarms(in: unit.id, since: now, for: visit.caller).filter { $0.alarm.state == .open } : []
        let maySetUp = (try? visit.caller.permit(ManageStations.self, on: unit.id)) != nil
        return pages.watchPage(
            WatchPageRequest(
                unit: unit, units: units, board: board, reach: reach, alarms: alarms, me: visit.person.id,
                maySetUp: maySetUp, mayLead: mayLead, now: now))
    }

    /// What stands in somebody's file of how they are reached, as far as it is open to the visitor.
    private func contacts(of person: PersonID, _ visit: Visit, at now: Instant) async throws -> [String] {
        do {
            return try await store.file(of: person, for: visit.caller, at: now).entries
                .filter { $0.category == .contact && $0.isCurrent && $0.recordClass != .sealed }
                .compactMap(\.content?.title)
        } catch is Refusal {
            return []
        }
    }
}

/// What the page of who is on watch shows.
struct WatchPageRequest: Sendable {
    let unit: CrewUnit
    let units: [CrewUnit]
    let board: WatchBoard
    let reach: [PersonID: [String]]
    let alarms: [StoredAlarm]
    let me: PersonID
    let maySetUp: Bool
    let mayLead: Bool
    let now: Instant
}

extension PageRenderer {
    func watchPage(_ request: WatchPageRequest) -> String {
        struct Entry: Sendable {
            let name: String
            let chip: String?
            let letter: String
            let words: String
            let reach: String?
            let write: String?
            let label: String
            let alarm: String?
        }
        struct Place: Sendable {
            let name: String
            let entries: [Entry]
        }
        struct Model: Sendable {
            let title: String
            let asOf: String
            let unit: String
            let units: [RotaPage.Choice]
            let hasUnits: Bool
            let places: [Place]
            let isEmpty: Bool
            let missing: [Entry]
            let hasMissing: Bool
            let count: String
            let links: [RotaPage.Link]
        }
        let zone = request.unit.zone
        func entry(_ entry: WatchBoard.Entry) -> Entry {
            let since = entry.since.map { ["time": moment($0, near: request.now, in: zone)] } ?? [:]
            let words: String =
                switch entry.state {
                case .on: language.text(.watchSince, ["time": since["time"] ?? ""])
                case .pause: language.text(.watchPaused, ["time": since["time"] ?? ""])
                case .off:
                    entry.shift.map { language.times(of: $0.type, on: $0.plan.date, in: zone) } ?? ""
                }
            let isMe = entry.person == request.me
            return Entry(
                name: entry.name, chip: entry.shift.map { "s\($0.type.colour)" },
                letter: entry.shift?.type.id.rawValue ?? "", words: words,
                reach: request.reach[entry.person].flatMap { $0.isEmpty ? nil : $0.joined(separator: ", ") },
                write: isMe ? nil : "/messages/new?to=\(LocalAddress.inQuery(entry.person.rawValue))",
                label: "\(language[.watchWrite]) \(entry.name)",
                alarm: request.alarms.first { $0.alarm.person == entry.person }.map { "/alarms/\($0.alarm.id)" })
        }
        let present = request.board.present
        let stations = Set(present.compactMap(\.station)).sorted()
        var places = stations.map { name in
            Place(name: name, entries: present.filter { $0.station == name }.map(entry))
        }
        let elsewhere = present.filter { $0.station == nil }.map(entry)
        if !elsewhere.isEmpty {
            places.append(Place(name: language[stations.isEmpty ? .watchHere : .watchElsewhere], entries: elsewhere))
        }
        let missing = request.board.missing.map(entry)
        let query = "?unit=\(LocalAddress.inQuery(request.unit.id.rawValue))"
        func link(_ address: String, _ phrase: Phrase, _ isShown: Bool = true) -> [RotaPage.Link] {
            isShown ? [RotaPage.Link(address: address + query, name: language[phrase], isHere: false)] : []
        }
        let title = language.text(.watchTitle, ["unit": request.unit.name])
        var frame = frame(.rota, title: title, problem: nil, style: "text")
        frame.unit = request.unit.name
        return render(
            "watch",
            Model(
                title: title, asOf: language.text(.watchAsOf, ["time": language.moment(request.now, in: zone)]),
                unit: request.unit.id.rawValue,
                units: request.units.map {
                    RotaPage.Choice(value: $0.id.rawValue, name: $0.name, isChosen: $0.id == request.unit.id)
                }, hasUnits: request.units.count > 1, places: places, isEmpty: places.isEmpty, missing: missing,
                hasMissing: !missing.isEmpty,
                count: language.text(.watchCount, ["count": "\(present.count)", "missing": "\(missing.count)"]),
                links: link("/rota", .rota) + link("/attendance", .attendance, request.mayLead)
                    + link("/stations", .stationsAll, request.maySetUp)), frame: frame)
    }

    /// `07:04`, or with the date where it is another.
    private func moment(_ instant: Instant, near now: Instant, in zone: Zone) -> String {
        zone.date(at: instant) == zone.date(at: now)
            ? wallClock(instant, in: zone) : language.moment(instant, in: zone)
    }
}
