internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Until when a unit takes requests for a period.
    func addRequestCalls(to routes: inout Routes) {
        routes.get("/setup/:unit/requests", asks: [ReadDrafts.self, BuildRota.self]) { visit, _, context in
            let loaded = try await self.loadedSetup(context, visit)
            return .html(try await self.requestCallsPage(loaded, FormBody([:]), visit))
        }
        routes.post("/setup/:unit/requests", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, context in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            let loaded = try await self.loadedSetup(context, visit)
            do {
                guard let first = try form.date("first"), let last = try form.date("last"), first <= last,
                    let until = try form.date("until")
                else { throw FormFault(self.pages.language[.setupRequestsNoDate]) }
                try await self.callForRequests(
                    NewRequestCall(dates: first...last, until: until), in: loaded.unit, visit)
                return .see("\(loaded.address)/requests")
            } catch let fault as FormFault {
                return .html(
                    try await self.requestCallsPage(loaded, form, visit, refusal: fault.message),
                    status: .unprocessableContent)
            } catch let error as StoreError where error.code == .unusableEntry {
                return .html(
                    try await self.requestCallsPage(loaded, form, visit, refusal: error.message),
                    status: .unprocessableContent)
            }
        }
    }

    @discardableResult
    private func callForRequests(
        _ call: NewRequestCall, in unit: CrewUnit, _ visit: Visit, in store: Store? = nil
    ) async throws -> RequestCallID {
        try await (store ?? self.store).callForRequests(
            call, in: unit.id, today: today(in: unit.zone), telling: requestWords, for: visit.caller,
            at: surroundings.now())
    }

    private func requestCallsPage(
        _ loaded: LoadedSetup, _ values: FormBody, _ visit: Visit, refusal: String? = nil
    ) async throws -> String {
        let language = pages.language
        let calls = try await store.requestCalls(of: loaded.unit.id, limit: 12, for: visit.caller)
        let group = FormPage.Group(
            legend: language[.setupRequests],
            fields: [
                .input("first", language[.setupRequestsFirst], values, type: "date"),
                .input("last", language[.setupRequestsLast], values, type: "date"),
                .input("until", language[.setupRequestsUntil], values, type: "date"),
            ])
        return pages.formPage(
            FormPage(
                title: "\(language[.setupRequests]) · \(loaded.unit.name)",
                intro: ([language[.setupRequestsIntro]] + calls.map(pages.line)).joined(separator: "\n"),
                refusal: refusal, action: "\(loaded.address)/requests", hidden: [], groups: [group],
                button: language[.setupRequestsAsk], back: loaded.address,
                backName: language.text(.setupOf, ["unit": loaded.unit.name])), form: door.formToken(for: visit))
    }

    // MARK: API

    var requestCallOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/me/request-calls", id: "listOwnRequestCalls", group: "Asking",
                summary: "List until when your units take requests for dates to come, by date",
                asks: Asked(always: [AskShifts.self]), answer: .json(RequestCallsAnswer.self, "All of them.")
            ) { call in
                let found = try await self.store.ownRequestCalls(from: self.today(in: .utc), for: try call.caller)
                return .json(RequestCallsAnswer(items: found.map(RequestCallAnswer.init)))
            },
            APIOperation(
                method: .get, path: "/units/{unit}/request-calls", id: "listRequestCalls", group: "Asking",
                summary: "List until when a unit has taken and takes requests, the newest first",
                asks: Asked(always: [ReadDrafts.self]), parameters: [.unit],
                answer: .json(RequestCallsAnswer.self, "At most 100 of them.")
            ) { call in
                let found = try await self.store.requestCalls(of: call.id(.unit), limit: 100, for: try call.caller)
                return .json(RequestCallsAnswer(items: found.map(RequestCallAnswer.init)))
            },
            APIOperation(
                method: .post, path: "/units/{unit}/request-calls", id: "callForRequests", group: "Asking",
                summary: "Tell everybody of a unit until when to ask for shifts and days off of a period",
                asks: Asked(always: [ReadDrafts.self, BuildRota.self]), parameters: [.unit],
                body: APIBody(
                    schema: .named(
                        "RequestCallRequest",
                        .object([
                            .always("first", .date, "the first day of the period"),
                            .always("last", .date, "its last day"),
                            .always("until", .date, "the last day on which requests are taken"),
                        ])), example: ["first": "2026-02-02", "last": "2026-03-01", "until": "2026-01-15"]),
                answer: .json(RequestCallNumber.self, "Its number.", status: .created), takesKey: true
            ) { call in
                let visit = try call.visit
                let unit: UnitID = call.id(.unit)
                try await self.store.check(BuildRota.self, on: unit, for: visit.caller)
                let loaded = try await self.loadedSetup(unit, visit)
                let body = try await call.body()
                let dates = ["first", "last", "until"].compactMap { body.text($0).flatMap { CalendarDate($0) } }
                guard dates.count == 3, dates[0] <= dates[1] else {
                    throw ServerProblem.badValue(
                        "last", body.text("last") ?? "", expected: "a date that is not before the first")
                }
                let answer: @Sendable (RequestCallID) -> APIResult = { .created(RequestCallNumber(call: $0.value)) }
                let store = try call.store(self.store, for: body, answering: answer)
                return answer(
                    try await self.callForRequests(
                        NewRequestCall(dates: dates[0]...dates[1], until: dates[2]), in: loaded.unit, visit, in: store))
            },
        ]
    }
}
