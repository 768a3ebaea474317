/// How large a problem and the numbers in it may be. Within these no sum of penalties or minutes leaves an `Int`.
package enum ProblemLimits {
    package static let people = 1...2000
    /// Days in the period.
    package static let days = 1...731
    package static let shiftTypes = 1...250
    /// Known days before the period.
    package static let historyDays = 0...366
    /// Entries in each other list of a problem: demand, rules, requests, absences, pins, history and the like.
    package static let entries = 1_000_000
    package static let rules = 20_000
    /// Minutes of a shift type, on the wall clock.
    package static let shiftLength = 1...1440
    /// The penalty per unit of what is soft.
    package static let weight = 1...1_000_000
    /// Numbers of people, days, shifts, minutes and the like.
    package static let count = 0...10_000_000
    /// Minutes that a rest may be asked to last, or that a date of an absence may be credited.
    package static let restMinutes = 1...10_080
    package static let creditMinutes = 0...1440
    /// People that a demand may name.
    package static let demandPeople = 0...10_000
    /// Years that dates may lie in.
    package static let years = 1...9999
    /// Those years as dates.
    package static let dates = CalendarDate(dayNumber: -719_162)...CalendarDate(dayNumber: 2_932_896)
    /// Elements in a sequence of days; of a wished one, in what comes before and what follows together.
    package static let sequence = 1...14
    /// Days of a rule's own weekend.
    package static let ruleWeekend = 1...4
    /// A contract's share of full time, in percent.
    package static let share = 1...200
    package static let colours = 1...12
    /// Unicode scalars in an id.
    package static let idLength = 1...64
    /// Unicode scalars in a name or a source.
    package static let textLength = 0...500
    /// What the requests of one person for one date, with the rules on weekdays, may weigh: the search has 32 bits for it.
    package static let cellPenalty = 1_000_000_000
    /// What the penalty of the worst possible rota may come to: far below 2^53, so that it is exact everywhere.
    package static let totalPenalty = 1_000_000_000_000_000
}
