import RotaModel
import WatchbillStore

/// What an address names a rota by: `build:3` what a build or its draft has come to, `version:2` a published version of a
/// unit.
enum RotaName: Hashable, Sendable, CustomStringConvertible {
    case build(BuildID)
    case version(Int)

    /// Nil if it is no such name.
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int64(parts[1]), number > 0 else { return nil }
        switch parts[0] {
        case "build": self = .build(BuildID(number))
        case "version": self = .version(Int(number))
        default: return nil
        }
    }

    var description: String {
        switch self {
        case .build(let build): "build:\(build)"
        case .version(let number): "version:\(number)"
        }
    }
}
