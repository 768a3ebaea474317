internal import CrewRecords

extension Directory {
    /// - Throws: `StoreError`, `unusableDirectory`, with the first things that are wrong.
    func checkUsable() throws(StoreError) {
        let faults = validate()
        if faults.isEmpty { return }
        let more = faults.count > 5 ? "\nand \(faults.count - 5) more." : ""
        throw StoreError(
            .unusableDirectory, "The directory contradicts itself.\n\(faults.prefix(5).map { "\($0)" }.joined(separator: "\n"))\(more)")
    }
}
