package import CrewRecords
package import RotaModel

/// Changing by hand what the directory has besides people: units, ranks, qualifications and contracts.
extension Store {
    /// The directory without its people.
    ///
    /// - Throws: `Refusal` unless the caller may change it.
    package func outline(for caller: Caller) async throws -> Directory {
        try await read { book in
            try book.permit(caller, to: AddPeople.self, on: try book.root())
            return try book.directory().directory.outline
        }
    }

    /// Puts other units, ranks, qualifications and contracts in the place of those there are. People stay as they are.
    ///
    /// - Parameters:
    ///   - outline: the people in it count for nothing.
    ///   - known: the outline that it is to take the place of.
    /// - Throws: `Refusal`: as for an import of the whole directory. `StoreError`, `unusableDirectory`: it contradicts itself,
    ///   or people have what it lacks. `stillNeeded`: units that it lacks have problems or roles. `changedMeanwhile`: there
    ///   is another one than `known`.
    package func replaceOutline(
        by outline: Directory, from known: Directory, for caller: Caller, at now: Instant
    ) async throws {
        try await write { book in
            let state = try book.directory()
            var directory = outline
            directory.people = state.directory.people
            let change = try DirectoryImport(directory, into: book)
            try change.checkPermits(of: caller, at: now)
            guard state.directory.outline == known.outline else {
                throw StoreError(
                    .changedMeanwhile,
                    "Units, ranks, qualifications or contracts were changed by somebody else meanwhile. Look at them again, "
                        + "and put your changes into those.")
            }
            try directory.checkUsableByHand()
            try change.checkNothingIsLost()
            try change.write()
        }
    }
}

extension Directory {
    fileprivate var outline: Directory {
        var outline = self
        outline.people = []
        return outline
    }
}
