internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
internal import RotaModel
internal import RotaRules
internal import WatchbillStore

/// A unit's set-up with what it may name.
struct LoadedSetup: Sendable {
    var setup: UnitSetup
    /// Of the one that is kept; 0: none is.
    var number: Int
    /// Has the unit, and the people, qualifications and contracts of the year that begins today.
    var known: RotaProblem

    var unit: CrewUnit { known.unit }
    /// Where its pages are.
    var address: String { "/setup/\(LocalAddress.inQuery(unit.id.rawValue))" }
}

extension Installation {
    /// What a unit's rotas are made of, set up without a file, and new periods.
    func addSetup(to routes: inout Routes) {
        routes.get("/setup", asks: [ReadUnit.self, ReadDrafts.self, BuildRota.self]) { visit, _, _ in
            let units = try await self.store.plannedUnits(for: visit.caller)
            let own = units.first { unit in visit.person.memberships.contains { $0.id == unit.id } } ?? units.last
            guard let own else { throw Refusal.forbidden }
            return .see("/setup/\(LocalAddress.inQuery(own.id.rawValue))")
        }
        routes.get("/setup/:unit", asks: [ReadUnit.self, ReadDrafts.self, BuildRota.self]) { visit, _, context in
            .html(try await self.setupPage(try await self.loadedSetup(context, visit), visit))
        }
        routes.post("/setup/:unit/start", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, context in
            var (loaded, form) = try await self.change(visit, request, context)
            guard loaded.number == 0 else { return .see(loaded.address) }
            if let starter = SetupStarter(rawValue: form["start"] ?? "") {
                loaded.setup = starter.setup
            } else if form["start"] == "last", let last = try await self.lastProblem(of: loaded, visit) {
                loaded.setup = UnitSetup(of: last)
            } else {
                throw ServerProblem.badValue("start", form["start"] ?? "", expected: "one of those on the page")
            }
            return try await self.keep(loaded, visit) { try await self.setupPage($0, visit, refusal: $1) }
        }
        addSetupForms(to: &routes)
        addSetupRules(to: &routes)
        addRequestCalls(to: &routes)
        addPeriods(to: &routes)
    }

    private func addSetupForms(to routes: inout Routes) {
        routes.get("/setup/:unit/shifts", asks: [ReadDrafts.self, BuildRota.self]) { visit, _, context in
            let loaded = try await self.loadedSetup(context, visit)
            return .html(self.shiftsPage(loaded, ShiftTypesForm.values(of: loaded.setup.shiftTypes), visit))
        }
        routes.post("/setup/:unit/shifts", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, context in
            let (loaded, form) = try await self.change(visit, request, context)
            return try await self.keep(loaded, form, visit, again: self.shiftsPage) { setup in
                setup.shiftTypes = try self.shiftsForm(loaded).read(form)
            }
        }
        routes.get("/setup/:unit/demand", asks: [ReadDrafts.self, BuildRota.self]) { visit, _, context in
            let loaded = try await self.loadedSetup(context, visit)
            return .html(self.demandPage(loaded, DemandForm.values(of: loaded.setup.demand), visit))
        }
        routes.post("/setup/:unit/demand", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, context in
            let (loaded, form) = try await self.change(visit, request, context)
            return try await self.keep(loaded, form, visit, again: self.demandPage) { setup in
                setup.demand = try self.demandForm(loaded).read(form)
            }
        }
        routes.get("/setup/:unit/holidays", asks: [ReadDrafts.self, BuildRota.self]) { visit, _, context in
            let loaded = try await self.loadedSetup(context, visit)
            return .html(self.holidaysPage(loaded, HolidaysForm.values(of: loaded.setup), visit))
        }
        routes.post("/setup/:unit/holidays", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, context in
            let (loaded, form) = try await self.change(visit, request, context)
            return try await self.keep(loaded, form, visit, again: self.holidaysPage) { setup in
                try HolidaysForm(language: self.pages.language).read(form, into: &setup)
            }
        }
        routes.get("/setup/:unit/exchanges", asks: [ReadDrafts.self, BuildRota.self]) { visit, _, context in
            let loaded = try await self.loadedSetup(context, visit)
            let values = FormBody(["how": loaded.setup.hasFreeExchanges ? "free" : "asked"])
            return .html(self.setupExchangesPage(loaded, values, visit))
        }
        routes.post("/setup/:unit/exchanges", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, context in
            let (loaded, form) = try await self.change(visit, request, context)
            return try await self.keep(loaded, form, visit, again: self.setupExchangesPage) { setup in
                setup.hasFreeExchanges = form["how"] == "free"
            }
        }
    }

