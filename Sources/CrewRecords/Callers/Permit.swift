/// Proof that the table of permissions was asked and said yes: for this caller, this operation and this subject. What
/// reaches stored data takes one and finds in it whom and what to reach, so that forgetting to ask does not compile.
///
/// Only `Caller.permit` makes one. It holds for the request it was made for; it is not kept.
package struct Permit<O: Operation>: Sendable {
    package let caller: Caller
    package let subject: O.On
    package let ground: Ground

    fileprivate init(caller: Caller, subject: O.On, ground: Ground) {
        self.caller = caller
        self.subject = subject
        self.ground = ground
    }
}

extension Caller {
    /// Asks whether the caller may do this to that.
    ///
    /// - Throws: the refusal, which does not depend on anything but the arguments.
    package func permit<O: Operation>(_ operation: O.Type, on subject: O.On) throws(Refusal) -> Permit<O> {
        let facts = subject.facts
        // An operation without a row is refused as if there were no such thing.
        guard let row = Permission.row(operation, facts.variant) else { throw .hidden }
        guard let ground = row.ground(for: self, on: facts) else { throw row.refusal(for: self, on: facts) }
        return Permit(caller: self, subject: subject, ground: ground)
    }
}

/// That something is not done. It names nobody and nothing, so that it may stand in a log and an answer.
package enum Refusal: String, Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no such thing, or the caller may not know whether there is: the same value and the same words, so that
    /// the two cannot be told apart. The store throws it for what it does not find.
    case hidden
    /// The caller may know of it, but not do this.
    case forbidden

    package var description: String {
        switch self {
        case .hidden: "There is no such thing here. Maybe the address is mistyped, or it is not for you to see."
        case .forbidden: "This is not for you to do. Maybe somebody with another role can."
        }
    }
}
