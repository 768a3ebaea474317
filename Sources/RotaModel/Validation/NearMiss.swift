/// Finds, for a name that is not known, the known one it was probably meant to be.
package enum NearMiss {
    /// The candidate closest to `name`; nil if none is close. Of equally close ones the first.
    ///
    /// Close is an edit distance (insertions, deletions, replacements and swaps of neighbours: Damerau's, restricted) of
    /// at most a third of the longer name's length and at least 1; letters that differ in case only count nothing.
    package static func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars.prefix(64))
        guard !wanted.isEmpty else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in candidates.lazy.prefix(5000) {
            let letters = Array(candidate.lowercased().unicodeScalars.prefix(64))
            // For names of one letter another letter is no near miss.
            let longest = max(wanted.count, letters.count)
            let allowed = longest == 1 ? 0 : max(1, longest / 3)
            guard abs(wanted.count - letters.count) <= min(allowed, (best?.distance ?? .max) - 1) else { continue }
            let found = distance(wanted, letters)
            if found <= allowed, found < best?.distance ?? .max { best = (candidate, found) }
            if best?.distance == 0 { break }
        }
        return best?.name
    }

    /// ` Maybe you mean "…".` to put after a sentence, or nothing.
    package static func hint(for name: String, in candidates: some Sequence<String>) -> String {
        nearest(to: name, in: candidates).map { " Maybe you mean \"\($0)\"." } ?? ""
    }

    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for i in left.indices {
            var current = [i + 1]
            current.reserveCapacity(right.count + 1)
            for j in right.indices {
                var cost = min(last[j] + (left[i] == right[j] ? 0 : 1), last[j + 1] + 1, current[j] + 1)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
