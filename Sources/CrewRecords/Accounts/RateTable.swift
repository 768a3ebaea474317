internal import RotaModel

/// One rate limit for each of many keys, in bounded memory.
///
/// A key's state is one instant, by the generic cell rate algorithm (ITU-T I.371, annex A): when all that was charged to
/// it will have been worked off. Then, and not before, it is forgotten: however many other keys come, nothing charged to
/// this one is lost. While the table is full, new keys share one further state, so that whoever fills it slows newcomers.
struct RateTable: Sendable {
    let limit: RateLimit
    let capacity: Int
    private let interval: Int
    /// Seconds since 1970 at which a key's charges are worked off.
    private var emptyAt: [RateKey: Int] = [:]
    private var sharedEmptyAt = Int.min
    private var nextSweep = Int.min

    init(limit: RateLimit, capacity: Int) {
        self.limit = limit
        self.capacity = capacity
        interval = Int(limit.interval.components.seconds)
    }

    var count: Int { emptyAt.count }

    /// Seconds until one more is let through; 0 if it is now.
    mutating func wait(for key: RateKey, at now: Instant) -> Int {
        sweep(at: now)
        return max(0, level(of: key, at: now) + interval - limit.burst * interval)
    }

    mutating func charge(_ key: RateKey, at now: Instant) {
        set(now.seconds + level(of: key, at: now) + interval, for: key)
    }

    /// Takes one charge back.
    mutating func refund(_ key: RateKey, at now: Instant) {
        set(now.seconds + max(0, level(of: key, at: now) - interval), for: key)
        if let time = emptyAt[key], time <= now.seconds { emptyAt[key] = nil }
    }

    /// Seconds until the key's charges are worked off.
    private func level(of key: RateKey, at now: Instant) -> Int {
        let time = emptyAt[key] ?? (isFull ? sharedEmptyAt : Int.min)
        return time <= now.seconds ? 0 : time - now.seconds
    }

    private mutating func set(_ time: Int, for key: RateKey) {
        if isFull && emptyAt[key] == nil { sharedEmptyAt = time } else { emptyAt[key] = time }
    }

    private var isFull: Bool { emptyAt.count >= capacity }

    /// Forgets keys whose charges are worked off: once an interval, so that it costs little however often it is called. After
    /// the clock was set back nobody waits longer than a whole burst takes to be worked off.
    private mutating func sweep(at now: Instant) {
        let isSetBack = nextSweep > now.seconds + interval
        guard isSetBack || now.seconds >= nextSweep else { return }
        nextSweep = now.seconds + interval
        emptyAt = emptyAt.filter { $0.value > now.seconds }
        guard isSetBack else { return }
        let latest = now.seconds + limit.burst * interval
        emptyAt = emptyAt.mapValues { min($0, latest) }
        sharedEmptyAt = min(sharedEmptyAt, latest)
    }
}

/// A key of a rate table: what it stands for cannot be read from it. Hashed under a seed of the process, so that nobody
/// can look for two that collide.
struct RateKey: Hashable, Sendable {
    private let hash: Int

    init<each Part: Hashable>(_ parts: repeat each Part) {
        var hasher = Hasher()
        repeat hasher.combine(each parts)
        hash = hasher.finalize()
    }
}
