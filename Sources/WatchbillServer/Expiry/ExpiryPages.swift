import CrewRecords
import RotaModel
import WatchbillStore

extension PageRenderer {
    func expiryAddress(_ person: PersonID) -> String { "\(cardAddress(person))/expiry" }

    // MARK: Lists

    /// What runs out for one person.
    func expiryPage(_ expiry: PersonExpiry, isOwn: Bool, today: CalendarDate, form: String?) -> String {
        let lines = expiry.entries.map { line($0, isOwn: isOwn, isNamed: false, expiry.qualifications, today) }
        var sections = [
            AskingPage.Section(
                id: "ends", title: language[.expiryLastDays], empty: lines.isEmpty ? language[.expiryNone] : nil,
                lines: lines)
        ]
        let own = isOwn ? "/me/expiry" : expiryAddress(expiry.person)
        if expiry.hasSealed { sections.append(sealedSection(own)) }
        var links: [RotaPage.Link] = []
        if !isOwn, !expiry.writable.isEmpty {
            links += [(Phrase.expiryAddPaper, "paper"), (.expiryAddSupply, "supply")].map { phrase, kind in
                RotaPage.Link(address: "\(own)/\(kind)", name: language[phrase], isHere: false)
            }
        }
        links.append(
            RotaPage.Link(
                address: isOwn ? "/me/file" : "\(cardAddress(expiry.person))/file",
                name: isOwn ? language[.fileOwn] : language.text(.fileOf, ["name": expiry.name]), isHere: false))
        return askingPage(
            AskingPage(
                title: isOwn ? language[.expiryOwn] : language.text(.expiryOf, ["name": expiry.name]), refusal: nil,
                intro: language[isOwn ? .expiryOwnIntro : .expiryIntro], sections: sections, links: links),
            place: .me, form: form)
    }

    /// What runs out in a unit, month by month, and who is then not eligible.
    func unitExpiryPage(
        _ found: UnitExpiry, of unit: CrewUnit, _ units: [CrewUnit], _ dates: ClosedRange<CalendarDate>,
        today: CalendarDate, form: String?
    ) -> String {
        let address = "/expiry?unit=\(LocalAddress.inQuery(unit.id.rawValue))"
        var sections: [AskingPage.Section] = []
        if let ineligible = found.notEligible {
            let lines = ineligible.map { line in
                AskingPage.Line(
                    words: line.last == dates.upperBound
                        ? language.text(
                            .expiryNotEligibleFrom, ["name": line.name, "date": language.long(line.first)])
                        : language.text(
                            .expiryNotEligible,
                            ["name": line.name, "days": language.period(line.first, line.last)]))
            }
            sections.append(
                AskingPage.Section(
                    id: "notEligible", title: language[.expiryNotEligibleTitle],
                    empty: lines.isEmpty ? language[.expiryAllEligible] : nil, lines: lines))
        }
        let months = Dictionary(grouping: found.entries) { entry in
            let (year, month, _) = (entry.last.earliest ?? dates.upperBound).components
            return year * 12 + month - 1
        }
        for (month, entries) in months.sorted(by: { $0.key < $1.key }) {
            sections.append(
                AskingPage.Section(
                    id: "month\(month)",
                    title: language.text(
                        .monthName, ["month": language.months[month % 12], "year": "\(month / 12)"]),
                    lines: entries.map { line($0, isOwn: false, isNamed: true, found.qualifications, today) }))
        }
        if found.entries.isEmpty {
            sections.append(
                AskingPage.Section(
                    id: "ends", title: language[.expiryLastDays], empty: language[.expiryNone], lines: []))
        }
        if found.hasSealed { sections.append(sealedSection("\(address)&date=\(dates.lowerBound)")) }
        var links = units.filter { $0.id != unit.id }.map {
            RotaPage.Link(
                address: "/expiry?unit=\(LocalAddress.inQuery($0.id.rawValue))", name: $0.name, isHere: false)
        }
        links.append(
            RotaPage.Link(
                address: "/expiry/calendar.csv?unit=\(LocalAddress.inQuery(unit.id.rawValue))&date=\(dates.lowerBound)",
                name: language[.expiryTable], isHere: false, isFile: true))
        return askingPage(
            AskingPage(
                title: language.text(.expiryIn, ["unit": unit.name]), refusal: nil,
                intro: language.text(
                    .expiryInIntro, ["days": language.period(dates.lowerBound, dates.upperBound)]),
                goTo: AskingPage.GoTo(
                    action: "/expiry", hidden: [FormPage.Hidden(name: "unit", value: unit.id.rawValue)],
                    label: language[.expiryFrom], value: dates.lowerBound.description, button: language[.crewShow]),
                sections: sections, links: links), place: .rota, form: form)
    }

