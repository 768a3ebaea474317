package import RotaModel

/// Whoever asks for something, with all that decides what they may do at that moment. Every way to stored data begins
/// with one.
///
/// A caller is a value of one moment: it is made anew for each request (`Admission`), or else a role that has ended
/// would go on.
package struct Caller: Sendable {
    package enum Identity: Hashable, Sendable {
        /// Signed in.
        case person(PersonID)
        /// A program with a token, on behalf of the person who issued it: what that person may do, as far as `scope` goes.
        case token(of: PersonID, scope: Set<TokenRight>)
        /// A calendar program at a secret address of that person's: what the person may see of themselves, and that only
        /// where the table says so.
        case calendar(of: PersonID)
        /// A station of that unit, with what people press there.
        case station(StationID, in: UnitID)
        /// Watchbill itself, in a job that nobody asked for just now.
        case job(SystemJob)
    }

    package let organisation: OrganisationID
    package let identity: Identity
    /// The moment for which grants were looked at.
    package let admittedAt: Instant
    let ancestry: UnitAncestry
    /// The units in which each role is held, themselves; what is below them is reached, too.
    let held: [Role: Set<UnitID>]
    let glass: [GlassGrant]

    init(identity: Identity, standing: Standing) {
        self.identity = identity
        organisation = standing.organisation
        admittedAt = standing.now
        ancestry = standing.ancestry
        let person = identity.person
        held = Dictionary(
            grouping: standing.grants.filter { $0.person == person && $0.term.contains(standing.now) }, by: \.role
        ).mapValues { Set($0.map(\.unit)) }
        glass = standing.glass.filter { $0.reader == person && $0.term.contains(standing.now) }
    }

    /// Nil for a station and a job.
    package var person: PersonID? { identity.person }

    /// Whether there is a unit on which the table of permissions says yes: for pages, which offer only what is open.
    package func maySomewhere<O: UnitOperation>(_ operation: O.Type) -> Bool {
        // A role reaches down from where it is held, so it reaches that unit itself.
        Set(held.values.joined()).contains { (try? permit(operation, on: $0)) != nil }
    }

    /// Whether the role is held in one of the units or above it; for no unit at all, whether it is held over the whole.
    func holds(_ role: Role, over units: Set<UnitID>) -> Bool {
        held[role].map { ancestry.reaches(units, from: $0) } ?? false
    }
}

extension Caller.Identity {
    /// Whose rights these are; nil for a station and a job.
    package var person: PersonID? {
        switch self {
        case .person(let person), .token(let person, _), .calendar(let person): person
        case .station, .job: nil
        }
    }
}

/// What Watchbill does of itself.
package enum SystemJob: String, CaseIterable, Hashable, Sendable {
    /// Goes on with builds and keeps what comes of them.
    case builds
    /// Erases what may no longer be kept.
    case retention
    /// Holds the log of readings against its hashes.
    case audit
    /// Copies the database.
    case backup
    /// Makes data keys and wraps them anew, for whoever has the master key at hand.
    case keys
    /// Copies what is in force into a folder, for the day the server is down.
    case paper
    /// Delivers messages and looks after their answers.
    case messages
    /// Looks who is missing.
    case watch
    /// Holds hours that were worked against what is planned and what the rules ask for.
    case hours
}

/// One thing that a token may be issued for. No token opens sealed entries, decides about people or changes rights.
package enum TokenRight: String, CaseIterable, Hashable, Sendable {
    case readRotas = "rotas:read"
    case changeRotas = "rotas:change"
    case readPeople = "people:read"
    case changePeople = "people:change"
    case readRecords = "records:read"
    case changeRecords = "records:change"
    case readMessages = "messages:read"
    case changeMessages = "messages:change"
    case readSystem = "system:read"
}
