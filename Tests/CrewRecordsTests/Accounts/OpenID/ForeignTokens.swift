/// Keys and ID tokens that another program has made: PyJWT 2.6.0 with cryptography 38.0.4. The private keys were thrown
/// away.
enum ForeignTokens {
    static let modulus =
        "iuwWXy1wbt_qUQ8kKF76p2nLmI9OhAg9EP-Nu1tvdN-P6HEybh1K4wNu54NZfqHSGBJCie0goUx3g8Vx6mUqs5yV"
        + "aKnIEb5ENziOX4_gUjcLS7VnYmlrIeb44jpjqR90QDD9Ec3OiZrCrQHD44ZDbcyLoku3st9OBo104rpmP7tYt6Jq"
        + "1_U4RPg7iLh_xdIN9lfsNHyeQiKM6A7-myB8JgfgA5iiT5mn2X9oXE54LL8muceuUdFw1tMAurtdfqTBfMazoahQ"
        + "zytp9nW1fbKXvwsenSb04TtccqZlajJpV2zsWS0yNvR7NVOeWHHs6A0IqfXdcRST5xhs7fhrmBotjw"
    static let x = "-2VdtY_d8Ee2myChFzhUGzxTj3cKW99V-vqJ0k_EKpo"
    static let y = "5jXpA6TeLgq9YUj9X7927aobq5jEfoUmZLm7rJmbqAM"

    static let keys = """
        {"keys": [{"kty": "RSA", "kid": "r1", "use": "sig", "alg": "RS256", "n": "\(modulus)", "e": "AQAB"},
                  {"kty": "EC", "kid": "e1", "crv": "P-256", "x": "\(x)", "y": "\(y)"}]}
        """

    /// By RS256, for one audience.
    static let rs256 =
        "eyJhbGciOiJSUzI1NiIsImtpZCI6InIxIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUi"
        + "LCJzdWIiOiIyNDgyODk3NjEwMDEiLCJhdWQiOiJ3YXRjaGJpbGwiLCJleHAiOjE3Njc2MDAzMDAsImlhdCI6MTc2"
        + "NzYwMDAwMCwibm9uY2UiOiJuLTBTNl9XekEyTWoifQ.dZtQ5lH990jJCDvS03bwfNdnlc-oXmGWqIFEvhtiM5mSU"
        + "FlpnwGZysvtIB_HLEB7MKUMCFqk0_DBEGzuQDEY03uBxJs4qjtV4KJGzBNxgBvyplxjvw8ghodD7kpckqqao6gbt"
        + "n-xraD1Pz7BvSFNIb1qi-Qz91-x5667ukyhU8juUKlb_G6L4lVdk5mbW8fHI8Iwg-qxBqZoLCe6PA9owrMju3CfY"
        + "QWGBvGqyqBsYHm-eqDaGQhXflIcZUFML-i-7NAgfPgFYMKzOZHcoSAfNJgZqyDa4XAIvMHCdlgJ4d26YsU4PcWjv"
        + "5D7-ZwTv9OdOijM4_2eNin3wPk5n-DyuQ"

    /// By ES256, for two audiences, one of which is the authorised party.
    static let es256 =
        "eyJhbGciOiJFUzI1NiIsImtpZCI6ImUxIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUi"
        + "LCJzdWIiOiIyNDgyODk3NjEwMDEiLCJhdWQiOlsid2F0Y2hiaWxsIiwib3RoZXIiXSwiZXhwIjoxNzY3NjAwMzAw"
        + "LCJpYXQiOjE3Njc2MDAwMDAsIm5vbmNlIjoibi0wUzZfV3pBMk1qIiwiYXpwIjoid2F0Y2hiaWxsIn0.fHrX3rnP"
        + "1hHksk0n2Bozlk80Jo7HBk3e1msrVecipwRSkP-kBg2m-5m1qdv4GWagZbRa2x_Bds7NT9-yWzbWzA"
}
