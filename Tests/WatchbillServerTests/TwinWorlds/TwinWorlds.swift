import CrewRecords
import HTTPTypes
import RotaModel
import Testing
import WatchbillTestKit

/// Two worlds with the same history but for what is sealed.
struct TwinWorlds: Sendable {
    let a: World
    let b: World
    let history: History

    /// Makes both worlds, has the history happen in them, and then lets `body` compare.
    ///
    /// - Returns: what `body` does, and where the worlds could be told apart while the history happened.
    static func run<Value: Sendable>(
        _ history: History, on kind: StoreKind,
        _ body: @escaping @Sendable (TwinWorlds, Findings) async throws -> Value
    ) async throws -> Value {
        try await World.run(.a, on: kind) { a in
            try await World.run(.b, on: kind) { b in
                let worlds = TwinWorlds(a: a, b: b, history: history)
                let findings = try await worlds.live()
                return try await body(worlds, findings)
            }
        }
    }

    subscript(side: Side) -> World { side == .a ? a : b }

    /// The same in both worlds, at the same time.
    func both<Value: Sendable>(
        _ body: @escaping @Sendable (World) async throws -> Value
    ) async throws -> (a: Value, b: Value) {
        async let first = body(a)
        async let second = body(b)
        return (try await first, try await second)
    }

    /// Whether an asker has no right to anything that is not the same in both worlds, and has told none of it.
    func isWithoutRight(_ asker: Asker) async throws -> Bool {
        let caller = try await a.caller(asker)
        return !history.facts.contains { $0.isOpen(to: asker, caller) }
    }

    // MARK: History

    /// Has the history happen.
    private func live() async throws -> Findings {
        var findings = Findings()
        var logs: [Deed.Kind: [String]] = [:]
        _ = try await both { world in
            try await world.keepBuilds()
            try await world.makeCalendars()
        }
        for deed in history.deeds {
            let (first, second) = try await both { try await $0.live(deed) }
            let asker = Asker(deed.by)
            let isWithoutRight = try await isWithoutRight(asker)
            if let mine = first.page, let other = second.page, isWithoutRight {
                findings.compare(mine, other, at: "GET page of \(deed.kind.rawValue)", "\(deed)")
            }
            if let mine = first.act, let other = second.act, isWithoutRight {
                findings.compare(mine, other, at: "POST of \(deed.kind.rawValue)", "\(deed)")
            }
            for act in [first.act, second.act].compactMap({ $0 }) {
                let known = logs[deed.kind, default: act.log]
                logs[deed.kind] = known
                if known != act.log {
                    findings.add(
                        Finding(
                            place: "the log of \(deed.kind.rawValue)", part: .log, example: "\(deed)",
                            a: known.joined(separator: "\n"), b: act.log.joined(separator: "\n")))
                }
            }
        }
        return findings
    }
}

extension World {
    /// Does what a deed tells: looks at its page, in both worlds, and sends its form if it happens in this one.
    func live(_ deed: Deed) async throws -> (page: Answer?, act: Answer?) {
        moveClock(to: deed.at)
        let seed = UInt64(deed.number) << 8
        try await enter(deed.by, seed: seed)
        var looked: Answer?
        if let address = resolved(deed.page) {
            looked = try await send(.get(address), by: Asker(deed.by), seed: seed + 2)
        }
        if deed.kind == .eraseDue { return (looked, try await eraseDue()) }
        if deed.kind == .remindOfExpiry { return (looked, try await remindOfExpiry()) }
        guard let form = deed.form, deed.happens(in: side) else { return (looked, nil) }
        let address = try #require(resolved(form.address), "\(deed) needs what is not there: \(form.address)")
        let answer = try await submit(
            address, form.fields.map { ($0.name, resolved($0.value[side], isAddress: false) ?? $0.value[side]) },
            isUpload: form.isUpload, file: form.file?[side], by: deed.by, seed: seed + 3)
        guard answer.status < 400 else { throw Failed(deed: "\(deed)", address: address, answer: answer) }
        if let links = deed.kind.links {
            let page = try await send(.get(deed.page), by: Asker(deed.by), seed: seed + 5)
            noteMade(by: deed, on: page.text, links)
        }
        return (looked, answer)
    }

    struct Failed: Error, CustomStringConvertible {
        let deed: String
        let address: String
        let answer: Answer

        var description: String {
            "\(deed): \(address) answered \(answer.status): \(answer.text)\n\(answer.log.joined(separator: "\n"))"
        }
    }
}
