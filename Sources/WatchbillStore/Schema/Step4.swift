extension SchemaStep {
    /// Keys, sealed facts, the log of readings and people's files are kept; requests with keys are remembered for a day.
    static let records = SchemaStep(number: 4) { dialect in
        """
        \(sealing(dialect))
        \(files(dialect))
        \(requests(dialect))
        """
    }
}
