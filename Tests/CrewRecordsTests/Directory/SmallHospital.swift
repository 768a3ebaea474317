import CrewRecords
import RotaModel

/// A small valid directory with something of everything, for examples to change and to ask.
enum SmallHospital {
    static func sound() -> Directory {
        Directory(
            organisation: "Hospital",
            units: [
                entry("hospital"), entry("surgery", in: "hospital"), entry("ward-7", in: "surgery"),
                entry("theatre", in: "surgery"), entry("medicine", in: "hospital"), entry("recovery", in: "theatre"),
            ],
            ranks: [Rank(id: "sister", name: "Sister"), Rank(id: "nurse", name: "Nurse")],
            qualifications: [Qualification(id: "infusion", name: "Infusion therapy")],
            contracts: [Contract(id: "full", name: "Full time"), Contract(id: "half", name: "Half time", share: 50)],
            people: [
                PersonEntry(
                    id: "ada", name: "Ada Ek",
                    ranks: [
                        Held("nurse", valid: Validity(until: day("2025-12-31"))),
                        Held("sister", valid: Validity(from: day("2026-01-01"))),
                    ],
                    qualifications: [
                        Held("infusion", valid: Validity(from: day("2022-01-01"), until: day("2024-12-31"))),
                        Held("infusion", valid: Validity(from: day("2026-01-10"))),
                    ],
                    contracts: [Held("full")], memberships: [Held("ward-7")]),
                PersonEntry(
                    id: "bo", name: "Bo Dahl", ranks: [Held("nurse")],
                    contracts: [
                        Held("half", valid: Validity(until: day("2026-01-11"))),
                        Held("full", valid: Validity(from: day("2026-01-12"))),
                    ],
                    memberships: [
                        Held("ward-7", valid: Validity(from: day("2026-01-08"), until: day("2026-01-14"))),
                        Held("theatre", valid: Validity(from: day("2026-01-15"))),
                    ]),
                PersonEntry(id: "cy", name: "Cy Alm", memberships: [Held("ward-7")]),
            ])
    }

    static func entry(_ id: UnitID, in parent: UnitID? = nil) -> UnitEntry {
        UnitEntry(CrewUnit(id: id, name: "The \(id)", zone: .utc), parent: parent)
    }

    static func day(_ text: String) -> CalendarDate {
        guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no date") }
        return date
    }
}
