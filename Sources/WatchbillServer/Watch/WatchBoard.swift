internal import CrewRecords
internal import RotaModel
internal import WatchbillStore

/// Who of a unit is on watch at a moment, by what was told, beside who should be, by the rota.
struct WatchBoard: Sendable {
    enum State: String, CaseIterable, Sendable {
        case on, pause, off
    }

    struct Entry: Sendable {
        let person: PersonID
        let name: String
        let units: [UnitID]
        let state: State
        /// On watch or on a break since then.
        let since: Instant?
        /// Where they went on watch; nil: it was written down.
        let station: String?
        /// Their shift that lasts, or else the next that begins within two hours.
        let shift: PlannedShift?
        /// Whether their shift lasts and they are not there.
        let isMissing: Bool
    }

    /// By name: everybody who is on watch, and everybody who has a shift now or soon.
    let entries: [Entry]

    var present: [Entry] { entries.filter { $0.state != .off } }
    var missing: [Entry] { entries.filter(\.isMissing) }
}

extension Installation {
    /// How soon a shift begins that is told of.
    private static let soon = Duration.hours(2)

    /// - Throws: `Refusal` for whoever may not see who is on watch there.
    func watch(in unit: UnitID, for caller: Caller, at now: Instant) async throws -> WatchBoard {
        let record = try await store.watch(in: unit, for: caller, at: now)
        let tree = try await store.unitTree(for: caller)
        var planned: [PersonID: [PlannedShift]] = [:]
        for place in [unit] + tree.units(below: unit) {
            let today = tree[place]?.zone.date(at: now) ?? Zone.utc.date(at: now)
            let near = today.advanced(by: -1)...today.advanced(by: 1)
            for shift in try await plannedShifts(in: place, over: near, for: caller)
            where shift.plan.end > now && shift.plan.start <= now.adding(Self.soon) {
                planned[shift.person, default: []].append(shift)
            }
        }
        return WatchBoard(
            entries: record.people.compactMap { member in
                let stint = member.attendance.current(at: now)
                let shift = planned[member.person]?.min { $0.plan.start < $1.plan.start }
                guard stint != nil || shift != nil else { return nil }
                let isMissing = stint == nil && (shift.map { $0.plan.start <= now } ?? false)
                return WatchBoard.Entry(
                    person: member.person, name: member.name, units: member.units,
                    state: stint == nil ? .off : stint?.pausedSince == nil ? .on : .pause,
                    since: stint.map { $0.pausedSince ?? $0.start },
                    station: stint?.on.station.flatMap { record.stations[$0] }, shift: shift, isMissing: isMissing)
            })
    }
}
