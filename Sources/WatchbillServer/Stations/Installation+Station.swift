internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
internal import RotaModel
internal import Synchronization
internal import WatchbillStore

/// How a station is answered.
struct StationAnswer: Encodable, Sendable {
    struct Result: Encodable, Sendable {
        let sequence: Int
        let verdict: String
        let text: String
    }

    struct Member: Encodable, Sendable {
        let id: String
        let name: String
        /// Whether they have a code.
        let code: Bool
        /// `on`, `pause`, `off`.
        let state: String
        let since: String?
        /// Their shift about now.
        let due: String?
    }

    /// Seconds since 1970.
    let now: Int
    /// Whose clock the station shows.
    let zone: String
    let results: [Result]
    let crew: [Member]
}

/// What a device learns that has been paired.
struct PairedAnswer: Encodable, Sendable {
    let station: String
    let name: String
    /// To which codes are closed.
    let server: String
    let now: Int
}

extension Installation {
    /// The page of a station, and what it sends. Nobody is signed in there: a station is known by its key, people by their codes.
    func addStation(to routes: inout Routes) {
        routes.open(.get, "/station") { _, _ in .html(self.pages.stationPage()) }
        routes.open(.post, "/station/pair") { request, context in
            _ = try self.door.transport(of: request)
            let body = try await Self.body(request, most: 4 << 10)
            let station = try await self.door.pairStation(
                body["code"]?.text ?? "", key: body["key"]?.text ?? "", from: self.door.sender(of: request, context))
            return .json(
                PairedAnswer(
                    station: station.id.rawValue, name: station.name,
                    server: Base64.url.text(self.door.keys.codesPublicKey), now: self.surroundings.now().seconds))
        }
        routes.open(.post, "/station/presses") { request, _ in
            _ = try self.door.transport(of: request)
            let body = try await Self.body(request, most: StationEnvelope.longest)
            let text = body["envelope"]?.text ?? ""
            let signature = Base64.url.bytes((body["signature"]?.text ?? "").utf8) ?? []
            let now = self.surroundings.now()
            let admitted = try await self.door.entrance.admit(
                StationID(body["station"]?.text ?? ""), envelope: text, signature: signature, at: now)
            guard let (caller, station) = admitted else { throw ServerProblem.stationUnknown }
            return .json(try await self.answer(try StationEnvelope(text), of: station, caller))
        }
    }

    private static func body(_ request: Request, most: Int) async throws -> JSONContent {
        let bytes: ByteBuffer
        do { bytes = try await request.body.collect(upTo: most) } catch { throw ServerProblem.tooLarge(most) }
        let (content, diagnostics) = JSONContent.read(Array(buffer: bytes))
        guard let content else { throw ServerProblem.noJSON(diagnostics) }
        return content
    }

    private func answer(
        _ envelope: StationEnvelope, of station: Station, _ caller: Caller
    ) async throws -> StationAnswer {
        let skew = surroundings.now().seconds - envelope.sent.seconds
        let zone = try await store.unitTree(for: caller)[station.unit]?.zone ?? .utc
        let crew = try await store.stationCrew(for: caller, at: surroundings.now())
        var results: [StationAnswer.Result] = []
        for press in envelope.presses {
            results.append(try await take(press, of: station, skew: skew, in: zone, caller))
        }
        try await store.noteSeen(skew: skew, for: caller, at: surroundings.now())
        let now = surroundings.now()
        let board = try await watch(in: station.unit, for: caller, at: now)
        let members = crew.map { member in
            let stand = board.entries.first { $0.person == member.person }
            return StationAnswer.Member(
                id: member.person.rawValue, name: member.name, code: member.hasCode,
                state: stand?.state.rawValue ?? WatchBoard.State.off.rawValue,
                since: stand?.since.map { pages.wallClock($0, in: zone) },
                due: stand?.shift.map {
                    "\($0.type.id) \(pages.language.times(of: $0.type, on: $0.plan.date, in: zone))"
                })
        }
        return StationAnswer(now: now.seconds, zone: zone.name, results: results, crew: members)
    }

    /// One press: kept first, then its code checked, then written down. Told again it is found again.
    private func take(
        _ sent: StationEnvelope.Press, of station: Station, skew: Int, in zone: Zone, _ caller: Caller
    ) async throws -> StationAnswer.Result {
        let language = pages.language
        let press = sent.press
        func result(_ verdict: String, _ text: String) -> StationAnswer.Result {
            StationAnswer.Result(sequence: press.sequence, verdict: verdict, text: text)
        }
        guard station.key?.hasSigned(sent.text, for: .press, sent.signature) ?? false else {
            return result("unsigned", language[.stationUnsigned])
        }
        var (stored, hash) = try await store.begin(press, skew: skew, for: caller, at: surroundings.now())
        // The number is another press's: this one is not taken, and nobody is told that it was.
        guard stored.press == press else { return result("numberUsed", language[.stationAgain]) }
        if stored.verdict == .pending {
            let code = sent.code?.open(for: press.purpose(at: station.id), with: door.keys)
            let isRight = try await door.isRight(code, for: hash)
            stored = try await store.settle(
                press.sequence, isRight: isRight,
                in: try await home(of: press.person, at: stored.at, caller) ?? station.unit,
                telling: { stored in
                    language.text(
                        .stationGuessed,
                        [
                            "count": "\(EntryGuard.told)", "station": station.name,
                            "time": language.moment(stored.at, in: zone),
                        ])
                }, for: caller, at: surroundings.now())
            messageBell.ring(press.person)
        }
        return result(stored.verdict.rawValue, words(for: stored, in: zone))
    }

