"""The year's losses as NumPy draws them: a vector of numbers of events and one of costs for each risk, and the figures of
the sums. Prints its version and the seconds of each workload, the best of three runs.

    python numpy_years.py <workloads.json>
"""

import json
import sys
import time

import numpy as np

YEARS = 1_000_000
Z95 = 1.6448536269514722


def costs(rng, law, low, mode, high, n):
    """So many costs: PERT of weight 4, or lognormal with nine of ten between low and high."""
    if law == "pert":
        width = high - low
        return low + width * rng.beta(1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width, n)
    mu = (np.log(low) + np.log(high)) / 2
    return rng.lognormal(mu, (np.log(high) - np.log(low)) / 2 / Z95, n)


def figures(risks, law):
    """Quantiles, and the mean of the worst twentieth of years."""
    rng = np.random.default_rng(1)
    losses = np.zeros(YEARS)
    for _, rate, low, mode, high in risks:
        counts = rng.poisson(rate, YEARS)
        of_year = np.repeat(np.arange(YEARS), counts)
        losses += np.bincount(of_year, weights=costs(rng, law, low, mode, high, of_year.size), minlength=YEARS)
    quantiles = np.quantile(losses, [0.05, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95, 0.99])
    return quantiles, losses[losses >= quantiles[7]].mean()


def best(work, runs=3):
    """The shortest of some runs, in seconds, and what the last of them came to."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        found = work()
        times.append(time.perf_counter() - start)
    return min(times), found


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        risks = json.load(file)["risks"]
    for task, law in [("W1", "pert"), ("W2", "lognormal")]:
        seconds, (_, tail_mean) = best(lambda: figures(risks, law))
        found = f"best={seconds * 1e3} years={YEARS} tail_mean={tail_mean}"
        print(f"who=numpy version={np.__version__} task={task} {found}")


main()
