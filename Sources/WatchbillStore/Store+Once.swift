internal import RotaModel

extension Store {
    /// The same store, whose next write is done once for this request: in the transaction of the write it is asked whether
    /// one was done for it before, and its answer is kept. Of two that come at once the second finds the first's.
    ///
    /// - Parameter answer: makes the answer of what the write returns, which must be a `Value`; nil for an answer with a
    ///   secret in it, which is not kept.
    /// - Returns: a store for one call of one function, which throws also `EarlierRequest`.
    package func once<Value: Sendable>(
        _ request: KeyedRequest, answer: (@Sendable (Value) -> KeptAnswer)?
    ) -> Store {
        Store(
            self,
            keyed: KeyedWrite(request: request) { value in
                guard let answer else { return nil }
                guard let value = value as? Value else {
                    preconditionFailure(
                        "\(request.operation) answers with \(Value.self), and its write returns another.")
                }
                return answer(value)
            })
    }
}

/// What a write does besides, for a request with a key.
struct KeyedWrite: Sendable {
    let request: KeyedRequest
    /// Of what the write returns; nil if it is not kept.
    let answer: @Sendable (any Sendable) -> KeptAnswer?

    func around<Value: Sendable>(_ book: Book, _ body: (Book) throws -> Value) throws -> Value {
        try book.requests.forget(before: Instant(seconds: request.now.seconds - KeyedRequest.memory))
        if let earlier = try book.requests.earlier(than: request) { throw earlier }
        let value = try body(book)
        try book.requests.insert(request, answer(value))
        return value
    }
}
