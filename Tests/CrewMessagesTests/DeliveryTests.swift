import CrewMessages
import RotaModel
import Testing

@Suite("Delivering")
struct DeliveryTests {
    private func zone() throws -> Zone { try #require(Zone(name: "Europe/Stockholm")) }

    private func time(_ text: String) throws -> LocalTime { try #require(LocalTime(text)) }

    @Test("waits for the end of quiet hours, which may reach over midnight; an urgent one does not")
    func quiet() throws {
        let zone = try zone()
        let quiet = QuietHours(from: try time("22:00"), until: try time("06:30"), zone: zone)
        let night = try #require(CalendarDate("2026-03-10"))
        func at(_ date: CalendarDate, _ text: String) throws -> Instant {
            zone.instant(of: date, minutes: try time(text).minutesSinceMidnight, edge: .start)
        }
        let morning = try at(night.advanced(by: 1), "06:30")
        #expect(quiet.end(at: try at(night, "21:59")) == nil)
        #expect(quiet.end(at: try at(night, "22:00")) == morning)
        #expect(quiet.end(at: try at(night.advanced(by: 1), "03:00")) == morning)
        #expect(quiet.end(at: morning) == nil)
        let task = DeliveryTask(channel: .push, queuedAt: try at(night, "23:00"))
        #expect(
            Delivery.decide(task, of: CopyState(), isUrgent: false, quiet: quiet, at: try at(night, "23:00"))
                == .wait(until: morning))
        #expect(
            Delivery.decide(task, of: CopyState(), isUrgent: true, quiet: quiet, at: try at(night, "23:00")) == .attempt
        )
        // The night of 29 March is an hour shorter, that of 25 October an hour longer.
        for (date, hours) in [("2026-03-28", 8), ("2026-10-24", 10)] {
            let date = try #require(CalendarDate(date))
            let (from, until) = (try at(date, "21:30"), try at(date.advanced(by: 1), "06:30"))
            #expect(until.minutes(since: from) == .hours(hours))
            let quiet = QuietHours(from: try time("21:30"), until: try time("06:30"), zone: zone)
            #expect(quiet.end(at: from) == until && quiet.end(at: from.adding(.hours(hours - 1))) == until)
        }
    }

    @Test("leaves e-mail a moment for something faster, and gives up after a week")
    func times() {
        let start = Instant(seconds: 1_000_000)
        let mail = DeliveryTask(channel: .mail, queuedAt: start)
        #expect(
            Delivery.decide(mail, of: CopyState(), isUrgent: false, quiet: nil, at: start)
                == .wait(until: start.adding(Delivery.mailDelay)))
        #expect(
            Delivery.decide(mail, of: CopyState(), isUrgent: false, quiet: nil, at: start.adding(.minutes(2)))
                == .attempt)
        #expect(Delivery.decide(mail, of: CopyState(), isUrgent: true, quiet: nil, at: start) == .attempt)
        #expect(
            Delivery.decide(mail, of: CopyState(), isUrgent: true, quiet: nil, at: start.adding(Delivery.longest))
                == .expired)
    }

    @Test(
        "tries again later each time, up to a limit, as late as the other side asks",
        arguments: 0..<200 as Range<UInt64>)
    func retries(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let start = Instant(seconds: 1_000_000)
        let isUrgent = random.below(2) == 0
        for attempts in 0..<30 {
            let task = DeliveryTask(channel: .push, attempts: attempts, queuedAt: start)
            let wait = Delivery.retry(task, isUrgent: isUrgent, at: start, using: &random).seconds - start.seconds
            let most = min(isUrgent ? 300 : 3600, 2 << min(attempts, 12))
            #expect(wait >= most / 2 && wait <= most + 1, "seed \(seed), attempt \(attempts)")
            let asked = Delivery.retry(task, isUrgent: isUrgent, asked: .seconds(5000), at: start, using: &random)
            #expect(asked.seconds - start.seconds >= 5000, "seed \(seed)")
        }
    }
}
