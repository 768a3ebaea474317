extension RandomNumberGenerator {
    /// So many bytes, as unforeseeable as the generator is: `SystemRandomNumberGenerator` for secrets.
    package mutating func randomBytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 7)
        while bytes.count < count {
            withUnsafeBytes(of: next()) { bytes.append(contentsOf: $0) }
        }
        return Array(bytes.prefix(count))
    }
}
