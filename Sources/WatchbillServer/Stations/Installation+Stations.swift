internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Setting stations up, and one's own entry code.
    func addStations(to routes: inout Routes) {
        routes.get("/stations", asks: [ReadUnit.self, ManageStations.self]) { visit, request, _ in
            let unit = try await self.stationUnit(visit, request)
            return .html(try await self.stationsPage(unit, visit))
        }
        routes.get("/stations/new", asks: [ReadUnit.self, ManageStations.self]) { visit, request, _ in
            let unit = try await self.stationUnit(visit, request)
            return .html(self.newStationPage(unit, FormBody([:]), visit))
        }
        routes.post("/stations", asks: [ReadUnit.self, ManageStations.self]) { visit, request, _ in
            try await self.store.checkSomewhere(ManageStations.self, for: visit.caller)
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            let unit = try await self.stationUnit(visit, named: form.text("unit"))
            do {
                let (code, token) = self.door.stationCode()
                var random = self.surroundings.random
                let station = try await self.store.makeStation(
                    form.text("name"), in: unit.id, code: token, for: visit.caller, at: self.surroundings.now(),
                    using: &random)
                return .html(try await self.stationsPage(unit, visit, made: (station, code, request)))
            } catch let error as StoreError where error.code == .unusableEntry {
                return .html(
                    self.newStationPage(unit, form, visit, refusal: error.message), status: .unprocessableContent)
            }
        }
        routes.post("/stations/:station/code", asks: [ReadUnit.self, ManageStations.self]) {
            visit, request, context in
            try await self.changeStation(visit, request, context) { id, unit in
                let (code, token) = self.door.stationCode()
                let station = try await self.store.renewCode(
                    of: id, code: token, for: visit.caller, at: self.surroundings.now())
                return .html(try await self.stationsPage(unit, visit, made: (station, code, request)))
            }
        }
        routes.post("/stations/:station/revoke", asks: [ReadUnit.self, ManageStations.self]) {
            visit, request, context in
            try await self.changeStation(visit, request, context) { id, unit in
                try await self.store.revokeStation(id, for: visit.caller, at: self.surroundings.now())
                return .see(Self.stationsAddress(unit))
            }
        }
        routes.get("/stations/grace", asks: [ReadUnit.self, ManageStations.self]) { visit, request, _ in
            let unit = try await self.stationUnit(visit, request)
            let grace = try await self.store.grace(in: unit.id, for: visit.caller)
            return .html(self.gracePage(unit, FormBody(["grace": grace.map { "\($0.value)" } ?? ""]), visit))
        }
        routes.post("/stations/grace", asks: [ReadUnit.self, ManageStations.self]) { visit, request, _ in
            try await self.store.checkSomewhere(ManageStations.self, for: visit.caller)
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            let unit = try await self.stationUnit(visit, named: form.text("unit"))
            do {
                let minutes: Int? = try form.number("grace")
                try await self.store.setGrace(
                    minutes.map { Minutes($0) }, in: unit.id, for: visit.caller, at: self.surroundings.now())
                return .see(Self.stationsAddress(unit))
            } catch let error as StoreError where error.code == .unusableEntry {
                return .html(self.gracePage(unit, form, visit, refusal: error.message), status: .unprocessableContent)
            }
        }
        addEntryCode(to: &routes)
    }

    /// One's own entry code.
    private func addEntryCode(to routes: inout Routes) {
        routes.get("/me/code", asks: [ChangeSignIn.self]) { visit, _, _ in
            .html(try await self.entryCodePage(visit))
        }
        routes.post("/me/code", asks: [ChangeSignIn.self]) { visit, request, context in
            try await self.store.checkOwn(ChangeSignIn.self, for: visit.caller)
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            do {
                if visit.account.passwordHash != nil {
                    try await self.door.check(
                        form["password"] ?? "", of: visit, from: self.door.sender(of: request, context))
                }
                let hash = form["remove"] == "yes" ? nil : try await self.door.hash(entryCode: form.text("code"))
                try await self.store.setEntryCode(hash, for: visit.caller, at: self.surroundings.now())
                return .html(try await self.entryCodePage(visit, isDone: true))
            } catch let error as AccountError {
                return .html(
                    try await self.entryCodePage(visit, refusal: error.message), status: ServerProblem(error).status)
            } catch let problem as ServerProblem where problem == .wrongPassword {
                return .html(try await self.entryCodePage(visit, refusal: problem.detail), status: problem.status)
            }
        }
    }

    static func stationsAddress(_ unit: CrewUnit, _ more: String = "") -> String {
        "/stations\(more)?unit=\(LocalAddress.inQuery(unit.id.rawValue))"
    }

    private func changeStation(
        _ visit: Visit, _ request: Request, _ context: WebContext,
        _ change: (StationID, CrewUnit) async throws -> Response
    ) async throws -> Response {
        try await store.checkSomewhere(ManageStations.self, for: visit.caller)
        let form = try await FormBody(request)
        try door.check(form, of: visit)
        let unit = try await stationUnit(visit, named: form.text("unit"))
        do {
            return try await change(StationID(try Self.part("station", of: context)), unit)
        } catch let error as StoreError where error.code == .unusableEntry {
            return .html(try await stationsPage(unit, visit, refusal: error.message), status: .unprocessableContent)
        }
    }

    private func stationUnit(_ visit: Visit, _ request: Request) async throws -> CrewUnit {
        try await stationUnit(visit, named: request.uri.queryParameters.get("unit") ?? "")
    }

    /// The unit that is named, or else the first of one's own, or of all, whose stations the visitor sets up.
    ///
    /// - Throws: `Refusal` if there is none.
    private func stationUnit(_ visit: Visit, named name: String) async throws -> CrewUnit {
        try await store.checkSomewhere(ManageStations.self, for: visit.caller)
        let units = try await units(ManageStations.self, visit)
        let own = visit.person.memberships.map(\.id)
        let found =
            name.isEmpty
            ? units.first { own.contains($0.id) } ?? units.first : units.first { $0.id == UnitID(name) }
        guard let found else { throw Refusal.hidden }
        return found
    }

    /// The units on which the table of permissions says yes.
    func units<O: UnitOperation>(_ operation: O.Type, _ visit: Visit) async throws -> [CrewUnit] {
        let tree = try await store.unitTree(for: visit.caller)
        return (tree.root.map { [$0] + tree.units(below: $0) } ?? []).filter {
            (try? visit.caller.permit(operation, on: $0)) != nil
        }.compactMap { tree[$0] }
    }

    // MARK: Pages

    private func stationsPage(
        _ unit: CrewUnit, _ visit: Visit, made: (station: Station, code: PairingCode, request: Request)? = nil,
        refusal: String? = nil
    ) async throws -> String {
        let language = pages.language
        let stations = try await store.stations(in: unit.id, for: visit.caller)
        let grace = try await store.grace(in: unit.id, for: visit.caller)
        let hidden = [FormPage.Hidden(name: "unit", value: unit.id.rawValue)]
        func line(_ station: Station) -> AskingPage.Line {
            let moment = { (instant: Instant?) in instant.map { language.moment($0, in: unit.zone) } ?? "" }
            let note =
                if station.revoked != nil {
                    language.text(.stationsRevoked, ["time": moment(station.revoked)])
                } else if station.key == nil {
                    language[.stationsUnpaired]
                } else {
                    language.text(
                        abs(station.skew ?? 0) < StationPress.doubtful ? .stationsSeen : .stationsSeenSkewed,
                        [
                            "time": moment(station.lastSeen),
                            "skew": pages.hoursAndMinutes(Minutes(abs(station.skew ?? 0) / 60)),
                        ])
                }
            let line = AskingPage.Line(words: station.name, note: note)
            guard station.revoked == nil else { return line }
            func button(_ phrase: Phrase, _ address: String? = nil) -> AskingPage.Button {
                AskingPage.Button(
                    name: "do", value: "yes", text: language[phrase], label: "\(language[phrase]): \(station.name)",
                    elsewhere: address)
            }
            let address = "/stations/\(LocalAddress.inQuery(station.id.rawValue))"
            return station.key == nil
                ? line.asking(
                    "\(address)/code", hidden, button(.stationsCode), button(.stationsRevoke, "\(address)/revoke"))
                : line.asking("\(address)/revoke", hidden, button(.stationsRevoke))
        }
        let page = AskingPage(
            title: language.text(.stationsTitle, ["unit": unit.name]), refusal: refusal,
            intro: made.map { made in
                language.text(
                    .stationsMade,
                    [
                        "name": made.station.name, "address": "\(door.ownAddress(of: made.request))/station",
                        "code": made.code.revealedText(),
                    ])
            } ?? language[.stationsIntro],
            sections: [
                AskingPage.Section(
                    id: "stations", title: language[.stationsAll],
                    empty: stations.isEmpty ? language[.stationsNone] : nil,
                    lines: stations.filter { $0.revoked == nil }.map(line)
                        + stations.filter { $0.revoked != nil }.map(line)),
                AskingPage.Section(
                    id: "grace", title: language[.graceTitle],
                    lines: [
                        AskingPage.Line(
                            words: grace.map {
                                language.text(.graceIs, ["time": pages.hoursAndMinutes($0)])
                            } ?? language[.graceNone],
                            link: AskingPage.Link(
                                address: Self.stationsAddress(unit, "/grace"), name: language[.graceChange],
                                label: language[.graceChange]))
                    ]),
            ],
            links: [
                RotaPage.Link(
                    address: Self.stationsAddress(unit, "/new"), name: language[.stationsAdd], isHere: false),
                RotaPage.Link(address: Self.watchAddress(unit), name: language[.watchTitleShort], isHere: false),
            ])
        return pages.askingPage(page, place: .rota, form: door.formToken(for: visit))
    }

    private func newStationPage(
        _ unit: CrewUnit, _ values: FormBody, _ visit: Visit, refusal: String? = nil
    ) -> String {
        let language = pages.language
        return pages.formPage(
            FormPage(
                title: "\(language[.stationsAdd]) · \(unit.name)", intro: language[.stationsAddIntro], refusal: refusal,
                action: "/stations", hidden: [FormPage.Hidden(name: "unit", value: unit.id.rawValue)],
                groups: [
                    FormPage.Group(
                        legend: language[.stationsWhere],
                        fields: [.input("name", language[.stationsName], values)])
                ], button: language[.stationsAddDo], back: Self.stationsAddress(unit),
                backName: language.text(.stationsTitle, ["unit": unit.name])),
            place: .rota, form: door.formToken(for: visit))
    }

    private func gracePage(_ unit: CrewUnit, _ values: FormBody, _ visit: Visit, refusal: String? = nil) -> String {
        let language = pages.language
        return pages.formPage(
            FormPage(
                title: "\(language[.graceTitle]) · \(unit.name)", intro: language[.graceIntro], refusal: refusal,
                action: "/stations/grace", hidden: [FormPage.Hidden(name: "unit", value: unit.id.rawValue)],
                groups: [
                    FormPage.Group(
                        legend: language[.graceTitle],
                        fields: [.input("grace", language[.graceField], values, type: "number")])
                ], button: language[.attendKeep], back: Self.stationsAddress(unit),
                backName: language.text(.stationsTitle, ["unit": unit.name])),
            place: .rota, form: door.formToken(for: visit))
    }

    private func entryCodePage(_ visit: Visit, isDone: Bool = false, refusal: String? = nil) async throws -> String {
        struct Model: Sendable {
            let refusal: String?
            let state: String
            let isDone: Bool
            let hasCode: Bool
            let hasPassword: Bool
        }
        let has = try await store.hasEntryCode(for: visit.caller)
        let language = pages.language
        var frame = pages.frame(.me, title: language[.codeTitle], problem: nil, style: "text")
        frame.form = door.formToken(for: visit)
        return pages.render(
            "code",
            Model(
                refusal: refusal, state: language[has ? .codeIsSet : .codeIsNone], isDone: isDone, hasCode: has,
                hasPassword: visit.account.passwordHash != nil), frame: frame)
    }
}

extension Door {
    /// A new code, and the token of the station that it pairs a device with.
    func stationCode() -> (code: PairingCode, token: Token<Station>) {
        var random = surroundings.random
        let code = PairingCode(using: &random)
        return (code, code.stationToken(keys: keys))
    }
}
