internal import CrewRecords
internal import RotaModel
internal import Synchronization

/// The words of people's names, in the directory's order. Belongs to one version of the directory.
final class NameMemory: Sendable {
    private let known = Mutex<[[String]]?>(nil)

    func words(of people: [PersonEntry]) -> [[String]] {
        if let words = known.withLock({ $0 }) { return words }
        let words = people.map { SearchWords.words(of: $0.name) }
        known.withLock { $0 = words }
        return words
    }
}
