internal import CrewRecords
internal import Hummingbird
internal import RotaModel
internal import Synchronization
internal import WatchbillStore

/// Signing one more device of somebody's in.
extension Door {
    /// A new code, and the token of the link that it opens.
    func pairingCode() -> (code: PairingCode, token: Token<OneTimeLink>) {
        var random = surroundings.random
        let code = PairingCode(using: &random)
        return (code, code.token(keys: keys))
    }

    /// Signs in on the device that the request comes from.
    ///
    /// - Throws: `AccountError`: the code opens nothing, or too many were tried from that address.
    func pair(_ typed: String, _ request: Request, from address: ClientAddress) async throws -> [String] {
        let now = surroundings.now()
        try codes.withLock { codes throws(AccountError) in try codes.admit(address, at: now) }
        guard let code = PairingCode(typed) else { throw PairingCode.unusable }
        let account: Account
        do {
            account = try await entrance.pair(code.token(keys: keys), at: now)
        } catch let error as AccountError where error == OneTimeLink.unusable {
            throw PairingCode.unusable
        }
        codes.withLock { $0.succeeded(address, at: now) }
        return try await begin(account, by: .link, request, knowing: try knownDevices(of: request))
    }
}
