package import RotaModel

extension SeededGenerator {
    /// A number of the range, each as likely as the other.
    package mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// True that many times in a hundred.
    package mutating func chance(percent: Int) -> Bool {
        below(100) < percent
    }

    /// One of the elements, of which there is at least one.
    package mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// At least one of the elements, in their order; of one element, that.
    package mutating func pickSome<Element>(_ elements: [Element]) -> [Element] {
        let some = elements.filter { _ in chance(percent: 50) }
        return some.isEmpty ? [pick(elements)] : some
    }
}
