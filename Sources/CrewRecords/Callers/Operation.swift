package import RotaModel

/// One kind of thing that anybody may do to stored data: a type of its own, so that a permit for one is no permit for
/// another. What has no row in `Permission.table` is refused to everybody.
package protocol Operation: Sendable {
    associatedtype On: Subject
}

package protocol OrganisationOperation: Operation where On == WholeOrganisation {}
package protocol UnitOperation: Operation where On == UnitID {}
package protocol PersonOperation: Operation where On == PersonSubject {}
package protocol EntryOperation: Operation where On == EntrySubject {}

// MARK: On the whole

/// Seeing how the system runs.
package enum ReadSystem: OrganisationOperation {}
/// Reading who changed what when, without the values.
package enum ReadChanges: OrganisationOperation {}
/// Changing settings, among them how long records are kept.
package enum ChangeSettings: OrganisationOperation {}
/// Making a new data key, or wrapping all of them under a new master key.
package enum RotateKeys: OrganisationOperation {}
/// Copying the database, sealed fields as they are.
package enum BackUp: OrganisationOperation {}
/// Holding the log of readings against its hashes; shows no reading.
package enum VerifyReadings: OrganisationOperation {}
/// Handing messages to channels, reminding of answers and passing messages on.
package enum DeliverMessages: OrganisationOperation {}

// MARK: On a unit

/// Knowing a unit's name and its place in the tree.
package enum ReadUnit: UnitOperation {}
/// Renaming, moving and closing a unit, and making units below it.
package enum ManageUnit: UnitOperation {}
/// Listing the people of a unit.
package enum ReadCrew: UnitOperation {}
/// Adding people to a unit, one by one or from a file.
package enum AddPeople: UnitOperation {}
/// Inviting people of a unit to sign in.
package enum InvitePeople: UnitOperation {}
/// Taking a unit's people out as a file.
package enum ExportCrew: UnitOperation {}
/// Seeing who has which role in a unit, and so who keeps its records.
package enum ReadRoles: UnitOperation {}
/// Reading published rotas of a unit, on screen, on paper or as a file.
package enum ReadRota: UnitOperation {}
/// Reading what is not published: drafts, builds and their explanations, demand, rules, requests.
package enum ReadDrafts: UnitOperation {}
/// Changing demand, rules and pins; starting and stopping builds; repairing.
package enum BuildRota: UnitOperation {}
/// Publishing a rota and amending it.
package enum PublishRota: UnitOperation {}

/// Seeing when a unit's people were on watch.
package enum ReadAttendance: UnitOperation {}
/// Seeing who of a unit is on watch now, and where.
package enum ReadWatch: UnitOperation {}
/// Setting up the stations at which a unit's people go on watch, and how long somebody may be late.
package enum ManageStations: UnitOperation {}
/// Noticing that somebody of a unit has not come on watch, and telling their lead.
package enum RaiseAlarms: UnitOperation {}

// MARK: On a person

/// Knowing a person's name, rank and units.
package enum ReadPerson: PersonOperation {}
/// Changing a person's name, rank, qualifications, contracts and units.
package enum ChangePerson: PersonOperation {}
/// Reading a person's published shifts, and when they are away.
package enum ReadSchedule: PersonOperation {}
/// Reading whether a person is fit, with which limits on duty, or until when not.
package enum ReadFitness: PersonOperation {}
/// Deciding whether a person is fit.
package enum DecideFitness: PersonOperation {}
/// Writing down when a person was on watch, and correcting it.
package enum EnterAttendance: PersonOperation {}
/// Going on and off watch at a station, with an entry code.
package enum GoOnWatch: PersonOperation {}
/// Signing one's own hours of a month.
package enum SignHours: PersonOperation {}
/// Signing the hours of a month after the person whose they are.
package enum CountersignHours: PersonOperation {}
/// Asking for shifts and days off, and for exchanges of shifts, and answering those.
package enum AskShifts: PersonOperation {}
/// Seeing and correcting what a person's account of the year has.
package enum CorrectAccount: PersonOperation {}
/// Writing a message to a person.
package enum WriteTo: PersonOperation {}
/// Reading a person's messages, and what has become of those they have sent.
package enum ReadMessages: PersonOperation {}
/// Sending messages in a person's name, answering and deleting them, and saying that they were fetched.
package enum KeepMessages: PersonOperation {}
/// Choosing by which ways a person is told, and when not.
package enum ChooseWays: PersonOperation {}
/// Asking to be away.
package enum AskAbsence: PersonOperation {}
/// Deciding when a person is away.
package enum DecideAbsence: PersonOperation {}
/// Reading who has read a person's sealed entries.
package enum ReadReadings: PersonOperation {}
/// Taking out everything that is kept about a person.
package enum DownloadFile: PersonOperation {}
/// Changing how a person can be reached.
package enum CorrectContact: PersonOperation {}
/// Contesting an entry of a person's file.
package enum ContestEntry: PersonOperation {}
/// Erasing what is kept about a person.
package enum ErasePerson: PersonOperation {}
/// Changing a person's password and entry code.
package enum ChangeSignIn: PersonOperation {}
/// Letting a person set a new password by a link.
package enum ResetSignIn: PersonOperation {}
/// Stopping a person from signing in, and letting them again.
package enum DisableAccount: PersonOperation {}
/// Seeing and ending a person's sessions and tokens.
package enum ManageSessions: PersonOperation {}
/// Issuing a token that acts on a person's behalf.
package enum IssueToken: PersonOperation {}

// MARK: On entries of a file

/// Reading an entry that is not sealed.
package enum ReadEntry: EntryOperation {}
/// Reading a sealed entry. Each reading is logged.
package enum ReadSealedEntry: EntryOperation {}
/// Writing an entry, or one that supersedes another.
package enum WriteEntry: EntryOperation {}
/// Opening the sealed entries of one category to oneself in an emergency.
package enum BreakGlass: EntryOperation {}

// MARK: On a role

/// Giving a role to a person, and taking it away.
package enum GiveRole: Operation {
    package typealias On = RoleSubject
}
