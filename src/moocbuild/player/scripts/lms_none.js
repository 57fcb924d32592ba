/*
 * The learning platform that is not there, and what every adapter is: one `lms` with
 *
 * kind                    "" where there is no platform.
 * start(found, missing)   looks for the platform. Calls either, at once or later; `found` may
 *                         still come after `missing`.
 * learner                 may be there: whose answers these are, also where nobody can be asked.
 * kept()                  what the platform holds: {data, learner, fresh, score, done, passed}.
 *                         learner "" = unknown; fresh = it says that this attempt is a new one;
 *                         score null = none. What it does not know counts as nothing; false where
 *                         it cannot be asked: then it counts as missing.
 * put(report)             hands over everything: {data, place, score, progress, complete, passed,
 *                         graded, tried, mark, items: [{id, percent, shown}]}; true if the platform
 *                         took it. tried: all that is graded was handed in; mark: what passes, of 100.
 * answer(entry, known)    one answer to one question (question.js makes entries); `known` is how
 *                         many questions were sent before, for platforms that cannot tell.
 *                         How many there are now; false: not taken, it comes again.
 * end()                   the learner leaves; once.
 *
 * No function throws, none waits: kept, put and answer give their result, or a promise of it for
 * which the player waits (one that fails is false). A promise is kept or broken within seconds:
 * who fetches sets a limit. One put and one answer are on their way at a time. But when the learner
 * goes (the page is hidden or left) all that is left comes at once, in the same turn, beside what
 * is on its way: it must outlive the page, and of two puts the later one counts.
 */
const lms = {
  kind: "",
  start(found, missing) { missing(); },
  kept() { return null; },
  put() { return true; },
  answer(entry, known) { return known; },
  end() {},
};
