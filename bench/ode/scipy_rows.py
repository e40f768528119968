"""Prints problem, solver, tolerance, error, seconds and evaluations of SciPy's integrators."""

import csv
import statistics
import sys
import time

import numpy as np
from scipy.integrate import solve_ivp

TOLERANCES = [1e-4, 1e-6, 1e-8, 1e-10, 1e-11, 1e-12]


def vdpol(t, y):
    return [y[1], 1000 * (1 - y[0] * y[0]) * y[1] - y[0]]


def rober(t, y):
    slow, medium, fast = 0.04 * y[0], 1e4 * y[1] * y[2], 3e7 * y[1] * y[1]
    return [medium - slow, slow - medium - fast, fast]


def orego(t, y):
    return [
        77.27 * (y[1] + y[0] * (1 - 8.375e-6 * y[0] - y[1])),
        (y[2] - (1 + y[0]) * y[1]) / 77.27,
        0.161 * (y[0] - y[2]),
    ]


def hires(t, y):
    y1, y2, y3, y4, y5, y6, y7, y8 = y
    bound = 280 * y6 * y8
    return [
        -1.71 * y1 + 0.43 * y2 + 8.32 * y3 + 0.0007,
        1.71 * y1 - 8.75 * y2,
        -10.03 * y3 + 0.43 * y4 + 0.035 * y5,
        8.32 * y2 + 1.71 * y3 - 1.12 * y4,
        -1.745 * y5 + 0.43 * y6 + 0.43 * y7,
        -bound + 0.69 * y4 + 1.71 * y5 - 0.43 * y6 + 0.69 * y7,
        bound - 1.81 * y7,
        -bound + 1.81 * y7,
    ]


MASSES = np.arange(1.0, 8.0)


def pleiades(t, y):
    dx = y[None, 0:7] - y[0:7, None]
    dy = y[None, 7:14] - y[7:14, None]
    square = dx * dx + dy * dy
    np.fill_diagonal(square, 1)
    pull = MASSES / (square * np.sqrt(square))
    return np.concatenate((y[14:28], (pull * dx).sum(axis=1), (pull * dy).sum(axis=1)))


PROBLEMS = {
    "vdpol": (vdpol, 2000, [2, 0]),
    "rober": (rober, 1e11, [1, 0, 0]),
    "orego": (orego, 360, [1, 2, 3]),
    "hires": (hires, 321.8122, [1, 0, 0, 0, 0, 0, 0, 0.0057]),
    "pleiades": (
        pleiades,
        3,
        [3, 3, -1, -3, 2, -2, 2, 3, -3, 2, 0, 0, -4, 4]
        + [0, 0, 0, 0, 0, 1.75, -1.5, 0, 0, 0, -1.25, 1, 0, 0],
    ),
}


class TooLong(Exception):
    pass


def solve(rates, end, start, method, tolerance, sizes, limit):
    deadline = time.process_time() + limit
    count = 0

    def watched(t, y):
        nonlocal count
        count += 1
        if count % 256 == 0 and time.process_time() > deadline:
            raise TooLong
        return rates(t, y)

    begun = time.process_time()
    try:
        found = solve_ivp(
            watched, (0, end), start, method=method, rtol=tolerance, atol=1e-6 * tolerance * sizes
        )
    except TooLong:
        return None, limit, count
    return (found.y[:, -1] if found.success else None), time.process_time() - begun, count


def main(reference, limit):
    published = {}
    with open(reference) as rows:
        for row in csv.DictReader(rows):
            published.setdefault(row["problem"], []).append(float(row["reference"]))
    for name, (rates, end, start) in PROBLEMS.items():
        exact = np.array(published[name])
        start = np.array(start, dtype=float)
        sizes = np.maximum(abs(start), abs(exact))
        for method in ["LSODA", "Radau", "DOP853"]:
            if method == "Radau" and name == "pleiades":
                continue
            for tolerance in TOLERANCES:
                if method == "DOP853" and name != "pleiades" and tolerance != 1e-8:
                    continue
                times = []
                while not times or (sum(times) < 0.3 and len(times) < 9):
                    found, taken, count = solve(
                        rates, end, start, method, tolerance, sizes, limit
                    )
                    times.append(taken)
                error = np.nan if found is None else np.max(abs(found / exact - 1))
                print(
                    f"{name};SciPy {method};{tolerance:.0e};{error:.3e};"
                    f"{statistics.median(times):.6f};{count}",
                    flush=True,
                )


main(sys.argv[1], float(sys.argv[2]))
