/// Which side of a column a text stands at.
enum Alignment {
    case left, right
}

extension String {
    /// With spaces up to that many columns; longer texts stay whole.
    func padded(to width: Int, alignment: Alignment = .left) -> String {
        let spaces = String(repeating: " ", count: max(0, width - count))
        return alignment == .left ? self + spaces : spaces + self
    }
}
