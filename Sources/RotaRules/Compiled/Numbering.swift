/// Gives different whole numbers of 0 and above numbers of their own, in the order in which they first come.
struct Numbering {
    /// By number.
    private(set) var keys: [Int] = []
    /// Open addressing: number + 1, 0 where free.
    private var slots: [Int32] = Array(repeating: 0, count: 64)
    private var shift = 64 - 6

    mutating func number(of key: Int) -> Int {
        var slot = place(of: key)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if keys[number] == key { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        keys.append(key)
        slots[slot] = Int32(keys.count)
        if keys.count * 2 > slots.count { grow() }
        return keys.count - 1
    }

    /// Fibonacci hashing: the upper bits of the product are well mixed.
    private func place(of key: Int) -> Int {
        Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: key) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(shift))
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        shift -= 1
        for (number, key) in keys.enumerated() {
            var slot = place(of: key)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number + 1)
        }
    }
}
