/* Numbers, spans of time and words as every platform takes them. */

/** A number as SCORM and xAPI read it: at most two decimals, never an exponent. */
function decimal(number) {
  return String(Math.round(number * 100) / 100);
}

/** A number in plain figures. */
function numberText(number) {
  const text = String(Number(Math.min(1e15, Math.max(-1e15, number)).toPrecision(7)));
  return /e-/.test(text) ? "0" : text;
}

/** Hours, minutes, seconds of a span that is never too long for its format. */
function clockParts(seconds) {
  const all = Math.min(Math.max(0, seconds), 35999999);
  const whole = Math.floor(all);
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, Math.floor((all % 60) * 100) / 100];
}

/** Words as one line of at most `length` characters, never cut inside a character. */
function line(text, length) {
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029\s]+/g, " ").trim()
    .slice(0, length).replace(/[\ud800-\udbff]$/, "");
}
