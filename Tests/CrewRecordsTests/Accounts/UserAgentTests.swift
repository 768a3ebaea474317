import CrewRecords
import Testing

@Suite("A browser's own name")
struct UserAgentTests {
    private static let known = [
        (
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
            "Chrome", "Android"
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
                + "Mobile/15E148 Safari/604.1", "Safari", "iPhone"
        ),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox", "Windows"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 "
                + "Safari/537.36 Edg/131.0.0.0", "Edge", "Windows"
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
                + "Safari/605.1.15", "Safari", "macOS"
        ),
    ]

    @Test("is told with its system where both are known", arguments: known)
    func names(header: String, browser: String, system: String) throws {
        let names = try #require(UserAgent(header).names)
        #expect(names.browser == browser)
        #expect(names.system == system)
    }

    @Test("is left as it is where it is not", arguments: [nil, "", "curl/8.5.0", "Mozilla/5.0", "<b>Chrome/1</b>"])
    func unknown(header: String?) {
        #expect(UserAgent(header).names == nil)
    }
}
