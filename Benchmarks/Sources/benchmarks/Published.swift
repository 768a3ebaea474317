/// What is known of an instance from others.
///
/// Best known: as listed with the NurseScheduler project (Legrain, Omer, Rosat); those of 20 to 24 may have been
/// improved since. CP-SAT (OR-Tools 9.15, two workers, 60 s) and column generation (the program of Strandmark, Qu and
/// Curtois, 2020, with repeated dives, 60 and 120 CPU seconds) were run on a machine of two cores, once each. Published:
/// the best of five methods in 10 and 60 minutes, on faster machines.
struct Published {
    var bestKnown: Int
    /// Penalty; nil: no rota in 150 s, or not run.
    var cpSat: Int?
    /// As a table says it.
    var cpSatText: String
    /// The better of the figures in `columnText`.
    var columnGeneration: Int?
    var columnText: String
    /// After 10 minutes and after 60.
    var tenMinutes: Int?
    var hour: Int?

    static let all: [Int: Published] = [
        1: Published(607, (607, "607, proven in 0.5 s"), (607, "607"), (607, 607)),
        2: Published(828, (828, "828, proven in 2.0 s"), (838, "838"), (828, 828)),
        3: Published(1001, (1001, "1001, proven in 4.6 s"), (1005, "1005"), (1001, 1001)),
        4: Published(1716, (1716, "1716, proven in 37 s"), (1728, "1728"), (1716, 1716)),
        5: Published(1143, (1145, "1145 (936)"), (1162, "1162"), (1143, 1143)),
        6: Published(1950, (2042, "2042 (1947)"), (1976, "1976"), (1950, 1950)),
        8: Published(1300, (1514, "1514 (1268)"), (1528, "1622 / 1528"), (1341, 1308)),
        9: Published(439, (445, "445 (406)"), (445, "445"), (439, 439)),
        10: Published(4631, (5034, "5034 (4622)"), (4638, "4638"), (4631, 4631)),
        13: Published(1348, (8562, "8562 (none)"), (1656, "9643 / 1656"), (3109, 1905)),
        14: Published(1278, (1400, "1400 (1270)"), (1936, "1936 (20 s)"), (1281, 1279)),
        16: Published(3225, (3626, "3626 (3197)"), (3712, "3712 (20 s)"), (3253, 3225)),
        18: Published(4459, (6217, "6217 (4196)"), (5375, "5375 / 5375"), (5000, 4650)),
        20: Published(4769, (15979, "15979 (687)"), (34167, "34498 / 34167"), (nil, nil)),
        21: Published(21133, (nil, "no rota in 150 s"), (74980, "77363 / 74980"), (nil, nil)),
        23: Published(17428, (nil, "not run"), (nil, "not run"), (nil, nil)),
    ]

    private init(
        _ bestKnown: Int, _ cpSat: (Int?, String), _ columns: (Int?, String), _ published: (Int?, Int?)
    ) {
        self.bestKnown = bestKnown
        (self.cpSat, cpSatText) = cpSat
        (columnGeneration, columnText) = columns
        (tenMinutes, hour) = published
    }
}
