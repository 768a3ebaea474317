// swift-tools-version: 6.2
import PackageDescription

/// The fuzzer of the readers: a package of its own, because everything in it is built with libFuzzer's instrumentation.
/// `Sources` has links to the modules under test, so that `package` declarations are in reach; of `CrewRecords` to what the
/// readers need of it.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"]),
]

let package = Package(
    name: "watchbill-fuzz",
    platforms: [.macOS(.v15)],
    targets: [
        .target(name: "RotaModel", swiftSettings: settings),
        .target(name: "RotaRules", dependencies: ["RotaModel"], swiftSettings: settings),
        .target(name: "CrewRecords", dependencies: ["RotaModel"], swiftSettings: settings),
        .target(
            name: "RotaFormats", dependencies: ["RotaModel", "RotaRules", "CrewRecords"], exclude: ["Demo"],
            swiftSettings: settings),
        .executableTarget(
            name: "FuzzReaders",
            dependencies: ["RotaModel", "RotaFormats", "CrewRecords"],
            swiftSettings: settings,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]
        ),
    ]
)
