/* Other orders and other questions, from a seed that is kept. Pure functions of values. */

/** Random numbers from 0 to 1 that a seed repeats (mulberry32). */
function randomFrom(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled(list, seed) {
  const random = randomFrom(seed);
  const out = list.slice();
  for (let n = out.length - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [out[n], out[other]] = [out[other], out[n]];
  }
  return out;
}

/**
 * The question ids of an attempt: a plan (see model/draw.py), the whole bank, a seed. What is left of
 * each pool is in the plan's `left`: [how many, ...of these].
 */
function drawn(plan, bank, seed) {
  const chosen = plan.always.concat(plan.pools.map((pool, n) => shuffled(pool, seed + n)[0]));
  const rests = [[plan.rest].concat(bank)].concat(plan.left || []);
  return chosen.concat(...rests.map(([count, ...some], n) => shuffled(
    some.filter((id) => !chosen.includes(id)), seed + 1000 + n,
  ).slice(0, count)));
}
