/// The types of attachments that are taken.
package enum AttachmentType: String, CaseIterable, Hashable, Sendable {
    case pdf, png, jpeg, webp, text

    /// What bytes are, by how they begin; of text, by all of them.
    package init?(of bytes: [UInt8]) {
        if bytes.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
            self = .webp
        } else if Self.isText(bytes) {
            self = .text
        } else {
            return nil
        }
    }

    /// UTF-8 without control characters but tabs and line breaks.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        let allowed: Set<UInt8> = [0x09, 0x0A, 0x0D]
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || allowed.contains($0) }) else { return false }
        return String(validating: bytes, as: UTF8.self) != nil
    }

    /// The media type it is sent as.
    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .webp: "image/webp"
        case .text: "text/plain; charset=utf-8"
        }
    }

    /// As pages say it.
    package var words: String {
        switch self {
        case .pdf: "a PDF"
        case .png: "a PNG picture"
        case .jpeg: "a JPEG picture"
        case .webp: "a WebP picture"
        case .text: "plain text"
        }
    }

    /// The endings that a name of the type may have; the first one is given where it has none of them.
    var endings: [String] {
        switch self {
        case .pdf: [".pdf"]
        case .png: [".png"]
        case .jpeg: [".jpg", ".jpeg"]
        case .webp: [".webp"]
        case .text: [".txt", ".md", ".csv"]
        }
    }

    /// Whether a browser's media type may stand for it. Some tell none, or that of bytes of any kind.
    func agrees(with declared: String?) -> Bool {
        let bare = (declared ?? "").prefix { $0 != ";" }.lowercased().trimmingWhitespace()
        if bare.isEmpty || bare == "application/octet-stream" { return true }
        switch self {
        case .pdf, .png, .webp: return bare == mediaType
        case .jpeg: return bare == mediaType || bare == "image/jpg"
        case .text: return ["text/plain", "text/markdown", "text/csv"].contains(bare)
        }
    }
}
