import Dispatch
import Foundation
import RotaSolver

/// Ends a solve with the best so far on Ctrl-C or a termination; a second Ctrl-C ends the process at once.
///
/// While it lives the signals do nothing else.
final class Interrupt {
    private let sources: [any DispatchSourceSignal]

    init(raising stop: StopSignal) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
            source.setEventHandler {
                // 128 + the signal's number is what a shell reports of a process that a signal ended.
                if stop.isRaised { exit(128 + number) }
                stop.raise()
            }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }
}
