extension RotaProblem {
    /// Everything that makes the problem unusable: none for a valid one.
    ///
    /// Each diagnostic's place is a JSON pointer into the problem's own document (`docs/formats.md`), in which the lists
    /// stand in the model's order, so that a reader can say where in a file it is.
    /// - Complexity: Linear in the size of the problem.
    package func validate() -> [Diagnostic] {
        var check = ProblemCheck(self)
        check.run()
        return check.collector.diagnostics
    }
}
