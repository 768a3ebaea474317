// swift-tools-version: 6.2
import PackageDescription

/// One set of settings for every target: the newest language mode, and no warning that stays.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "watchbill",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "watchbill", targets: ["watchbill"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(name: "RotaModel", swiftSettings: settings),
        .target(name: "RotaRules", dependencies: ["RotaModel"], swiftSettings: settings),
        .systemLibrary(name: "CClp"),
        .target(name: "RotaSolver", dependencies: ["CClp", "RotaModel", "RotaRules"], swiftSettings: settings),
        .systemLibrary(name: "CArgon2"),
        .systemLibrary(name: "CCurl"),
        .systemLibrary(name: "CPostgres"),
        .systemLibrary(name: "CZlib"),
        .target(
            name: "CrewRecords",
            dependencies: [
                "CArgon2", "RotaModel", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "CrewChannels",
            dependencies: ["CCurl", "CrewRecords", "RotaModel", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings
        ),
        .target(name: "RotaFormats", dependencies: ["RotaModel", "RotaRules", "CrewRecords"], swiftSettings: settings),
        .target(name: "CrewMessages", dependencies: ["RotaModel"], swiftSettings: settings),
        .target(
            name: "WatchbillStore",
            dependencies: [
                "CPostgres", "CrewMessages", "CrewRecords", "RotaModel", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "WatchbillServer",
            dependencies: [
                "CZlib", "RotaModel", "RotaRules", "RotaSolver", "RotaFormats", "CrewChannels", "CrewRecords",
                "CrewMessages", "WatchbillStore", hummingbird,
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Resources")],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "watchbill",
            dependencies: [
                "RotaModel", "RotaRules", "RotaSolver", "RotaFormats", "CrewChannels", "CrewRecords", "WatchbillServer",
                "WatchbillStore", arguments,
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "WatchbillTestKit",
            dependencies: [
                "RotaModel", "RotaRules", "CrewRecords", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            path: "Tests/WatchbillTestKit", swiftSettings: settings),
        .executableTarget(
            name: "StoreWriter",
            dependencies: [
                "CrewRecords", "RotaModel", "WatchbillStore", "WatchbillTestKit",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            path: "Tests/StoreWriter", swiftSettings: settings),
        .target(
            name: "RouterTestKit",
            dependencies: [
                hummingbird, .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Tests/RouterTestKit", swiftSettings: settings),
        .executableTarget(
            name: "TwinAnswers",
            dependencies: [
                "CrewRecords", "RotaModel", "RouterTestKit", "WatchbillServer", "WatchbillStore", hummingbird,
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Tests/TwinAnswers", swiftSettings: settings),
        .executableTarget(
            name: "SearchBench", dependencies: ["CrewRecords", "RotaModel", "WatchbillStore"],
            path: "Tests/SearchBench", swiftSettings: settings),
        .testTarget(name: "RotaModelTests", dependencies: ["RotaModel", "WatchbillTestKit"], swiftSettings: settings),
        .testTarget(
            name: "RotaRulesTests",
            dependencies: ["RotaModel", "RotaRules", "WatchbillTestKit"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "RotaSolverTests",
            dependencies: ["RotaModel", "RotaRules", "RotaSolver", "WatchbillTestKit"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "RotaFormatsTests",
            dependencies: ["RotaModel", "RotaRules", "RotaFormats", "RotaSolver", "CrewRecords", "WatchbillTestKit"],
            exclude: ["Broken", "Golden", "Referee"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CrewRecordsTests",
            dependencies: [
                "CArgon2", "CrewRecords", "RotaModel", "WatchbillTestKit",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CrewMessagesTests", dependencies: ["CrewMessages", "RotaModel"],
            swiftSettings: settings),
        .testTarget(
            name: "CrewChannelsTests",
            dependencies: [
                "CrewChannels", "CrewRecords", "RotaModel", "WatchbillTestKit",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            exclude: ["Receivers"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "WatchbillStoreTests",
            dependencies: [
                "CrewMessages", "CrewRecords", "RotaModel", "StoreWriter", "WatchbillStore", "WatchbillTestKit",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "WatchbillServerTests",
            dependencies: [
                "RotaModel", "RotaRules", "RotaFormats", "CrewChannels", "CrewMessages", "CrewRecords", "RouterTestKit",
                "TwinAnswers", "WatchbillServer", "WatchbillStore", "WatchbillTestKit", "watchbill",
                hummingbird,
            ],
            exclude: ["Golden"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "watchbillTests",
            dependencies: [
                "CrewRecords", "RotaModel", "RotaFormats", "WatchbillStore", "watchbill", "WatchbillTestKit",
            ],
            exclude: ["Fixtures", "Golden"],
            swiftSettings: settings
        ),
    ]
)
