package import CrewRecords
package import RotaModel

/// What the directory has of one person, for somebody who may change it.
package struct PersonDetails: Sendable {
    package let person: PersonEntry
    package let choices: DetailChoices
}

/// What a person can be and have, as far as whoever changes their details may give it.
package struct DetailChoices: Sendable {
    /// Those to which the caller may add people, and those the person is or was in; each before its own parts.
    package let units: [CrewUnit]
    package let ranks: [Rank]
    package let qualifications: [Qualification]
    package let contracts: [Contract]
}
