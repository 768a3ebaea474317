internal import RotaModel

/// What is to be repaired, the same for all threads.
final class RepairTask: Sendable {
    /// Person x days + day: the rota as it was.
    let original: [UInt8]
    /// Whether it broke no hard rule.
    let isLegalBefore: Bool
    /// What has to be there from now on, in order of positions.
    let forced: RotaPatch
    /// By cell: whether it may change.
    let isFree: [Bool]
    /// By person: whether it is for them that the rota is repaired, so that they do not count as disturbed.
    let isCause: [Bool]
    /// Days on which other cells than the forced ones are changed.
    let window: Range<Int>
    /// By day: lines of demand.
    let linesOnDay: [[Int]]
    /// By line of demand.
    let dayOfLine: [Int]
    let dayCount: Int

    init(
        _ problem: RotaProblem, original: [UInt8], isLegalBefore: Bool, causes: [Int], forced: RotaPatch,
        isFree: [Bool], window: Range<Int>
    ) {
        self.original = original
        self.isLegalBefore = isLegalBefore
        self.forced = forced
        self.isFree = isFree
        self.window = window
        dayCount = problem.dayCount
        var isCause = Array(repeating: false, count: problem.people.count)
        for person in causes { isCause[person] = true }
        self.isCause = isCause
        var linesOnDay = Array(repeating: [Int](), count: problem.dayCount)
        dayOfLine = problem.demand.map { problem.day(of: $0.date)?.value ?? 0 }
        for (line, demand) in problem.demand.enumerated() {
            if let day = problem.day(of: demand.date) { linesOnDay[day.value].append(line) }
        }
        self.linesOnDay = linesOnDay
    }

    /// Whether the window leaves nothing out that may change.
    var isFreeOnlyInWindow: Bool {
        isFree.indices.allSatisfy { !isFree[$0] || window.contains($0 % dayCount) }
    }

    func isForced(_ position: Int) -> Bool { forced.cells.contains { Int($0.position) == position } }

    /// The people whom changes disturb, in order.
    func disturbed(by cells: [RotaPatch.Cell]) -> [Int] {
        var people: [Int] = []
        for cell in cells {
            let person = Int(cell.position) / dayCount
            if !isCause[person], people.last != person { people.append(person) }
        }
        return people
    }
}

/// Cells of a rota that get another duty than they had.
struct RotaPatch: Hashable, Sendable {
    struct Cell: Hashable, Sendable {
        /// Person x days + day.
        var position: Int32
        var duty: UInt8
    }

    /// In order of positions, one for each cell.
    private(set) var cells: [Cell] = []

    init(_ cells: [Cell] = []) {
        self.cells = cells.sorted { $0.position < $1.position }
    }

    /// With more cells of one person changed, in place of those of the same positions; those that are as in `original` are
    /// no change.
    func changing(_ person: Int, _ fresh: [(day: Int, duty: UInt8)], dayCount: Int, original: [UInt8]) -> RotaPatch {
        let added = fresh.map { Cell(position: Int32(person * dayCount + $0.day), duty: $0.duty) }
        let kept = cells.filter { cell in !added.contains { $0.position == cell.position } }
        return RotaPatch((kept + added).filter { original[Int($0.position)] != $0.duty })
    }
}
