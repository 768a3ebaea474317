import CrewRecords
import RotaModel
import WatchbillStore

/// What the page of how somebody else signs in shows.
struct AccountPageRequest: Sendable {
    var person: CrewMember
    /// Nil if they have no account.
    var state: AccountState?
    /// In whose clock times are told.
    var zone: Zone
    var form: String?
    var refusal: String?
}

extension PageRenderer {
    /// Where the page of how somebody signs in is.
    func accountAddress(of person: PersonID) -> String {
        "/crew/account?person=\(LocalAddress.inQuery(person.rawValue))"
    }

    func accountPage(_ request: AccountPageRequest) -> String {
        struct Model: Sendable {
            let id: String
            let title: String
            let intro: String
            let disabled: String?
            let mayDisable: Bool
            let mayEnable: Bool
            let hasAccount: Bool
            let sessions: [Line]
            let hasNoSession: Bool
            let tokens: [Line]
            let hasNoToken: Bool
            let calendars: [Line]
            let hasCalendar: Bool
            let unit: String
            let refusal: String?
        }
        let (person, state, zone) = (request.person, request.state, request.zone)
        let intro =
            state.map {
                language.text(.accountIntro, ["name": person.name, "login": $0.login.text, "ways": ways($0)])
            } ?? language.text(.accountNone, ["name": person.name])
        let sessions = lines(state?.sessions ?? [], current: nil, in: zone)
        let tokens = lines(state?.tokens ?? [], in: zone)
        let calendars = lines(state?.calendars ?? [], in: zone)
        let mayDisable = state?.mayDisable ?? false
        let title = language.text(.accountTitle, ["name": person.name])
        var frame = frame(.me, title: title, problem: nil, style: "text")
        frame.form = request.form
        return render(
            "account",
            Model(
                id: person.id.rawValue, title: title, intro: intro,
                disabled: state?.disabled.map {
                    language.text(.accountDisabled, ["time": language.moment($0, in: zone)])
                }, mayDisable: mayDisable && state?.disabled == nil, mayEnable: mayDisable && state?.disabled != nil,
                hasAccount: state != nil, sessions: sessions, hasNoSession: sessions.isEmpty, tokens: tokens,
                hasNoToken: tokens.isEmpty, calendars: calendars, hasCalendar: !calendars.isEmpty,
                unit: LocalAddress.inQuery(person.units.first?.rawValue ?? ""),
                refusal: request.refusal),
            frame: frame)
    }

    private func ways(_ state: AccountState) -> String {
        switch (state.hasPassword, state.isConnected) {
        case (true, true): language[.accountBoth]
        case (true, false): language[.accountPassword]
        case (false, true): language[.accountProvider]
        case (false, false): language[.accountNoWay]
        }
    }
}