    private func sealedSection(_ action: String) -> AskingPage.Section {
        AskingPage.Section(
            id: "sealed", title: language[.classSealed],
            lines: [
                AskingPage.Line(words: language[.expirySealed]).asking(
                    action, [],
                    AskingPage.Button(
                        name: "open", value: "yes", text: language[.expiryOpen], label: language[.expiryOpen]))
            ])
    }

    private func line(
        _ entry: ExpiringEntry, isOwn: Bool, isNamed: Bool, _ qualifications: [Qualification], _ today: CalendarDate
    ) -> AskingPage.Line {
        let title = isNamed ? "\(entry.name): \(entry.content.title)" : entry.content.title
        let isPaper = entry.content.terms?.paper != nil
        let phrase: Phrase = isOwn ? .expiryTell : isPaper ? .expiryRenew : .expiryCount
        // Whoever may not write there themselves sends what is new with a word to whoever keeps it.
        let address =
            entry.mayChange
            ? "\(expiryAddress(entry.person))/\(LocalAddress.inQuery(entry.id.rawValue))"
            : entryAddress(entry.id, of: entry.person)
        let link =
            entry.mayChange || isOwn
            ? AskingPage.Link(address: address, name: language[phrase], label: "\(language[phrase]): \(title)") : nil
        let notes =
            facts(of: entry.content, qualifications) + [words(for: entry.category), words(for: entry.recordClass)]
        return AskingPage.Line(
            words: "\(title), \(words(for: entry.last, today: today))", note: notes.joined(separator: " · "),
            link: link)
    }

    // MARK: Words

    /// `until 6 Jan 2027, in 12 days`; `until about 6 Jan 2027, in 12 days (between 3 Jan 2027 and 12 Jan 2027)`.
    func words(for last: LastDay, today: CalendarDate) -> String {
        guard let expected = last.expected ?? last.earliest else { return language[.expiryEndless] }
        let isSure = last.earliest == last.latest
        let date = language.text(isSure ? .expiryUntil : .expiryAbout, ["date": language.long(expected)])
        var words = "\(date), \(distance(to: expected, from: today))"
        guard !isSure, let first = last.earliest else { return words }
        if let latest = last.latest {
            words +=
                " (\(language.text(.expiryBetween, ["first": language.long(first), "last": language.long(latest)])))"
        } else {
            words += " (\(language.text(.expiryNotBefore, ["first": language.long(first)])))"
        }
        return words
    }

    /// `in 12 days`, `today is the last day`, `ran out 3 days ago`.
    private func distance(to last: CalendarDate, from today: CalendarDate) -> String {
        let days = today.distance(to: last)
        return switch days {
        case 0: language[.expiryToday]
        case 1: language[.expiryTomorrow]
        case 2...: language.text(.expiryInDays, ["days": "\(days)"])
        case -1: language[.expiryYesterday]
        default: language.text(.expiryAgo, ["days": "\(-days)"])
        }
    }

