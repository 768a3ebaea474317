/// Random numbers drawn in advance, since a transaction, which may wait for its turn, cannot go back to their source.
struct DrawnNumbers: RandomNumberGenerator, Sendable {
    private var numbers: [UInt64]

    /// As many as sealing so many fields takes: 12 bytes of nonce each.
    init(forSealing fields: Int, using random: inout some RandomNumberGenerator) {
        numbers = (0..<(2 * fields)).map { _ in random.next() }
    }

    mutating func next() -> UInt64 {
        guard let number = numbers.popLast() else { preconditionFailure("More random numbers were used than drawn.") }
        return number
    }
}