    /// The unit that somebody goes on watch for: of several to which they belonged then the one in which they have a shift about
    /// then.
    private func home(of person: PersonID, at now: Instant, _ caller: Caller) async throws -> UnitID? {
        let units = try await store.stationCrew(for: caller, at: now).first { $0.person == person }?.units ?? []
        guard units.count > 1 else { return units.first }
        var found: (unit: UnitID, distance: Int)?
        for unit in units {
            let today = try await store.unitTree(for: caller)[unit]?.zone.date(at: now) ?? Zone.utc.date(at: now)
            for shift in try await plannedShifts(
                in: unit, over: today.advanced(by: -1)...today.advanced(by: 1), for: caller)
            where shift.person == person && shift.plan.end > now {
                let distance = abs(shift.plan.start.seconds - now.seconds)
                if found.map({ distance < $0.distance }) ?? true { found = (unit, distance) }
            }
        }
        return found?.unit ?? units.first
    }

    private func words(for stored: StoredPress, in zone: Zone) -> String {
        let language = pages.language
        let time: KeyValuePairs = ["time": pages.wallClock(stored.at, in: zone)]
        switch stored.verdict {
        case .taken:
            switch stored.press.kind {
            case .on: return language.text(.stationTakenOn, time)
            case .off: return language.text(.stationTakenOff, time)
            case .pause: return language.text(.stationTakenPause, time)
            case .resume: return language.text(.stationTakenResume, time)
            }
        case .nothing:
            switch stored.press.kind {
            case .on: return language[.stationOnAlready]
            case .off: return language[.stationOffAlready]
            case .pause: return language[.stationNoPause]
            case .resume: return language[.stationNoResume]
            }
        case .wrongCode: return language[.stationWrong]
        case .slowed: return language[.stationSlowed]
        case .unknown: return language[.stationNoCode]
        case .tooOld: return language[.stationTooOld]
        case .pending: return language[.stationAgain]
        }
    }
}

extension Door {
    /// Pairs a device with the station that a code was made for.
    ///
    /// - Throws: `AccountError`: the code opens nothing, or too many were tried from that address; `ServerProblem` if the key is
    ///   none.
    func pairStation(_ typed: String, key: String, from address: ClientAddress) async throws -> Station {
        let now = surroundings.now()
        guard let key = Base64.url.bytes(key.utf8).flatMap(StationKey.init) else {
            throw ServerProblem.badBody("a code and a key")
        }
        try codes.withLock { codes throws(AccountError) in try codes.admit(address, at: now) }
        guard let code = PairingCode(typed) else { throw PairingCode.unusable }
        let station = try await entrance.pair(code.stationToken(keys: keys), with: key, at: now)
        codes.withLock { $0.succeeded(address, at: now) }
        return station
    }

    /// Whether somebody's entry code is right; takes as long whether there is one or none.
    func isRight(_ code: EntryCode?, for hash: PasswordHash?) async throws -> Bool {
        guard let code else { return false }
        return try await hasher.verify(code.password, against: hash) != .wrong
    }

    /// - Throws: `AccountError` if it is none, or too easily guessed.
    func hash(entryCode typed: String) async throws -> PasswordHash {
        guard let code = EntryCode(typed) else {
            throw AccountError.entryCodeForm
        }
        try code.checkAsNew()
        var random = surroundings.random
        return try await hasher.hash(code.password, salt: PasswordSalt(using: &random))
    }
}

extension ServerProblem {
    static let stationUnknown = Self(
        code: "station-unknown", status: .unauthorized, title: "Not a station",
        detail: "This device is no station, or is none any more. Whoever leads the unit can pair it anew.")
}

extension PageRenderer {
    /// The page of a station, the same for all of them: who is on it comes with what it is answered.
    func stationPage() -> String {
        struct Model: Sendable {}
        return render(
            "station", Model(), frame: frame(nil, title: language[.stationTitle], problem: nil, style: "station"))
    }

    /// `07:04`.
    func wallClock(_ instant: Instant, in zone: Zone) -> String {
        "\(LocalTime.midnight.adding(Minutes(zone.wallTime(at: instant).seconds / 60)))"
    }
}
