/*
 * What answers are worth: pure functions of values, the same as in the plug-ins (golden vectors:
 * tests/evidence/scoring.json). Knows no page and no platform. How a response is judged: judge.js.
 */

// Shares that are kept, as 4 bits: 0 is "untried", place n holds LEVELS[n]. Exact for questions of
// up to six parts; others are rounded down, so that nothing counts for more than it was.
const LEVELS = [0, 0, 0.1, 1 / 6, 0.2, 0.25, 1 / 3, 0.4, 0.5, 0.6, 2 / 3, 0.75, 0.8, 5 / 6, 0.9, 1];

/** The place of a share in LEVELS: 1 to 15. */
function levelOf(share) {
  let level = 15;
  while (level > 1 && LEVELS[level] > share + RULES.nearly) level--;
  return level;
}

/** Percent of the points that the questions of an attempt earned: [{points, share}]. */
function quizPercent(answers) {
  const possible = answers.reduce((sum, answer) => sum + answer.points, 0);
  const earned = answers.reduce((sum, answer) => sum + answer.points * answer.share, 0);
  return possible ? Math.floor((100 * earned) / possible + 0.5 + RULES.nearly) : 0;
}

/** The course's score: best quizzes [{percent, points, final}], weighted by points, finals more. */
function scoreOf(quizzes) {
  return quizPercent(quizzes.map((quiz) => ({
    points: quiz.points * (quiz.final ? RULES.weights.final : 1), share: quiz.percent / 100,
  })));
}

/** Rows by number. They come with what that is more than the number of the row before. */
function numbered(rows) {
  let number = 0;
  return rows.map(([more, ...rest]) => [number += more, ...rest]);
}
