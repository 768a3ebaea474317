import CrewRecords
import RotaModel
import WatchbillStore

extension PageRenderer {
    /// - Parameters:
    ///   - refusal: why the last try was refused.
    ///   - provider: the name of one by whom people may sign in, too.
    func signInPage(to address: LocalAddress, refusal: String?, hasDemo: Bool, provider: String?) -> String {
        struct Model: Sendable {
            let to: String
            let refusal: String?
            let hasDemo: Bool
            let provider: String?
        }
        return render(
            "signin",
            Model(
                to: address.text, refusal: refusal, hasDemo: hasDemo,
                provider: provider.map { language.text(.providerSignIn, ["provider": $0]) }),
            frame: outside(language[.signIn]))
    }

    /// - Parameter provider: the name of one by whom people may sign in, too.
    func linkPage(_ use: LinkUse, refusal: String?, provider: String?) -> String {
        struct Model: Sendable {
            let intro: String
            let login: String?
            let asksName: Bool
            let refusal: String?
            let provider: String?
        }
        var isInvitation = false
        if case .invitation = use.purpose { isInvitation = true }
        let name = ["name": use.person?.name ?? ""] as KeyValuePairs
        let intro =
            switch use.purpose {
            case .firstAdministrator: language[.linkFirst]
            case .invitation: language.text(.linkInvitation, name)
            case .passwordReset, .pairing: language.text(.linkReset, name)
            }
        return render(
            "link",
            Model(
                intro: intro, login: use.login?.text, asksName: use.purpose == .firstAdministrator, refusal: refusal,
                provider: isInvitation ? provider.map { language.text(.providerSignIn, ["provider": $0]) } : nil),
            frame: outside(language[.welcome]))
    }

    /// - Parameter refusal: why the last code was refused.
    func pairPage(refusal: String?) -> String {
        struct Model: Sendable {
            let refusal: String?
        }
        return render("pair", Model(refusal: refusal), frame: outside(language[.pairTitle]))
    }

    /// Leads on to an address elsewhere by itself, or by a link.
    func onwardPage(to address: String, provider: String) -> String {
        struct Model: Sendable {
            let title: String
            let address: String
        }
        let title = language.text(.providerOnward, ["provider": provider])
        var frame = outside(title)
        frame.onward = address
        return render("onward", Model(title: title, address: address), frame: frame)
    }

    func demoPage(_ people: [(person: PersonEntry, roles: [RoleGrant])]) -> String {
        struct Row: Sendable {
            let id: String
            let name: String
            let roles: String
        }
        struct Model: Sendable {
            let rows: [Row]
        }
        func row(_ entry: (person: PersonEntry, roles: [RoleGrant])) -> Row {
            // Members of a crew are most of them; what somebody is besides tells more.
            let special = Set(entry.roles.map(\.role)).subtracting([.member]).sorted()
            return Row(
                id: entry.person.id.rawValue, name: entry.person.name,
                roles: (special.isEmpty ? [.member] : special).map { words(for: $0) }.joined(separator: ", "))
        }
        let rows =
            (people.filter { $0.roles.contains { $0.role != .member } }
            + people.filter { $0.roles.allSatisfy { $0.role == .member } }).map(row)
        return render("demo", Model(rows: rows), frame: outside(language[.demo]))
    }

    func words(for role: Role) -> String {
        switch role {
        case .member: language[.roleMember]
        case .planner: language[.rolePlanner]
        case .lead: language[.roleLead]
        case .recordsKeeper: language[.roleRecordsKeeper]
        case .medicalKeeper: language[.roleMedicalKeeper]
        case .administrator: language[.roleAdministrator]
        }
    }

    /// Of a page for somebody who is not in yet: no places to go to.
    private func outside(_ title: String) -> Frame {
        Frame(title: title, assets: assets, unit: nil, period: nil, places: [], style: "text door")
    }
}
