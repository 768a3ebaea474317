internal import CCurl
internal import Foundation

/// What has to be done once before libcurl is used.
enum CurlLibrary {
    /// Whether it could be done.
    static let isReady: Bool = {
        // What breaks off is told by an error: TLS libraries write without asking for that.
        signal(SIGPIPE, SIG_IGN)
        return curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    }()

    /// In milliseconds, for options.
    static func milliseconds(_ duration: Duration) -> Int {
        let (seconds, attoseconds) = duration.components
        return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}
