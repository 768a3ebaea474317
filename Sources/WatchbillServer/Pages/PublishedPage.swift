import RotaModel
import WatchbillStore

/// A published version, read, with nothing in its problem that is not for everybody who may read the rota.
struct ShownVersion: Sendable {
    let version: StoredVersion
    let publisher: String
    /// Without wishes, pins, demand, rules and accounts.
    let loaded: LoadedProblem
    let rota: Rota

    init(_ published: PublishedRota, _ loaded: LoadedProblem) {
        version = published.version
        publisher = published.publisher
        rota = published.rota
        var problem = loaded.problem
        problem.demand = []
        problem.rules = []
        problem.requests = []
        problem.pins = []
        problem.historyStart = nil
        problem.history = []
        problem.ledger = []
        for index in problem.people.indices {
            problem.people[index].rank = nil
            problem.people[index].qualifications = []
        }
        self.loaded = LoadedProblem(id: loaded.id, problem: problem)
    }

    var dated: DatedRota { DatedRota(rota, of: loaded.problem) }
}

/// What a page of a published version, or of none, shows.
struct PublishedPageRequest: Sendable {
    var unit: CrewUnit
    /// Those whose rotas the visitor may read.
    var units: [CrewUnit]
    /// Nil: there is none.
    var shown: ShownVersion?
    /// The version before, and what changed; nil: not told.
    var changes: RotaChanges?
    /// The moment that was asked about; nil: now.
    var at: Instant?
    /// Whether the visitor may see what it was built from, and so compare it.
    var mayCompare = false
    /// Whether the visitor may repair it.
    var mayRepair = false
    var mayPublish = false
    var maySeeAttendance = false
    /// Whether it is what one version was, and not what is in force.
    var isOne = false
    var now: Instant
}

extension PageRenderer {
    func publishedPage(_ request: PublishedPageRequest) -> String {
        struct Model: Sendable {
            let title: String
            let hasUnits: Bool
            let units: [RotaPage.Choice]
            let at: String?
            let facts: String?
            let note: String?
            let empty: String?
            let hasRota: Bool
            let label: String
            let grid: GridModel
            let legend: [RotaPage.Legend]
            let print: String
            let hours: String
            let files: [RotaPage.Link]
            let versions: String
            let inForce: String?
            let compare: String?
            let repair: String?
            let cover: String?
            /// Who is on watch now.
            let watch: String?
            let attendance: String?
            let expiry: String?
            let hasChanges: Bool
            let changesWords: String
            let people: [ChangesLine]
            let unit: String?
            let moment: String
        }
        let (unit, shown) = (request.unit, request.shown)
        let query = "unit=\(LocalAddress.inQuery(unit.id.rawValue))"
        let title = shown.map { language.text(.publishedVersion, ["number": "\($0.version.number)"]) }
        let at = request.at.map { language.text(.publishedAt, ["time": language.moment($0, in: unit.zone)]) }
        let builder = shown.map { GridBuilder($0.loaded, language: language, today: unit.zone.date(at: request.now)) }
        let label = shown.map {
            language.text(.publishedLabel, ["unit": unit.name, "period": language.period($0.loaded.problem)])
        }
        let number = shown.map { "&version=\($0.version.number)" } ?? ""
        let model = Model(
            title: title ?? language[.rota], hasUnits: request.units.count > 1 && !request.isOne,
            units: request.units.map {
                RotaPage.Choice(value: $0.id.rawValue, name: $0.name, isChosen: $0.id == unit.id)
            }, at: at, facts: shown.map { facts($0, in: unit.zone) }, note: shown?.version.note,
            empty: shown == nil ? language.text(.publishedNone, ["unit": unit.name]) : nil, hasRota: shown != nil,
            label: label ?? "",
            grid: shown.flatMap { builder?.build($0.rota, nil) }
                ?? GridModel(heads: [], rows: [], cover: [], qualifiedCover: []),
            legend: shown.map { legend($0.loaded.problem) } ?? [],
            print: "/rota/print?\(query)" + number, hours: "/rota/hours?\(query)" + number,
            files: shown.map { rotaFiles("/rota/versions/\($0.version.number)", query: "?\(query)") } ?? [],
            versions: "/rota/versions?\(query)",
            inForce: request.isOne || request.at != nil ? "/rota?\(query)" : nil,
            compare: request.mayCompare ? shown.map { comparing($0.version, query) } : nil,
            repair: request.mayRepair ? shown.map { "/repair?\(query)&rota=version:\($0.version.number)" } : nil,
            cover: request.mayPublish && shown != nil ? "/cover?\(query)" : nil,
            watch: "/watch?\(query)",
            attendance: request.maySeeAttendance && shown != nil ? "/attendance?\(query)" : nil,
            expiry: request.maySeeAttendance && shown != nil ? "/expiry?\(query)" : nil,
            hasChanges: request.changes != nil,
            changesWords: request.changes.map { words(for: $0, since: shown?.version.supersedes) } ?? "",
            people: request.changes.map { lines(for: $0) } ?? [], unit: request.isOne ? nil : unit.id.rawValue,
            moment: Self.field(request.at ?? request.now, in: unit.zone))
        return render(
            "published", model,
            frame: frame(
                .rota, title: "\(model.title) · \(unit.name)", problem: shown?.loaded.problem, style: "text wide"))
    }