    private func addSetupRules(to routes: inout Routes) {
        routes.get("/setup/:unit/rules", asks: [ReadDrafts.self, BuildRota.self]) { visit, _, context in
            .html(self.setupRulesPage(try await self.loadedSetup(context, visit), visit))
        }
        routes.post("/setup/:unit/rules", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, context in
            var (loaded, form) = try await self.change(visit, request, context)
            loaded.setup.ruleSets = Set(RuleSet.all.map(\.id).filter { form["set:\($0)"] == "yes" })
            return try await self.keep(loaded, visit) { self.setupRulesPage($0, visit, refusal: $1) }
        }
        routes.post("/setup/:unit/rules/remove", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, context in
            var (loaded, form) = try await self.change(visit, request, context)
            loaded.setup.rules.removeAll { $0.id.rawValue == form["rule"] }
            return try await self.keep(loaded, visit, to: "/rules") { self.setupRulesPage($0, visit, refusal: $1) }
        }
        routes.get("/setup/:unit/rules/own", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, context in
            let loaded = try await self.loadedSetup(context, visit)
            let (form, rule) = try self.ruleForm(loaded, request)
            let standard = FormBody(["strict": "hard", "weight": "10", "shifts": "all", "tolerance": "1"])
            return .html(self.rulePage(loaded, form, rule, rule.map(form.values) ?? standard, visit))
        }
        routes.post("/setup/:unit/rules/own", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, context in
            let (loaded, typed) = try await self.change(visit, request, context)
            let (form, rule) = try self.ruleForm(loaded, request)
            let again = { (loaded: LoadedSetup, typed: FormBody, visit: Visit, refusal: String?) in
                self.rulePage(loaded, form, rule, typed, visit, refusal: refusal)
            }
            return try await self.keep(loaded, typed, visit, again: again, to: "/rules") { setup in
                let read = try form.read(typed, id: rule?.id ?? Self.freeRuleID(in: setup))
                if let place = setup.rules.firstIndex(where: { $0.id == rule?.id }) {
                    setup.rules[place] = read
                } else {
                    setup.rules.append(read)
                }
            }
        }
    }

    // MARK: Loading and keeping

    func loadedSetup(_ context: WebContext, _ visit: Visit) async throws -> LoadedSetup {
        try await loadedSetup(try Self.unit(in: context), visit)
    }

    func loadedSetup(_ unit: UnitID, _ visit: Visit) async throws -> LoadedSetup {
        let stored = try await store.setup(of: unit, for: visit.caller)
        let now = Zone.utc.date(at: surroundings.now())
        let basis = try await store.basis(of: unit, over: now...now.advanced(by: 365), for: visit.caller)
        let known = RotaProblem(
            unit: basis.unit, start: now, dayCount: 1, shiftTypes: [], qualifications: basis.qualifications,
            contracts: basis.contracts, people: basis.people)
        guard let stored else { return LoadedSetup(setup: UnitSetup(), number: 0, known: known) }
        return LoadedSetup(setup: try Self.read(stored, of: unit), number: stored.number, known: known)
    }

    private static func read(_ stored: StoredSetup, of unit: UnitID) throws -> UnitSetup {
        guard let setup = SetupFile.read(stored.document) else {
            throw StoreError(.damaged, "The set-up of \(unit) in the database cannot be read.")
        }
        return setup
    }

    private func change(
        _ visit: Visit, _ request: Request, _ context: WebContext
    ) async throws -> (LoadedSetup, FormBody) {
        let form = try await FormBody(request, upTo: 256 << 10)
        try door.check(form, of: visit)
        var loaded = try await loadedSetup(context, visit)
        // What was on the page counts, not what there is by now.
        loaded.number = try form.number("known") ?? loaded.number
        return (loaded, form)
    }

