import RotaModel

/// From what is wrong with a value to where in the document that is.
extension DocumentReader {
    /// Adds what the `validate()` of the value that was read has found, each at its place in the document.
    mutating func report(_ diagnostics: [Diagnostic], in document: JSONDocument) {
        for var diagnostic in diagnostics {
            if case .pointer(let pointer, _, _) = diagnostic.place {
                let (value, isThere) = origin(of: pointer, in: document)
                // A consequence of what was told already.
                if faulty.contains(where: { $0.contains(value) }) { continue }
                if !isThere, incomplete.contains(where: { $0.index == value.index }) { continue }
                diagnostic.place = value.place
            }
            diagnostic.file = collector.file
            collector.report(diagnostic)
        }
    }

    /// The value that a pointer of `validate()` is about, and whether there is one; else the closest it would be in.
    private func origin(of pointer: String, in document: JSONDocument) -> (JSONValue, Bool) {
        let path = pointer.split(separator: "/")
        for length in 1...2 where path.count > length {
            let list = path.prefix(length).joined(separator: "/")
            if let places = origins[list], let position = Int(path[length]), places.indices.contains(position) {
                return places[position].follow(path.dropFirst(length + 1))
            }
        }
        return document.root.follow(path)
    }
}
