import Foundation

/// Files of one folder that are written together: all of them or none, and over none that is there unless that is wanted.
/// They are tried out before the work begins.
struct FileBatch {
    private let folder: URL
    private let names: [String]
    private let makesFolder: Bool
    private let mayReplace: Bool

    /// - Throws: `OutputError` if it is plain already that they could not be written.
    init(
        _ names: [String], in path: String, mayMakeFolder: Bool, mayReplace: Bool
    ) throws(OutputError) {
        folder = URL(filePath: path, directoryHint: .isDirectory)
        self.names = names
        self.mayReplace = mayReplace
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        makesFolder = !manager.fileExists(atPath: path, isDirectory: &isFolder)
        if makesFolder {
            let parent = folder.deletingLastPathComponent().path(percentEncoded: false)
            let missing = mayMakeFolder ? parent : path
            guard mayMakeFolder, manager.fileExists(atPath: parent) else {
                throw OutputError(place: names.joined(separator: ", "), reason: "there is no folder \(missing)")
            }
            return
        }
        if !isFolder.boolValue { throw OutputError(place: path, reason: "it is a file, and a folder is needed") }
        if !manager.isWritableFile(atPath: path) { throw OutputError(place: path, reason: "no permission") }
        for name in names {
            let file = folder.appending(path: name).path(percentEncoded: false)
            guard manager.fileExists(atPath: file, isDirectory: &isFolder) else { continue }
            if isFolder.boolValue { throw OutputError(place: file, reason: "it is a folder") }
            if !mayReplace {
                throw OutputError(place: file, reason: "it is there already. Maybe --replace, which writes over it")
            }
        }
    }

    /// Writes them, each under another name first, so that a full disk leaves everything as it was.
    ///
    /// - Parameter texts: as many as there are names, in their order.
    func write(_ texts: [String]) throws(OutputError) {
        let manager = FileManager.default
        var made: [URL] = []
        do {
            if makesFolder { try manager.createDirectory(at: folder, withIntermediateDirectories: false) }
            let drafts = names.map { folder.appending(path: ".\($0).\(UUID().uuidString)") }
            for (draft, text) in zip(drafts, texts) {
                made.append(draft)
                try Data(text.utf8).write(to: draft)
            }
            for (draft, name) in zip(drafts, names) {
                let file = folder.appending(path: name)
                if mayReplace {
                    // In one step, so that the old file or the new one is there at any moment.
                    guard rename(draft.path(percentEncoded: false), file.path(percentEncoded: false)) == 0 else {
                        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
                    }
                } else {
                    try manager.moveItem(at: draft, to: file)
                    made.append(file)
                }
            }
        } catch {
            for file in made { try? manager.removeItem(at: file) }
            if makesFolder { try? manager.removeItem(at: folder) }
            throw OutputError(place: folder.path(percentEncoded: false), reason: error.localizedDescription)
        }
    }
}
