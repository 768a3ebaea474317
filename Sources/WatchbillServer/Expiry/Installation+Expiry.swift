internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// What runs out: one's own, somebody's, and a unit's calendar of it. What is sealed opens by a form and not by a link, so that
    /// no browser does it early or by itself.
    func addExpiry(to routes: inout Routes) {
        addOwnExpiry(to: &routes)
        addPersonExpiry(to: &routes)
        addUnitExpiry(to: &routes)
    }

    private func addOwnExpiry(to routes: inout Routes) {
        routes.get("/me/expiry", either: [ReadEntry.self, ReadSealedEntry.self]) { visit, _, _ in
            .html(try await self.expiryPage(of: visit.person.id, visit))
        }
        routes.post("/me/expiry", either: [ReadEntry.self, ReadSealedEntry.self]) {
            visit, request, _ in
            _ = try await self.expiry(of: visit.person.id, visit)
            try self.door.check(try await FormBody(request), of: visit)
            return .html(try await self.expiryPage(of: visit.person.id, opening: true, visit))
        }
    }

    private func addPersonExpiry(to routes: inout Routes) {
        routes.get("/crew/:person/expiry", either: [ReadEntry.self, ReadSealedEntry.self]) {
            visit, _, context in
            .html(try await self.expiryPage(of: try Self.person(in: context), visit))
        }
        routes.post("/crew/:person/expiry", either: [ReadEntry.self, ReadSealedEntry.self]) {
            visit, request, context in
            let person = try Self.person(in: context)
            _ = try await self.expiry(of: person, visit)
            try self.door.check(try await FormBody(request), of: visit)
            return .html(try await self.expiryPage(of: person, opening: true, visit))
        }
        for isPaper in [true, false] {
            let path = "/crew/:person/expiry/\(isPaper ? "paper" : "supply")"
            routes.get(path, asks: [WriteEntry.self], either: [ReadEntry.self, ReadSealedEntry.self]) {
                visit, _, context in
                let expiry = try await self.writableExpiry(of: try Self.person(in: context), visit)
                return .html(try await self.newExpiryPage(of: expiry, isPaper: isPaper, FormBody([:]), visit))
            }
            routes.post(path, asks: [WriteEntry.self], either: [ReadEntry.self, ReadSealedEntry.self]) {
                visit, request, context in
                let expiry = try await self.writableExpiry(of: try Self.person(in: context), visit)
                let upload = try await self.upload(request, of: visit)
                let form = ExpiryForm(upload.form, self.pages.language)
                do {
                    let known = expiry.qualifications
                    let content = isPaper ? try form.paper(of: known) : try form.supply(of: known)
                    let (category, recordClass) = try form.shelf()
                    var random = self.surroundings.random
                    _ = try await self.store.writeEntry(
                        Confidential(content), attaching: try upload.files, in: category, recordClass,
                        of: expiry.person, for: visit.caller, at: self.surroundings.now(), using: &random)
                    return .see(self.pages.expiryAddress(expiry.person))
                } catch {
                    guard let refusal = Self.refusal(error) else { throw error }
                    return .html(
                        try await self.newExpiryPage(
                            of: expiry, isPaper: isPaper, upload.form, visit, refusal: refusal),
                        status: .unprocessableContent)
                }
            }
        }
        routes.get(
            "/crew/:person/expiry/:entry", asks: [WriteEntry.self], either: [ReadEntry.self, ReadSealedEntry.self]
        ) { visit, _, context in
            let (expiry, entry) = try await self.changed(in: context, visit)
            return .html(try await self.changeExpiryPage(entry, of: expiry, FormBody([:]), visit))
        }
        routes.post(
            "/crew/:person/expiry/:entry", asks: [WriteEntry.self], either: [ReadEntry.self, ReadSealedEntry.self]
        ) { visit, request, context in
            let person = try Self.person(in: context)
            let id = try Self.entry(in: context)
            // Nobody sends files here for nothing.
            try await self.checkMayChange(id, of: person, visit.caller)
            let upload = try await self.upload(request, of: visit)
            do {
                let change = try ExpiryForm(upload.form, self.pages.language).change()
                var random = self.surroundings.random
                _ = try await self.store.changeExpiry(
                    id, of: person, by: change, attaching: try upload.files, for: visit.caller,
                    at: self.surroundings.now(), using: &random)
                return .see(self.pages.expiryAddress(person))
            } catch {
                guard let refusal = Self.refusal(error) else { throw error }
                let (expiry, entry) = try await self.changed(in: context, visit)
                return .html(
                    try await self.changeExpiryPage(entry, of: expiry, upload.form, visit, refusal: refusal),
                    status: .unprocessableContent)
            }
        }
    }

    private func addUnitExpiry(to routes: inout Routes) {
        let also: [any Operation.Type] = [
            ReadPerson.self, ReadEntry.self, ReadSealedEntry.self, ReadDrafts.self, ReadSchedule.self, ReadFitness.self,
        ]
        routes.get("/expiry", asks: [ReadUnit.self, ReadRota.self], also: also) { visit, request, _ in
            .html(try await self.calendarOfExpiry(visit, request))
        }
        routes.post("/expiry", asks: [ReadUnit.self, ReadRota.self], also: also) { visit, request, _ in
            _ = try await self.unit(visit, request)
            try self.door.check(try await FormBody(request), of: visit)
            return .html(try await self.calendarOfExpiry(visit, request, opening: true))
        }
        routes.get("/expiry/calendar.csv", asks: [ReadUnit.self, ReadRota.self], also: also) { visit, request, _ in
            let unit = try await self.unit(visit, request).unit
            let dates = try self.expiryDates(from: request.uri.queryParameters.get("date"), in: unit)
            let found = try await self.store.expiry(
                in: unit.id, over: dates, for: visit.caller, at: self.surroundings.now())
            return .download(
                Array(ExpiryTable.write(found.lines).utf8), name: "expiry-\(unit.id).csv",
                type: "text/csv; charset=utf-8")
        }
    }

    /// Why a form was refused; nil of what is no fault of the form.
    private static func refusal(_ error: any Error) -> String? {
        switch error {
        case let fault as FormFault: fault.message
        case let error as RecordError: error.message
        default: nil
        }
    }

    /// - Throws: `Refusal.hidden` unless the caller may see the entry and write into its category.
    func checkMayChange(_ entry: EntryID, of person: PersonID, _ caller: Caller) async throws {
        let file = try await store.file(of: person, for: caller, at: surroundings.now())
        guard let known = file.entries.first(where: { $0.id == entry }), file.writable.contains(known.category) else {
            throw Refusal.hidden
        }
    }

    // MARK: What is shown

    /// How far the calendar looks ahead at once: in days.
    static let expirySpan = 183

    /// From a day on, or from the first of the month of today a month ago, so that what just ran out is in it.
    func expiryDates(from text: String?, in unit: CrewUnit) throws(ServerProblem) -> ClosedRange<CalendarDate> {
        var first = today(in: unit.zone).advanced(by: -30)
        if let text, !text.isEmpty {
            guard let date = CalendarDate(text) else {
                throw .badValue("date", text, expected: "a date such as 2026-01-31")
            }
            first = date
        }
        return first...first.advanced(by: Self.expirySpan)
    }

    private func expiry(of person: PersonID, opening: Bool = false, _ visit: Visit) async throws -> PersonExpiry {
        try await store.expiry(of: person, opening: opening, for: visit.caller, at: surroundings.now())
    }

    private func writableExpiry(of person: PersonID, _ visit: Visit) async throws -> PersonExpiry {
        let expiry = try await expiry(of: person, visit)
        guard !expiry.writable.isEmpty else { throw Refusal.hidden }
        return expiry
    }

    /// The entry that an address names, opened: of a sealed one that is logged.
    private func changed(in context: WebContext, _ visit: Visit) async throws -> (PersonExpiry, FiledEntry) {
        let expiry = try await writableExpiry(of: try Self.person(in: context), visit)
        let id = try Self.entry(in: context)
        try await checkMayChange(id, of: expiry.person, visit.caller)
        let opened = try await store.readEntry(id, for: visit.caller, at: surroundings.now())
        guard opened.isCurrent, opened.content?.terms != nil else { throw Refusal.hidden }
        return (expiry, opened)
    }

    private func expiryPage(of person: PersonID, opening: Bool = false, _ visit: Visit) async throws -> String {
        let expiry = try await expiry(of: person, opening: opening, visit)
        return pages.expiryPage(
            expiry, isOwn: person == visit.person.id, today: try await today(of: person, for: visit.caller),
            form: door.formToken(for: visit))
    }

    /// By the clock of somebody's unit, as reminders go by it.
    func today(of person: PersonID, for caller: Caller) async throws -> CalendarDate {
        today(in: try await store.expiry(clockOf: person, for: caller, at: surroundings.now()))
    }

    private func newExpiryPage(
        of expiry: PersonExpiry, isPaper: Bool, _ values: FormBody, _ visit: Visit, refusal: String? = nil
    ) async throws -> String {
        pages.newExpiryPage(
            of: expiry, isPaper: isPaper, values, today: try await today(of: expiry.person, for: visit.caller),
            refusal: refusal, form: door.formToken(for: visit))
    }

    private func changeExpiryPage(
        _ entry: FiledEntry, of expiry: PersonExpiry, _ values: FormBody, _ visit: Visit, refusal: String? = nil
    ) async throws -> String {
        pages.changeExpiryPage(
            entry, of: expiry, values, today: try await today(of: expiry.person, for: visit.caller),
            refusal: refusal, form: door.formToken(for: visit))
    }

    private func calendarOfExpiry(
        _ visit: Visit, _ request: Request, opening: Bool = false
    ) async throws -> String {
        let (unit, units) = try await unit(visit, request)
        let dates = try expiryDates(from: request.uri.queryParameters.get("date"), in: unit)
        let found = try await store.expiry(
            in: unit.id, over: dates, opening: opening, for: visit.caller, at: surroundings.now())
        return pages.unitExpiryPage(
            found, of: unit, units, dates, today: today(in: unit.zone), form: door.formToken(for: visit))
    }
}

extension UnitExpiry {
    /// As a table has them.
    var lines: [ExpiryTable.Line] {
        let told = (notEligible ?? []).map { line in
            ExpiryTable.Line(
                person: line.person, name: line.name, kind: "not eligible", earliest: line.first,
                expected: line.first, latest: line.last)
        }
        return told
            + entries.map { entry in
                ExpiryTable.Line(
                    person: entry.person, name: entry.name,
                    kind: entry.content.terms?.paper == nil ? "supply" : "paper",
                    title: entry.content.title, category: entry.category.rawValue, earliest: entry.last.earliest,
                    expected: entry.last.expected, latest: entry.last.latest)
            }
    }
}
