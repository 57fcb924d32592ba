/*
 * The learning platform that is not there, and what every adapter is: one `lms` with
 *
 * start(found, missing)   looks for the platform. Calls either, at once or later; `found` may
 *                         still come after `missing`.
 * kept()                  what the platform holds: {data, learner, fresh, score, done, passed}.
 *                         learner "" = unknown; fresh = it says that this attempt is a new one;
 *                         score null = none. What it does not know counts as nothing.
 * put(report)             hands over everything: {data, place, score, progress, complete, passed,
 *                         graded, items: [{id, percent, shown}]}; true if the platform took it.
 * answer(entry, known)    one answer to one question (question.js makes entries); `known` is how
 *                         many questions were sent before, for platforms that cannot tell.
 *                         Returns how many there are now.
 * end()                   the learner leaves; once.
 *
 * No function throws, none waits.
 */
const lms = {
  kind: "",
  start(found, missing) { missing(); },
  kept() { return null; },
  put() { return true; },
  answer(entry, known) { return known; },
  end() {},
};