    /// What an entry says of what runs out, besides its last day.
    func facts(of content: EntryContent, _ qualifications: [Qualification]) -> [String] {
        guard let terms = content.terms else { return [] }
        var facts: [String] = []
        switch terms.need {
        case .nothing: break
        case .duty: facts.append(language[.expiryDuty])
        case .qualification(let id):
            let name = qualifications.first { $0.id == id }?.name ?? id.rawValue
            facts.append(language.text(.expiryFor, ["qualification": name]))
        }
        switch terms.thing {
        case .paper(let paper):
            if !paper.issuer.isEmpty { facts.append(language.text(.expiryIssued, ["issuer": paper.issuer])) }
            if !paper.number.isEmpty { facts.append(language.text(.expiryNumbered, ["number": paper.number])) }
        case .supply(let supply):
            facts.append(
                language.text(
                    .expiryThere,
                    [
                        "amount": Amount.text(supply.count.quantity), "measure": supply.measure,
                        "date": language.long(supply.count.date),
                    ]))
            facts.append(use(of: supply))
            facts += supply.expected.map {
                language.text(
                    .expiryToCome,
                    [
                        "amount": Amount.text($0.quantity), "measure": supply.measure, "date": language.long($0.date),
                    ])
            }
        }
        return facts
    }

    private func use(of supply: Supply) -> String {
        guard let use = supply.use else {
            let rate = UseRate(supply.counts, supply.deliveries)
            return language.text(
                .expiryUseCounted,
                [
                    "amount": Amount.text(rate.need(1, deviations: 0)), "measure": supply.measure,
                    "count": "\(supply.counts.count)",
                ])
        }
        guard use.low != use.high else {
            return language.text(
                .expiryUse, ["amount": Amount.text(use.usual), "measure": supply.measure])
        }
        return language.text(
            .expiryUseRange,
            [
                "amount": Amount.text(use.usual), "measure": supply.measure, "least": Amount.text(use.low),
                "most": Amount.text(use.high),
            ])
    }

    // MARK: Forms

    func newExpiryPage(
        of expiry: PersonExpiry, isPaper: Bool, _ values: FormBody, today: CalendarDate, refusal: String?,
        form: String?
    ) -> String {
        let values = values["on"] == nil ? values.setting("on", to: today.description) : values
        let categories = expiry.writable.map { (value: $0.rawValue, name: words(for: $0)) }
        let usual: RecordCategory = isPaper ? .qualifications : .supplies
        let chosen =
            values["category"] != nil || !expiry.writable.contains(usual)
            ? values : values.setting("category", to: usual.rawValue)
        let classes =
            [(value: "", name: language[.entryClassUsual])]
            + RecordClass.allCases.map { (value: $0.rawValue, name: words(for: $0)) }
        var needs = [(value: "", name: language[.expiryNeedNothing]), (value: "duty", name: language[.expiryNeedDuty])]
        if isPaper {
            needs += expiry.qualifications.map {
                (
                    value: "for \($0.id.rawValue)",
                    name: language.text(.expiryNeedFor, ["qualification": $0.name])
                )
            }
        }
        let what = FormPage.Group(
            legend: language[isPaper ? .expiryPaper : .expirySupply],
            fields: [
                .input("title", language[.entryTitle], values),
                .select("category", language[.entryCategory], chosen, categories),
                .select("class", language[.entryClass], values, classes),
                .select("need", language[.expiryNeed], values, needs),
                .input("body", language[.entryText], values),
            ])
        let days =
            isPaper
            ? FormPage.Group(
                legend: language[.expiryDates],
                fields: [
                    .input("issuer", language[.expiryIssuer], values),
                    .input("number", language[.expiryNumber], values),
                    .input("from", language[.entryFrom], values, type: "date"),
                    .input("until", language[.entryUntil], values, type: "date"),
                ]) : stockGroup(values, measure: true)
        return formPage(
            FormPage(
                title: language.text(isPaper ? .expiryNewPaper : .expiryNewSupply, ["name": expiry.name]),
                intro: language[isPaper ? .expiryPaperIntro : .expirySupplyIntro], refusal: refusal,
                action: "\(expiryAddress(expiry.person))/\(isPaper ? "paper" : "supply")", groups: [what, days],
                files: filesHint, button: language[.expiryKeep], back: expiryAddress(expiry.person),
                backName: language.text(.expiryOf, ["name": expiry.name])), place: .me, form: form)
    }

