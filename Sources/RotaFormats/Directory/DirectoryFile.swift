package import CrewRecords
package import RotaModel

/// A directory as files: one JSON document, or a folder of tables as CSV. `docs/formats.md` describes both.
package enum DirectoryFile {
    /// Reads the document. The directory is a valid one; nil if anything makes the file unusable. The diagnostics are all
    /// that is wrong.
    package static func read(
        _ bytes: [UInt8], fileName: String? = nil
    ) -> (directory: Directory?, diagnostics: [Diagnostic]) {
        DirectoryReader.read(bytes, fileName: fileName)
    }

    /// Reads the tables, all that `tableNames` lists; a further one is an error. The directory is a valid one; nil if
    /// anything makes any of them unusable. The diagnostics are all that is wrong, table by table.
    ///
    /// - Parameter folder: where the tables lie, as diagnostics tell it.
    package static func read(
        tables: [SourceFile], folder: String? = nil
    ) -> (directory: Directory?, diagnostics: [Diagnostic]) {
        DirectoryTablesReader.read(tables, folder: folder)
    }

    /// The files that the tables of a directory are in, `units.csv` and the like.
    package static var tableNames: [String] { DirectoryTable.allCases.map(\.fileName) }

    /// The directory as a document, which read again is the same directory. The same directory is always the same text.
    package static func write(_ directory: Directory) -> String { DirectoryWriter.write(directory) }

    /// The directory as tables, which read again are the same directory; in the order of `tableNames`. The same directory
    /// is always the same text.
    package static func tables(of directory: Directory) -> [(name: String, text: String)] {
        DirectoryTable.allCases.map { ($0.fileName, CSVText.write($0.columns, $0.rows(of: directory))) }
    }
}
