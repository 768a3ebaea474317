import Foundation

/// The page with the table.
struct Report {
    /// Of instances and of competitions' problems.
    let results: [RunResult]
    let sizes: [Int: InstanceSize]
    /// Instances of which there is a curve.
    let curves: [Int]
    let repairs: [RepairRun]
    let loads: [LoadRun]

    private var scheduling: [RunResult] { results.filter { $0.job.instance != nil } }
    private var limits: [Int] { Set(scheduling.map(\.job.seconds)).sorted() }
    private var instances: [Int] { Set(scheduling.compactMap(\.job.instance)).sorted() }

    var text: String {
        let threads = Set(results.map(\.job.threads)).sorted().map(String.init).joined(separator: " and ")
        return """
            # Benchmarks

            Made by commands, not by hand; what is lost stands here like what is won.

            ```
            \(commands.joined(separator: "\n"))
            ```

            Rotas were measured on \(Machine.words(for: results.map(\.machine))), repairs on
            \(Machine.words(for: repairs.map(\.machine))). Each run is a process of its own with \(threads) threads. Results are
            kept beside this page (`benchmarks.json`), so that it can be made in several goes; where a time was not measured, it
            says so. Searches in people's files have [a page of their own](benchmarks-search.md), and so have
            [pages and messages](benchmarks-pages.md).

            """ + "\n" + sections.joined(separator: "\n")
    }

    /// What measures all that is kept.
    private var commands: [String] {
        func flags(_ results: [RunResult]) -> String {
            func list(_ key: KeyPath<Job, Int>) -> String {
                Set(results.map { $0.job[keyPath: key] }).sorted().map(String.init).joined(separator: ",")
            }
            return "--seconds \(list(\.seconds)) --seeds \(list(\.seed)) --threads \(list(\.threads))"
        }
        var commands: [String] = []
        if !scheduling.isEmpty {
            let numbers = instances.map(String.init).joined(separator: ",")
            let drawn = curves.isEmpty ? "" : " --curves \(curves.map(String.init).joined(separator: ","))"
            commands.append("./script/benchmark --instances \(numbers) \(flags(scheduling))\(drawn)")
        }
        let others = results.filter { $0.job.competition != nil }
        if !others.isEmpty { commands.append("./script/benchmark --competitions \(flags(others))") }
        for seconds in Set(repairs.map(\.buildSeconds)).sorted() {
            let sizes = repairs.filter { $0.buildSeconds == seconds }.reduce(into: [String]()) { sizes, run in
                let size = "\(run.people)x\(run.days)"
                if !sizes.contains(size) { sizes.append(size) }
            }
            commands.append("./script/benchmark repair --sizes \(sizes.joined(separator: ",")) --seconds \(seconds)")
        }
        for seconds in Set(loads.map(\.seconds)).sorted() {
            let counts = Set(loads.filter { $0.seconds == seconds }.map(\.connections)).sorted().map(String.init)
            commands.append(
                "./script/benchmark load --connections \(counts.joined(separator: ",")) --seconds \(seconds)")
        }
        return commands
    }

    private var sections: [String] {
        var sections: [String] = []
        if !scheduling.isEmpty { sections.append(schedulingSection) }
        if !curves.isEmpty { sections.append(curveSection) }
        let competitions = CompetitionTable(results: results.filter { $0.job.competition != nil })
        if !competitions.results.isEmpty { sections.append(competitions.text) }
        if !repairs.isEmpty { sections.append(RepairTable(runs: repairs).text) }
        if !loads.isEmpty { sections.append(LoadTable(runs: loads).text) }
        return sections
    }

    private var curveSection: String {
        """
        ## Penalty and bound against time

        Of one run each, the first seed at the longest time, from the first legal rota on; what is above the picture is worse than
        half as much again.

        \(curves.map { "![Penalty and bound of instance \($0) against time](images/curve-\($0).svg)" }.joined(separator: "\n\n"))

        """
    }

