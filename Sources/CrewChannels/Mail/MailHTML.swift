/// Makes the HTML of a message from its plain text: paragraphs and lines, with everything escaped that has a meaning.
package enum MailHTML {
    /// - Parameters:
    ///   - text: paragraphs with an empty line between.
    ///   - link: what begins with this address, our own, becomes a link. Nothing else does: a note somebody wrote leads
    ///     nobody anywhere.
    package static func page(_ text: String, linking link: OutboundAddress? = nil) -> String {
        var paragraphs: [[String]] = [[]]
        for bytes in text.utf8.normalisedLines {
            let line = String(decoding: bytes, as: UTF8.self)
            if line.allSatisfy({ $0 == " " || $0 == "\t" }) {
                if paragraphs.last?.isEmpty == false { paragraphs.append([]) }
            } else {
                paragraphs[paragraphs.count - 1].append(marked(line, linking: link))
            }
        }
        let body = paragraphs.filter { !$0.isEmpty }
            .map { "<p dir=\"auto\">\($0.joined(separator: "<br>\n"))</p>\n" }.joined()
        return "<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\"></head>\n<body>\n\(body)</body>\n</html>\n"
    }

    /// Text as HTML shows it, in an element as in an attribute.
    package static func escaped(_ text: some StringProtocol) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            // HTML has no place for control characters.
            case _ where scalar.value < 0x20 && scalar != "\t" || (0x7F...0x9F).contains(scalar.value):
                result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func marked(_ line: String, linking link: OutboundAddress?) -> String {
        guard let own = link?.revealedText() else { return escaped(line) }
        return line.split(separator: " ", omittingEmptySubsequences: false).map { word in
            guard word.hasPrefix(own) else { return escaped(word) }
            // What ends a sentence is no part of an address.
            var address = word
            while let last = address.last, ".,;:!?)".contains(last) { address.removeLast() }
            // `https://crew.example` is no prefix in the sense meant of `https://crew.example.org`.
            let next = address.dropFirst(own.count).first
            guard address.count >= own.count,
                own.last == "/" || next == nil || next == "/" || next == "?" || next == "#"
            else { return escaped(word) }
            return "<a href=\"\(escaped(address))\">\(escaped(address))</a>" + escaped(word.dropFirst(address.count))
        }.joined(separator: " ")
    }
}
