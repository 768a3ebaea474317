internal import CrewRecords
internal import HTTPTypes
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Changing the directory one person at a time.
    var detailOperations: [APIOperation] {
        [
            APIOperation(
                method: .post, path: "/people", id: "addPerson", group: "Units and people",
                summary: "Take somebody in", asks: Asked(always: [AddPeople.self]),
                body: APIBody(
                    schema: DetailsAnswer.newcomer, most: Self.longestDetails, example: DetailsAnswer.example),
                answer: .json(NewcomerAnswer.self, "Their id.", status: .created, hasLocation: true), takesKey: true
            ) { call in
                let caller = try call.caller
                try await self.store.checkSomewhere(AddPeople.self, for: caller)
                let body = try await call.body()
                let answer: @Sendable (PersonID) -> APIResult = { id in
                    .created(
                        NewcomerAnswer(id: id.rawValue), at: "/people/\(LocalAddress.inQuery(id.rawValue))")
                }
                let store = try call.store(self.store, for: body, answering: answer)
                return answer(try await store.add(PersonEntry(PersonID(body.text("id") ?? ""), body), for: caller))
            },
            APIOperation(
                method: .get, path: "/people/{person}/details", id: "readDetails", group: "Units and people",
                summary: "Tell what the directory has of a person, at all times",
                asks: Asked(always: [ChangePerson.self]), parameters: [.person],
                answer: .json(DetailsAnswer.self, "The details.")
            ) { call in
                let details = try await self.store.details(of: call.id(.person), for: try call.caller)
                return .json(DetailsAnswer(details.person))
            },
            APIOperation(
                method: .put, path: "/people/{person}/details", id: "replaceDetails", group: "Units and people",
                summary: "Put other details in the place of a person's",
                asks: Asked(always: [ChangePerson.self], also: [AddPeople.self]), parameters: [.person, .ifMatch],
                body: APIBody(
                    schema: DetailsAnswer.schema, most: Self.longestDetails, example: DetailsAnswer.example),
                answer: .nothing("The details are these.")
            ) { call in
                let (caller, id) = (try call.caller, call.id(.person) as PersonID)
                let known = try await self.store.details(of: id, for: caller).person
                if !call.replacesAnything { try call.checkReplaces(JSONBytes.of(DetailsAnswer(known))) }
                let body = try await call.body()
                try await self.store.change(
                    PersonEntry(id, body), from: call.replacesAnything ? nil : known, for: caller)
                return .nothing
            },
        ]
    }

    /// In bytes; as a form too.
    static let longestDetails = 128 << 10
}
