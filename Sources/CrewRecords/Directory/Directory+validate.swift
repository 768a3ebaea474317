package import RotaModel

extension Directory {
    /// Everything that makes the directory unusable: none for a valid one.
    ///
    /// Each diagnostic's place is a JSON pointer into the directory's own document (`docs/formats.md`), in which the lists
    /// stand in the model's order, so that a reader can say where in a file it is.
    /// - Complexity: Linear in the size of the directory, but for the sorting of what one person has.
    package func validate() -> [Diagnostic] {
        var check = DirectoryCheck(self)
        check.run()
        return check.collector.diagnostics
    }
}