    private var schedulingSection: String {
        """
        ## Shift scheduling, Curtois and Qu (2014)

        Each solution was checked by the benchmark's independent referee, and its penalty is the referee's.

        - *Ours*: the median of the seeds that found a legal rota (`n/m legal` where some did not), and how far it is above
          the best known; *one seed* where there was only one.
        - *Bound*: the best that we proved. *First legal*: the median time to the first legal rota.
        - *Behind*: the peers whose figure is better than ours at the longest time.

        \(table)

        Best known: as listed with the NurseScheduler project (Legrain, Omer, Rosat); those of 20 to 24 may have been
        improved since. *CP-SAT*: OR-Tools 9.15, two workers, 60 s, with the bound it proved; *column generation*: the
        program of Strandmark, Qu and Curtois (2020) with repeated dives, 60 and 120 CPU seconds; both measured on a
        machine of two cores, one run each. *Published*: the best of five methods (integer programming with variable
        neighbourhoods, ejection chains, Gurobi, branch and price, a hybrid) in 10 and 60 minutes, on faster machines.

        """
    }

    private var table: String {
        let head =
            ["instance", "days x people x shift types", "best known"] + limits.map { "ours \($0) s" }
            + ["bound", "first legal", "CP-SAT 60 s (bound)", "column generation 60 / 120 CPU s"]
            + ["published 10 / 60 min", "behind"]
        let rows = [head, head.map { _ in "---" }] + instances.map(row)
        return rows.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    }

    private func row(_ instance: Int) -> [String] {
        let known = Published.all[instance]
        let own = scheduling.filter { $0.job.instance == instance }
        let size = sizes[instance].map { "\($0.days) x \($0.people) x \($0.shiftTypes)" } ?? "?"
        let published: String =
            if let ten = known?.tenMinutes, let hour = known?.hour { "\(ten) / \(hour)" } else { "not listed" }
        var cells = [String(instance), size, known.map { String($0.bestKnown) } ?? "?"]
        for limit in limits { cells.append(ours(own.filter { $0.job.seconds == limit }, known)) }
        cells.append(own.compactMap(\.bound).max().map { String($0) } ?? "none")
        cells.append(median(own.compactMap(\.firstLegal)).map { String(format: "%.2f s", $0) } ?? "none")
        cells += [known?.cpSatText ?? "", known?.columnText ?? "", published, behind(own, known)]
        return cells
    }

    private func ours(_ runs: [RunResult], _ known: Published?) -> String {
        guard !runs.isEmpty else { return "not run" }
        let legal = runs.filter(\.feasible).map(\.penalty)
        var count = legal.count < runs.count ? ", \(legal.count)/\(runs.count) legal" : ""
        if runs.count == 1 { count += ", one seed" }
        guard let median = median(legal) else { return "no legal rota" }
        guard let known else { return "\(median)\(count)" }
        let gap = Double(median - known.bestKnown) / Double(known.bestKnown) * 100
        return "\(median) (\(String(format: "%+.1f %%", gap))\(count))"
    }

    /// Names of those with a better figure than our median at the longest limit.
    private func behind(_ own: [RunResult], _ known: Published?) -> String {
        guard let known else { return "" }
        let longest = own.map(\.job.seconds).max()
        let ours = median(own.filter { $0.job.seconds == longest && $0.feasible }.map(\.penalty)) ?? .max
        let peers: [(String, Int?)] = [
            ("CP-SAT", known.cpSat), ("column generation", known.columnGeneration),
            ("published, 10 min", known.tenMinutes), ("published, 60 min", known.hour),
        ]
        let better = peers.filter { ($0.1 ?? .max) < ours }.map(\.0)
        return better.isEmpty ? "none" : better.joined(separator: ", ")
    }
}

/// The machine that measured.
enum Machine {
    static var description: String {
        let process = ProcessInfo.processInfo
        let gibibytes = Double(process.physicalMemory) / Double(1 << 30)
        return "\(process.activeProcessorCount) cores\(model.map { " (\($0))" } ?? ""),"
            + " \(Int(gibibytes.rounded())) GiB of memory, \(process.operatingSystemVersionString)"
    }

    /// The machines that measured several things.
    static func words(for machines: [String?]) -> String {
        Set(machines.map { $0 ?? "machines of two cores that were not noted" }).sorted().joined(separator: " and ")
    }

    /// As Linux tells it.
    private static var model: String? {
        let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
        let line = text?.split(separator: "\n").first { $0.hasPrefix("model name") }
        return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
