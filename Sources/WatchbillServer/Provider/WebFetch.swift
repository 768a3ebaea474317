internal import CrewChannels
internal import CrewRecords

/// Fetches from a provider of sign-in, within bounds of time and length.
package struct WebFetch: Sendable {
    private let web = WebClient(atOnce: 8, mostWaiting: 64)
    /// For all of one request.
    private let patience: Duration

    package init(patience: Duration = .seconds(10)) {
        self.patience = patience
    }

    /// A `ProviderFetch`.
    package func fetch(_ request: ProviderRequest) async throws -> [UInt8] {
        var fields = [WebField("Accept", "application/json")]
        if let authorization = request.authorization {
            fields.append(WebField("Authorization", authorization.revealedText()))
        }
        if request.form != nil { fields.append(WebField("Content-Type", FormBody.type)) }
        let question = WebQuestion(
            request.form == nil ? "GET" : "POST", Confidential(request.address.text), fields: fields,
            body: request.form, longest: request.longest, patience: patience)
        let answer: WebAnswer
        do {
            answer = try await web.ask(question)
        } catch {
            switch error {
            case .late: throw ProviderFailure.late(patience)
            case .cancelled: throw CancellationError()
            case .tooBusy: throw ProviderFailure.network("too much is being asked of it")
            case .network(let words): throw ProviderFailure.network(words)
            }
        }
        switch answer.cut {
        case .tooLong: throw ProviderFailure.tooLong(request.longest)
        case .late: throw ProviderFailure.late(patience)
        case .broken(let words): throw ProviderFailure.network(words)
        case nil: break
        }
        guard answer.status == 200 else { throw ProviderFailure.status(answer.status) }
        return answer.body
    }
}
