/// A file as its reader is given it: bytes, and the name that diagnostics tell.
package struct SourceFile: Sendable {
    package let name: String?
    package let bytes: [UInt8]

    package init(name: String?, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The name without folders and ending: `WD-n005w4-1` of `data/WD-n005w4-1.txt`.
    var stem: String {
        let last = name?.split(separator: "/").last.map(String.init) ?? ""
        return last.split(separator: ".").first.map(String.init) ?? last
    }
}
