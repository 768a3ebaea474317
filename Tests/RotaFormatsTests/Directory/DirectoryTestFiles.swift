import Foundation
import RotaFormats
import RotaModel

/// The tables of a directory as files, for tests to spoil.
enum DirectoryTestFiles {
    /// Those that are written of a directory, in `folder`.
    static func files(_ tables: [(name: String, text: String)], folder: String = "d") -> [SourceFile] {
        tables.map { SourceFile(name: "\(folder)/\($0.name)", bytes: Array($0.text.utf8)) }
    }

    /// A small directory's tables, in which some are replaced by these texts, and taken out where there is none.
    static func small(_ changed: [String: String?] = [:]) -> [SourceFile] {
        let texts = [
            "organisation.csv": "name\nHospital\n",
            "units.csv":
                "id,name,parent,zone,firstWeekday,weekend\nhospital,Hospital,,UTC,,\nward-7,Ward 7,hospital,UTC,,\n",
            "ranks.csv": "id,name\nnurse,Nurse\n",
            "qualifications.csv": "id,name\ninfusion,Infusion therapy\n",
            "contracts.csv": "id,name,share\nfull,Full time,\n",
            "people.csv": "id,name\nada,Ada Ek\nbo,Bo Dahl\n",
            "memberships.csv": "person,unit,from,until\nada,ward-7,,\n",
            "held-ranks.csv": "person,rank,from,until\nada,nurse,2026-01-05,\n",
            "held-qualifications.csv": "person,qualification,from,until\n",
            "held-contracts.csv": "person,contract,from,until\nbo,full,,2026-12-31\n",
        ].merging(changed.compactMapValues { $0 }) { $1 }
        return DirectoryFile.tableNames.filter { changed[$0] != .some(.none) }.map {
            SourceFile(name: "d/\($0)", bytes: Array((texts[$0] ?? "").utf8))
        }
    }

    /// All that is told of those tables.
    static func faults(_ changed: [String: String?]) -> [String] {
        DirectoryFile.read(tables: small(changed), folder: "d").diagnostics.map(\.description)
    }
}
