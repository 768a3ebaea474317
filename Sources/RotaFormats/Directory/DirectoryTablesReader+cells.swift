import CrewRecords
import RotaModel

/// Rows and cells as what they should be; those that are not are reported and have some value, so that reading goes on.
extension DirectoryTablesReader {
    static func unit(_ row: CSVTable.Row, in table: inout CSVTable) -> UnitEntry {
        var unit = CrewUnit(
            id: UnitID(row["id"].text), name: row["name"].text, zone: zone(row["zone"], in: &table))
        if let day = weekday(row["firstWeekday"], row["firstWeekday"].text, in: &table) { unit.firstWeekday = day }
        let weekend = row["weekend"].text.split(separator: " ")
        if !weekend.isEmpty { unit.weekend = weekend.compactMap { weekday(row["weekend"], String($0), in: &table) } }
        let parent = row["parent"].text
        return UnitEntry(unit, parent: parent.isEmpty ? nil : UnitID(parent))
    }

    static func contract(_ row: CSVTable.Row, in table: inout CSVTable) -> Contract {
        var contract = Contract(id: ContractID(row["id"].text), name: row["name"].text)
        let share = row["share"]
        if let number = Int(share.text), share.text.utf8.count <= 9 {
            contract.share = number
        } else if !share.text.isEmpty {
            table.report("\(share.shown) stands where a share in percent is expected.", at: share)
        }
        return contract
    }

    static func validity(_ row: CSVTable.Row, in table: inout CSVTable) -> Validity {
        let from = date(row["from"], in: &table)
        let until = date(row["until"], in: &table)
        let isRead = (from == nil) == row["from"].text.isEmpty && (until == nil) == row["until"].text.isEmpty
        if !isRead { table.distrustRow() }
        return isRead ? Validity(from: from, until: until) : .unread
    }

    private static func date(_ cell: CSVCell, in table: inout CSVTable) -> CalendarDate? {
        if let date = CalendarDate(cell.text) { return date }
        if !cell.text.isEmpty {
            table.report("\(cell.shown) stands where a date like 2026-01-05, or nothing, is expected.", at: cell)
        }
        return nil
    }

    private static func zone(_ cell: CSVCell, in table: inout CSVTable) -> Zone {
        if let zone = Zone(inFile: cell.text) { return zone }
        table.report("\(cell.shown) stands where the name of a time zone like Europe/Stockholm is expected.", at: cell)
        return .utc
    }

    /// A weekday that a cell has in it; nil for none.
    private static func weekday(_ cell: CSVCell, _ name: String, in table: inout CSVTable) -> Weekday? {
        if name.isEmpty { return nil }
        if let day = Weekday(name: name) { return day }
        let hint = NearMiss.hint(for: name, in: Weekday.allCases.map(\.name))
        table.report("\(cell.shown) stands where a weekday like monday is expected.\(hint)", at: cell)
        return nil
    }
}
