import CrewMessages
import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("Stations that are kept")
struct StationStoreTests {
    let now = Sample.now

    /// A paired station of ward 7, with codes for Mia and Lea.
    private struct Door {
        let store: Store
        let hospital: Hospital
        var station: TestStation
        let keys: SigningKeys
        var clock: Instant

        var caller: Caller {
            get async throws {
                let envelope = "at \(clock)"
                let admitted = try await store.entrance.admit(
                    station.id, envelope: envelope, signature: try station.sign(envelope, .envelope), at: clock)
                return try #require(admitted).caller
            }
        }

        init(_ store: Store, at now: Instant) async throws {
            self.store = store
            hospital = try await Hospital.open(in: store)
            keys = try #require(SigningKeys(secret: Secret([UInt8](repeating: 5, count: 32))))
            clock = now
            var random = SeededGenerator(seed: 11)
            let token = Token<Station>(using: &random)
            let made = try await store.makeStation(
                "Main door", in: Hospital.ward, code: token, for: try await hospital.caller("lea"), at: now,
                using: &random)
            let key = TestStation.Key()
            let paired = try await store.entrance.pair(token, with: try #require(StationKey(key.bytes)), at: now)
            #expect(paired.id == made.id)
            station = TestStation(made.id, key: key, server: keys.codesPublicKey)
            let hash = try #require(try? PasswordHash(stored: Hospital.hash))
            for person in ["mia", "lea"] as [PersonID] {
                try await store.setEntryCode(hash, for: try await hospital.caller(person), at: now)
            }
        }

        /// Presses at its clock, tells it, and has its code found right or wrong.
        mutating func press(
            _ kind: AttendanceEvent.Kind, _ person: PersonID, isRight: Bool = true, after seconds: Int = 0, number: Int
        ) async throws -> StoredPress {
            clock = clock.adding(.seconds(seconds))
            let press = StationPress(
                sequence: number, person: person, kind: kind, pressed: clock.adding(.seconds(-station.skew)),
                skewThen: station.skewThen)
            let begun = try await store.begin(press, skew: station.skew, for: try await caller, at: clock)
            guard begun.press.verdict == .pending else { return begun.press }
            return try await store.settle(
                number, isRight: isRight, in: Hospital.ward, telling: { "Five wrong codes, the last at \($0.at)" },
                for: try await caller, at: clock)
        }
    }

    private func run(_ kind: StoreKind, _ body: (inout Door) async throws -> Void) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open(masters: [try Sample.master()])
        var door = try await Door(store, at: now)
        try await body(&door)
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test(
        "have whoever belonged there until midnight among their people until they go off watch",
        arguments: StoreKind.allCases)
    func midnight(kind: StoreKind) async throws {
        try await run(kind) { door in
            var directory = Hospital.directory()
            let place = try #require(directory.people.firstIndex { $0.id == "mia" })
            // To the day on which it is, in Stockholm 9:00; then she belongs elsewhere.
            let today = Hospital.date("2026-01-05")
            directory.people[place].memberships = [
                Held(Hospital.ward, valid: Validity(until: today)),
                Held("ward-3", valid: Validity(from: today.advanced(by: 1))),
            ]
            try await door.store.importDirectory(
                directory, for: try await door.hospital.caller(Hospital.administrator), at: door.clock)
            let lea = try await door.hospital.caller("lea")
            func isThere() async throws -> Bool {
                let names = try await door.store.stationCrew(for: try await door.caller, at: door.clock).map(\.person)
                let watch = try await door.store.watch(in: Hospital.ward, for: lea, at: door.clock).people.map(\.person)
                #expect(names.contains("mia") == watch.contains("mia"))
                return names.contains("mia")
            }
            #expect(try await door.press(.on, "mia", after: 13 * 3600, number: 1).verdict == .taken)
            #expect(try await isThere())
            door.clock = door.clock.adding(.hours(4))
            #expect(try await isThere(), "at two in the night")
            #expect(try await door.press(.off, "mia", after: 5 * 3600, number: 2).verdict == .taken)
            #expect(try await !isThere())
            // They do not go on there any more, and the day after nothing is taken of them.
            #expect(try await door.press(.on, "mia", after: 60, number: 3).verdict == .unknown)
            #expect(try await door.press(.off, "mia", after: 24 * 3600, number: 4).verdict == .unknown)
        }
    }

