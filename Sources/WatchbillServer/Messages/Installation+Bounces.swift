internal import CrewChannels
internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import WatchbillStore

extension Installation {
    /// Mail that came back: a mail server, or whoever empties the mailbox that our mail is from, hands the report in
    /// (`watchbill message bounce`). Nobody signs in for it: it is believed for the code in the `Message-ID` that it names.
    func addBounces(to routes: inout Routes) {
        routes.open(.post, "/bounces") { request, _ in
            let bytes = try await request.body.collect(upTo: BounceReport.longest)
            guard let report = BounceReport.read(Array(buffer: bytes)).report else {
                throw ServerProblem.refused("bounce-unreadable", "This is no report of mail that came back.")
            }
            guard let id = report.messageID, let identity = MailIdentity(id.left, self.couriers.push.keys) else {
                throw ServerProblem.refused("bounce-unknown", "The report is of no mail that this server has sent.")
            }
            for receiver in report.receivers where receiver.isLost {
                let addresses = [receiver.original, receiver.address].compactMap { $0?.text }
                try await self.noteBounce(
                    identity, to: addresses, isOfTheAddress: receiver.status?.isOfTheAddress ?? false)
            }
            return Response(status: .noContent)
        }
    }

    private func noteBounce(_ identity: MailIdentity, to addresses: [String], isOfTheAddress: Bool) async throws {
        let now = surroundings.now()
        let sender = try await store.noteBounce(
            of: identity.message, by: identity.way, to: addresses, isOfTheAddress: isOfTheAddress,
            for: try await store.entrance.admit(.messages, at: now), at: now)
        if let sender { messageBell.ring(sender) }
    }
}
