internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Asking for shifts and days off.
    func addOwnRequests(to routes: inout Routes) {
        routes.get("/me/requests", asks: [ReadSchedule.self, AskShifts.self]) { visit, request, _ in
            .html(try await self.ownRequestsPage(visit, date: request.uri.queryParameters.get("date")))
        }
        routes.post("/me/requests", asks: [ReadSchedule.self, AskShifts.self]) { visit, request, _ in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            let own = try await self.ownShifts(visit)
            let today = self.today(in: own.zone)
            do {
                guard let date = try form.date("date"), date >= today, date <= today.advanced(by: Self.farthest) else {
                    throw StoreError(
                        .refused,
                        self.pages.language.text(
                            .askBadDate,
                            [
                                "value": form["date"] ?? "", "first": self.pages.language.day(today),
                                "last": self.pages.language.long(today.advanced(by: Self.farthest)),
                            ]))
                }
                try await self.store.ask(
                    for: try Self.wish(form["wish"] ?? ""), on: date, today: today, for: visit.caller,
                    at: self.surroundings.now())
                return .see("/me/requests")
            } catch let error as StoreError where [.tooMany, .refused, .unusableEntry].contains(error.code) {
                return .html(
                    try await self.ownRequestsPage(visit, date: form["date"], refusal: error.message),
                    status: .unprocessableContent)
            }
        }
        routes.post("/me/requests/withdraw", asks: [AskShifts.self]) { visit, request, _ in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            guard let date = try form.date("date") else { throw ServerProblem.badValue("date", "", expected: "a date") }
            try await self.store.withdrawRequest(on: date, for: visit.caller)
            return .see("/me/requests")
        }
    }

    /// In days from today.
    static let farthest = 400

    /// `dayOff`, `dayOn`, `shiftOn:E`, `shiftOff:N`.
    static func wish(_ text: String) throws -> RotaModel.Request.Wish {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("dayOff", 1): return .dayOff
        case ("dayOn", 1): return .dayOn
        case ("shiftOn", 2): return .shiftOn(ShiftTypeID(parts[1]))
        case ("shiftOff", 2): return .shiftOff(ShiftTypeID(parts[1]))
        default: throw ServerProblem.badValue("wish", text, expected: "one of those on the page")
        }
    }

    private static func text(of wish: RotaModel.Request.Wish) -> String {
        switch wish {
        case .dayOff: "dayOff"
        case .dayOn: "dayOn"
        case .shiftOn(let type): "shiftOn:\(type)"
        case .shiftOff(let type): "shiftOff:\(type)"
        }
    }

    private func ownRequestsPage(_ visit: Visit, date: String?, refusal: String? = nil) async throws -> String {
        let language = pages.language
        let requests = try await store.ownRequests(for: visit.caller)
        let own = try await ownShifts(visit)
        let today = today(in: own.zone)
        let types = own.types
        func line(_ request: StoredRequest) -> AskingPage.Line {
            let words = pages.words(request.wish, types)
            let isTold = own.shifts.isTold(request.date)
            let shift = own.shifts.shifts.first { $0.date == request.date }?.type.id
            let note: Phrase =
                !isTold ? .askWaits : request.wish.isGranted(by: shift) ? .granted : .notGranted
            let line = AskingPage.Line(words: "\(language.day(request.date)): \(words)", note: language[note])
            guard request.date >= today else { return line }
            return line.asking(
                "/me/requests/withdraw", [FormPage.Hidden(name: "date", value: request.date.description)],
                AskingPage.Button(
                    name: "do", value: "withdraw", text: language[.askWithdraw],
                    label: "\(language[.askWithdraw]): \(language.day(request.date))"))
        }
        let coming = requests.filter { $0.date >= today }
        let past = requests.filter { $0.date < today }.suffix(30)
        let calls = try await store.ownRequestCalls(from: today, for: visit.caller).map { call in
            AskingPage.Line(
                words: language.text(
                    call.until < today ? .askClosed : .askUntil,
                    [
                        "days": language.days(call.dates.lowerBound, call.dates.upperBound),
                        "last": language.day(call.until),
                    ]))
        }
        let wishes = [RotaModel.Request.Wish.dayOff, .dayOn] + types.flatMap { [.shiftOn($0.id), .shiftOff($0.id)] }
        let choices = wishes.map { (value: Self.text(of: $0), name: pages.words($0, types)) }
        let values = FormBody(["date": date ?? "", "wish": "dayOff"])
        return pages.ownRequestsPage(
            AskingPage(
                title: language[.askTitle], refusal: refusal, intro: language[.askIntro],
                sections: [
                    AskingPage.Section(id: "until", title: language[.setupRequestsUntil], lines: calls),
                    AskingPage.Section(
                        id: "coming", title: language[.askComing], empty: coming.isEmpty ? language[.askNone] : nil,
                        lines: coming.map(line)),
                    AskingPage.Section(id: "past", title: language[.askPast], lines: past.reversed().map(line)),
                ].filter { !$0.lines.isEmpty || $0.empty != nil },
                links: [RotaPage.Link(address: "/today", name: language[.placeToday], isHere: false)]),
            fields: [
                .input("date", language[.date], values, type: "date"),
                .select("wish", language[.askWish], values, choices),
            ], form: door.formToken(for: visit))
    }
}

extension PageRenderer {
    /// A wish as whoever asks for it says it; of a type that is not there any more, the letter alone.
    func words(_ wish: RotaModel.Request.Wish, _ types: [ShiftType]) -> String {
        func name(_ id: ShiftTypeID) -> String {
            types.first { $0.id == id }.map { "\(id) \($0.name)" } ?? id.rawValue
        }
        return switch wish {
        case .shiftOn(let type): language.text(.askShiftOn, ["shift": name(type)])
        case .shiftOff(let type): language.text(.askShiftOff, ["shift": name(type)])
        case .dayOff: language[.askDayOff]
        case .dayOn: language[.askDayOn]
        }
    }

    func ownRequestsPage(_ page: AskingPage, fields: [FormField], form: String?) -> String {
        struct Model: Sendable {
            let title: String
            let refusal: String?
            let intro: String?
            let fields: [FormField]
            let sections: [AskingPage.Section]
            let links: [RotaPage.Link]
        }
        var frame = frame(.today, title: page.title, problem: nil, style: "text")
        frame.form = form
        return render(
            "ownrequests",
            Model(
                title: page.title, refusal: page.refusal, intro: page.intro, fields: fields,
                sections: page.sections, links: page.links), frame: frame)
    }
}
