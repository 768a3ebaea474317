internal import HTTPTypes
internal import Hummingbird

/// Style sheet, scripts and icon, as they were built into the binary.
///
/// Their address holds a hash of them all, so a browser may keep them for ever, and scripts may import each other by
/// relative paths.
struct Assets: Sendable {
    struct File: Sendable {
        let bytes: ByteBuffer
        let type: String
        let tag: String
    }

    /// The style sheet itself, for what has to do without an address.
    static let style = String(decoding: PackageResources.page_css, as: UTF8.self)

    /// `/assets/<hash>`.
    let base: String
    private let files: [String: File]

    init() {
        let sources: [(name: String, bytes: [UInt8])] = [
            ("page.css", PackageResources.page_css),
            ("icon.svg", PackageResources.icon_svg),
            ("sw.js", PackageResources.sw_js),
            ("main.js", PackageResources.main_js),
            ("grid.js", PackageResources.grid_js),
            ("live.js", PackageResources.live_js),
            ("edit.js", PackageResources.edit_js),
            ("curve.js", PackageResources.curve_js),
            ("messages.js", PackageResources.messages_js),
            ("station.js", PackageResources.station_js),
        ]
        var files: [String: File] = [:]
        var all = FNV()
        for (name, bytes) in sources {
            all.add(bytes)
            var one = FNV()
            one.add(bytes)
            files[name] = File(bytes: ByteBuffer(bytes: bytes), type: Self.type(of: name), tag: "\"\(one.text)\"")
        }
        self.files = files
        base = "/assets/\(all.text)"
    }

    private static func type(of name: String) -> String {
        if name.hasSuffix(".css") { return "text/css; charset=utf-8" }
        if name.hasSuffix(".js") { return "text/javascript; charset=utf-8" }
        return "image/svg+xml"
    }

    /// - Throws: `ServerProblem` if there is no such file. An old hash gets the new file, but may not keep it.
    func answer(_ request: Request, hash: String, name: String) throws -> Response {
        guard let file = files[name] else { throw ServerProblem.noSuchPage }
        let isCurrent = base == "/assets/\(hash)"
        var headers: HTTPFields = [
            .contentType: file.type, .eTag: file.tag,
            .cacheControl: isCurrent ? "public, max-age=31536000, immutable" : "no-cache",
        ]
        if request.headers[.ifNoneMatch] == file.tag {
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: file.bytes))
    }
}

/// FNV-1a (Fowler, Noll, Vo), 64 bits: tells versions of our own files apart, and guards nothing.
private struct FNV {
    private var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bytes: [UInt8]) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    var text: String { String(value, radix: 16) }
}
