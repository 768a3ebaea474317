internal import CrewRecords
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// People's files: what is in them, writing into them, and erasing them.
    func addRecords(to routes: inout Routes) {
        routes.get("/crew/:person", asks: [ReadPerson.self, ReadUnit.self]) { visit, _, context in
            let card = try await self.store.card(
                of: try Self.person(in: context), for: visit.caller, at: self.surroundings.now())
            return .html(
                self.pages.cardPage(
                    card, units: try await self.store.unitTree(for: visit.caller),
                    isOwn: card.member.id == visit.person.id))
        }
        routes.get("/crew/:person/file", asks: [ReadUnit.self], either: [ReadEntry.self, ReadSealedEntry.self]) {
            visit, _, context in
            .html(try await self.filePage(try Self.person(in: context), visit))
        }
        routes.post("/crew/:person/file", asks: [WriteEntry.self], either: [ReadEntry.self, ReadSealedEntry.self]) {
            visit, request, context in
            let person = try Self.person(in: context)
            // Nobody sends files here for nothing.
            guard try await !self.file(of: person, visit).writable.isEmpty else { throw Refusal.hidden }
            let upload = try await self.upload(request, of: visit)
            return try await self.write(upload, of: person, visit)
        }
        routes.get("/crew/:person/file/:entry", asks: [ReadUnit.self], either: [ReadEntry.self, ReadSealedEntry.self]) {
            visit, _, context in
            let (person, entry) = (try Self.person(in: context), try Self.entry(in: context))
            return .html(try await self.entryPage(entry, of: person, visit))
        }
        routes.post("/crew/:person/file/:entry/contest", asks: [ContestEntry.self]) { visit, request, context in
            let (person, entry) = (try Self.person(in: context), try Self.entry(in: context))
            guard person == visit.person.id else { throw Refusal.hidden }
            let upload = try await self.upload(request, of: visit)
            var random = self.surroundings.random
            do {
                _ = try await self.store.contest(
                    entry, Confidential(try Self.content(of: upload.form)), attaching: upload.files,
                    for: visit.caller,
                    at: self.surroundings.now(), using: &random)
                return .see("/me/file")
            } catch let error as RecordError {
                let page = try await self.entryPage(
                    entry, of: person, visit, refusal: error.message, typed: upload.form)
                return .html(page, status: ServerProblem(error).status)
            }
        }
        routes.get("/crew/:person/file/:entry/attachments/:attachment", either: [ReadEntry.self, ReadSealedEntry.self])
        { visit, _, context in
            let file = try await self.store.attachment(
                AttachmentID(try Self.part("attachment", of: context)), of: try Self.entry(in: context),
                for: visit.caller, at: self.surroundings.now())
            return .download(file.bytes, name: file.name, type: file.type.mediaType)
        }
        routes.post("/crew/:person/erase", asks: [ErasePerson.self]) { visit, request, context in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            let person = try Self.person(in: context)
            guard form["sure"] != nil else {
                throw ServerProblem.badValue("sure", "", expected: "a tick, since erasing cannot be taken back")
            }
            try await self.erase(person, for: visit)
            return .see("/crew/\(LocalAddress.inQuery(person.rawValue))")
        }
    }

    /// Whom an address names.
    static func person(in context: WebContext) throws -> PersonID { PersonID(try part("person", of: context)) }

    static func unit(in context: WebContext) throws -> UnitID { UnitID(try part("unit", of: context)) }

    static func entry(in context: WebContext) throws -> EntryID { EntryID(try part("entry", of: context)) }

    /// A part of an address, which comes as it was sent.
    static func part(_ name: String, of context: WebContext) throws -> String {
        guard let text = context.parameters.get(name)?.removingPercentEncoding else { throw Refusal.hidden }
        return text
    }

    private func file(of person: PersonID, _ visit: Visit) async throws -> PersonFile {
        try await store.file(of: person, for: visit.caller, at: surroundings.now())
    }

    func upload(_ request: Request, of visit: Visit) async throws -> UploadForm {
        let upload = try await UploadForm(request)
        try door.check(upload.form, of: visit)
        return upload
    }

    private func write(_ upload: UploadForm, of person: PersonID, _ visit: Visit) async throws -> Response {
        let form = upload.form
        let superseded = Self.superseded(in: form)
        do {
            let (category, recordClass) = try Self.shelf(of: form)
            var random = surroundings.random
            _ = try await store.writeEntry(
                Confidential(try Self.content(of: form)), attaching: upload.files, in: category, recordClass,
                of: person,
                superseding: superseded, for: visit.caller, at: surroundings.now(), using: &random)
            return .see("/crew/\(LocalAddress.inQuery(person.rawValue))/file")
        } catch let error as RecordError {
            let page =
                if let superseded {
                    try await entryPage(superseded, of: person, visit, refusal: error.message, typed: form)
                } else {
                    try await filePage(person, visit, refusal: error.message, typed: form)
                }
            return .html(page, status: ServerProblem(error).status)
        }
    }

    private static func shelf(of form: FormBody) throws(ServerProblem) -> (RecordCategory, RecordClass) {
        guard let category = RecordCategory(rawValue: form["category"] ?? "") else {
            throw .badValue("category", form["category"] ?? "", expected: "the name of a category")
        }
        return (category, try recordClass(in: form) ?? category.defaultClass)
    }

    /// Nil: none was chosen.
    static func recordClass(in form: FormBody) throws(ServerProblem) -> RecordClass? {
        guard let name = form["class"], !name.isEmpty else { return nil }
        guard let recordClass = RecordClass(rawValue: name) else {
            throw .badValue("class", name, expected: "the name of a class")
        }
        return recordClass
    }

    /// The entry that what was typed stands for instead.
    static func superseded(in form: FormBody) -> EntryID? {
        form["supersedes"].flatMap { $0.isEmpty ? nil : EntryID($0) }
    }

    static func content(of form: FormBody) throws -> EntryContent {
        try EntryContent(
            title: (form["title"] ?? "").trimmingCharacters(in: .whitespaces),
            body: form.lines("body"),
            valid: Validity(from: try form.date("from"), until: try form.date("until")))
    }

    private func filePage(
        _ person: PersonID, _ visit: Visit, refusal: String? = nil, typed: FormBody? = nil
    ) async throws -> String {
        let tree = try await store.unitTree(for: visit.caller)
        return pages.filePage(
            FilePageRequest(
                file: try await file(of: person, visit), isOwn: false, zone: zone(of: visit, in: tree),
                form: door.formToken(for: visit), refusal: refusal, typed: typed))
    }

    func entryPage(
        _ entry: EntryID, of person: PersonID, _ visit: Visit, refusal: String? = nil, typed: FormBody? = nil
    ) async throws -> String {
        let file = try await file(of: person, visit)
        // What is not of this file is not read at this address.
        guard file.entries.contains(where: { $0.id == entry }) else { throw Refusal.hidden }
        let opened = try await store.readEntry(entry, for: visit.caller, at: surroundings.now())
        let tree = try await store.unitTree(for: visit.caller)
        return pages.entryPage(
            EntryPageRequest(
                entry: opened, file: file, zone: zone(of: visit, in: tree), form: door.formToken(for: visit),
                refusal: refusal, typed: typed))
    }

    /// The clock by which somebody is told times: that of their own unit.
    func zone(of visit: Visit, in units: UnitTree) -> Zone {
        visit.person.memberships.first.flatMap { units[$0.id]?.zone } ?? units.root.flatMap { units[$0]?.zone } ?? .utc
    }
}
