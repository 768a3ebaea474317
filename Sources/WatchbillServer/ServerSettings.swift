package import CrewRecords
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
    /// The master key, then former ones while it is rotated; none: nothing can be sealed.
    package var masters: [MasterKey]
    /// Host names, besides `localhost` and addresses, under which browsers reach the page, e.g. through a proxy.
    package var names: [String]
    /// Whether browsers reach it by HTTPS alone, through a proxy before it.
    package var isBehindTLS: Bool
    /// Those that are believed when they tell whom they ask for.
    package var trustedProxies: TrustedProxies
    /// By whom people may sign in besides; nil: by nobody.
    package var provider: ProviderSettings?
    /// Where rotas are copied for paper; nil: nowhere.
    package var paper: PaperSettings?
    /// How messages leave the building.
    package var channels = ChannelSettings()
    /// How many cores builds share.
    package var cores: Int
    package var limits = ConnectionLimits()

    package init(
        host: String = "127.0.0.1", port: Int = 8080, database: StoreLocation = .sqlite(path: "watchbill.sqlite"),
        masters: [MasterKey] = [], names: [String] = [], isBehindTLS: Bool = false,
        trustedProxies: TrustedProxies = TrustedProxies(), provider: ProviderSettings? = nil,
        cores: Int = ProcessInfo.processInfo.activeProcessorCount
    ) {
        self.host = host
        self.port = port
        self.database = database
        self.masters = masters
        self.names = names
        self.isBehindTLS = isBehindTLS
        self.trustedProxies = trustedProxies
        self.provider = provider
        self.cores = max(1, cores)
    }
}

/// What the server takes from the world around it; tests hand in their own.
package struct Surroundings: Sendable {
    package var now: @Sendable () -> Instant
    /// 64 bits that nobody can foresee and that do not repeat: what sessions, links and the nonces of seals are made of.
    package var draw: @Sendable () -> UInt64
    /// The seed of a build that names none.
    package var seed: @Sendable () -> UInt64
    /// How a sign-in provider is asked.
    package var fetch: ProviderFetch

    /// - Parameter fetch: nil for the network.
    package init(
        now: @escaping @Sendable () -> Instant, seed: @escaping @Sendable () -> UInt64,
        draw: @escaping @Sendable () -> UInt64, fetch: ProviderFetch? = nil
    ) {
        self.now = now
        self.seed = seed
        self.draw = draw
        self.fetch = fetch ?? WebFetch().fetch
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
