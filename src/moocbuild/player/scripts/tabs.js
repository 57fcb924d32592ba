/*
 * The same course in two windows of one browser: each takes up what the other has, so that whoever
 * speaks last to the platform has everything. Where the device keeps something, its storage tells;
 * where it keeps nothing, a channel between the windows does.
 */

let channel = null;

function startTabs() {
  window.addEventListener("storage", ({key}) => key === keyFor("") && readOthers());
  try {
    channel = new BroadcastChannel(`moocbuild:${course.course}`);
    channel.onmessage = ({data}) => hear(data);
  } catch (error) {
    // An old browser, or one that forbids this together with the storage.
  }
  askWindows();
}

function readOthers() {
  const line = keyFor("") && store.get(keyFor(""));
  if (line) joinOther(line.slice(1), false);
}

/** Also what another window kept before this script was here. */
function askWindows() {
  readOthers();
  shout("");
  if (isLinked() && keyFor("") && keepsNothing() && !channel) notice("alone", say("oneWindow"));
}

/** Another window speaks: it has a new line, or (without one) wants to know ours. */
function hear({key, line}) {
  if (!key || key !== keyFor("")) return;
  if (!line) shout(encodeState(state));
  else joinOther(line, true);
}

/** Only where the storage keeps nothing: else it tells the other windows itself. */
function shout(line) {
  if (channel && keyFor("") && keepsNothing()) channel.postMessage({key: keyFor(""), line});
}

/** fresh: also of another attempt, as two windows without a storage each begin their own. */
function joinOther(line, fresh) {
  const other = decodeState(line);
  if (!other || (!fresh && other.attempt !== state.attempt)) return;
  const newer = other.seq > state.seq;
  const joined = mergeStates(state, other);
  if (encodeState(joined) === encodeState(state)) return;
  Object.assign(state, joined);
  later(1000);
  if (newer) notice("other", say("otherTab"));
}

startTabs();
part({
  refresh: askWindows,
  kept: shout,
});
