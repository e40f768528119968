"""The five firms of Asymmetric.java with NumPy and SciPy: the same Taylor method, and DOP853."""

import statistics
import sys
import time

import numpy as np
from scipy.integrate import solve_ivp

A, B, R, X0 = 20.0, 0.5, 0.08, 160.0
alpha = A - np.array([1.0, 2, 3, 4, 9])
S = np.array([30.0, 60, 10, 0, 5])
cap = np.array([np.inf, 6, 4, np.inf, np.inf])
N, ORDER = 5, 24


def wish(v, q):
    return (R * v - B * q * q) / alpha + q


def aggregate(v):
    low, high = 0.0, 1e6
    for _ in range(60):
        q = (low + high) / 2
        if np.clip(wish(v, q), 0, cap).sum() > q:
            low = q
        else:
            high = q
    return low


def taylor():
    v = np.zeros((N, ORDER + 2))
    t = np.zeros(ORDER + 2)
    v[:, 0] = S
    q0 = aggregate(v[:, 0])
    w = wish(v[:, 0], q0)
    inside, full = (w > 0) & (w < cap), w >= cap
    x, unit = 0.0, 0.1
    while True:
        h, n, capped = (B / alpha[inside]).sum(), inside.sum() - 1, cap[full].sum()
        q, square, inv = (np.zeros(ORDER + 1) for _ in range(3))
        for k in range(ORDER + 1):
            right = (R * v[inside, k] / alpha[inside]).sum() + (capped if k == 0 else 0)
            if n < 0:
                q[k] = capped if k == 0 else 0
                square[k] = q[k] ** 2
            elif k == 0:
                pivot = np.sqrt(n * n + 4 * h * right)
                q[0] = (n + pivot) / (2 * h)
                square[0] = q[0] ** 2
            else:
                inner = np.dot(q[1:k], q[k - 1:0:-1])
                q[k] = (right - h * inner) / pivot
                square[k] = inner + 2 * q[0] * q[k]
            inv[k] = ((1 if k == 0 else 0) - np.dot(q[1:k + 1], inv[k - 1::-1] if k else [])) / q[0]
            share = unit / (k + 1)
            slope = (B * B * square[k] - B * R * v[:, k]) / alpha - 2 * B * q[k]
            if k == 0:
                slope += alpha
            if not inside.all():
                over = v[:, : k + 1] @ inv[k::-1]
                most = np.where(full, cap, 0.0)
                corner = alpha * most * inv[k] - (B * most if k == 0 else 0) - R * over
                slope = np.where(inside, slope, corner)
            v[:, k + 1] = share * slope
            t[k + 1] = share * inv[k]
        size = np.maximum(abs(v[:, 0]), abs(v[:, 1]))
        reach = min(
            (2.0 ** -57 / max(abs(q[k]) / q[0], (abs(v[:, k]) / size).max(), abs(t[k]) / max(t[0], t[1])))
            ** (1 / k)
            for k in (ORDER - 1, ORDER)
        )
        if not 0.25 <= reach <= 4:
            unit *= min(1e3, max(1e-3, reach))
            continue
        wishes = (R * v[:, : ORDER + 1] - B * square) / alpha[:, None] + q
        spread = (abs(wishes[:, 1:]) * reach ** np.arange(1, ORDER + 1)).sum(axis=1)
        start = wishes[:, 0]
        margin = np.where(inside, np.minimum(start, cap - start), np.where(full, start - cap, -start))
        if (margin < spread).any():
            powers = (reach * np.arange(1, 33) / 32)[:, None] ** np.arange(ORDER + 1)
            sampled = wishes @ powers.T
            c = cap[:, None]
            m = np.where(
                inside[:, None], np.minimum(sampled, c - sampled),
                np.where(full[:, None], sampled - c, -sampled))
            if (m < 0).any():
                raise RuntimeError("this case has no switch")
        last = x + reach * unit >= X0
        at = (X0 - x) / unit if last else reach
        powers = at ** np.arange(ORDER + 1)
        v[:, 0] = v[:, : ORDER + 1] @ powers
        t[0] = t[: ORDER + 1] @ powers
        if last:
            return t[0]
        x += reach * unit
        unit *= reach


def dop853():
    def rhs(_, y):
        v = y[:N]
        q = aggregate(v)
        own = np.clip(wish(v, q), 0, cap)
        inside = (own > 0) & (own < cap)
        p = np.where(inside, alpha - B * (q + own), ((alpha - B * q) * own - R * v) / q)
        return np.append(p, 1 / q)

    y = solve_ivp(rhs, (0, X0), np.append(S, 0.0), method="DOP853", rtol=1e-13, atol=1e-13).y
    return y[N, -1]


rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
for name, work in (("taylor", taylor), ("dop853", dop853)):
    work()
    times = []
    for _ in range(rounds):
        began = time.process_time_ns()
        work()
        times.append(time.process_time_ns() - began)
    print(f"{name} {work():.17g} {statistics.median(times):.0f}")
