import Logging
import Synchronization

/// Everything that a world's loggers are told, at every level.
final class LogTape: Sendable {
    private let lines = Mutex<[String]>([])

    /// What came since it was last asked.
    func take() -> [String] {
        lines.withLock { lines in
            defer { lines = [] }
            return lines
        }
    }

    fileprivate func add(_ line: String) { lines.withLock { $0.append(line) } }

    /// - Parameter label: stands before each line.
    func logger(_ label: String) -> Logger { Logger(label: label) { Handler(label: $0, tape: self) } }

    private struct Handler: LogHandler {
        let label: String
        let tape: LogTape
        var metadata: Logger.Metadata = [:]
        var metadataProvider: Logger.MetadataProvider?
        var logLevel = Logger.Level.trace

        init(label: String, tape: LogTape) {
            self.label = label
            self.tape = tape
        }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let provided = metadataProvider?.get() ?? [:]
            let all = metadata.merging(provided) { $1 }.merging(event.metadata ?? [:]) { $1 }
            // The services that run beside the routes start and end when they do; and each request has a random number.
            guard all["hb.request.id"] != nil || label == "installation" else { return }
            let told = all.filter { $0.key != "hb.request.id" }.sorted { $0.key < $1.key }
                .map { " \($0.key)=\($0.value)" }.joined()
            let error = event.error.map { " error: \($0)" } ?? ""
            tape.add("\(label) \(event.level) \(event.message)\(told)\(error)")
        }
    }
}
