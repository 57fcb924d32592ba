/*
 * Answers of an earlier visit that the platform took and does not know any more (state.js keeps
 * them beside the new ones): only the learner can tell a platform that forgot from an attempt that
 * was begun anew. Nothing is joined, and nothing thrown away, before they have said so.
 */

function offerBefore() {
  all(".before").forEach((old) => old.remove());
  const line = keyFor(BEFORE) && store.get(keyFor(BEFORE));
  const kept = line && decodeState(line);
  if (!kept) return;
  const box = make("div", "notice", "");
  box.classList.add("before");
  box.setAttribute("role", "status");
  const ways = make("p", "actions", "");
  ways.append(makeButton("", say("beforeTake"), () => {
    change((s) => Object.assign(s, mergeStates(s, kept), {sent: s.sent}));
    each("refresh");
    paint();
    settle();
  }), makeButton("quiet", say("beforeLeave"), settle));
  box.append(make("p", "", say("before")), ways);
  find("main").before(box);
}

function settle() {
  store.set(keyFor(BEFORE), null);
  offerBefore();
  focusOn(find("h1"));
}

part({wake: offerBefore, refresh: offerBefore});
