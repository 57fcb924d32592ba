/* What rows and steps in their right places earn. Pure functions of values, as in judge.js. */

SHARES.match = shareOfRows;
SHARES.order = shareOfPlaces;

function shareOfRows(key, chosen) {
  const rows = Object.keys(key);
  if (!rows.every((row) => chosen[row])) return null;
  return rows.filter((row) => chosen[row] === key[row]).length / rows.length;
}

function shareOfPlaces(key, steps) {
  return steps.filter((step, n) => step === key[n]).length / key.length;
}
