internal import CrewRecords

/// Where people, programs and jobs are let in: the only part of the store that takes no caller, since it makes one.
package struct Entrance: Sendable {
    let store: Store

    init(_ store: Store) {
        self.store = store
    }
}
