internal import Crypto
internal import Foundation
internal import RotaModel

/// Which data key of an organisation, counted from 1. New fields are sealed under the last.
package struct DataKeyNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let value: UInt32

    package init(_ value: UInt32) {
        self.value = value
    }

    package var description: String { String(value) }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// A data key as the store keeps it: encrypted with the master key, and bound to its organisation and number.
package struct WrappedDataKey: Hashable, Sendable {
    package let number: DataKeyNumber
    /// The master key that unwraps it.
    package let master: MasterKeyID
    /// Nonce (12 bytes), encrypted key (32) and tag (16).
    package let box: [UInt8]

    /// A wrapped key as the store holds it.
    package init(number: DataKeyNumber, master: MasterKeyID, box: [UInt8]) {
        self.number = number
        self.master = master
        self.box = box
    }

    /// Makes a data key: the first, or the next one to seal under.
    package static func make(
        _ number: DataKeyNumber, of organisation: OrganisationID, under master: MasterKey,
        using generator: inout some RandomNumberGenerator
    ) -> WrappedDataKey {
        let key = SymmetricKey(data: generator.randomBytes(32))
        return wrap(key, number, of: organisation, under: master, using: &generator)
    }

    /// The same data key, wrapped with another master key: what is sealed under it stays as it is.
    package func rewrapped(
        of organisation: OrganisationID, from old: MasterKey, to new: MasterKey,
        using generator: inout some RandomNumberGenerator
    ) throws(SealingError) -> WrappedDataKey {
        try Self.wrap(
            unwrapped(of: organisation, under: [old]), number, of: organisation, under: new, using: &generator)
    }

    func unwrapped(of organisation: OrganisationID, under masters: [MasterKey]) throws(SealingError) -> SymmetricKey {
        guard let key = masters.first(where: { $0.id == master }) else {
            let given = masters.isEmpty ? "none" : masters.map(\.id.rawValue).joined(separator: ", ")
            throw SealingError(
                .wrongMasterKey,
                "Data key \(number) is wrapped with master key \(master); what is given is \(given). "
                    + "Maybe the master key was exchanged; start with the former one, and rotate it.")
        }
        let context = Self.context(number, of: organisation, under: master)
        guard box.count == 60, let sealed = try? AES.GCM.SealedBox(combined: box),
            let bytes = try? AES.GCM.open(sealed, using: key.wrapping, authenticating: context)
        else {
            throw SealingError(
                .damagedDataKey,
                "Data key \(number) cannot be unwrapped: it was changed, or is another organisation's. "
                    + "Maybe restore the table of keys from a back-up.")
        }
        return SymmetricKey(data: bytes)
    }

    private static func wrap(
        _ key: SymmetricKey, _ number: DataKeyNumber, of organisation: OrganisationID, under master: MasterKey,
        using generator: inout some RandomNumberGenerator
    ) -> WrappedDataKey {
        let box = SealedEnvelope.encrypt(
            key.withUnsafeBytes { Array($0) }, using: master.wrapping,
            context: context(number, of: organisation, under: master.id), generator: &generator)
        return WrappedDataKey(number: number, master: master.id, box: box)
    }

    private static func context(
        _ number: DataKeyNumber, of organisation: OrganisationID, under master: MasterKeyID
    ) -> [UInt8] {
        var context = CanonicalBytes()
        context.add("watchbill data key 1")
        context.add(organisation.rawValue)
        context.add(Int(number.value))
        context.add(master.rawValue)
        return context.bytes
    }
}
