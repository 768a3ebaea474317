import Foundation

/// A file that a command will write when its work is done, tried out before the work begins.
struct OutputFile {
    let path: String

    /// - Throws: `OutputError` if it is plain already that it could not be written.
    init(_ path: String) throws(OutputError) {
        self.path = path
        let manager = FileManager.default
        let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        var isDirectory: ObjCBool = false
        if manager.fileExists(atPath: path, isDirectory: &isDirectory) {
            if isDirectory.boolValue { throw OutputError(place: path, reason: "it is a folder") }
            if !manager.isWritableFile(atPath: path) { throw OutputError(place: path, reason: "no permission") }
        } else if !manager.fileExists(atPath: folder) {
            throw OutputError(place: path, reason: "there is no folder \(folder)")
        } else if !manager.isWritableFile(atPath: folder) {
            throw OutputError(place: path, reason: "no permission to write in \(folder)")
        }
    }

    func write(_ text: String) throws(OutputError) {
        do {
            try Data(text.utf8).write(to: URL(filePath: path))
        } catch {
            throw OutputError(place: path, reason: error.localizedDescription)
        }
    }
}

/// A folder that a command will write files into when its work is done, tried out before the work begins.
struct OutputFolder {
    let path: String

    /// - Throws: `OutputError` if it is plain already that it could not be written into.
    init(_ path: String) throws(OutputError) {
        self.path = path
        let manager = FileManager.default
        var isDirectory: ObjCBool = false
        if manager.fileExists(atPath: path, isDirectory: &isDirectory) {
            if !isDirectory.boolValue { throw OutputError(place: path, reason: "it is a file, and a folder is needed") }
            if !manager.isWritableFile(atPath: path) { throw OutputError(place: path, reason: "no permission") }
        } else {
            do {
                try manager.createDirectory(atPath: path, withIntermediateDirectories: false)
            } catch {
                throw OutputError(place: path, reason: error.localizedDescription)
            }
        }
    }

    func write(_ files: [(name: String, text: String)]) throws(OutputError) {
        for file in files {
            try OutputFile(path.hasSuffix("/") ? path + file.name : "\(path)/\(file.name)").write(file.text)
        }
    }
}
