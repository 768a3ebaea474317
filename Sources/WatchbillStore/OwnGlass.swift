package import CrewRecords

/// Glass that was broken over one's own sealed entries, with the reason, which is shown to nobody else.
package struct OwnGlass: Sendable {
    package let grant: GlassGrant
    package let reader: String
    package let reason: Confidential<String>
}
