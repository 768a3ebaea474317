"""Asks the benchmark's referee about many solutions in one process.

Usage: referee_driver.py REFEREE < LIST

LIST has a line INSTANCE <tab> SOLUTION for each solution. Prints a line for each: penalty, number of violations.
"""

import importlib.util
import sys

sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location("referee", sys.argv[1])
referee = importlib.util.module_from_spec(spec)
sys.modules["referee"] = referee
spec.loader.exec_module(referee)

instances = {}
for line in sys.stdin:
    instance, solution = line.rstrip("\n").split("\t")
    if instance not in instances:
        instances[instance] = referee.read_instance(instance)
    report = referee.check(instances[instance], referee.read_solution(solution, instances[instance]))
    print(report.total, len(report.violations))
