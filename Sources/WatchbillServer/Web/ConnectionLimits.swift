internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// What connections may take, so that many that send nothing, or little by little, do not keep everybody else out.
package struct ConnectionLimits: Sendable {
    /// How long one may stay without a request, or with one whose head is not there. Longer than proxies keep connections
    /// to use them again, so that it is they who close them.
    package var silence: Duration
    /// How long a request's body may take: 64 MiB at two megabits a second.
    package var body: Duration
    /// How many there may be at a time; others wait until one is closed.
    package var count: Int

    package init(silence: Duration = .seconds(90), body: Duration = .seconds(300), count: Int = 10_000) {
        self.silence = silence
        self.body = body
        self.count = count
    }

    /// Browsers send some twenty fields of a few kilobytes together.
    static let longestField = 16 << 10
    static let longestHead = 32 << 10
    static let mostFields = 100

    /// Hummingbird's server within these limits. Requests that are sent without waiting for answers are answered one after
    /// the other, and read no faster than that.
    var server: HTTPServerBuilder {
        .http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [RequestDeadline(TimeAmount(body))], idleTimeout: TimeAmount(silence),
                httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                    maxHeaderFieldSize: Self.longestField, maxHeaderListSize: Self.longestHead,
                    maxHeaderFieldCount: Self.mostFields)))
    }

    /// As many as the system has files for, some of which the store needs.
    func connections(logger: Logger) -> MaximumAvailableConnections {
        .maximum(min(count, max(1, OpenFiles.raiseLimit() - 100)), logger: logger)
    }
}
