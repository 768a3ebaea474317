import CrewRecords
import RotaModel

/// The lists of a directory besides people, by the names that a form has for them.
enum OutlinePart: String {
    case unit, rank, qualification, contract

    /// What stands in the names of a line's fields, behind `name:` and the like.
    ///
    /// - Parameter id: of what the line is about; empty: something new.
    func field(_ id: String) -> String { "\(rawValue):\(id)" }
}

/// What the page of units, ranks, qualifications and contracts shows.
struct OutlinePageRequest: Sendable {
    /// As they are, or as they were typed before they were refused.
    var outline: Directory
    /// As they are.
    var known: Directory
    var mayManageUnits: Bool
    /// What the form carries along of what it changes.
    var tag: String
    var form: String?
    var refusal: String?
}

extension PageRenderer {
    func outlinePage(_ request: OutlinePageRequest) -> String {
        struct Choice: Sendable {
            let value: String
            let name: String
            let isChosen: Bool
        }
        struct UnitRow: Sendable {
            let field: String
            let label: String
            let name: String
            let zone: String
            let weekdays: [Choice]
            /// What it is a part of; nil: to be chosen.
            let above: String?
            let parents: [Choice]
        }
        struct Row: Sendable {
            let field: String
            let label: String
            let name: String
            /// In per cent; nil: it has none.
            let share: String?
        }
        struct List: Sendable {
            let title: String
            let hint: String?
            let rows: [Row]
        }
        struct Model: Sendable {
            let refusal: String?
            let known: String
            let organisation: String
            let mayManageUnits: Bool
            let units: [UnitRow]
            let lists: [List]
        }
        let (outline, known) = (request.outline, request.known)
        let names = Dictionary(known.units.map { ($0.unit.id, $0.unit.name) }, uniquingKeysWith: { $1 })
        let root = known.units.first { $0.parent == nil }?.unit
        func weekdays(_ chosen: Weekday) -> [Choice] {
            Weekday.allCases.map {
                Choice(value: $0.name, name: language.weekdays[$0.rawValue], isChosen: $0 == chosen)
            }
        }
        // By the lines of what there is, with what was typed in them; taken out, they are empty.
        func typed<Thing, Kind>(_ things: [Thing], _ id: Identifier<Kind>, _ path: (Thing) -> Identifier<Kind>)
            -> Thing?
        {
            things.first { path($0) == id }
        }
        func new<Thing, Kind>(_ things: [Thing], _ known: [Thing], _ path: (Thing) -> Identifier<Kind>) -> Thing? {
            let ids = Set(known.map(path))
            return things.last { !ids.contains(path($0)) }
        }
        let unitLabel = language[.crewUnit]
        var units = known.units.enumerated().map { number, entry in
            let now = typed(outline.units, entry.unit.id, \.unit.id)?.unit
            return UnitRow(
                field: OutlinePart.unit.field(entry.unit.id.rawValue), label: "\(unitLabel) \(number + 1)",
                name: now?.name ?? "",
                zone: (now ?? entry.unit).zone.name, weekdays: weekdays((now ?? entry.unit).firstWeekday),
                above: entry.parent.flatMap { names[$0] }.map { language.text(.outlinePartOf, ["unit": $0]) }
                    ?? language[.outlineWhole], parents: [])
        }
        let newUnit = new(outline.units, known.units, \.unit.id)
        units.append(
            UnitRow(
                field: OutlinePart.unit.field(""), label: language[.outlineNewUnit], name: newUnit?.unit.name ?? "",
                zone: (newUnit?.unit ?? root)?.zone.name ?? "",
                weekdays: weekdays((newUnit?.unit ?? root)?.firstWeekday ?? .monday), above: nil,
                parents: known.units.map {
                    Choice(
                        value: $0.unit.id.rawValue, name: $0.unit.name,
                        isChosen: $0.unit.id == newUnit?.parent ?? root?.id)
                }))
        func rows<Thing, Kind>(
            _ part: OutlinePart, _ one: Phrase, _ path: KeyPath<Directory, [Thing]>, id: (Thing) -> Identifier<Kind>,
            name: (Thing) -> String, share: ((Thing) -> Int)? = nil
        ) -> [Row] {
            let label = language[one]
            let there = known[keyPath: path].enumerated().map { number, thing in
                let now = typed(outline[keyPath: path], id(thing), id)
                return Row(
                    field: part.field(id(thing).rawValue), label: "\(label) \(number + 1)", name: now.map(name) ?? "",
                    share: share.map { "\($0(now ?? thing))" })
            }
            let new = new(outline[keyPath: path], known[keyPath: path], id)
            return there + [
                Row(
                    field: part.field(""), label: language.text(.outlineNew, ["what": label]),
                    name: new.map(name) ?? "", share: share.map { share in "\(new.map(share) ?? 100)" })
            ]
        }
        var frame = frame(.me, title: language[.outline], problem: nil, style: "text")
        frame.form = request.form
        return render(
            "outline",
            Model(
                refusal: request.refusal, known: request.tag, organisation: outline.organisation,
                mayManageUnits: request.mayManageUnits, units: units,
                lists: [
                    List(
                        title: language[.detailsRanks], hint: nil,
                        rows: rows(.rank, .detailsRank, \.ranks, id: \.id, name: \.name)),
                    List(
                        title: language[.detailsQualifications], hint: nil,
                        rows: rows(
                            .qualification, .detailsQualification, \.qualifications, id: \.id, name: \.name)),
                    List(
                        title: language[.detailsContracts], hint: language[.outlineShareHint],
                        rows: rows(
                            .contract, .detailsContract, \.contracts, id: \.id, name: \.name, share: \.share)),
                ]), frame: frame)
    }
}
