import RotaSolver

/// What cannot hold together, as text and as `--json` prints it.
struct ConflictReport: Encodable {
    struct Member: Encodable {
        let sentence: String
        /// The least change that would do; null if it was not found in the time.
        @OrNull private(set) var remedy: String?

        init(_ member: Conflict.Member) {
            sentence = member.sentence + "."
            remedy = member.remedy
        }
    }

    /// Whether none of them can be left out.
    let irreducible: Bool
    let members: [Member]

    init(_ conflict: Conflict) {
        irreducible = conflict.isIrreducible
        members = conflict.members.map { Member($0) }
    }

    /// A line for each member.
    var text: String {
        let head =
            switch (members.count, irreducible) {
            case (1, _): "This cannot hold:"
            case (_, true): "These cannot hold together, though any of them could give way for the others:"
            case (_, false): "These cannot hold together; there was no time to find out whether all of them are needed:"
            }
        return ([head] + members.map { "  \($0.sentence)\($0.remedy.map { " \($0)" } ?? "")" }).joined(separator: "\n")
    }
}
