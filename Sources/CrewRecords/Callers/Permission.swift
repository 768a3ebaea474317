/// Who may do what: the one table, and the one way to ask it. docs/roles.md is the same table in words.
package enum Permission {
    /// What stands in no row is refused to everybody.
    package static let table: [PermissionRow] = organisation + units + people + entries + roles

    private static let organisation: [PermissionRow] = [
        PermissionRow(ReadSystem.self, "see how the system runs", to: [.administrator], token: [.readSystem]),
        PermissionRow(ReadChanges.self, "read who changed what, without the values", to: [.administrator]),
        PermissionRow(ChangeSettings.self, "change settings and how long records are kept", to: [.administrator]),
        PermissionRow(RotateKeys.self, "rotate keys", to: [.administrator], jobs: [.keys]),
        PermissionRow(BackUp.self, "back up", to: [.administrator], jobs: [.backup]),
        PermissionRow(VerifyReadings.self, "verify the log of readings", to: [.administrator], jobs: [.audit]),
        PermissionRow(DeliverMessages.self, "deliver messages, remind, pass on", jobs: [.messages]),
    ]

    private static let crew: Set<Role> = [.member, .planner, .lead, .recordsKeeper, .medicalKeeper]
    private static let all = Set(Role.allCases)

    private static let units: [PermissionRow] = [
        PermissionRow(
            ReadUnit.self, "know the unit's name and place", everyone: true, jobs: [.paper, .messages, .watch, .hours],
            token: [.readRotas, .readPeople, .readRecords], station: true, refused: .hidden),
        PermissionRow(
            ManageUnit.self, "rename, move and close it, make units below it", to: [.administrator],
            token: [.changePeople]),
        PermissionRow(ReadCrew.self, "list its people", to: all, token: [.readPeople]),
        PermissionRow(
            AddPeople.self, "add people, import them", to: [.recordsKeeper, .administrator], token: [.changePeople]),
        PermissionRow(InvitePeople.self, "invite people to sign in", to: [.lead, .recordsKeeper, .administrator]),
        PermissionRow(
            ExportCrew.self, "take its people out as a file", to: [.recordsKeeper, .administrator],
            token: [.readPeople]),
        PermissionRow(
            ReadRoles.self, "see who has which role", to: all, jobs: [.messages, .watch], token: [.readPeople]),
        PermissionRow(
            ReadRota.self, "read published rotas", to: crew, jobs: [.paper, .messages, .watch, .hours],
            token: [.readRotas], station: true),
        PermissionRow(
            ReadDrafts.self, "read drafts, builds, demand, rules, requests", to: [.planner, .lead], jobs: [.hours],
            token: [.readRotas]),
        PermissionRow(
            BuildRota.self, "change demand, rules and pins; build; repair", to: [.planner], jobs: [.builds],
            token: [.changeRotas]),
        PermissionRow(PublishRota.self, "publish and amend rotas", to: [.planner, .lead], token: [.changeRotas]),
        PermissionRow(
            ReadAttendance.self, "see when its people were on watch", to: [.planner, .lead], jobs: [.watch, .hours],
            token: [.readRotas]),
        PermissionRow(
            ReadWatch.self, "see who is on watch now, and where", to: crew, token: [.readRotas], station: true),
        PermissionRow(
            ManageStations.self, "set up stations, and how late somebody may be", to: [.lead, .administrator],
            token: [.changeRotas]),
        PermissionRow(RaiseAlarms.self, "tell the lead who is missing", jobs: [.watch]),
    ]

    private static let people: [PermissionRow] = [
        PermissionRow(
            ReadPerson.self, "know name, rank and units", to: all, concerned: .may, token: [.readPeople],
            refused: .hidden),
        PermissionRow(
            ChangePerson.self, "change name, rank, qualifications, contracts, units",
            to: [.recordsKeeper, .administrator], token: [.changePeople]),
        PermissionRow(
            ReadSchedule.self, "read shifts and when the person is away", to: crew, concerned: .may, jobs: [.hours],
            token: [.readRotas], calendar: true),
        PermissionRow(
            ReadFitness.self, "read whether fit, with which limits, or until when not",
            to: [.planner, .lead, .medicalKeeper], concerned: .may, jobs: [.hours], token: [.readRotas]),
        PermissionRow(DecideFitness.self, "decide whether fit", to: [.medicalKeeper], concerned: .never),
        PermissionRow(
            AskShifts.self, "ask for shifts, days off and exchanges, and answer", concerned: .may, token: [.changeRotas]
        ),
        PermissionRow(
            CorrectAccount.self, "see and correct the account of the year", to: [.planner, .lead], concerned: .never,
            token: [.changeRotas]),
        PermissionRow(
            EnterAttendance.self, "write down when they were on watch, and correct it", to: [.lead], concerned: .never,
            token: [.changeRotas]),
        PermissionRow(GoOnWatch.self, "go on and off watch with an entry code", concerned: .never, station: true),
        PermissionRow(
            SignHours.self, "sign the hours of a month", concerned: .may, token: [.changeRotas]),
        PermissionRow(
            CountersignHours.self, "sign the hours of a month after the person", to: [.lead], concerned: .never,
            token: [.changeRotas]),
        PermissionRow(
            WriteTo.self, "write a message to", to: all, concerned: .may, token: [.changeMessages], refused: .hidden),
        PermissionRow(
            ReadMessages.self, "read messages got and sent", concerned: .may, token: [.readMessages], refused: .hidden),
        PermissionRow(
            KeepMessages.self, "send, answer and delete messages", concerned: .may, token: [.changeMessages],
            refused: .hidden),
        PermissionRow(ChooseWays.self, "choose how to be told, and when not", concerned: .may, refused: .hidden),
        PermissionRow(AskAbsence.self, "ask to be away", concerned: .may),
        PermissionRow(DecideAbsence.self, "decide absences", to: [.lead, .medicalKeeper], concerned: .never),
        PermissionRow(ReadReadings.self, "read who read sealed entries", concerned: .may, refused: .hidden),
        PermissionRow(DownloadFile.self, "download all that is kept", concerned: .may, refused: .hidden),
        PermissionRow(CorrectContact.self, "change how to be reached", concerned: .may),
        PermissionRow(ContestEntry.self, "contest an entry", concerned: .may, refused: .hidden),
        PermissionRow(
            ErasePerson.self, "erase what is kept", to: [.recordsKeeper], concerned: .never, jobs: [.retention]),
        PermissionRow(ChangeSignIn.self, "change password and entry code", concerned: .may),
        PermissionRow(ResetSignIn.self, "send a link for a new password", to: [.administrator]),
        PermissionRow(
            DisableAccount.self, "stop from signing in, and let again", to: [.administrator], concerned: .never),
        PermissionRow(ManageSessions.self, "see and end sessions and tokens", to: [.administrator], concerned: .may),
        PermissionRow(IssueToken.self, "issue a token", concerned: .may),
    ]

    private static let entries: [PermissionRow] = [
        PermissionRow(
            ReadEntry.self, "read an entry open to the unit", of: .recordClass(.unit), to: [.member, .planner, .lead],
            keeper: true, concerned: .may, token: [.readRecords], refused: .hidden),
        PermissionRow(
            ReadEntry.self, "read an entry open to leads", of: .recordClass(.leads), to: [.lead], keeper: true,
            concerned: .may, token: [.readRecords], refused: .hidden),
        PermissionRow(
            ReadEntry.self, "read an entry open to keepers", of: .recordClass(.keepers), keeper: true, concerned: .may,
            token: [.readRecords], refused: .hidden),
        PermissionRow(
            ReadSealedEntry.self, "read a sealed entry", of: .recordClass(.sealed), keeper: true, concerned: .may,
            glass: true, refused: .hidden),
        PermissionRow(
            WriteEntry.self, "write an entry open to the unit", of: .recordClass(.unit), keeper: true,
            concerned: .never,
            token: [.changeRecords], refused: .hidden),
        PermissionRow(
            WriteEntry.self, "write an entry open to leads", of: .recordClass(.leads), keeper: true, concerned: .never,
            token: [.changeRecords], refused: .hidden),
        PermissionRow(
            WriteEntry.self, "write an entry open to keepers", of: .recordClass(.keepers), keeper: true,
            concerned: .never, token: [.changeRecords], refused: .hidden),
        PermissionRow(
            WriteEntry.self, "write a sealed entry", of: .recordClass(.sealed), keeper: true, concerned: .never,
            refused: .hidden),
        PermissionRow(
            BreakGlass.self, "break the glass", of: .recordClass(.sealed),
            to: [.lead, .recordsKeeper, .medicalKeeper], concerned: .never),
    ]

    private static let roles: [PermissionRow] = Role.allCases.map { role in
        PermissionRow(
            GiveRole.self, "give the role of \(role.words), take it away", of: .role(role),
            to: role <= .planner ? [.lead, .administrator] : [.administrator], concerned: .never)
    }

    private struct Key: Hashable {
        let operation: ObjectIdentifier
        let variant: SubjectFacts.Variant
    }

    private static let index = Dictionary(
        uniqueKeysWithValues: table.map { (Key(operation: $0.operation, variant: $0.variant), $0) })

    /// Nil: nobody may.
    static func row<O: Operation>(_ operation: O.Type, _ variant: SubjectFacts.Variant) -> PermissionRow? {
        index[Key(operation: ObjectIdentifier(operation), variant: variant)]
    }
}
