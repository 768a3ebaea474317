import CrewRecords
import RotaModel
import WatchbillStore

/// What the page of a unit's people and roles shows.
struct CrewPageRequest: Sendable {
    /// Of those whose people the visitor may see.
    struct Unit: Sendable {
        var unit: CrewUnit
        var crew: [CrewMember]
        var grants: [StoredGrant]
        /// By person of `grants`.
        var names: [PersonID: String]
        /// Of `crew`, those whose account and sessions the visitor may look after.
        var manageable: Set<PersonID>
    }

    /// A link just made, which is shown this once, and for whom.
    struct MadeLink: Sendable {
        var address: String
        var name: String
    }

    var caller: Caller
    /// All units that the visitor may look at.
    var units: [CrewUnit]
    var tree: UnitTree
    /// Nil if there are none.
    var chosen: Unit?
    var form: String?
    var refusal: String?
    var link: MadeLink?
}

extension PageRenderer {
    func crewPage(_ request: CrewPageRequest) -> String {
        struct Choice: Sendable {
            let value: String
            let name: String
            let isChosen: Bool
        }
        struct Member: Sendable {
            let id: String
            let name: String
            let address: String
            let rank: String
            /// Of the page of how they sign in.
            let account: String?
            let mayManage: Bool
            let mayInvite: Bool
            let hasRoles: Bool
            let roles: [Choice]
        }
        struct Model: Sendable {
            let units: [Choice]
            let unit: String
            let intro: String
            let people: [Member]
            let hasNobody: Bool
            let grants: [Line]
            let isEmpty: Bool
            let mayAdd: Bool
            let mayOutline: Bool
            let refusal: String?
            let link: String?
            let linkTitle: String
        }
        let (caller, chosen) = (request.caller, request.chosen)
        // Programs fill in no forms.
        let hasForms = request.form != nil
        func may<O: Operation>(_ operation: O.Type, on subject: O.On) -> Bool {
            hasForms && (try? caller.permit(operation, on: subject)) != nil
        }
        let people = (chosen?.crew ?? []).map { member in
            let roles = Role.allCases.filter { role in
                guard let unit = chosen?.unit.id else { return false }
                return may(GiveRole.self, on: RoleSubject(role, in: unit, for: member.id))
            }
            let mayInvite = chosen.map { may(InvitePeople.self, on: $0.unit.id) } ?? false
            let hasAccountPage = hasForms && chosen?.manageable.contains(member.id) == true
            return Member(
                id: member.id.rawValue, name: member.name, address: cardAddress(member.id),
                rank: member.rank?.name ?? "", account: hasAccountPage ? accountAddress(of: member.id) : nil,
                mayManage: mayInvite || !roles.isEmpty, mayInvite: mayInvite, hasRoles: !roles.isEmpty,
                roles: roles.map { Choice(value: $0.rawValue, name: words(for: $0), isChosen: false) })
        }
        let grants = (chosen?.grants ?? []).map { stored in
            let grant = stored.grant
            let mayEnd = may(GiveRole.self, on: RoleSubject(grant.role, in: grant.unit, for: grant.person))
            return Line(
                id: "\(stored.id)", name: chosen?.names[grant.person] ?? "", note: words(for: grant.role),
                place: request.tree[grant.unit]?.name ?? "", stays: !mayEnd)
        }
        var frame = frame(.me, title: language[.crew], problem: nil, style: "text wide")
        frame.form = request.form
        return render(
            "crew",
            Model(
                units: request.units.map {
                    Choice(value: $0.id.rawValue, name: $0.name, isChosen: $0.id == chosen?.unit.id)
                }, unit: chosen?.unit.id.rawValue ?? "",
                intro: language.text(.crewIntro, ["unit": chosen?.unit.name ?? ""]), people: people,
                hasNobody: people.isEmpty, grants: grants, isEmpty: chosen == nil,
                mayAdd: chosen.map { may(AddPeople.self, on: $0.unit.id) } ?? false,
                mayOutline: request.tree.root.map { may(AddPeople.self, on: $0) } ?? false, refusal: request.refusal,
                link: request.link?.address,
                linkTitle: language.text(.linkMade, ["name": request.link?.name ?? ""])),
            frame: frame)
    }
}
