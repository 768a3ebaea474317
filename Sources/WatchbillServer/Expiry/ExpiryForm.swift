internal import CrewRecords
internal import RotaModel

/// What a form about something that runs out says.
struct ExpiryForm {
    /// What can have happened to it, as forms and programs name it.
    enum What: String, CaseIterable {
        case renewed, corrected, counted, delivered, ended
    }

    /// What the form carries along of the dates that were in it, to tell what was changed.
    enum Before: String {
        case from = "fromBefore"
        case until = "untilBefore"
    }

    private let form: FormBody
    private let language: Language

    init(_ form: FormBody, _ language: Language) {
        self.form = form
        self.language = language
    }

    func shelf() throws -> (RecordCategory, RecordClass) {
        guard let category = RecordCategory(rawValue: form["category"] ?? "") else {
            throw ServerProblem.badValue("category", form["category"] ?? "", expected: "the name of a category")
        }
        return (category, try Installation.recordClass(in: form) ?? category.defaultClass)
    }

    /// - Parameter known: the qualifications that a paper may be needed for.
    func paper(of known: [Qualification]) throws -> EntryContent {
        try EntryContent(
            title: form.text("title"), body: form.lines("body"), valid: try valid(),
            terms: ExpiryTerms(
                .paper(try Paper(issuer: form.text("issuer"), number: form.text("number"))),
                neededFor: try need(of: known)))
    }

    func supply(of known: [Qualification]) throws -> EntryContent {
        guard let date = try form.date("on") else {
            throw ServerProblem.badValue("on", "", expected: "a date such as 2026-01-31")
        }
        return try EntryContent(
            title: form.text("title"), body: form.lines("body"),
            terms: ExpiryTerms(
                .supply(
                    try Supply(
                        measure: form.text("measure"), counts: [Stock(date, try quantity())],
                        use: try use())), neededFor: try need(of: known)))
    }

    func change() throws -> ExpiryChange {
        guard let what = What(rawValue: form["what"] ?? "") else {
            throw ServerProblem.badValue("what", form["what"] ?? "", expected: "one of those on the page")
        }
        // The form had in it what the paper says by now; a field that is not there leaves it so.
        let issuer = form["issuer"].map { _ in form.text("issuer") }
        let number = form["number"].map { _ in form.text("number") }
        switch what {
        case .renewed:
            var newer = try valid()
            guard newer.until != nil, form["until"] != form[Before.until.rawValue] else {
                throw FormFault(language[.expiryNoNewLastDay])
            }
            // What was left as it was is the first day of the paper before.
            if form["from"] == form[Before.from.rawValue] { newer.from = nil }
            return .renewal(newer, issuer: issuer, number: number)
        case .corrected:
            let right = try valid()
            // An empty field would make a paper hold for ever that has a last day.
            guard right.until != nil || form[Before.until.rawValue] == "" else {
                throw FormFault(language[.expiryNoLastDay])
            }
            let first: ExpiryChange.FirstDay =
                form["from"] == nil ? .asBefore : right.from.map(ExpiryChange.FirstDay.on) ?? .open
            return .correction(from: first, until: right.until, issuer: issuer, number: number)
        case .ended: return .end
        case .counted, .delivered:
            guard let date = try form.date("on") else {
                throw ServerProblem.badValue("on", "", expected: "a date such as 2026-01-31")
            }
            let stock = Stock(date, try quantity())
            return what == .delivered ? .delivery(stock) : .count(stock, use: try use())
        }
    }

    private func valid() throws -> Validity {
        Validity(from: try form.date("from"), until: try form.date("until"))
    }

    private func need(of known: [Qualification]) throws -> ExpiryTerms.Need {
        let text = form["need"] ?? ""
        if text.isEmpty { return .nothing }
        if text == "duty" { return .duty }
        guard text.hasPrefix("for "), let found = known.first(where: { $0.id.rawValue == text.dropFirst(4) }) else {
            throw ServerProblem.badValue("need", text, expected: "one of those on the page")
        }
        return .qualification(found.id)
    }

    /// Nil: nothing is said of it.
    private func use() throws -> DailyUse? {
        guard let usual = try amount("use") else { return nil }
        return try DailyUse(usual, from: try amount("least"), to: try amount("most"))
    }

    /// Nothing typed is not nothing left.
    private func quantity() throws -> Int {
        guard let quantity = try amount("quantity") else {
            throw FormFault(language.text(.expiryNoAmount, ["value": ""]))
        }
        return quantity
    }

    /// In thousandths; nil: the field is empty.
    private func amount(_ name: String) throws -> Int? {
        let text = form.text(name)
        if text.isEmpty { return nil }
        guard let amount = Amount.thousandths(text) else {
            throw FormFault(language.text(.expiryNoAmount, ["value": text]))
        }
        return amount
    }
}
