/// What an Argon2id hash costs whoever computes it (RFC 9106, section 3.1).
package struct Argon2Parameters: Hashable, Sendable {
    /// In KiB.
    package var memory: Int
    package var passes: Int
    package var lanes: Int

    package init(memory: Int, passes: Int, lanes: Int) {
        self.memory = memory
        self.passes = passes
        self.lanes = lanes
    }

    /// 19 MiB, two passes, one lane: the first of the equal settings in OWASP's Password Storage Cheat Sheet, the one that
    /// fits more hashes into the memory of a small machine.
    package static let recommended = Argon2Parameters(memory: 19_456, passes: 2, lanes: 1)

    /// Whatever a stored hash may ask for, so that a damaged one cannot take all memory or never end. RFC 9106 wants at
    /// least 8 KiB a lane.
    var isAcceptable: Bool {
        (1...16).contains(lanes) && (8 * lanes...1_048_576).contains(memory) && (1...64).contains(passes)
    }

    /// Whether guessing at a hash made with these costs less than at one made with `others`.
    func isWeaker(than others: Self) -> Bool {
        memory < others.memory || passes < others.passes || lanes < others.lanes
    }
}
