import ArgumentParser
import Foundation
import RotaModel
import WatchbillServer

/// Copies of rotas for the day the server is down, if there are to be any.
struct PaperOption: ParsableArguments {
    @Option(
        name: .customLong("paper-folder"),
        help:
            "A folder to copy all that is in force into, as files to print, each night and whenever there is something new."
    )
    var folder: String?

    @Option(name: .customLong("paper-at"), help: "When each night, by the organisation's clock. (default: 02:00)")
    var time: String?

    /// Nil if there are to be none.
    var settings: PaperSettings? {
        get throws {
            let environment = ProcessInfo.processInfo.environment
            func value(_ option: String?, _ variable: String) -> String? {
                (option ?? environment[variable]).flatMap { $0.isEmpty ? nil : $0 }
            }
            let time = value(time, "WATCHBILL_PAPER_AT")
            guard let folder = value(folder, "WATCHBILL_PAPER_FOLDER") else {
                guard time == nil else {
                    throw ValidationError("There is a time for copies on paper, and no folder: add --paper-folder.")
                }
                return nil
            }
            guard let time else { return PaperSettings(folder: folder) }
            guard let at = LocalTime(time) else {
                throw ValidationError("--paper-at is \(time); expected is a time such as 02:00.")
            }
            return PaperSettings(folder: folder, at: at)
        }
    }
}