    /// Keeps what a form says, or shows the form again with what was typed and why it cannot be kept.
    private func keep(
        _ loaded: LoadedSetup, _ form: FormBody, _ visit: Visit,
        again: (LoadedSetup, FormBody, Visit, String?) -> String, to place: String = "",
        _ read: (inout UnitSetup) throws -> Void
    ) async throws -> Response {
        var changed = loaded
        do {
            try read(&changed.setup)
        } catch let fault as FormFault {
            return .html(again(loaded, form, visit, fault.message), status: .unprocessableContent)
        }
        return try await keep(changed, visit, to: place) { again(loaded, form, visit, $1) }
    }

    private func keep(
        _ loaded: LoadedSetup, _ visit: Visit, to place: String = "",
        again: (LoadedSetup, String) async throws -> String
    ) async throws -> Response {
        if let fault = words(of: loaded) {
            return .html(try await again(loaded, fault), status: .unprocessableContent)
        }
        do {
            try await store.keepSetup(
                Array(SetupFile.write(loaded.setup).utf8), hasFreeExchanges: loaded.setup.hasFreeExchanges,
                of: loaded.unit.id, after: loaded.number,
                at: surroundings.now(), for: visit.caller)
            return .see(loaded.address + place)
        } catch let error as StoreError where error.code == .changedMeanwhile {
            return .html(try await again(loaded, error.message), status: .conflict)
        }
    }

    /// What is wrong with a set-up; nil: nothing.
    private func words(of loaded: LoadedSetup) -> String? {
        let faults = loaded.setup.validate(in: loaded.known).filter { $0.severity == .error }
        guard !faults.isEmpty else { return nil }
        return faults.prefix(5).map { fault in
            guard case .pointer(let pointer, _, _) = fault.place else { return fault.message }
            return "\(words(of: pointer, in: loaded.setup))\(fault.message)"
        }.joined(separator: "\n")
    }

    /// `Shift type E: ` for `/shiftTypes/0/length`.
    private func words(of pointer: String, in setup: UnitSetup) -> String {
        let parts = pointer.split(separator: "/").map(String.init)
        guard parts.count > 1, let number = Int(parts[1]) else { return "" }
        let language = pages.language
        switch parts[0] {
        case "shiftTypes" where setup.shiftTypes.indices.contains(number):
            return "\(language[.setupShift]) \(setup.shiftTypes[number].id): "
        case "demand" where setup.demand.indices.contains(number):
            return "\(language[.demand]), \(setup.demand[number].shiftTypes.map(\.rawValue).joined(separator: " ")): "
        case "rules": return "\(language[.ruleOwn]): "
        default: return ""
        }
    }

    private static func freeRuleID(in setup: UnitSetup) -> RuleID {
        let there = Set(setup.rules.map(\.id.rawValue))
        let number = (1...setup.rules.count + 1).first { !there.contains("own-\($0)") } ?? 1
        return RuleID("own-\(number)")
    }

    // MARK: Pages

    private func setupPage(_ loaded: LoadedSetup, _ visit: Visit, refusal: String? = nil) async throws -> String {
        let periods = try await store.problems(of: loaded.unit.id, limit: 12, for: visit.caller)
        return pages.setupPage(
            SetupPageRequest(
                loaded: loaded, periods: periods,
                calls: try await store.requestCalls(of: loaded.unit.id, limit: 3, for: visit.caller),
                units: try await store.plannedUnits(for: visit.caller),
                refusal: refusal, form: door.formToken(for: visit)))
    }

    private func shiftsForm(_ loaded: LoadedSetup) -> ShiftTypesForm {
        ShiftTypesForm(language: pages.language, qualifications: loaded.known.qualifications)
    }

    private func shiftsPage(_ loaded: LoadedSetup, _ values: FormBody, _ visit: Visit, refusal: String? = nil) -> String
    {
        section(
            loaded, .setupShifts, .setupShiftsIntro, "/shifts", shiftsForm(loaded).groups(values), visit,
            refusal: refusal)
    }

