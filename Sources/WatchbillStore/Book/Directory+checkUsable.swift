internal import CrewRecords
internal import RotaModel

extension Directory {
    /// - Throws: `StoreError`, `unusableDirectory`, with the first things that are wrong.
    func checkUsable() throws(StoreError) {
        let faults = validate()
        if faults.isEmpty { return }
        let lines = faults.prefix(5).map { "\n\($0)" }.joined()
        let more = faults.count > 5 ? "\nand \(faults.count - 5) more." : ""
        throw StoreError(.unusableDirectory, "The directory contradicts itself.\(lines)\(more)")
    }

    /// The same for what was typed on a page, where places in a document say nothing.
    func checkUsableByHand() throws(StoreError) {
        let faults = validate()
        if faults.isEmpty { return }
        var told: [String] = []
        for fault in faults where !told.contains(fault.message) && told.count < 5 { told.append(fault.message) }
        throw StoreError(.unusableDirectory, told.joined(separator: "\n"))
    }
}
