// The year's losses as a straightforward sampler in plain JavaScript draws them: numbers of events by Knuth's
// multiplication of uniforms, or Hörmann's PTRS (1993) from a rate of 10; beta costs by two gammas (Marsaglia and Tsang,
// 2000); normals by Marsaglia's polar method, both of a pair used. Uniforms are the engine's own Math.random.

const Z95 = 1.6448536269514722;
const logFactorials = [0];
for (let k = 1; k < 1024; k++) logFactorials.push(logFactorials[k - 1] + Math.log(k));

let spare = NaN;

function normal() {
  if (!Number.isNaN(spare)) {
    const value = spare;
    spare = NaN;
    return value;
  }
  for (;;) {
    const x = 2 * Math.random() - 1;
    const y = 2 * Math.random() - 1;
    const s = x * x + y * y;
    if (s > 0 && s < 1) {
      const factor = Math.sqrt((-2 * Math.log(s)) / s);
      spare = y * factor;
      return x * factor;
    }
  }
}

/** A gamma number with this shape, at least 1. */
function gamma(shape) {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = Math.random();
    if (u < 1 - 0.0331 * x * x * x * x || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
  }
}

function beta(a, b) {
  const x = gamma(a);
  return x / (x + gamma(b));
}

function poisson(rate, expRate) {
  if (rate >= 10) return ptrs(rate);
  let k = 0;
  for (let product = Math.random(); product > expRate; product *= Math.random()) k++;
  return k;
}

function ptrs(rate) {
  const b = 0.931 + 2.53 * Math.sqrt(rate);
  const a = -0.059 + 0.02483 * b;
  const inverse = 1.1239 + 1.1328 / (b - 3.4);
  const v = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = Math.random() - 0.5;
    const w = Math.random();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + rate + 0.43);
    if (us >= 0.07 && w <= v) return k;
    if (k < 0 || (us < 0.013 && w > us)) continue;
    if (Math.log((w * inverse) / (a / (us * us) + b)) <= k * Math.log(rate) - rate - logFactorials[k]) return k;
  }
}

/** One cost after another by PERT (weight 4) or lognormal, nine of ten between low and high. */
function costs(law, [low, mode, high]) {
  if (law === "pert") {
    const width = high - low;
    const [a, b] = [1 + (4 * (mode - low)) / width, 1 + (4 * (high - mode)) / width];
    return () => low + width * beta(a, b);
  }
  const mu = (Math.log(low) + Math.log(high)) / 2;
  const sigma = (Math.log(high) - Math.log(low)) / 2 / Z95;
  return () => Math.exp(mu + sigma * normal());
}

/** The losses of so many years from all risks of a workload, [name, rate, low, mode, high] each; in order of size. */
export function sampledYears(risks, law, years) {
  const losses = new Float64Array(years);
  for (const [, rate, ...amounts] of risks) {
    const cost = costs(law, amounts);
    const expRate = Math.exp(-rate);
    for (let year = 0; year < years; year++) {
      for (let n = poisson(rate, expRate); n > 0; n--) losses[year] += cost();
    }
  }
  return losses.sort();
}