    private var filesHint: String {
        language.text(
            .filesHint, ["count": "\(AttachedFile.mostTogether)", "size": "\(AttachedFile.largest >> 20)"])
    }

    private func stockGroup(_ values: FormBody, measure: Bool) -> FormPage.Group {
        var fields: [FormField] = [
            .input("on", language[.expiryOn], values, type: "date"),
            .input("quantity", language[.expiryQuantity], values),
        ]
        if measure { fields.append(.input("measure", language[.expiryMeasure], values)) }
        fields += [
            .input("use", language[.expiryUseUsual], values), .input("least", language[.expiryUseLeast], values),
            .input("most", language[.expiryUseMost], values),
        ]
        return FormPage.Group(legend: language[.expiryStock], hint: language[.expiryUseHint], fields: fields)
    }

    /// - Parameters:
    ///   - entry: opened, and with terms.
    ///   - values: what was typed before it was refused; none: what a paper says by now is in the fields.
    func changeExpiryPage(
        _ entry: FiledEntry, of expiry: PersonExpiry, _ values: FormBody, today: CalendarDate, refusal: String?,
        form: String?
    ) -> String {
        let content = entry.content
        let paper = content?.terms?.paper
        let isPaper = paper != nil
        let dates = (
            from: content?.valid.from?.description ?? "", until: content?.valid.until?.description ?? ""
        )
        var values = values["on"] == nil ? values.setting("on", to: today.description) : values
        if let paper, values["what"] == nil {
            values = values.setting("issuer", to: paper.issuer).setting("number", to: paper.number)
                .setting("from", to: dates.from).setting("until", to: dates.until)
        }
        let choices: [(ExpiryForm.What, Phrase)] =
            isPaper
            ? [(.renewed, .expiryRenewed), (.corrected, .expiryCorrected), (.ended, .expiryEnded)]
            : [(.counted, .expiryCounted), (.delivered, .expiryDelivered), (.ended, .expiryEnded)]
        let last = content?.expiryDays.map { words(for: $0.last(on: today), today: today) } ?? ""
        let known = content.map { [last] + facts(of: $0, expiry.qualifications) } ?? []
        let what = FormPage.Group(
            legend: language[.expiryWhat],
            fields: [
                .select(
                    "what", language[.expiryWhat], values, choices.map { ($0.0.rawValue, language[$0.1]) })
            ])
        let group =
            isPaper
            ? FormPage.Group(
                legend: language[.expiryDates], hint: language[.expiryRenewHint],
                fields: [
                    .input("issuer", language[.expiryIssuer], values),
                    .input("number", language[.expiryNumber], values),
                    .input("from", language[.entryFrom], values, type: "date"),
                    .input("until", language[.entryUntil], values, type: "date"),
                ]) : stockGroup(values, measure: false)
        let before = [
            FormPage.Hidden(name: ExpiryForm.Before.from.rawValue, value: dates.from),
            FormPage.Hidden(name: ExpiryForm.Before.until.rawValue, value: dates.until),
        ]
        return formPage(
            FormPage(
                title: "\(content?.title ?? "") · \(expiry.name)", intro: known.joined(separator: " · "),
                refusal: refusal,
                action: "\(expiryAddress(expiry.person))/\(LocalAddress.inQuery(entry.id.rawValue))",
                hidden: isPaper ? before : [], groups: [what, group], files: filesHint, button: language[.expiryKeep],
                back: expiryAddress(expiry.person), backName: language.text(.expiryOf, ["name": expiry.name])),
            place: .me, form: form)
    }
}
