internal import RotaModel
internal import Synchronization

/// Who is in which unit on one day, so that not every search works it out. Belongs to one version of the directory.
final class PlaceMemory: Sendable {
    private struct Day: Sendable {
        let dates: [Zone: CalendarDate]
        let people: [UnitID: [PersonID]]
    }

    private let known = Mutex<Day?>(nil)

    /// - Parameter dates: on the wall in each zone; on the same dates the people are the same.
    func people(
        on dates: [Zone: CalendarDate], orElse work: () -> [UnitID: [PersonID]]
    ) -> [UnitID: [PersonID]] {
        if let day = known.withLock({ $0 }), day.dates == dates { return day.people }
        let day = Day(dates: dates, people: work())
        known.withLock { $0 = day }
        return day.people
    }
}
