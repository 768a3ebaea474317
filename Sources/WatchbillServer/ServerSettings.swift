internal import Foundation
package import RotaModel
package import WatchbillStore

/// How a server is run.
package struct ServerSettings: Sendable {
    /// The address to listen on. Loopback unless told otherwise: nobody signs in yet.
    package var host: String
    /// 0: any free port; the one taken is announced.
    package var port: Int
    package var database: StoreLocation
    /// Host names, besides `localhost` and addresses, under which browsers reach the page, e.g. through a proxy.
    package var names: [String]
    /// How many cores builds share.
    package var cores: Int

    package init(
        host: String = "127.0.0.1", port: Int = 8080, database: StoreLocation = .sqlite(path: "watchbill.sqlite"),
        names: [String] = [],
        cores: Int = ProcessInfo.processInfo.activeProcessorCount
    ) {
        self.host = host
        self.port = port
        self.database = database
        self.names = names
        self.cores = max(1, cores)
    }
}

/// What the server takes from the world around it; tests hand in their own.
package struct Surroundings: Sendable {
    package var now: @Sendable () -> Instant
    /// The seed of a build that names none.
    package var seed: @Sendable () -> UInt64

    package init(now: @escaping @Sendable () -> Instant, seed: @escaping @Sendable () -> UInt64) {
        self.now = now
        self.seed = seed
    }

    /// The machine's clock and its random numbers.
    package static let machine = Surroundings(
        now: { Instant(seconds: Int(Date().timeIntervalSince1970)) },
        seed: { UInt64.random(in: 1...999_999) })
}
