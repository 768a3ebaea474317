import CrewRecords
import RotaModel

extension PageRenderer {
    func words(for category: RecordCategory) -> String {
        switch category {
        case .identity: language[.categoryIdentity]
        case .contact: language[.categoryContact]
        case .rank: language[.categoryRank]
        case .qualifications: language[.categoryQualifications]
        case .contracts: language[.categoryContracts]
        case .training: language[.categoryTraining]
        case .conduct: language[.categoryConduct]
        case .health: language[.categoryHealth]
        case .supplies: language[.categorySupplies]
        }
    }

    func words(for recordClass: RecordClass) -> String {
        switch recordClass {
        case .unit: language[.classUnit]
        case .leads: language[.classLeads]
        case .keepers: language[.classKeepers]
        case .sealed: language[.classSealed]
        }
    }

    /// `from 1 Mar 2026`, `until 31 May 2026`, `1 Mar 2026 – 31 May 2026`; nothing for always.
    func words(for valid: Validity) -> String {
        switch (valid.from, valid.until) {
        case (nil, nil): ""
        case (let from?, nil): language.text(.validFrom, ["date": language.long(from)])
        case (nil, let until?): language.text(.validUntil, ["date": language.long(until)])
        case (let from?, let until?):
            language.text(.rangeOfDays, ["first": language.long(from), "last": language.long(until)])
        }
    }

    /// `12 bytes`, `34 kB`, `1.2 MB`.
    func size(_ bytes: Int) -> String {
        if bytes < 1000 { return language.text(.sizeBytes, ["count": "\(bytes)"]) }
        if bytes < 1_000_000 { return language.text(.sizeKilobytes, ["count": "\((bytes + 500) / 1000)"]) }
        let tenths = (bytes + 50_000) / 100_000
        return language.text(.sizeMegabytes, ["count": "\(tenths / 10).\(tenths % 10)"])
    }

    /// Where a person's own page is.
    func cardAddress(_ id: PersonID) -> String { "/crew/\(LocalAddress.inQuery(id.rawValue))" }

    func entryAddress(_ id: EntryID, of person: PersonID) -> String {
        "\(cardAddress(person))/file/\(LocalAddress.inQuery(id.rawValue))"
    }
}
