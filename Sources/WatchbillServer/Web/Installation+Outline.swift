internal import CrewRecords
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Units, ranks, qualifications and contracts, changed by hand.
    func addOutline(to routes: inout Routes) {
        routes.get("/settings/directory", asks: [AddPeople.self]) { visit, _, _ in
            let outline = try await self.store.outline(for: visit.caller)
            return .html(self.outlinePage(outline, known: outline, visit))
        }
        routes.post("/settings/directory", asks: [AddPeople.self], also: [ManageUnit.self]) { visit, request, _ in
            let known = try await self.store.outline(for: visit.caller)
            let form = try await FormBody(request, upTo: 1 << 20)
            try self.door.check(form, of: visit)
            let typed = try Self.outline(known, in: form)
            do {
                guard form["known"] == Self.tag(of: known) else {
                    throw StoreError(.changedMeanwhile, self.pages.language[.outlineChanged])
                }
                try await self.store.replaceOutline(
                    by: typed, from: known, for: visit.caller, at: self.surroundings.now())
                return .see("/settings/directory")
            } catch let error as StoreError
                where [.unusableDirectory, .stillNeeded, .changedMeanwhile].contains(error.code)
            {
                return .html(
                    self.outlinePage(typed, known: known, visit, refusal: error.message),
                    status: error.code == .unusableDirectory ? .unprocessableContent : .conflict)
            }
        }
    }

    private static func tag(of outline: Directory) -> String {
        EntityTag(of: ByteBuffer(string: DirectoryFile.write(outline))).text
    }

    private func outlinePage(
        _ outline: Directory, known: Directory, _ visit: Visit, refusal: String? = nil
    ) -> String {
        let root = known.units.first { $0.parent == nil }?.unit.id
        return pages.outlinePage(
            OutlinePageRequest(
                outline: outline, known: known,
                mayManageUnits: root.map { (try? visit.caller.permit(ManageUnit.self, on: $0)) != nil } ?? false,
                tag: Self.tag(of: known), form: door.formToken(for: visit), refusal: refusal))
    }

    /// What was typed: of what there is, a line without a name is taken out; a further line with one is put in.
    private static func outline(_ known: Directory, in form: FormBody) throws -> Directory {
        func name(_ field: String) -> String {
            (form[field] ?? "").trimmingCharacters(in: .whitespaces)
        }
        /// The lines of a list: those that are known by their ids, and one that is new.
        func lines<Thing, Kind>(
            _ list: OutlinePart, _ known: [Thing], id: (Thing) -> Identifier<Kind>,
            named: (Identifier<Kind>, String, Thing?, _ field: String) throws -> Thing
        ) throws -> [Thing] {
            var things = try known.compactMap { thing -> Thing? in
                let field = list.field(id(thing).rawValue)
                guard form["name:\(field)"] != nil else { return thing }
                let name = name("name:\(field)")
                return name.isEmpty ? nil : try named(id(thing), name, thing, field)
            }
            let field = list.field("")
            let name = name("name:\(field)")
            if !name.isEmpty {
                let new = Identifier<Kind>(Self.freeID(for: name, among: known.map { id($0).rawValue }))
                things.append(try named(new, name, nil, field))
            }
            return things
        }
        var outline = known
        if form["organisation"] != nil { outline.organisation = name("organisation") }
        outline.units = try lines(.unit, known.units, id: \.unit.id) { id, name, old, field in
            let parent = form["parent:\(field)"].map { UnitID($0) }
            let above = known.units.first { $0.unit.id == parent } ?? known.units.first { $0.parent == nil }
            guard let zone = Zone(name: form["zone:\(field)"] ?? "") else {
                throw ServerProblem.badValue(
                    "zone:\(field)", form["zone:\(field)"] ?? "", expected: "a time zone such as Europe/Stockholm")
            }
            var unit = old?.unit ?? CrewUnit(id: id, name: name, zone: zone)
            if old == nil, let above { unit.weekend = above.unit.weekend }
            (unit.name, unit.zone) = (name, zone)
            if let day = form["week:\(field)"] {
                guard let weekday = Weekday(name: day) else {
                    throw ServerProblem.badValue("week:\(field)", day, expected: "a weekday such as monday")
                }
                unit.firstWeekday = weekday
            }
            return UnitEntry(unit, parent: old.map(\.parent) ?? above?.unit.id)
        }
        outline.ranks = try lines(.rank, known.ranks, id: \.id) { id, name, _, _ in Rank(id: id, name: name) }
        outline.qualifications = try lines(.qualification, known.qualifications, id: \.id) { id, name, old, _ in
            var thing = old ?? Qualification(id: id, name: name)
            thing.name = name
            return thing
        }
        outline.contracts = try lines(.contract, known.contracts, id: \.id) { id, name, old, field in
            var thing = old ?? Contract(id: id, name: name)
            thing.name = name
            if let share: Int = try form.number("share:\(field)") { thing.share = share }
            return thing
        }
        return outline
    }

    /// `ward-7` for *Ward 7*, with a number behind it if there is one already.
    private static func freeID(for name: String, among known: [String]) -> String {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
        let base = words.isEmpty ? "new" : String(words.joined(separator: "-").prefix(50))
        let taken = Set(known)
        return ([base] + (2...known.count + 2).map { "\(base)-\($0)" }).first { !taken.contains($0) } ?? base
    }
}
