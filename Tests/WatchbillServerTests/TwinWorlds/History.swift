import CrewRecords
import RotaModel
import WatchbillTestKit

/// What happens in both worlds, made by a seed.
struct History: Sendable {
    /// What is not the same in both: the fewer kinds, the more people are without the right to any of it.
    enum Theme: String, CaseIterable, Sendable {
        /// Everything that is sealed.
        case everything
        /// What the medical keeper keeps: entries on health, grounds of absences, reasons on fitness.
        case health
        /// What the records keeper keeps.
        case files
        /// Why the glass was broken, which the person concerned alone is told.
        case glass

        func covers(_ category: RecordCategory) -> Bool {
            switch self {
            case .everything: true
            case .health: category == .health
            case .files: category != .health
            case .glass: false
            }
        }
    }

    /// Words that stand in nothing but what is sealed.
    static let secret = Twin(a: "quicksilver", b: "obsidian")
    /// Stands in open entries.
    static let open = "lantern"

    let seed: UInt64
    let theme: Theme
    private(set) var deeds: [Deed] = []
    /// What is not the same in both worlds.
    private(set) var facts: Set<Fact> = []
    var random: SeededGenerator
    var files = FilesSoFar()
    var sealed = SealedSoFar()
    /// Those concerned who have not been erased.
    var concerned = TwinHospital.concerned
    private var clock = World.beginning

    /// The same history for the same seed, theme and length, on every machine.
    init(seed: UInt64, theme: Theme, count: Int) {
        self.seed = seed
        self.theme = theme
        random = SeededGenerator(seed: seed)
        while deeds.count < count / 2 { addSome() }
        eraseDue()
        while deeds.count < count * 4 / 5 { addSome() }
        erase()
        while deeds.count < count { addSome() }
    }

    /// When all of it has happened, and glass has become whole again.
    var end: Instant { Instant(seconds: clock.seconds + 26 * 3600) }

    private mutating func addSome() {
        switch random.below(33) {
        case 0..<7: write()
        case 7..<9: supersede()
        case 9..<11: contest()
        case 11..<13: read()
        case 13..<16: askOrNoteAbsence()
        case 16..<18: decideAbsence()
        case 18..<20: decideFitness()
        case 20: openReason()
        case 21: breakGlass()
        case 22: issueToken()
        case 23..<25: changeRoles()
        case 25: sendMessage()
        case 26..<28: writeExpiry()
        case 28: remindOfExpiry()
        default: look()
        }
    }

    /// Adds a deed a while after the last one.
    ///
    /// - Returns: its number.
    @discardableResult
    mutating func add(
        _ kind: Deed.Kind, by person: PersonID, page: String, _ form: Deed.Form? = nil, only: Side? = nil,
        fact: Fact? = nil
    ) -> Int {
        clock = Instant(seconds: clock.seconds + random.number(in: 20...5000))
        let number = deeds.count + 1
        deeds.append(
            Deed(number: number, at: clock, by: person, kind: kind, page: page, form: form, only: only, fact: fact))
        if let fact { facts.insert(fact) }
        return number
    }

    /// A text in which the secret word stands, among others; of lengths that a seal fills up to different sizes.
    mutating func secretText() -> Twin<String> {
        let lengths = [0, 3, 40, 400]
        let (short, long) = (random.pick(lengths), random.pick(lengths))
        func text(_ word: String, _ length: Int) -> String {
            ([word, "it is"] + Array(repeating: "plain words", count: length)).joined(separator: " ")
        }
        return Twin(a: text(Self.secret.a, short), b: text(Self.secret.b, long))
    }

    // MARK: Around the files

    private mutating func look() {
        let person = random.pick(Asker.people)
        let pages = [
            "/", "/crew", "/me", "/crew?unit=w3", "/search?q=\(Self.open)", "/people", "/crew/a", "/crew/a/file",
        ]
        add(.look, by: person, page: random.pick(pages))
    }

    /// Whoever writes and gets messages knows them by numbers of their own, which tell nothing of what others were told.
    private mutating func sendMessage() {
        let person = random.pick(Role.allCases.map { TwinHospital.holder($0, in: "w3") })
        let form = Deed.Form(
            address: "/messages",
            fields: [
                ("unit", Twin("w3")), ("group", Twin("")), ("who:\(random.pick(["a", "b"]))", Twin("yes")),
                ("text", Twin(Self.open)),
            ])
        add(.sendMessage, by: person, page: "/messages/new?unit=w3", form)
    }

    private mutating func issueToken() {
        let right = random.pick(TokenRight.allCases)
        let form = Deed.Form(address: "/me/tokens", fields: [("name", Twin("t")), (right.rawValue, Twin("on"))])
        add(
            .issueToken, by: random.pick(["a", "b", "d&e", TwinHospital.holder(.medicalKeeper, in: "w3")]), page: "/me",
            form)
    }

    /// Gives a role, or takes away the one given last.
    private mutating func changeRoles() {
        let administrator = TwinHospital.holder(.administrator, in: "surgery")
        let given = deeds.filter { $0.kind == .giveRole }.count
        if given > deeds.filter({ $0.kind == .endRole }).count {
            // Grants are counted, and those of the beginning come first.
            let form = Deed.Form(
                address: "/crew/roles/end",
                fields: [("grant", Twin("\(TwinHospital.holders.count + given)")), ("unit", Twin("w4"))])
            add(.endRole, by: administrator, page: "/crew?unit=w4", form)
        } else {
            let role = random.pick([Role.planner, .lead, .recordsKeeper])
            let form = Deed.Form(
                address: "/crew/roles",
                fields: [("person", Twin("s-beside")), ("unit", Twin("w4")), ("role", Twin(role.rawValue))])
            add(.giveRole, by: administrator, page: "/crew?unit=w4", form)
        }
    }
}
