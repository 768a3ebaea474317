import CrewRecords
import RotaModel

/// Somebody who asks.
struct Asker: Hashable, Sendable, CustomStringConvertible {
    enum Way: Hashable, Sendable {
        case nobody
        case session(PersonID)
        case token(PersonID, Set<TokenRight>)
    }

    let way: Way

    static let nobody = Asker(way: .nobody)

    private init(way: Way) {
        self.way = way
    }

    init(_ person: PersonID) {
        self.init(way: .session(person))
    }

    /// A program with a token of that person's.
    init(_ person: PersonID, with rights: Set<TokenRight>) {
        self.init(way: .token(person, rights))
    }

    /// Whose rights these are.
    var person: PersonID? {
        switch way {
        case .nobody: nil
        case .session(let person), .token(let person, _): person
        }
    }

    var description: String {
        switch way {
        case .nobody: "nobody"
        case .session(let person): "\(person)"
        case .token(let person, let rights):
            "\(person) with a token for \(rights.map(\.rawValue).sorted().joined(separator: ", "))"
        }
    }

    /// Everybody there is: nobody, each role in each place, colleagues, those concerned, and programs of a few of them with
    /// each right and with all.
    static let all: [Asker] =
        [.nobody] + people.map { Asker($0) }
        + [TwinHospital.holder(.lead, in: TwinHospital.ward), "d&e"].flatMap { person in
            TokenRight.allCases.map { Asker(person, with: [$0]) }
        }
        + programmers.map { Asker($0, with: Set(TokenRight.allCases)) }

    static let people: [PersonID] =
        TwinHospital.holders.map(\.person) + TwinHospital.colleagues + TwinHospital.concerned

    /// No token opens what is sealed, whoever has issued it: not the keepers' nor that of the person concerned.
    static let programmers: [PersonID] =
        TwinHospital.concerned
        + Role.allCases.flatMap { role in ["w3", "hospital"].map { TwinHospital.holder(role, in: $0) } }
}
