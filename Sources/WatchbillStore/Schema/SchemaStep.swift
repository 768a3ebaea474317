/// One numbered step of the tables' history. A step that has been released is never changed; what comes later is a new
/// step.
struct SchemaStep: Sendable {
    let number: Int
    let text: @Sendable (SQLDialect) -> String
}
