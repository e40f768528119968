"""Tables of the rows of one run: each integration, and the time each solver takes to an error."""

import math
import sys

rows = []
for line in sys.stdin:
    problem, solver, tolerance, error, seconds, evaluations = line.strip().split(";")
    rows.append((problem, solver, float(tolerance), float(error), float(seconds), int(evaluations)))

print(f"{'problem':9} {'solver':33} {'tolerance':>9} {'error':>9} {'ms':>10} {'evaluations':>11} {'ratio':>8}")
ours = {(r[0], r[2]): r[4] for r in rows if r[1] == "Tidemark automatic"}
for problem, solver, tolerance, error, seconds, evaluations in sorted(rows, key=lambda r: (r[0], r[1], -r[2])):
    told = "gave up" if math.isnan(error) else f"{error:.1e}"
    print(
        f"{problem:9} {solver:33} {tolerance:>9.0e} {told:>9} {1000 * seconds:10.2f} "
        f"{evaluations:11d} {seconds / ours[problem, tolerance]:8.2f}"
    )


def time_to(curve, level):
    """The least time to an error: log-linear between neighbours on the curve; None beyond it."""
    curve = [point for point in curve if not math.isnan(point[0])]
    best = [seconds for error, seconds in curve if error <= level]
    for (e1, t1), (e2, t2) in zip(curve, curve[1:]):
        if e1 > level >= e2 > 0:
            part = math.log(e1 / level) / math.log(e1 / e2)
            best.append(math.exp(math.log(t1) + part * math.log(t2 / t1)))
    return min(best) if best else None


print()
print("Time to an error of the end point, as a multiple of Tidemark's automatic choice")
levels = [1e-4, 1e-6, 1e-8, 1e-10]
print(f"{'problem':9} {'solver':30} " + " ".join(f"{level:>9.0e}" for level in levels))
for problem in dict.fromkeys(r[0] for r in rows):
    curves = {}
    for row in sorted((r for r in rows if r[0] == problem), key=lambda r: -r[2]):
        curves.setdefault(row[1], []).append((row[3], row[4]))
    base = {level: time_to(curves["Tidemark automatic"], level) for level in levels}
    for solver, curve in curves.items():
        cells = []
        for level in levels:
            taken = time_to(curve, level)
            if base[level] is None or taken is None:
                cells.append(f"{'-':>9}")
            elif solver == "Tidemark automatic":
                cells.append(f"{1000 * taken:6.2f} ms")
            else:
                cells.append(f"{taken / base[level]:9.2f}")
        print(f"{problem:9} {solver:30} " + " ".join(cells))
