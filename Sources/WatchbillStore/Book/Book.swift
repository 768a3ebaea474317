internal import RotaModel
internal import CrewRecords

/// What the store holds of one organisation, within one transaction: its tables, and the one way to ask for a permit.
struct Book {
    let connection: any SQLConnection
    let organisation: OrganisationNumber
    let keys: KeyMemory
    private let memory: DirectoryMemory
    private let isReading: Bool

    init(
        _ connection: any SQLConnection, _ organisation: OrganisationNumber, _ memory: DirectoryMemory,
        _ keys: KeyMemory, isReading: Bool
    ) {
        self.connection = connection
        self.organisation = organisation
        self.memory = memory
        self.keys = keys
        self.isReading = isReading
    }

    var alarms: AlarmTable { AlarmTable(connection, organisation) }
    var absences: AbsenceTable { AbsenceTable(connection, organisation) }
    var accounts: AccountTable { AccountTable(connection, organisation) }
    var asking: AskingTable { AskingTable(connection, organisation) }
    var attachments: AttachmentTable { AttachmentTable(connection, organisation) }
    var builds: BuildTable { BuildTable(connection, organisation) }
    var calendars: CalendarFeedTable { CalendarFeedTable(connection, organisation) }
    var dataKeys: DataKeyTable { DataKeyTable(connection, organisation) }
    var fitness: FitnessTable { FitnessTable(connection, organisation) }
    var glass: GlassTable { GlassTable(connection, organisation) }
    var grants: GrantTable { GrantTable(connection, organisation) }
    var links: LinkTable { LinkTable(connection, organisation) }
    var notices: NoticeTable { NoticeTable(connection, organisation) }
    var problems: ProblemTable { ProblemTable(connection, organisation) }
    var readings: ReadingTable { ReadingTable(connection, organisation) }
    var records: RecordTable { RecordTable(connection, organisation) }
    var retention: RetentionTable { RetentionTable(connection, organisation) }
    var sessions: SessionTable { SessionTable(connection, organisation) }
    var stations: StationTable { StationTable(connection, organisation) }
    var tokens: APITokenTable { APITokenTable(connection, organisation) }
    var setups: SetupTable { SetupTable(connection, organisation) }
    var versions: VersionTable { VersionTable(connection, organisation) }
    var requests: RequestTable { RequestTable(connection, organisation) }
    var directoryTables: DirectoryTables { DirectoryTables(connection, organisation) }

    /// The directory as it is in this transaction.
    func directory() throws(StoreError) -> DirectoryState {
        let version = try directoryTables.version()
        if let known = memory.state(of: version) { return known }
        let state = try DirectoryState(version: version, directory: try directoryTables.read())
        // What is written now may be taken back, and its version's number be given to something else.
        if isReading { memory.keep(state) }
        return state
    }

    /// Asks the table of permissions.
    ///
    /// - Throws: the refusal; `hidden` for callers of another organisation, whatever they ask.
    @discardableResult
    func permit<O: Operation>(
        _ caller: Caller, to operation: O.Type, on subject: O.On
    ) throws(Refusal) -> Permit<O> {
        guard caller.organisation == organisation.id else { throw .hidden }
        return try caller.permit(operation, on: subject)
    }

    /// Whether the table of permissions says yes.
    func permits<O: Operation>(_ caller: Caller, to operation: O.Type, on subject: O.On) -> Bool {
        do {
            try permit(caller, to: operation, on: subject)
            return true
        } catch {
            return false
        }
    }
}
