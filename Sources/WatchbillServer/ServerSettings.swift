internal import Foundation
package import RotaModel
package import WatchbillStore

/// How a server is run.
package struct ServerSettings: Sendable {
    /// The address to listen on. Loopback unless told otherwise: over plain HTTP nobody signs in from elsewhere.
    package var host: String
    /// 0: any free port; the one taken is announced.
    package var port: Int
    package var database: StoreLocation
    /// Host names, besides `localhost` and addresses, under which browsers reach the page, e.g. through a proxy.
    package var names: [String]
    /// Whether browsers reach it by HTTPS alone, through a proxy before it.
    package var isBehindTLS: Bool
    /// How many cores builds share.
    package var cores: Int

    package init(
        host: String = "127.0.0.1", port: Int = 8080, database: StoreLocation = .sqlite(path: "watchbill.sqlite"),
        names: [String] = [], isBehindTLS: Bool = false,
        cores: Int = ProcessInfo.processInfo.activeProcessorCount
    ) {
        self.host = host
        self.port = port
        self.database = database
        self.names = names
        self.isBehindTLS = isBehindTLS
        self.cores = max(1, cores)
    }
}

/// What the server takes from the world around it; tests hand in their own.
package struct Surroundings: Sendable {
    package var now: @Sendable () -> Instant
    /// 64 bits that nobody can foresee: what sessions and links are made of.
    package var draw: @Sendable () -> UInt64
    /// The seed of a build that names none.
    package var seed: @Sendable () -> UInt64

    package init(
        now: @escaping @Sendable () -> Instant, seed: @escaping @Sendable () -> UInt64,
        draw: @escaping @Sendable () -> UInt64
    ) {
        self.now = now
        self.seed = seed
        self.draw = draw
    }

    /// The same as a generator.
    struct Random: RandomNumberGenerator {
        let draw: @Sendable () -> UInt64

        mutating func next() -> UInt64 { draw() }
    }

    var random: Random { Random(draw: draw) }

    /// The machine's clock and its random numbers.
    package static let machine = Surroundings(
        now: { Instant(seconds: Int(Date().timeIntervalSince1970)) },
        seed: { UInt64.random(in: 1...999_999) },
        draw: { UInt64.random(in: .min ... .max) })
}
