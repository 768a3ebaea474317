internal import CrewRecords
internal import RotaModel

/// The people outside the demo ward.
extension DemoHospital {
    private static func person(
        _ id: PersonID, _ name: String, _ rank: RankID, _ contract: ContractID, in units: UnitID...,
        qualified: [Held<QualificationID>] = [], from: CalendarDate? = nil, until: CalendarDate? = nil
    ) -> PersonEntry {
        let valid = Validity(from: from, until: until)
        return PersonEntry(
            id: id, name: name, ranks: [Held(rank, valid: valid)], qualifications: qualified,
            contracts: [Held(contract, valid: valid)], memberships: units.map { Held($0, valid: valid) })
    }

    private static let physician: [Held<QualificationID>] = [Held("physician")]
    private static let theatreNurse: [Held<QualificationID>] = [Held("nurse"), Held("theatre")]

    static let management = [
        person("sandstrom", "Karin Sandström", "director", "office", in: "hospital", from: date(-2200)),
        // Keeps the records; runs the system; looks after everybody's health.
        person("adeyemi", "Tunde Adeyemi", "officer", "office", in: "hospital", from: date(-900)),
        person("novotna", "Jana Novotná", "officer", "office", in: "hospital", from: date(-1500)),
        person(
            "fitzgerald", "Aoife Fitzgerald", "consultant", "c50", in: "hospital", qualified: physician,
            from: date(-700)),
    ]

    static let surgery = [
        person(
            "halvorsen", "Nils Halvorsen", "head", "office", in: "surgery", "theatre", qualified: physician,
            from: date(-1800)),
        person("takahashi", "Yuki Takahashi", "officer", "office", in: "surgery", from: date(-300)),
        person("oyelaran", "Femi Oyelaran", "consultant", "full", in: "surgery", qualified: physician),
    ]

    /// Who has left the demo ward before its period, and who comes after it.
    static let formerAndComing = [
        person("pettersson", "Lars Pettersson", "staff-nurse", "full", in: "ward-7", until: date(-67)),
        PersonEntry(
            id: "marchetti", name: "Giulia Marchetti", ranks: [Held("staff-nurse")],
            qualifications: [Held("nurse")], contracts: [Held("c80")],
            memberships: [
                Held("ward-7", valid: Validity(until: date(-30))), Held("ward-3", valid: Validity(from: date(-29))),
            ]),
        person("aalto", "Veera Aalto", "trainee", "full", in: "ward-7", from: date(54)),
    ]

    static let theatre = [
        person("brandt", "Ulrike Brandt", "senior-nurse", "full", in: "theatre", qualified: theatreNurse),
        person("osei", "Kwame Osei", "staff-nurse", "full", in: "theatre", "recovery", qualified: theatreNurse),
        person("lefevre", "Camille Lefèvre", "staff-nurse", "c80", in: "recovery", qualified: theatreNurse),
        person("o-connor", "Declan O'Connor", "assistant-nurse", "full", in: "recovery"),
    ]

    static let medicine = [
        person("ramirez", "Lucía Ramírez", "head", "office", in: "medicine", qualified: physician, from: date(-1000)),
        person("ito", "Haruka Itō", "ward-sister", "full", in: "ward-3", qualified: [Held("nurse"), Held("charge")]),
        person("kaya", "Deniz Kaya", "senior-nurse", "full", in: "ward-3", qualified: [Held("nurse"), Held("charge")]),
        person("larsson", "Emil Larsson", "staff-nurse", "c75", in: "ward-3", qualified: [Held("nurse")]),
        person("popescu", "Ioana Popescu", "assistant-nurse", "full", in: "ward-3"),
    ]

    static let emergency = [
        person(
            "mbeki", "Thandi Mbeki", "head", "full", in: "emergency",
            qualified: physician + [Held("life-support", valid: Validity(from: date(-200), until: date(530)))]),
        person(
            "svensson", "Oskar Svensson", "physician", "full", in: "emergency",
            qualified: physician + [Held("life-support", valid: Validity(from: date(-690), until: date(40)))]),
        person(
            "grabowska", "Ewa Grabowska", "senior-nurse", "c80", in: "emergency",
            qualified: [Held("nurse"), Held("life-support", valid: Validity(until: date(10)))]),
        person(
            "farah", "Hodan Farah", "staff-nurse", "on-call", in: "emergency", "ward-3", qualified: [Held("nurse")]),
    ]
}
