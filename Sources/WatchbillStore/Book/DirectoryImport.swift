internal import CrewRecords
internal import RotaModel

/// A directory that is to stand in the place of the stored one, within one transaction.
struct DirectoryImport {
    private let book: Book
    private let old: DirectoryState
    /// With those added who stay although they are missing.
    private let new: Directory
    /// Those who have something and are missing.
    private let missing: [PersonEntry]
    private let newRoot: UnitID?

    /// - Parameter directory: a valid one.
    init(_ directory: Directory, into book: Book) throws(StoreError) {
        self.book = book
        old = try book.directory()
        let kept = Set(directory.people.map(\.id))
        let absent = old.directory.people.filter { !kept.contains($0.id) }
        missing = absent.filter(\.hasAnything)
        var new = directory
        new.people += absent.filter { !$0.hasAnything }
        self.new = new
        newRoot = directory.units.first { $0.parent == nil }?.unit.id
    }

    /// The stored directory as it is once its root has the new one's id.
    private var renamed: Directory {
        guard let root = old.root, let newRoot, root != newRoot else { return old.directory }
        var directory = old.directory
        for index in directory.units.indices {
            if directory.units[index].unit.id == root { directory.units[index].unit.id = newRoot }
            if directory.units[index].parent == root { directory.units[index].parent = newRoot }
        }
        for person in directory.people.indices {
            for held in directory.people[person].memberships.indices
            where directory.people[person].memberships[held].id == root {
                directory.people[person].memberships[held].id = newRoot
            }
        }
        return directory
    }

    func checkPermits(of caller: Caller, at now: Instant) throws {
        let root = try book.root()
        try book.permit(caller, to: AddPeople.self, on: root)
        if old.directory.organisation != new.organisation || old.directory.units != new.units {
            try book.permit(caller, to: ManageUnit.self, on: root)
        }
        let known = Dictionary(uniqueKeysWithValues: renamed.people.map { ($0.id, $0) })
        for person in new.people {
            guard let before = known[person.id], before != person else { continue }
            try book.permit(caller, to: ChangePerson.self, on: try book.subject(person.id, at: now))
        }
    }

    func checkReplaces(_ expected: DirectoryVersion) throws(StoreError) {
        guard old.version == expected else {
            throw StoreError(
                .changedMeanwhile,
                "The directory was changed by somebody else meanwhile. Fetch it again, and put your changes into that.")
        }
    }

    func checkNothingIsLost() throws(StoreError) {
        let names = Set(new.units.map(\.unit.id))
        if let root = old.root, let newRoot, root != newRoot, names.contains(root) || old.ancestry.contains(newRoot) {
            throw StoreError(
                .unusableDirectory,
                "The whole organisation is the unit \"\(root)\", and the new directory hangs from \"\(newRoot)\" instead. "
                    + "Maybe give the one at the top the id that it has.")
        }
        if !missing.isEmpty {
            throw StoreError(
                .stillNeeded,
                "The new directory lacks \(Self.list(missing.map { "\($0.name) (\($0.id))" })). Nobody is taken out by a file: "
                    + "keep whoever has left in it, with a last day.")
        }
        let gone = renamed.units.map(\.unit.id).filter { !names.contains($0) }
        var needed: [UnitID] = []
        for unit in gone {
            if try book.isNeeded(unit) { needed.append(unit) }
        }
        if !needed.isEmpty {
            throw StoreError(
                .stillNeeded,
                "The new directory lacks units that have rotas, or in which roles were given: "
                    + "\(Self.list(needed.map(\.rawValue))). Keep them in it.")
        }
    }

    func write() throws(StoreError) {
        if let root = old.root, let newRoot, root != newRoot { try book.directoryTables.rename(root, to: newRoot) }
        try book.directoryTables.change(renamed, into: new)
    }

    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(10).joined(separator: ", ")
        return names.count > 10 ? "\(shown) and \(names.count - 10) more" : shown
    }
}

extension PersonEntry {
    fileprivate var hasAnything: Bool {
        !ranks.isEmpty || !qualifications.isEmpty || !contracts.isEmpty || !memberships.isEmpty
    }
}

extension Book {
    fileprivate func isNeeded(_ unit: UnitID) throws(StoreError) -> Bool {
        if try problems.newest().contains(where: { $0.unit == unit }) { return true }
        return try !grants.all(in: unit).isEmpty
    }
}
