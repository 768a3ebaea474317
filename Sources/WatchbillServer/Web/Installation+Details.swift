internal import CrewRecords
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Taking people in and changing what the directory has of them, one at a time.
    func addDetails(to routes: inout Routes) {
        routes.get("/people/new", asks: [AddPeople.self]) { visit, request, _ in
            let choices = try await self.store.detailChoices(for: visit.caller)
            let wished = request.uri.queryParameters.get("unit").map { UnitID($0) }
            let unit = choices.units.first { $0.id == wished } ?? choices.units.first
            var person = PersonEntry(id: "", name: "")
            if let unit { person.memberships = [Held(unit.id, valid: Validity(from: self.today(in: unit.zone)))] }
            return .html(self.detailsPage(of: person, choices, visit))
        }
        routes.post("/people/new", asks: [AddPeople.self]) { visit, request, _ in
            let choices = try await self.store.detailChoices(for: visit.caller)
            let form = try await FormBody(request, upTo: Self.longestDetails)
            try self.door.check(form, of: visit)
            let person = try Self.person("", in: form)
            do {
                let id = try await self.store.add(person, for: visit.caller)
                return .see(self.pages.cardAddress(id))
            } catch let error as StoreError where error.code == .unusableDirectory {
                return .html(
                    self.detailsPage(of: person, choices, visit, refusal: error.message),
                    status: ServerProblem(error).status)
            }
        }
        routes.get("/crew/:person/details", asks: [ChangePerson.self]) { visit, _, context in
            let details = try await self.store.details(of: try Self.person(in: context), for: visit.caller)
            return .html(self.detailsPage(of: details.person, details.choices, visit, known: details.person))
        }
        routes.post("/crew/:person/details", asks: [ChangePerson.self], also: [AddPeople.self]) {
            visit, request, context in
            let details = try await self.store.details(of: try Self.person(in: context), for: visit.caller)
            let form = try await FormBody(request, upTo: Self.longestDetails)
            try self.door.check(form, of: visit)
            let known = details.person
            let person = try Self.person(known.id, in: form)
            do {
                guard form["known"] == Self.tag(of: known) else {
                    throw StoreError(.changedMeanwhile, self.pages.language[.detailsChanged])
                }
                try await self.store.change(person, from: known, for: visit.caller)
                return .see(self.pages.cardAddress(person.id))
            } catch let error as StoreError where error.code == .unusableDirectory || error.code == .changedMeanwhile {
                return .html(
                    self.detailsPage(of: person, details.choices, visit, known: known, refusal: error.message),
                    status: error.code == .changedMeanwhile ? .conflict : ServerProblem(error).status)
            }
        }
    }

    /// What a form carries along of the details that it changes, so that a change by somebody else meanwhile is noticed.
    private static func tag(of person: PersonEntry) -> String {
        EntityTag(of: JSONBytes.of(DetailsAnswer(person))).text
    }

    private func detailsPage(
        of person: PersonEntry, _ choices: DetailChoices, _ visit: Visit, known: PersonEntry? = nil,
        refusal: String? = nil
    ) -> String {
        pages.detailsPage(
            DetailsPageRequest(
                person: person, choices: choices, name: known?.name, known: known.map(Self.tag) ?? "",
                form: door.formToken(for: visit), refusal: refusal))
    }

    /// `unit-0`, `unit-0-from`, `unit-0-until`, `unit-1`, …; a row in which nothing is chosen is none.
    private static func person(_ id: PersonID, in form: FormBody) throws -> PersonEntry {
        func held<Kind>(_ part: DetailPart) throws -> [Held<Identifier<Kind>>] {
            var rows: [Held<Identifier<Kind>>] = []
            var number = 0
            while let chosen = form["\(part.rawValue)-\(number)"] {
                let name = "\(part.rawValue)-\(number)"
                let valid = Validity(from: try form.date("\(name)-from"), until: try form.date("\(name)-until"))
                if !chosen.isEmpty { rows.append(Held(Identifier(chosen), valid: valid)) }
                number += 1
            }
            return rows
        }
        return PersonEntry(
            id: id.rawValue.isEmpty
                ? PersonID((form["id"] ?? "").trimmingCharacters(in: .whitespaces)) : id,
            name: (form["name"] ?? "").trimmingCharacters(in: .whitespaces), ranks: try held(.rank),
            qualifications: try held(.qualification), contracts: try held(.contract), memberships: try held(.unit))
    }
}