    @Test("are paired once, sign what they send, and take nothing once they are revoked", arguments: StoreKind.allCases)
    func pairing(kind: StoreKind) async throws {
        try await run(kind) { door in
            let (store, id) = (door.store, door.station.id)
            let lea = try await door.hospital.caller("lea")
            var random = SeededGenerator(seed: 11)
            let used = Token<Station>(using: &random)
            let key = try #require(StationKey(TestStation.Key().bytes))
            await #expect(throws: AccountError.self) { try await store.entrance.pair(used, with: key, at: now) }
            // A code that has run out, and one of a station that was revoked.
            for (minutes, isRevoked) in [(16, false), (1, true)] {
                let token = Token<Station>(using: &random)
                let other = try await store.makeStation(
                    "Back door", in: Hospital.ward, code: token, for: lea, at: now, using: &random)
                if isRevoked { try await store.revokeStation(other.id, for: lea, at: now) }
                await #expect(throws: AccountError.self) {
                    try await store.entrance.pair(token, with: key, at: now.adding(.minutes(minutes)))
                }
            }
            let signature = try door.station.sign("hello", .envelope)
            #expect(try await store.entrance.admit(id, envelope: "hello", signature: signature, at: now) != nil)
            #expect(try await store.entrance.admit(id, envelope: "hallo", signature: signature, at: now) == nil)
            #expect(try await store.entrance.admit("door", envelope: "hello", signature: signature, at: now) == nil)
            let caller = try await door.caller
            // A station does what it is for, and nothing else.
            await #expect(throws: Refusal.self) {
                _ = try await store.attendance(in: Hospital.ward, over: now...now, for: caller)
            }
            await #expect(throws: Refusal.self) { _ = try await store.stations(in: Hospital.ward, for: caller) }
            await #expect(throws: Refusal.self) { _ = try await store.watch(in: "ward-3", for: caller, at: now) }
            await #expect(throws: Refusal.self) {
                try await store.revokeStation(id, for: try await door.hospital.caller("mia"), at: now)
            }
            try await store.revokeStation(id, for: lea, at: now)
            #expect(try await store.entrance.admit(id, envelope: "hello", signature: signature, at: now) == nil)
            // Also with what was admitted just before.
            let press = StationPress(sequence: 1, person: "mia", kind: .on, pressed: now, skewThen: nil)
            await #expect(throws: Refusal.self) { _ = try await store.begin(press, skew: 0, for: caller, at: now) }
        }
    }

    @Test("take a press once, however often it is told, and know what it comes to", arguments: StoreKind.allCases)
    func presses(kind: StoreKind) async throws {
        try await run(kind) { door in
            let first = try await door.press(.on, "mia", number: 1)
            #expect(first.verdict == .taken && first.at == now)
            #expect(try await door.press(.on, "mia", number: 1) == first)
            #expect(try await door.press(.on, "mia", after: 60, number: 2).verdict == .nothing)
            #expect(try await door.press(.pause, "mia", after: 3600, number: 3).verdict == .taken)
            #expect(try await door.press(.off, "mia", after: 1800, number: 4).verdict == .taken)
            #expect(try await door.press(.off, "mia", after: 60, number: 5).verdict == .nothing)
            // Nobody of the ward, nobody at all, and somebody without a code.
            for (number, person) in [(6, "olof"), (7, "nobody"), (8, "pia")] as [(Int, PersonID)] {
                #expect(try await door.press(.on, person, number: number).verdict == .unknown, "\(person)")
            }
            let own = try await door.store.ownAttendance(
                over: now...door.clock, for: try await door.hospital.caller("mia"))
            #expect(
                own.map(\.kind) == [.on, .on, .pause, .off, .off] && own.allSatisfy { $0.station == door.station.id })
            #expect(
                Attendance(own).stints.map(\.minutes) == [Minutes(61)], "without the break that lasted until the end")
            // What was pressed is kept, whatever it came to.
            let lea = try await door.hospital.caller("lea")
            let noted = try await door.store.notablePresses(in: Hospital.ward, over: now...door.clock, for: lea)
            #expect(noted.map(\.verdict) == [.unknown, .unknown, .unknown])
        }
    }

    @Test(
        "allow for a clock that is wrong, keep the order, and take nothing from the future",
        arguments: StoreKind.allCases)
    func skew(kind: StoreKind) async throws {
        try await run(kind) { door in
            // Its clock is 40 minutes behind, and it knew.
            (door.station.skew, door.station.skewThen) = (2400, 2400)
            let first = try await door.press(.on, "mia", number: 1)
            #expect(first.at == now && first.skew == 2400 && first.doubt == 0)
            // Then somebody set it an hour ahead: the times come out, and that it was set shows.
            door.station.skew = -3600
            let second = try await door.press(.off, "mia", after: 600, number: 2)
            #expect(second.at == now.adding(.seconds(600)) && second.doubt == 6000)
            // Pressed before the one that was told first: it keeps its place in the order.
            let late = StationPress(
                sequence: 3, person: "mia", kind: .on, pressed: now.adding(.seconds(-3600)), skewThen: 0)
            let begun = try await door.store.begin(late, skew: 0, for: try await door.caller, at: door.clock)
            #expect(begun.press.at == second.at)
            // From the future, by a clock that runs ahead of what it says when it sends.
            let ahead = StationPress(
                sequence: 4, person: "mia", kind: .on, pressed: now.adding(.seconds(99_999)), skewThen: 0)
            let taken = try await door.store.begin(ahead, skew: 0, for: try await door.caller, at: door.clock)
            #expect(taken.press.at == door.clock)
            let lea = try await door.hospital.caller("lea")
            let noted = try await door.store.notablePresses(in: Hospital.ward, over: now...door.clock, for: lea)
            #expect(noted.map(\.press.sequence).contains(2))
        }
    }

    @Test("show whose press was put at another time than their station told", arguments: StoreKind.allCases)
    func putElsewhere(kind: StoreKind) async throws {
        try await run(kind) { door in
            // Ahead of the server although both skews are the same: its clock was set, and set back before it sent.
            for (number, kind, ahead) in [(1, .on, 59), (2, .off, 60)] as [(Int, AttendanceEvent.Kind, Int)] {
                door.clock = door.clock.adding(.seconds(600))
                let press = StationPress(
                    sequence: number, person: "mia", kind: kind, pressed: door.clock.adding(.seconds(ahead)),
                    skewThen: 0)
                _ = try await door.store.begin(press, skew: 0, for: try await door.caller, at: door.clock)
                let stored = try await door.store.settle(
                    number, isRight: true, in: Hospital.ward, telling: { _ in "" }, for: try await door.caller,
                    at: door.clock)
                #expect(stored.verdict == .taken && stored.at == door.clock, "\(number)")
            }
            // One of which nobody knows yet whether it is taken.
            let open = StationPress(
                sequence: 3, person: "mia", kind: .on, pressed: door.clock.adding(.seconds(3600)), skewThen: 0)
            _ = try await door.store.begin(open, skew: 0, for: try await door.caller, at: door.clock)
            let lea = try await door.hospital.caller("lea")
            let noted = try await door.store.notablePresses(in: Hospital.ward, over: now...door.clock, for: lea)
            #expect(noted.map(\.press.sequence) == [2])
        }
    }

    @Test("show what was pressed at a unit above to whoever leads those who pressed it", arguments: StoreKind.allCases)
    func above(kind: StoreKind) async throws {
        try await run(kind) { door in
            var random = SeededGenerator(seed: 12)
            let token = Token<Station>(using: &random)
            let made = try await door.store.makeStation(
                "Entrance", in: "surgery", code: token, for: try await door.hospital.caller("sven"), at: now,
                using: &random)
            let key = TestStation.Key()
            _ = try await door.store.entrance.pair(token, with: try #require(StationKey(key.bytes)), at: now)
            door.station = TestStation(made.id, key: key, server: door.keys.codesPublicKey)
            #expect(try await door.press(.on, "mia", isRight: false, after: 60, number: 1).verdict == .wrongCode)
            #expect(try await door.press(.on, "sven", number: 2).verdict == .unknown)
            for (person, unit, numbers) in [("lea", Hospital.ward, [1]), ("vera", "surgery", [1, 2])]
                as [(PersonID, UnitID, [Int])]
            {
                let noted = try await door.store.notablePresses(
                    in: unit, over: now...door.clock, for: try await door.hospital.caller(person))
                #expect(noted.map(\.press.sequence) == numbers, "\(unit)")
            }
        }
    }

    @Test("slow wrong codes, tell their owner, and let the owner in after two minutes", arguments: StoreKind.allCases)
    func guessing(kind: StoreKind) async throws {
        try await run(kind) { door in
            for number in 1...5 {
                let press = try await door.press(.on, "mia", isRight: false, after: 1, number: number)
                #expect(press.verdict == .wrongCode)
            }
            // Not even the right one is looked at now; but Lea is let in, and Mia two minutes later.
            #expect(try await door.press(.on, "mia", after: 1, number: 6).verdict == .slowed)
            #expect(try await door.press(.on, "lea", after: 1, number: 7).verdict == .taken)
            #expect(try await door.press(.on, "mia", after: 120, number: 8).verdict == .taken)
            let box = try await door.store.inbox(
                after: nil, limit: 10, for: try await door.hospital.caller("mia"))
            #expect(box.filter { $0.stored.message.text.hasPrefix("Five wrong codes") }.count == 1)
        }
    }

    @Test("forget nobody who has forgotten to go off watch", arguments: StoreKind.allCases)
    func forgotten(kind: StoreKind) async throws {
        try await run(kind) { door in
            #expect(try await door.press(.on, "mia", number: 1).verdict == .taken)
            #expect(try await door.press(.on, "mia", after: 15 * 3600, number: 2).verdict == .nothing)
            #expect(try await door.press(.on, "mia", after: 2 * 3600, number: 3).verdict == .taken)
            #expect(try await door.press(.off, "mia", after: 8 * 3600, number: 4).verdict == .taken)
            let own = try await door.store.ownAttendance(
                over: now...door.clock, for: try await door.hospital.caller("mia"))
            let stints = Attendance(own).stints
            #expect(stints.map(\.minutes) == [nil, Minutes(480)] && stints.map(\.isForgotten) == [true, false])
        }
    }

    @Test("say who is on watch, and on a break, and where", arguments: StoreKind.allCases)
    func board(kind: StoreKind) async throws {
        try await run(kind) { door in
            _ = try await door.press(.on, "mia", number: 1)
            _ = try await door.press(.on, "lea", number: 2)
            _ = try await door.press(.pause, "lea", after: 60, number: 3)
            let mia = try await door.hospital.caller("mia")
            let record = try await door.store.watch(in: Hospital.ward, for: mia, at: door.clock)
            #expect(record.stations == [door.station.id: "Main door"])
            let on = record.people.filter { $0.attendance.current != nil }
            #expect(on.map(\.person).sorted() == ["lea", "mia"])
            let lea = try #require(on.first { $0.person == "lea" }?.attendance.current)
            #expect(lea.pausedSince == door.clock && lea.on.station == door.station.id)
            // From the moment on that somebody goes off they are not there.
            _ = try await door.press(.off, "mia", after: 60, number: 4)
            let later = try await door.store.watch(in: Hospital.ward, for: mia, at: door.clock)
            #expect(later.people.filter { $0.attendance.current != nil }.map(\.person) == ["lea"])
        }
    }

    @Test("raise an alarm once, and settle it when somebody comes after all", arguments: StoreKind.allCases)
    func alarms(kind: StoreKind) async throws {
        try await run(kind) { door in
            let (store, lea) = (door.store, try await door.hospital.caller("lea"))
            let job = try await store.entrance.admit(.watch, at: now)
            try await store.setGrace(Minutes(10), in: Hospital.ward, for: lea, at: now)
            #expect(try await store.graces(for: job) == [Hospital.ward: Minutes(10)])
            let missing = NewAlarm(
                unit: Hospital.ward, person: "mia", date: Hospital.date("2026-01-05"), shift: "E",
                start: now.adding(.minutes(-10)), end: now.adding(.hours(8)), toldTo: ["lea"], text: "Mia is missing")
            let raised = try await store.raise([missing], for: job, at: now)
            #expect(raised.count == 1)
            #expect(try await store.raise([missing], for: job, at: now).isEmpty, "twice")
            let id = try #require(raised.first)
            #expect(try await store.alarms(in: Hospital.ward, since: now, for: lea).map(\.alarm.state) == [.open])
            await #expect(throws: Refusal.self) {
                _ = try await store.alarm(id, for: try await door.hospital.caller("mia"))
            }
            await #expect(throws: Refusal.self) { _ = try await store.raise([missing], for: lea, at: now) }
            _ = try await door.press(.on, "mia", after: 300, number: 1)
            let settled = try await store.alarm(id, for: lea).alarm
            #expect(settled.state == .present && settled.settled == door.clock)
            let told = try await store.inbox(after: nil, limit: 10, for: lea).map(\.stored.message.text)
            #expect(told.filter { $0 == "Mia is missing" }.count == 1)
            #expect(told.contains { $0.contains("is on watch since") }, "\(told)")
            // It stays as it was settled.
            try await store.endAlarms(for: job, at: now.adding(.days(2)))
            #expect(try await store.alarm(id, for: lea).alarm.state == .present)
        }
    }

    @Test("end an absence early once that is agreed, and tell no reason", arguments: StoreKind.allCases)
    func back(kind: StoreKind) async throws {
        try await run(kind) { door in
            let (store, lea) = (door.store, try await door.hospital.caller("lea"))
            let mia = try await door.hospital.caller("mia")
            var random = SeededGenerator(seed: 3)
            let (first, last) = (Hospital.date("2026-01-12"), Hospital.date("2026-01-18"))
            let ground = Confidential(try AbsenceGround(.illness, reason: "Something private"))
            let id = try await store.noteAbsence(
                of: "mia", try Away(first: first, last: last), because: ground, for: lea, at: now, using: &random)
            func away() async throws -> [CalendarDate] {
                try await store.absences(of: "mia", for: lea, at: now).away.map(\.last)
            }
            for wrong in [first, last.advanced(by: 1)] {
                await #expect(throws: RecordError.self) {
                    try await store.sayBack(on: wrong, from: id, telling: "Mia is back", for: mia, at: now)
                }
            }
            let date = Hospital.date("2026-01-15")
            try await store.sayBack(on: date, from: id, telling: "Mia is back", for: mia, at: now)
            #expect(try await away() == [last], "nothing is agreed yet")
            // That somebody is away is told outside of the building no more than why.
            let told = try #require(try await store.inbox(limit: 1, for: lea).first)
            #expect(told.text == "Mia is back" && told.stored.message.isConfidential)
            #expect(try await store.returns(of: "mia", for: lea, at: now).map(\.asked) == [date])
            await #expect(throws: Refusal.self) {
                try await store.agreeBack(on: date, from: id, of: "mia", telling: [], for: mia, at: now)
            }
            try await store.agreeBack(
                on: date, from: id, of: "mia", telling: [Notice(to: "mia", "Agreed")], for: lea, at: now)
            #expect(try await away() == [date.advanced(by: -1)])
            #expect(
                try await store.unitAbsences(in: Hospital.ward, from: first, through: last, for: lea).map(\.last)
                    == [date.advanced(by: -1)])
            #expect(try await store.returns(of: "mia", for: lea, at: now).map(\.asked) == [nil])
        }
    }
}
