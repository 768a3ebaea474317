enum WatchbillStorePlaceholder {}
