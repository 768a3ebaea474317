internal import RotaModel

/// Who may do one thing: a row of the table of permissions.
package struct PermissionRow: Sendable {
    /// What the person concerned may do about themselves, whatever their roles.
    package enum Concerned: Hashable, Sendable {
        /// It is theirs to do.
        case may
        /// Their roles count as if it concerned somebody else.
        case asOthers
        /// Nobody does it about themselves, whatever their roles.
        case never
    }

    /// How somebody who may not is answered.
    package enum Refused: Hashable, Sendable {
        /// As if there were no such thing: that it exists is told in confidence.
        case hidden
        /// That they may not, if they may know of the unit or the person; else as if there were none.
        case openly
    }

    let operation: ObjectIdentifier
    /// The operation's type, as docs/roles.md names it.
    package let name: String
    package let kind: SubjectKind
    package let variant: SubjectFacts.Variant
    /// What it is, in words that follow on "may".
    package let words: String
    /// The roles that may, held in a unit of the subject or above.
    package let roles: Set<Role>
    /// Everybody who is signed in may.
    package let everyone: Bool
    /// The role that keeps the category may.
    package let keeper: Bool
    package let concerned: Concerned
    /// Whoever has broken the glass for the person and the category may.
    package let glass: Bool
    package let jobs: Set<SystemJob>
    /// Any of these lets a token do what its person may; none: no token does it.
    package let token: Set<TokenRight>
    /// A person's calendar shows it to whoever fetches it.
    package let calendar: Bool
    /// A station of the unit or of one above it does it.
    package let station: Bool
    package let refused: Refused

    init<O: Operation>(
        _ operation: O.Type, _ words: String, of variant: SubjectFacts.Variant = .only, to roles: Set<Role> = [],
        everyone: Bool = false, keeper: Bool = false, concerned: Concerned = .asOthers, glass: Bool = false,
        jobs: Set<SystemJob> = [], token: Set<TokenRight> = [], calendar: Bool = false, station: Bool = false,
        refused: Refused = .openly
    ) {
        self.operation = ObjectIdentifier(operation)
        name = String(describing: operation)
        kind = O.On.kind
        self.variant = variant
        self.words = words
        self.roles = roles
        self.everyone = everyone
        self.keeper = keeper
        self.concerned = concerned
        self.glass = glass
        self.jobs = jobs
        self.token = token
        self.calendar = calendar
        self.station = station
        self.refused = refused
    }

    /// Why the caller may; nil if not. The only decision there is.
    package func ground(for caller: Caller, on facts: SubjectFacts) -> Ground? {
        guard facts.variant == variant else { return nil }
        guard admits(caller.identity) else { return nil }
        if case .job(let job) = caller.identity { return .job(job) }
        if case .station(let station, let unit) = caller.identity {
            if everyone, facts.units.allSatisfy(caller.ancestry.contains) { return .everyone }
            return caller.ancestry.reaches(facts.units, from: [unit]) ? .station(station) : nil
        }
        if let person = facts.person, person == caller.person {
            switch concerned {
            case .may: return .ownership
            case .never: return nil
            case .asOthers: break
            }
        }
        if everyone, facts.units.allSatisfy(caller.ancestry.contains) { return .everyone }
        if let role = roles(for: facts.category).sorted().first(where: { caller.holds($0, over: facts.units) }) {
            return .role(role)
        }
        let broken = caller.glass.first { $0.person == facts.person && $0.category == facts.category }
        return glass ? broken.map(Ground.glass) : nil
    }

    /// Whether it can be done by that kind of caller at all. Of people it depends on the rest of the row.
    func admits(_ identity: Caller.Identity) -> Bool {
        switch identity {
        case .person: true
        case .token(_, let scope): !token.isDisjoint(with: scope)
        case .calendar: calendar
        case .station: station
        case .job(let job): jobs.contains(job)
        }
    }

    /// All roles that may, the category's keeper among them.
    func roles(for category: RecordCategory?) -> Set<Role> {
        guard keeper, let category else { return roles }
        return roles.union([category.keeper])
    }

    /// How the caller, who may not, is answered.
    package func refusal(for caller: Caller, on facts: SubjectFacts) -> Refusal {
        if refused == .hidden { return .hidden }
        let seeing: PermissionRow? =
            switch kind {
            case .organisation: nil
            case .unit, .role: Permission.row(ReadUnit.self, .only)
            case .person, .entry: Permission.row(ReadPerson.self, .only)
            }
        guard kind != .organisation else { return .forbidden }
        var plain = facts
        plain.variant = .only
        return seeing?.ground(for: caller, on: plain) == nil ? .hidden : .forbidden
    }
}

/// Why something was allowed.
package enum Ground: Hashable, Sendable {
    /// It concerns the caller.
    case ownership
    /// Everybody may.
    case everyone
    /// By a role, held in a unit of the subject or above.
    case role(Role)
    /// By the glass broken in an emergency.
    case glass(GlassGrant)
    case job(SystemJob)
    /// At a station of the unit or above it.
    case station(StationID)
}
