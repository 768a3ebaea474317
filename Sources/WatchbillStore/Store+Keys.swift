package import CrewRecords
internal import RotaModel

/// Rotating keys. Sealed fields stay as they are.
extension Store {
    /// Makes a data key, under which fields are sealed from now on. Servers that use the same database take it up with the
    /// next field.
    ///
    /// - Parameter random: must be unforeseeable: `SystemRandomNumberGenerator`.
    /// - Throws: `StoreError`, `noMasterKey`.
    package func makeDataKey(
        for caller: Caller, using random: inout some RandomNumberGenerator
    ) async throws -> DataKeyNumber {
        let newest = try await read { book in
            try book.permit(caller, to: RotateKeys.self, on: WholeOrganisation())
            return try book.ring().newest
        }
        guard let master = keys.masters.first else { throw StoreError.noMasterKey }
        let key = WrappedDataKey.make(
            DataKeyNumber(newest.value + 1), of: organisation.id, under: master, using: &random)
        try await write { book in
            try book.permit(caller, to: RotateKeys.self, on: WholeOrganisation())
            try book.dataKeys.insert(key)
        }
        return key.number
    }

    /// Wraps all data keys with the first master key that the store was opened with.
    ///
    /// - Returns: how many were wrapped with a former one.
    /// - Throws: `StoreError`, `noMasterKey`.
    package func rewrapDataKeys(
        for caller: Caller, using random: inout some RandomNumberGenerator
    ) async throws -> Int {
        guard let master = keys.masters.first else { throw StoreError.noMasterKey }
        let old = try await read { book in
            try book.permit(caller, to: RotateKeys.self, on: WholeOrganisation())
            return try book.dataKeys.all().filter { $0.master != master.id }
        }
        var new: [WrappedDataKey] = []
        for key in old {
            let former = keys.masters.first { $0.id == key.master } ?? master
            new.append(try key.rewrapped(of: organisation.id, from: former, to: master, using: &random))
        }
        try await write { [new] book in
            try book.permit(caller, to: RotateKeys.self, on: WholeOrganisation())
            for key in new { try book.dataKeys.rewrap(key) }
        }
        return new.count
    }
}
