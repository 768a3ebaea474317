package import CrewRecords
internal import RotaModel

/// The organisation that a newcomer meets first: a small hospital, of which the demo ward is one unit.
///
/// All of it is made up. On the dates of `DemoWard` its Ward 7 has exactly the ward's people, and around them whoever such a
/// place needs besides; some have come, left, been promoted or let a certificate run out. The same on every machine;
/// `Examples/hospital` is this directory as tables.
package enum DemoHospital {
    /// - Throws: `ZoneUnknown` where the machine has no time zone data.
    package static func directory() throws(DemoWard.ZoneUnknown) -> Directory {
        Directory(
            organisation: "Lindö Hospital",
            units: units(around: try DemoWard.unit()),
            ranks: ranks,
            qualifications: DemoWard.qualifications + qualifications,
            contracts: DemoWard.contracts + contracts,
            people: management + surgery + wardPeople + formerAndComing + theatre + medicine + emergency)
    }

    /// Four levels: the hospital, its departments, their units, and a unit's own section.
    private static func units(around ward: CrewUnit) -> [UnitEntry] {
        func entry(_ id: UnitID, _ name: String, in parent: UnitID?) -> UnitEntry {
            UnitEntry(CrewUnit(id: id, name: name, zone: ward.zone), parent: parent)
        }
        return [
            entry("hospital", "Lindö Hospital", in: nil),
            entry("surgery", "Surgery", in: "hospital"),
            UnitEntry(ward, parent: "surgery"),
            entry("theatre", "Operating theatres", in: "surgery"),
            entry("recovery", "Recovery", in: "theatre"),
            entry("medicine", "Medicine", in: "hospital"),
            entry("ward-3", "Ward 3", in: "medicine"),
            entry("emergency", "Emergency department", in: "hospital"),
        ]
    }

    private static let ranks = [
        Rank(id: "director", name: "Director"),
        Rank(id: "head", name: "Head of department"),
        Rank(id: "consultant", name: "Consultant"),
        Rank(id: "physician", name: "Physician"),
        Rank(id: "ward-sister", name: "Ward sister"),
        Rank(id: "senior-nurse", name: "Senior nurse"),
        Rank(id: "staff-nurse", name: "Staff nurse"),
        Rank(id: "assistant-nurse", name: "Assistant nurse"),
        Rank(id: "trainee", name: "Trainee"),
        Rank(id: "officer", name: "Officer"),
    ]

    private static let qualifications = [
        Qualification(id: "physician", name: "Licensed physician"),
        Qualification(id: "theatre", name: "Theatre nursing"),
        Qualification(id: "life-support", name: "Advanced life support"),
    ]

    private static let contracts = [
        Contract(id: "office", name: "Office hours, 37 h a week", share: 100),
        Contract(id: "on-call", name: "On call", share: 20),
    ]

    /// The date so many days into the demo ward's period.
    static func date(_ day: Int) -> CalendarDate { DemoWard.date(day) }

    /// The people of the demo ward as the directory knows them: of the same name, contract and qualifications.
    static let wardPeople = DemoWard.Member.all.map { member in
        let person = member.person
        // Whoever comes to the ward by a contract comes on its first day.
        let membership = Validity(from: person.contracts.first?.valid.from)
        return PersonEntry(
            id: person.id, name: person.name, ranks: careers[person.id] ?? [Held(rank(named: person.rank))],
            qualifications: person.qualifications + (lapsed[person.id] ?? []), contracts: person.contracts,
            memberships: [Held("ward-7", valid: membership)])
    }

    private static func rank(named name: String?) -> RankID { ranks.first { $0.name == name }?.id ?? "" }

    /// Those of the ward who have been or will be something else.
    private static let careers: [PersonID: [Held<RankID>]] = [
        "lindqvist": promotion("senior-nurse", "ward-sister", before: -1100),
        "chen": promotion("staff-nurse", "senior-nurse", before: -400),
        "byrne": promotion("staff-nurse", "senior-nurse", before: -35),
        "dahl": promotion("trainee", "assistant-nurse", before: 115),
        "virtanen": promotion("staff-nurse", "senior-nurse", before: 54),
    ]

    /// One rank until the day before, the other from that day of the demo ward's period on.
    private static func promotion(_ first: RankID, _ second: RankID, before day: Int) -> [Held<RankID>] {
        [
            Held(first, valid: Validity(until: date(day - 1))),
            Held(second, valid: Validity(from: date(day))),
        ]
    }

    /// What those of the ward could do once.
    private static let lapsed: [PersonID: [Held<QualificationID>]] = [
        "keller": [Held("infusion", valid: Validity(from: date(-1200), until: date(-100)))],
        "okafor": [Held("life-support", valid: Validity(from: date(-800), until: date(-70)))],
    ]
}