    private func demandForm(_ loaded: LoadedSetup) -> DemandForm {
        DemandForm(
            language: pages.language, shiftTypes: loaded.setup.shiftTypes, qualifications: loaded.known.qualifications)
    }

    private func demandPage(_ loaded: LoadedSetup, _ values: FormBody, _ visit: Visit, refusal: String? = nil) -> String
    {
        section(
            loaded, .demand, .setupDemandIntro, "/demand", demandForm(loaded).groups(values), visit, refusal: refusal)
    }

    private func holidaysPage(
        _ loaded: LoadedSetup, _ values: FormBody, _ visit: Visit, refusal: String? = nil
    ) -> String {
        section(
            loaded, .setupHolidays, .setupHolidaysIntro, "/holidays",
            HolidaysForm(language: pages.language).groups(values), visit, refusal: refusal)
    }

    private func setupExchangesPage(
        _ loaded: LoadedSetup, _ values: FormBody, _ visit: Visit, refusal: String? = nil
    ) -> String {
        let language = pages.language
        let group = FormPage.Group(
            legend: language[.setupExchanges],
            fields: [
                .select(
                    "how", language[.setupExchangesHow], values,
                    [("asked", language[.setupExchangesAsked]), ("free", language[.setupExchangesAtOnce])])
            ])
        return section(loaded, .setupExchanges, .setupExchangesIntro, "/exchanges", [group], visit, refusal: refusal)
    }

    private func rulePage(
        _ loaded: LoadedSetup, _ form: RuleForm, _ rule: Rule?, _ values: FormBody, _ visit: Visit,
        refusal: String? = nil
    ) -> String {
        let query = rule.map { "rule=\(LocalAddress.inQuery($0.id.rawValue))" } ?? "kind=\(form.kind.rawValue)"
        return section(
            loaded, form.kind.phrase, nil, "/rules/own?\(query)", form.groups(values), visit, refusal: refusal,
            back: "/rules")
    }

    private func section(
        _ loaded: LoadedSetup, _ title: Phrase, _ intro: Phrase?, _ path: String, _ groups: [FormPage.Group],
        _ visit: Visit, refusal: String?, back: String = ""
    ) -> String {
        let language = pages.language
        return pages.formPage(
            FormPage(
                title: "\(language[title]) · \(loaded.unit.name)", intro: intro.map { language[$0] }, refusal: refusal,
                action: loaded.address + path, hidden: [FormPage.Hidden(name: "known", value: "\(loaded.number)")],
                groups: groups, button: language[.setupSave], back: loaded.address + back,
                backName: back.isEmpty ? language.text(.setupOf, ["unit": loaded.unit.name]) : language[.rules]),
            form: door.formToken(for: visit))
    }

    private func setupRulesPage(_ loaded: LoadedSetup, _ visit: Visit, refusal: String? = nil) -> String {
        pages.setupRulesPage(
            loaded,
            editable: loaded.setup.rules.filter { rule in
                let form = RuleForm(
                    language: pages.language, kind: RuleKindName(rule.kind), setup: loaded.setup, known: loaded.known)
                // A rule of a file may say more than a form has fields for.
                return (try? form.read(form.values(of: rule), id: rule.id)) == rule
            }.map(\.id), refusal: refusal, form: door.formToken(for: visit))
    }

    private func ruleForm(_ loaded: LoadedSetup, _ request: Request) throws -> (RuleForm, Rule?) {
        let query = request.uri.queryParameters
        let rule = query.get("rule").flatMap { id in loaded.setup.rules.first { $0.id.rawValue == id } }
        guard let kind = rule.map({ RuleKindName($0.kind) }) ?? RuleKindName(rawValue: query.get("kind") ?? "") else {
            throw ServerProblem.badValue("kind", query.get("kind") ?? "", expected: "one of those on the page of rules")
        }
        return (
            RuleForm(language: pages.language, kind: kind, setup: loaded.setup, known: loaded.known), rule
        )
    }

    func lastProblem(of loaded: LoadedSetup, _ visit: Visit) async throws -> RotaProblem? {
        try await store.problems(of: loaded.unit.id, limit: 1, for: visit.caller).first.map {
            try self.load($0).problem
        }
    }
}
