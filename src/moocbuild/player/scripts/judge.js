/*
 * What a response earns: pure functions of values, the same as in the plug-ins (golden vectors:
 * tests/evidence/scoring.json). Knows no page and no platform.
 */

/**
 * By kind, the share (0 to 1) that a response earns of its key; null: there is nothing to judge yet.
 * single, truefalse: key {option: score}, response an option. multiple, hottext: response a list.
 * match: key {row: right}, response {row: chosen}. order: key and response lists of steps.
 * numeric: key [{low, high, correct}]; text: key [{text, exact, correct}]; response as typed.
 * The last four, and others, are added by scripts of their own (kinds/).
 */
const SHARES = {
  single: shareOfOne,
  truefalse: shareOfOne,
  multiple: shareOfTicks,
  hottext: shareOfTicks,
};

function shareOfOne(key, option) {
  return option in key ? Math.min(1, Math.max(0, key[option])) : null;
}

function shareOfTicks(key, ticked) {
  const right = Object.keys(key).filter((option) => key[option] >= 1);
  if (!ticked.length) return null;
  const hits = ticked.filter((option) => right.includes(option)).length;
  return Math.max(0, (hits - (ticked.length - hits)) / Math.max(1, right.length));
}
