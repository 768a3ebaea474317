import ArgumentParser
import Foundation
import RotaFormats

struct DirectoryConvert: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Make a folder of CSV tables of a JSON document, or a JSON document of such a folder.",
        discussion: """
            Everything is written or nothing, and over nothing that is there without --replace. Of a folder, other files \
            than the tables stay as they are.

            \(ExitCode.table)
            """
    )

    @Argument(help: "The directory: a folder of CSV tables, or a JSON document; - for one on standard input.")
    var path: String

    @Argument(help: "What is made of it: of a folder the document, of a document the folder.")
    var output: String

    @Flag(help: "Write over what is there.")
    var replace = false

    func run() throws {
        do {
            if InputFile.isFolder(path) {
                let file = URL(filePath: output)
                let batch = try FileBatch(
                    [file.lastPathComponent], in: file.deletingLastPathComponent().path(percentEncoded: false),
                    mayMakeFolder: false, mayReplace: replace)
                try batch.write([DirectoryFile.write(try InputFile.directory(path))])
            } else {
                let batch = try FileBatch(
                    DirectoryFile.tableNames, in: output, mayMakeFolder: true, mayReplace: replace)
                try batch.write(DirectoryFile.tables(of: try InputFile.directory(path)).map(\.text))
            }
        } catch let error as OutputError {
            Console.tell("watchbill: \(error)\n")
            throw ExitCode.unusable
        }
    }
}
