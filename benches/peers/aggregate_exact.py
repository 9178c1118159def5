"""The year's loss as the package `aggregate` works it out, by one transform: twenty compound Poisson risks as one portfolio,
with the quantiles and the mean of the worst twentieth of years. Prints its version and the best of three runs.

    python aggregate_exact.py <workloads.json>
"""

import json
import math
import sys
import time
import warnings
from importlib.metadata import version

warnings.simplefilter("ignore")

from aggregate import build  # noqa: E402

LOG2_CELLS = 13
Z95 = 1.6448536269514722


def severity(law, low, mode, high):
    """A cost in the language of the package."""
    if law == "pert":
        width = high - low
        a, b = 1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width
        return f"sev {width} * beta {a} {b} + {low}"
    mu, sigma = (math.log(low) + math.log(high)) / 2, (math.log(high) - math.log(low)) / 2 / Z95
    return f"sev {math.exp(mu)} * lognorm {sigma}"


def figures(program, step):
    """The mean of the worst twentieth of years."""
    portfolio = build(program, log2=LOG2_CELLS, bs=step)
    for quantile in [0.05, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95, 0.99]:
        portfolio.q(quantile)
    return portfolio.tvar(0.95)


def timed(program, step):
    """Milliseconds of one run, and what it came to."""
    start = time.perf_counter()
    found = figures(program, step)
    return (time.perf_counter() - start) * 1e3, found


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        risks = json.load(file)["risks"]
    for task, law, step in [("W1", "pert", 1_000), ("W2", "lognormal", 2_000)]:
        lines = [f"\tagg {name} {rate} claims {severity(law, *amounts)} poisson" for name, rate, *amounts in risks]
        runs = [timed("\n".join([f"port {task}"] + lines), step) for _ in range(3)]
        best, tail_mean = min(runs)
        found = f"best={best} tail_mean={tail_mean}"
        print(f"who=aggregate version={version('aggregate')} task={task} {found}")


main()
