/// The part of a rota that one thread may change: some people on a range of days.
package struct Region {
    /// Positions of people.
    package var people: [Int]
    package var firstDay: Int
    /// Days from the first on.
    package var dayCount: Int

    package init(people: [Int], firstDay: Int, dayCount: Int) {
        self.people = people
        self.firstDay = firstDay
        self.dayCount = dayCount
    }
}
