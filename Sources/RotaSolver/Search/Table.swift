/// A fixed piece of memory that one search owns, read and written in place.
///
/// Arrays cost the hot loops a bounds check and a uniqueness check at every access; these are asserted, so checked in
/// debug builds only. Threads that share a search write to different elements: see `Region`.
struct Table<Element: BitwiseCopyable>: ~Copyable {
    let base: UnsafeMutablePointer<Element>
    let count: Int

    init(_ elements: [Element]) {
        base = .allocate(capacity: max(1, elements.count))
        base.initialize(from: elements, count: elements.count)
        count = elements.count
    }

    init(repeating element: Element, count: Int) {
        base = .allocate(capacity: max(1, count))
        base.initialize(repeating: element, count: count)
        self.count = count
    }

    deinit {
        base.deallocate()
    }

    @inline(__always)
    subscript(position: Int) -> Element {
        get {
            assert((0..<count).contains(position))
            return base[position]
        }
        nonmutating set {
            assert((0..<count).contains(position))
            base[position] = newValue
        }
    }

    var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
