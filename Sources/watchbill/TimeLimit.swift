import ArgumentParser

/// How long to solve: `60s`, `500ms`, `5m`, `1h`, `90` (seconds), or `none`.
struct TimeLimit: ExpressibleByArgument {
    /// Nil: until stopped, or proven to be the best.
    let duration: Duration?

    init(seconds: Int) {
        duration = .seconds(seconds)
    }

    init?(argument: String) {
        if argument == "none" {
            duration = nil
            return
        }
        let number = argument.prefix { $0.isNumber || $0 == "." }
        guard let value = Double(number), value > 0, value <= 1_000_000 else { return nil }
        switch argument.dropFirst(number.count) {
        case "ms": duration = .milliseconds(value)
        case "", "s": duration = .seconds(value)
        case "m", "min": duration = .seconds(value * 60)
        case "h": duration = .seconds(value * 3600)
        default: return nil
        }
    }

    var defaultValueDescription: String { duration.map { "\($0.components.seconds)s" } ?? "none" }
}
