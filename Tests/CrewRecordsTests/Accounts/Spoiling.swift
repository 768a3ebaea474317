import Foundation
import RotaModel
import WatchbillTestKit

/// Texts spoilt at random for the readers to fuzz: the same for the same seed.
struct Spoiling {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// Calls `body` with seeds from 0 on: so many, or for as many seconds as WATCHBILL_FUZZ_SECONDS says.
    static func sweep(_ count: UInt64 = 3000, _ body: (UInt64) throws -> Void) rethrows {
        let seconds = ProcessInfo.processInfo.environment["WATCHBILL_FUZZ_SECONDS"].flatMap { Int($0) }
        let end = seconds.map { ContinuousClock.now + .seconds($0) }
        var seed: UInt64 = 0
        while end.map({ ContinuousClock.now < $0 }) ?? (seed < count) {
            try body(seed)
            seed += 1
        }
    }

    /// One to four spoilings: bytes flipped, put in, taken out, repeated, cut off; or one of the pieces put in.
    mutating func text(_ text: String, pieces: [String]) -> String {
        var bytes = Array(text.utf8)
        for _ in 0...generator.below(4) {
            let place = generator.below(bytes.count + 1)
            let length = min(bytes.count - place, generator.below(12))
            switch generator.below(7) {
            case 0 where place < bytes.count: bytes[place] ^= UInt8(1 << generator.below(7))
            case 1 where place < bytes.count: bytes[place] = UInt8(generator.below(256))
            case 2: bytes.insert(UInt8(generator.below(128)), at: place)
            case 3: bytes.insert(contentsOf: generator.pick(pieces).utf8, at: place)
            case 4: bytes.removeSubrange(place..<(place + length))
            case 5: bytes.insert(contentsOf: bytes[place..<(place + length)], at: generator.below(bytes.count + 1))
            case 6 where generator.chance(percent: 25): bytes.removeSubrange(place...)
            default: break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
