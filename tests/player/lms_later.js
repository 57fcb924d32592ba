/*
 * A platform that answers later: every call waits until the test lets it arrive or get lost, in any
 * order. What was under way when the page was left arrives at the next visit, the newest first; of
 * two states the one that was sent later counts.
 */
const lms = (() => {
  const memory = JSON.parse(sessionStorage.getItem("later") || "{}");
  const kept = Object.assign({data: "", answers: [], sent: 0, state: -1, flying: []}, memory);
  const waiting = [];
  const calls = [];
  let number = kept.state;
  let ended = false;

  const write = () => sessionStorage.setItem("later", JSON.stringify(kept));
  const arrive = ({what, value, n}) => {
    if (what === "answer") kept.answers.push(value);
    if (what === "put" && n > kept.state) Object.assign(kept, {data: value, state: n});
  };
  kept.flying.splice(0).reverse().forEach(arrive);
  write();

  /** A call, to be settled by the test: ok, or not. */
  function later(what, value, result) {
    const call = {what, value, n: ++number, ended};
    calls.push(call);
    kept.flying.push(call);
    write();
    return new Promise((keep, fail) => waiting.push({what, settle(how) {
      kept.flying.splice(kept.flying.indexOf(call), 1);
      if (how === "ok") arrive(call);
      write();
      if (how === "broken") fail(Error("no network"));
      else keep(how === "ok" ? result() : false);
    }}));
  }

  window.later = {
    calls, kept,
    waiting: () => waiting.map((one) => one.what),
    /** Settles the n-th waiting call of a kind: "ok", "refused" or "broken". */
    settle(what, how, n = 0) {
      const one = waiting.filter((each) => each.what === what)[n];
      waiting.splice(waiting.indexOf(one), 1);
      one.settle(how);
    },
    /** From now on all settle by themselves after a while; the first and some more are lost. */
    storm(seed, most) {
      let a = seed;
      const random = () => { a = (a * 1103515245 + 12345) % 2147483648; return a / 2147483648; };
      const round = () => {
        if (waiting.length) {
          const {what} = waiting[Math.floor(random() * waiting.length)];
          const lost = !window.later.lost || (window.later.lost < most && random() < 0.6);
          if (lost) window.later.lost++;
          window.later.settle(what, !lost ? "ok" : random() < 0.5 ? "refused" : "broken");
        }
        setTimeout(round, random() * 60);
      };
      window.later.lost = 0;
      round();
    },
  };

  return {
    kind: "later",
    start(found) { setTimeout(found, 0); },
    kept: () => later("kept", "", () => ({
      data: kept.data, learner: "4711", fresh: !kept.data, score: null, done: false, passed: false,
    })),
    put: (report) => later("put", report.data, () => true),
    answer: (entry, known) => later("answer", `${entry.id}:${entry.share}`, () => known + 1),
    end() { ended = true; calls.push({what: "end", ended: false}); },
  };
})();
