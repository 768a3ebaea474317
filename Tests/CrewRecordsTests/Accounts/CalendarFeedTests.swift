import CrewRecords
import RotaModel
import Testing

@Suite("Addresses of calendars")
struct CalendarFeedTests {
    private let now = Instant(seconds: 1_767_700_000)

    private func account(_ id: AccountID = "a1", disabled: Instant? = nil) throws -> Account {
        Account(id: id, person: "ines", login: try LoginName("ines"), created: now, disabled: disabled)
    }

    private func make(
        name: String = "my phone", for account: Account, beside others: [CalendarFeed] = []
    ) throws -> (record: CalendarFeed, token: Token<CalendarFeed>) {
        var random = SystemRandomNumberGenerator()
        return try CalendarFeed.make(for: account, name: name, beside: others, at: now, using: &random)
    }

    @Test("open to their own secret, by their own account, until they are revoked")
    func fetch() throws {
        let account = try account()
        let (record, token) = try make(for: account)
        #expect(token.revealedText().hasPrefix("watchbill_calendar_"))
        #expect(record.fetched(with: token, by: account, at: now)?.lastFetched == now)
        #expect(record.fetched(with: try make(for: account).token, by: account, at: now) == nil)
        #expect(record.fetched(with: token, by: try self.account("a2"), at: now) == nil)
        #expect(record.fetched(with: token, by: try self.account(disabled: now), at: now) == nil)
        let revoked = CalendarFeed(
            id: record.id, account: record.account, name: record.name, digest: record.digest, created: now,
            revoked: now)
        #expect(revoked.fetched(with: token, by: account, at: now) == nil)
    }

    @Test("need a name, room, and an account that is not disabled")
    func terms() throws {
        let account = try account()
        func code(_ body: () throws -> Void) -> AccountError.Code? {
            do { try body() } catch let error as AccountError { return error.code } catch { return nil }
            return nil
        }
        let record = try make(for: account).record
        let full = Array(repeating: record, count: CalendarFeed.most)
        #expect(code { _ = try make(name: " \n", for: account) } == .calendarTermsUnusable)
        #expect(code { _ = try make(name: String(repeating: "x", count: 121), for: account) } == .calendarTermsUnusable)
        #expect(code { _ = try make(for: account, beside: full) } == .calendarTermsUnusable)
        #expect(code { _ = try make(for: account, beside: Array(full.dropLast())) } == nil)
        #expect(code { _ = try make(for: try self.account(disabled: now)) } == .accountDisabled)
    }
}
