/// What a browser says of itself, shortened: enough for its owner to tell sessions apart, and safe to print.
package struct UserAgent: Hashable, Sendable {
    /// In characters of ASCII.
    package static let longest = 160

    package let text: String

    /// Of a header's value, which may be missing or anything: what is not printable ASCII is left out.
    package init(_ header: String?) {
        let printable = (header ?? "").utf8.lazy.filter { (0x20...0x7E).contains($0) }
        text = String(decoding: Array(printable.prefix(Self.longest)), as: UTF8.self)
    }

    /// The browser and its system, of those that most people use, by marks that makers put there.
    package var names: (browser: String, system: String)? {
        func first(_ marks: KeyValuePairs<String, String>) -> String? { marks.first { text.contains($0.key) }?.value }
        // Most of them also name those whose pages they want to be sent.
        let browser = first([
            "Edg": "Edge", "OPR/": "Opera", "SamsungBrowser/": "Samsung Internet", "Firefox/": "Firefox",
            "FxiOS/": "Firefox", "CriOS/": "Chrome", "Chrome/": "Chrome", "Safari/": "Safari",
        ])
        let system = first([
            "iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "CrOS": "ChromeOS", "Windows": "Windows",
            "Macintosh": "macOS", "Linux": "Linux",
        ])
        guard let browser, let system else { return nil }
        return (browser, system)
    }
}