    /// With what it supersedes; if that is nothing, the other one has to be chosen.
    private func comparing(_ version: StoredVersion, _ query: String) -> String {
        let older = version.supersedes.map { "&a=version:\($0)" } ?? ""
        return "/compare?\(query)\(older)&b=version:\(version.number)"
    }

    /// When and by whom it was published, and what it supersedes.
    private func facts(_ shown: ShownVersion, in zone: Zone) -> String {
        ([published(shown, in: zone)] + [supersedes(shown.version)].compactMap { $0 }).joined(separator: " ")
    }

    /// When and by whom it was published.
    func published(_ shown: ShownVersion, in zone: Zone) -> String {
        language.text(
            .publishedBy,
            ["time": language.moment(shown.version.publishedAt, in: zone), "name": shown.publisher])
    }

    func supersedes(_ version: StoredVersion) -> String? {
        version.supersedes.map { language.text(.publishedSupersedes, ["number": "\($0)"]) }
    }

    private func words(for changes: RotaChanges, since number: Int?) -> String {
        guard let number else { return language[.changesFirst] }
        guard changes.count > 0 else { return language[.changesNone] }
        return "\(language.text(.changesFrom, ["number": "\(number)"])). \(counts(changes))"
    }

    /// Where a rota is fetched as a file.
    ///
    /// - Parameter address: of its page.
    func rotaFiles(_ address: String, query: String = "") -> [RotaPage.Link] {
        [(RotaFileKind.csv, Phrase.rotaAsCSV), (.json, .rotaAsJSON)].map { kind, phrase in
            RotaPage.Link(address: "\(address)/\(kind.fileName)\(query)", name: language[phrase], isHere: false)
        }
    }

    /// As a field of a form takes it: `2026-01-06T12:46`.
    static func field(_ instant: Instant, in zone: Zone) -> String {
        let wall = instant.seconds + zone.offset(at: instant)
        let minutes = ((wall % 86_400) + 86_400) % 86_400 / 60
        return "\(zone.date(at: instant))T\(LocalTime.midnight.adding(Minutes(minutes)))"
    }

    // MARK: All versions

    func versionsPage(_ versions: [StoredVersion], of unit: CrewUnit, older: Int?) -> String {
        struct Model: Sendable {
            let unit: String
            let lines: [Line]
            let isEmpty: Bool
            let older: String?
            let inForce: String
        }
        let query = "unit=\(LocalAddress.inQuery(unit.id.rawValue))"
        let lines = versions.map { version in
            Line(
                id: "/rota/versions/\(version.number)?\(query)",
                name: language.text(.publishedVersion, ["number": "\(version.number)"]),
                note: [
                    language.days(version.first, version.last), language.moment(version.publishedAt, in: unit.zone),
                    version.note,
                ].compactMap { $0 }.joined(separator: " · "), place: supersedes(version) ?? "")
        }
        return render(
            "versions",
            Model(
                unit: unit.name, lines: lines, isEmpty: lines.isEmpty,
                older: older.map { "/rota/versions?\(query)&after=\($0)" }, inForce: "/rota?\(query)"),
            frame: frame(.rota, title: language[.versions], problem: nil, style: "text"))
    }
}
