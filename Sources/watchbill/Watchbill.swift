import ArgumentParser

@main
struct Watchbill: ParsableCommand {
    func run() throws {}
}
