/// Colours text for a terminal, or leaves it as it is.
struct Paint {
    let isOn: Bool

    /// Foregrounds of the twelve shift colours in the terminal's 256, readable on black and on white.
    private static let shiftColours = [32, 71, 172, 135, 38, 167, 100, 168, 63, 130, 37, 241]

    /// In a shift type's colour, 1 to 12.
    func shift(_ text: String, colour: Int) -> String {
        let colours = Self.shiftColours
        return escape("38;5;\(colours[(colour - 1 + colours.count) % colours.count])", text)
    }

    func alarm(_ text: String) -> String { escape("1;31", text) }
    func bold(_ text: String) -> String { escape("1", text) }
    func faint(_ text: String) -> String { escape("2", text) }

    /// ECMA-48, SGR.
    private func escape(_ code: String, _ text: String) -> String {
        isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
