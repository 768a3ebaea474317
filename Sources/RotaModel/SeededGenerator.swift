/// xoshiro256** 1.0 (D. Blackman and S. Vigna, 2018), seeded by SplitMix64: the same numbers on every machine.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    @usableFromInline
    internal var state: (UInt64, UInt64, UInt64, UInt64)

    package init(seed: UInt64) {
        var mixer = seed
        func next() -> UInt64 {
            mixer &+= 0x9E37_79B9_7F4A_7C15
            var word = mixer
            word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
            return word ^ (word >> 31)
        }
        state = (next(), next(), next(), next())
    }

    @inlinable
    package mutating func next() -> UInt64 {
        let times5 = state.1 &* 5
        let result = ((times5 << 7) | (times5 >> 57)) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = (state.3 << 45) | (state.3 >> 19)
        return result
    }

    /// 0 ..< bound, for a bound above 0 and at most 2^32, by multiplication (D. Lemire, 2019) without the rejection: the
    /// bias is below 2^-32 x bound.
    @inlinable
    package mutating func below(_ bound: Int) -> Int {
        Int(((next() >> 32) &* UInt64(bound)) >> 32)
    }

    /// 0 ..< 1, in steps of 2^-53.
    @inlinable
    package mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }
}
