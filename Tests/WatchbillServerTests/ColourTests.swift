import Foundation
import Testing

/// A colour in sRGB, and what eyes make of it.
struct Colour {
    /// 0 to 1.
    let red, green, blue: Double

    init?(hex: Substring) {
        guard hex.count == 6, let value = Int(hex, radix: 16) else { return nil }
        (red, green, blue) = (Double(value >> 16) / 255, Double(value >> 8 & 255) / 255, Double(value & 255) / 255)
    }

    private init(linear: [Double]) {
        let values = linear.map { value -> Double in
            let value = min(max(value, 0), 1)
            return value <= 0.003_130_8 ? 12.92 * value : 1.055 * pow(value, 1 / 2.4) - 0.055
        }
        (red, green, blue) = (values[0], values[1], values[2])
    }

    private var linear: [Double] {
        [red, green, blue].map { $0 <= 0.040_45 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    }

    private static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
        matrix.map { zip($0, vector).map(*).reduce(0, +) }
    }

    /// WCAG 2.2, relative luminance.
    var luminance: Double { Self.product([[0.2126, 0.7152, 0.0722]], linear)[0] }

    /// WCAG 2.2, contrast ratio.
    func contrast(with other: Colour) -> Double {
        let (high, low) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (high + 0.05) / (low + 0.05)
    }

    /// As deuteranopes see it: Machado, Oliveira and Fernandes (2009), severity 1.
    var deuteranopic: Colour {
        Colour(
            linear: Self.product(
                [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]], linear
            ))
    }

    /// CIE 1976 L*a*b*, white point D65.
    var lab: [Double] {
        let xyz = Self.product(
            [
                [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041],
            ], linear)
        let f = zip(xyz, [0.95047, 1, 1.08883]).map { value, white -> Double in
            let share = value / white
            return share > 0.008_856 ? cbrt(share) : 7.787 * share + 16.0 / 116
        }
        return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
    }

    func distance(to other: Colour) -> Double {
        zip(lab, other.lab).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
    }
}

@Suite("The twelve shift colours")
struct ColourTests {
    /// By scheme, by token: what the style sheet says.
    private static func tokens() throws -> [String: [String: Colour]] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Sources/WatchbillServer/Resources/assets/page.css")
        let text = try String(contentsOf: file, encoding: .utf8)
        let start = try #require(text.range(of: "@media (prefers-color-scheme: dark)"))
        func read(_ part: Substring) -> [String: Colour] {
            var found: [String: Colour] = [:]
            for match in part.matches(of: /--([a-z0-9-]+): #([0-9a-f]{6});/) {
                found[String(match.1)] = found[String(match.1)] ?? Colour(hex: match.2)
            }
            return found
        }
        let light = read(text[..<start.lowerBound])
        return ["light": light, "dark": light.merging(read(text[start.lowerBound...].prefix(1500))) { $1 }]
    }

    @Test("carry letters that can be read", arguments: ["light", "dark"])
    func letters(scheme: String) throws {
        let tokens = try #require(try Self.tokens()[scheme])
        for number in 1...12 {
            let (chip, ink) = (try #require(tokens["s\(number)"]), try #require(tokens["i\(number)"]))
            #expect(chip.contrast(with: ink) >= 4.5, "\(scheme) \(number)")
        }
    }

    @Test("are told apart in deuteranopia and in grey", arguments: ["light", "dark"])
    func toldApart(scheme: String) throws {
        let tokens = try #require(try Self.tokens()[scheme])
        for left in 1...12 {
            for right in 1...12 where right > left {
                let (a, b) = (try #require(tokens["s\(left)"]), try #require(tokens["s\(right)"]))
                #expect(a.deuteranopic.distance(to: b.deuteranopic) >= 9.5, "\(scheme) \(left) \(right)")
                #expect(abs(a.lab[0] - b.lab[0]) >= 4.5, "\(scheme) \(left) \(right)")
            }
        }
    }

    @Test("stand among text and marks with enough contrast", arguments: ["light", "dark"])
    func surroundings(scheme: String) throws {
        let tokens = try #require(try Self.tokens()[scheme])
        for ground in ["bg", "panel", "shade"] {
            let ground = try #require(tokens[ground])
            for text in ["ink", "muted", "accent", "bad", "soft", "good"] {
                #expect(try #require(tokens[text]).contrast(with: ground) >= 4.5, "\(scheme) \(text)")
            }
        }
        let (accent, on) = (try #require(tokens["accent"]), try #require(tokens["on-accent"]))
        #expect(accent.contrast(with: on) >= 4.5)
    }
}
