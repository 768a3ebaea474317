internal import Hummingbird

/// Under which name a request reached the server.
struct Authority: Sendable {
    /// In lower case, without the port.
    let host: String

    init(_ request: Request) {
        let lower = (request.head.authority ?? "").lowercased()
        if lower.hasPrefix("["), let end = lower.firstIndex(of: "]") {
            host = String(lower[...end])
        } else {
            host = String(lower.prefix { $0 != ":" })
        }
    }

    /// Whether it is an address and no name.
    var isAddress: Bool {
        host.hasPrefix("[") || (host.contains(".") && host.allSatisfy { $0 == "." || ("0"..."9").contains($0) })
    }

    /// Whether it is this machine itself.
    var isLoopback: Bool {
        host == "localhost" || host == "[::1]" || (isAddress && host.hasPrefix("127."))
    }
}
