internal import CrewRecords
internal import Logging
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Reminds people of what runs out. It looks once in each hour by the installation's clock, and when the server starts; what
    /// was told already is not told again, by this server or another.
    func expiryJob(logger: Logger) -> RecurringJob<Int?> {
        RecurringJob(
            name: "expiry", pause: .seconds(60), complaint: "Nobody could be reminded of what runs out.",
            logger: logger, memory: nil
        ) { last in
            let hour = self.surroundings.now().seconds / 3600
            if hour != last { try await self.remindOfExpiry() }
            return hour
        }
    }

    /// Reminds of what is due now.
    package func remindOfExpiry() async throws {
        let now = surroundings.now()
        let told = try await store.remindOfExpiry(
            at: now, telling: expiryWords, for: try await store.entrance.admit(.messages, at: now))
        for person in told { messageBell.ring(person) }
    }

    private var expiryWords: ExpiryWords {
        { [language = pages.language] reminded in
            guard let told = reminded.told else {
                return reminded.name.map { language.text(.noticeExpirySealedOf, ["name": $0]) }
                    ?? language[.noticeExpirySealed]
            }
            let title = reminded.name.map { "\($0): \(told.title)" } ?? told.title
            let days = told.today.distance(to: told.last)
            let values: KeyValuePairs = ["title": title, "date": language.long(told.last), "days": "\(days)"]
            if !told.isSure { return language.text(.noticeExpiryMay, values) }
            return switch days {
            case ..<0: language.text(.noticeExpiryGone, values)
            case 0: language.text(.noticeExpiryToday, values)
            case 1: language.text(.noticeExpiryTomorrow, values)
            default: language.text(.noticeExpiry, values)
            }
        }
    }
}
