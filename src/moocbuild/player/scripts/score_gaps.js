/* What the gaps of a text earn, an equal share each. Pure functions of values, as in judge.js. */

/** key {gap: {option: score}} or {gap: [{text, exact, correct}]}; response {gap: as chosen or typed}. */
SHARES.gaps = (key, filled) => {
  const shares = Object.keys(key).map((gap) => shareOfGap(key[gap], filled[gap] || ""));
  return shares.includes(null) ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
};

function shareOfGap(fits, given) {
  return Array.isArray(fits) ? SHARES.text(fits, given) : shareOfOne(fits, given);
}
