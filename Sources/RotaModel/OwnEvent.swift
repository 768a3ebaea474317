/// One thing on somebody's calendar, a shift or a day away, and how it has changed since it was told first.
package struct OwnEvent: Hashable, Sendable {
    /// By what it is known through all its changes: a shift is the one of its unit and the date on which it begins.
    package struct Key: Hashable, Comparable, Sendable {
        package let unit: UnitID
        package let date: CalendarDate
        /// The day is one on which the person is away, and not on.
        package let isAway: Bool

        package static func < (left: Self, right: Self) -> Bool {
            (left.date, left.unit, left.isAway ? 1 : 0) < (right.date, right.unit, right.isAway ? 1 : 0)
        }
    }

    /// What is told of it: where two versions agree on this, nothing has changed.
    package struct Content: Hashable, Sendable {
        package struct Shift: Hashable, Sendable {
            package let letter: ShiftTypeID
            package let name: String
            package let start: Instant
            package let end: Instant
        }

        package let unitName: String
        package let zone: Zone
        /// Nil: a whole day away.
        package let shift: Shift?
    }

    package let key: Key
    /// What was told last, also of one that was taken back.
    package fileprivate(set) var content: Content
    package fileprivate(set) var isCancelled = false
    /// How often it has changed since it was told first.
    package fileprivate(set) var sequence = 0
    /// When the version was published that changed it last.
    package fileprivate(set) var changedAt: Instant

    fileprivate init(key: Key, content: Content, at moment: Instant) {
        self.key = key
        self.content = content
        changedAt = moment
    }
}

/// Everything that somebody was ever told, version by version.
struct OwnEvents: Hashable, Sendable {
    private var all: [OwnEvent.Key: OwnEvent] = [:]

    /// In the order of their dates.
    var sorted: [OwnEvent] { all.values.sorted { $0.key < $1.key } }

    /// Takes in what a version says of one thing.
    ///
    /// - Parameters:
    ///   - content: nil: it says that there is no such thing.
    ///   - moment: when it was published.
    mutating func tell(_ key: OwnEvent.Key, _ content: OwnEvent.Content?, at moment: Instant) {
        guard var event = all[key] else {
            if let content { all[key] = OwnEvent(key: key, content: content, at: moment) }
            return
        }
        guard event.isCancelled != (content == nil) || content.map({ $0 != event.content }) ?? false else { return }
        event.content = content ?? event.content
        event.isCancelled = content == nil
        event.sequence += 1
        event.changedAt = moment
        all[key] = event
    }
}
