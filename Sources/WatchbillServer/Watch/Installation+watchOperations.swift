internal import CrewRecords
internal import HTTPTypes
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Who is on watch, who is missing, stations, and back at post.
    var watchOperations: [APIOperation] { boardOperations + stationOperations + returnOperations }

    private static let group = "On watch"
    private static let station = APIParameter.path("station", .id, "the station's id", example: "k3v9")
    private static let alarm = APIParameter.path("alarm", .serial, "the alarm's number", example: 1)

    private var boardOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/units/{unit}/watch", id: "readWatch", group: Self.group,
                summary: "Tell who of a unit and those below it is on watch now, and who should be and is not",
                asks: Asked(always: [ReadWatch.self, ReadRota.self]), parameters: [.unit],
                answer: .json(WatchAnswer.self, "Everybody who is on watch or has a shift now or within two hours.")
            ) { call in
                let (unit, caller) = (call.id(.unit) as UnitID, try call.caller)
                let board = try await self.watch(in: unit, for: caller, at: call.now)
                return .json(WatchAnswer(board, at: call.now))
            },
            APIOperation(
                method: .get, path: "/units/{unit}/alarms", id: "listAlarms", group: Self.group,
                summary: "List who did not come on watch, of the last 31 days, the newest first",
                asks: Asked(always: [ReadAttendance.self]), parameters: [.unit],
                answer: .json(AlarmListAnswer.self, "All of them.")
            ) { call in
                let alarms = try await self.store.alarms(
                    in: call.id(.unit), since: call.now.adding(.days(-31)), for: try call.caller)
                return .json(AlarmListAnswer(items: alarms.map(AlarmAnswer.init)))
            },
            APIOperation(
                method: .post, path: "/alarms/{alarm}/cover", id: "coverAlarm", group: Self.group,
                summary: "Ask people to take what is left of the shift of somebody who is missing",
                asks: Asked(always: [ReadAttendance.self, PublishRota.self, ReadRota.self, ReadDrafts.self]),
                parameters: [Self.alarm],
                body: APIBody(
                    schema: .object([.maybe("first", .id, "who is asked before all others")]),
                    example: ["first": "lindqvist"]),
                answer: .json(StartedCoverAnswer.self, "The cover call.", status: .created), problems: [.conflict]
            ) { call in
                let stored = try await self.store.alarm(call.serial(Self.alarm), for: try call.caller)
                try await self.store.check(PublishRota.self, on: stored.alarm.unit, for: try call.caller)
                let body = try await call.body()
                do {
                    let id = try await self.startCover(
                        for: stored, first: body.text("first").map { PersonID($0) }, try call.visit)
                    return .created(StartedCoverAnswer(call: id.value))
                } catch let fault as FormFault {
                    throw ServerProblem.refused("no-cover", fault.message, status: .conflict)
                } catch let error as StoreError where error.code == .tooMany {
                    throw ServerProblem.refused("no-cover", error.message, status: .conflict)
                }
            },
            APIOperation(
                method: .put, path: "/alarms/{alarm}/known", id: "settleAlarm", group: Self.group,
                summary: "Say that it is known that somebody will not come",
                asks: Asked(always: [ReadAttendance.self, PublishRota.self]), parameters: [Self.alarm],
                answer: .nothing("It is settled.")
            ) { call in
                let stored = try await self.store.alarm(call.serial(Self.alarm), for: try call.caller)
                try await self.store.settleAlarm(stored.alarm.id, for: try call.caller, at: call.now)
                return .nothing
            },
        ]
    }

    private var stationOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/units/{unit}/stations", id: "listStations", group: Self.group,
                summary: "List the stations of a unit, revoked ones too", asks: Asked(always: [ManageStations.self]),
                parameters: [.unit], answer: .json(StationListAnswer.self, "All of them.")
            ) { call in
                let stations = try await self.store.stations(in: call.id(.unit), for: try call.caller)
                return .json(StationListAnswer(items: stations.map(StationRecordAnswer.init)))
            },
            APIOperation(
                method: .post, path: "/units/{unit}/stations", id: "makeStation", group: Self.group,
                summary:
                    "Make a station; the code that is answered pairs one device with it within a quarter of an hour",
                asks: Asked(always: [ManageStations.self]), parameters: [.unit],
                body: APIBody(
                    schema: .object([
                        .always("name", .name(upTo: Station.nameLength.upperBound), "what the unit calls it")
                    ]),
                    example: ["name": "Main door"]),
                answer: .json(MadeStationAnswer.self, "It, and the code, which is shown this once.", status: .created)
            ) { call in
                let unit: UnitID = call.id(.unit)
                try await self.store.check(ManageStations.self, on: unit, for: try call.caller)
                let body = try await call.body()
                let (code, token) = self.door.stationCode()
                var random = self.surroundings.random
                let station = try await self.store.makeStation(
                    body.text("name") ?? "", in: unit, code: token, for: try call.caller, at: call.now, using: &random)
                return .created(MadeStationAnswer(station: station.id.rawValue, code: code.revealedText()))
            },
            APIOperation(
                method: .delete, path: "/stations/{station}", id: "revokeStation", group: Self.group,
                summary: "Revoke a station: nothing is taken from its device any more",
                asks: Asked(always: [ManageStations.self]), parameters: [Self.station],
                answer: .nothing("It is revoked.")
            ) { call in
                try await self.store.revokeStation(call.id(Self.station), for: try call.caller, at: call.now)
                return .nothing
            },
            APIOperation(
                method: .put, path: "/units/{unit}/grace", id: "setGrace", group: Self.group,
                summary: "Set how late somebody may be before whoever leads is told",
                asks: Asked(always: [ManageStations.self]), parameters: [.unit],
                body: APIBody(
                    schema: .object([
                        .maybe(
                            "minutes", .whole(least: 0, most: Store.longestGrace.value),
                            "how many; without it nobody is told")
                    ]), example: ["minutes": 10]),
                answer: .nothing("It is set.")
            ) { call in
                let unit: UnitID = call.id(.unit)
                try await self.store.check(ManageStations.self, on: unit, for: try call.caller)
                let body = try await call.body()
                let minutes = body.whole("minutes").map { Minutes($0) }
                try await self.store.setGrace(minutes, in: unit, for: try call.caller, at: call.now)
                return .nothing
            },
        ]
    }

    private var returnOperations: [APIOperation] {
        let body = APIBody(
            schema: .named(
                "BackRequest",
                .object([
                    .always("absence", .id, "which absence"),
                    .always("on", .date, "the first date on which they work again"),
                ])),
            example: ["absence": "f4q2", "on": "2026-01-08"])
        return [
            APIOperation(
                method: .post, path: "/me/absences/back", id: "sayBack", group: Self.group,
                summary: "Say that you are back at your post before an absence of yours is over",
                asks: Asked(always: [AskAbsence.self]), body: body,
                answer: .nothing("Your leads are asked to agree.")
            ) { call in
                try await self.store.checkOwn(AskAbsence.self, for: try call.caller)
                let (absence, date) = try Self.back(try await call.body())
                try await self.sayBack(date, from: absence, try call.visit)
                return .nothing
            },
            APIOperation(
                method: .post, path: "/people/{person}/absences/back", id: "agreeBack", group: Self.group,
                summary: "Say or agree that somebody is back at their post before an absence is over",
                asks: Asked(always: [DecideAbsence.self, ReadUnit.self], also: [ReadRota.self, ReadCrew.self]),
                parameters: [.person], body: body,
                answer: .nothing("They are planned with from that date on.")
            ) { call in
                let person: PersonID = call.id(.person)
                try await self.store.check(DecideAbsence.self, on: person, for: try call.caller)
                let (absence, date) = try Self.back(try await call.body())
                try await self.agreeBack(date, from: absence, of: person, try call.visit)
                return .nothing
            },
        ]
    }

    private static func back(_ body: ReadBody) throws(ServerProblem) -> (absence: EntryID, date: CalendarDate) {
        guard let date = body.text("on").flatMap({ CalendarDate($0) }) else { throw .badBody("an absence and a date") }
        return (EntryID(body.text("absence") ?? ""), date)
    }
}
