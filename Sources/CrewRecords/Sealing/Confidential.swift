internal import Crypto

/// A value that shows itself nowhere but where it is asked for by name: not in a description, a dump, a mirror, an
/// interpolated string, and, being no `Encodable`, in no encoding. So it may be part of what is logged or compared.
package struct Confidential<Value: Sendable>: Sendable {
    private let value: Value

    package init(_ value: Value) {
        self.value = value
    }

    /// The value itself. Whoever calls this answers for where it goes; look here first when something shows.
    package func reveal() -> Value { value }
}

extension Confidential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "confidential" }
    package var debugDescription: String { "confidential" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Confidential: Equatable where Value: SealedValue {
    /// How long it takes does not depend on where the two differ: the library compares digests in constant time.
    package static func == (left: Self, right: Self) -> Bool {
        SHA256.hash(data: left.value.sealedBytes) == SHA256.hash(data: right.value.sealedBytes)
    }
}

extension Confidential: Hashable where Value: SealedValue {
    package func hash(into hasher: inout Hasher) { hasher.combine(value.sealedBytes) }
}

/// What can be sealed: a value that is bytes and comes back from them.
package protocol SealedValue: Sendable {
    var sealedBytes: [UInt8] { get }
    /// Nil for bytes that are of no such value.
    init?(sealedBytes: [UInt8])
}

extension String: SealedValue {
    package var sealedBytes: [UInt8] { Array(utf8) }

    package init?(sealedBytes: [UInt8]) {
        self.init(validating: sealedBytes, as: UTF8.self)
    }
}

extension [UInt8]: SealedValue {
    package var sealedBytes: [UInt8] { self }

    package init?(sealedBytes: [UInt8]) {
        self = sealedBytes
    }
}
