enum WatchbillServerPlaceholder {}
