package import CrewRecords

/// One request that is to leave the building, always a POST. It holds signatures and may hold what is told in
/// confidence: only its channel and the origin it goes to show.
package struct OutboundRequest: Hashable, Sendable {
    /// By which it goes: what an answer means is not the same for all.
    package enum Channel: String, Sendable, CaseIterable {
        case push, webhook
    }

    package let channel: Channel
    package let address: OutboundAddress
    package let fields: [WebField]
    package let body: Secret

    init(_ channel: Channel, to address: OutboundAddress, fields: [WebField], body: [UInt8]) {
        self.channel = channel
        self.address = address
        self.fields = fields
        self.body = Secret(body)
    }

    /// The value of the field of that name, in whatever case; nil if there is none.
    package subscript(_ name: String) -> Confidential<String>? {
        fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}
