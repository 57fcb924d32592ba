"""26 failures × four platforms × SCORM 1.2 and 2004: no answer is lost, and learners are told.

Every failure of hostile-input.md's learner table, in scorm-again sync and async, a double of the
Open edX block and a strict one (doubles.html). `make test` runs a quarter, `make audit` the whole.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Any

import pytest

from player.answers import answer
from player.conftest import HERE, Lms, Server
from player.strict import complaints

DOUBLES = ("sync", "async", "xblock", "strict")
DEAF = ("async", "xblock")
"""They say that a commit was taken before it was: nobody can notice that one is lost."""
QUIZ = "one.check.html"
DIGITS = f"{ascii_uppercase}{ascii_lowercase}{digits}-_"
PATIENCE = 20000  # ms: the player tells and saves within 5 s; a busy machine takes longer
Packages = Mapping[str, Mapping[str, bytes]]


class Platform(Lms):
    """A learner in front of the course in one of the doubles; the server holds what was kept."""

    def __init__(
        self, browser: Any, server: Server, double: str, version: str, p: Packages
    ) -> None:
        super().__init__(browser, server, version, p[version])
        self.double = double
        self.page.set_default_timeout(PATIENCE)

    def open(self, page: str = QUIZ, **query: object) -> Any:
        more = "".join(f"&{key}={value}" for key, value in query.items())
        url = f"{self.server.url}/doubles.html?double={self.double}&version={self.version}"
        self.page.goto(f"{url}&page={page}{more}")
        self.page.wait_for_function("() => window.calls")
        while not [f for f in self.page.frames if "/course/" in f.url]:
            self.page.wait_for_timeout(20)
        self.frame = next(f for f in self.page.frames if "/course/" in f.url)
        self.frame.wait_for_selector("html.js h1")
        return self.frame

    def answer(self, *kinds: str) -> None:
        given = {"single": "b", "hottext": "a", "text": "OARS", "truefalse": "b", "numeric": "3.5"}
        for kind in kinds:
            form = answer(self.frame, f"q-{kind}", kind, given[kind])
            assert form.get_attribute("data-result") == "good"

    def arrived(self, count: int) -> None:
        """Waits until the platform's own record holds so many answers."""
        until = time.monotonic() + PATIENCE / 1000
        while self.held() < count:
            assert time.monotonic() < until, f"{self.held()} of {count} arrived"
            self.page.wait_for_timeout(50)

    def held(self) -> int:
        """Answers in the state that the server has."""
        kept = self.server.kept
        data = kept.get("values", {}).get("cmi.suspend_data") or str(
            kept.get("cmi", kept).get("suspend_data") or ""
        )
        levels = re.search(r";b([^;]*);", data)
        bits = "".join(f"{DIGITS.index(digit):06b}" for digit in levels[1]) if levels else ""
        return sum(
            bits[n : n + 4] not in ("0000", "000", "00", "0") for n in range(0, len(bits), 4)
        )

    def told(self, words: str) -> None:
        self.frame.get_by_text(words).wait_for()

    def silent(self) -> None:
        self.frame.locator(".notice[hidden]").wait_for(state="attached", timeout=30000)

    def resumed(self, count: int, *, device: bool = False, **query: object) -> None:
        """Opened again, on another device unless said otherwise: the answers are there."""
        if not device:
            self.page.evaluate("localStorage.clear()")
        self.open(**query)
        self.frame.get_by_text(f"{count} of 8 answered").wait_for()

    def quiet(self) -> None:
        """No error in the page, no call that a strict platform would refuse."""
        assert self.errors == []
        calls = [c for c in self.calls() if c.result != "undefined"]
        wrong = [w for w in complaints(self.version, calls) if not w.startswith("end:")]
        if self.double == "strict":
            wrong = [w for w in wrong if "refused with 391" not in w]
        assert wrong == []


def missing_api(lms: Platform) -> None:
    """L01: the course works, the learner is told, the device keeps it."""
    lms.open(none=1)
    lms.answer("hottext")
    lms.told("Your answers are kept on this device")
    lms.resumed(1, device=True, none=1)


def late_api(lms: Platform) -> None:
    """L02: what was answered before the platform came reaches it."""
    lms.open(late=2000)
    lms.answer("hottext", "single")
    lms.arrived(2)
    ids = [c.value for c in lms.calls() if c.element.endswith(".id") and "q-" in str(c.value)]
    assert {"q-hottext", "q-single"} <= set(ids)
    lms.quiet()


def initialize_fails(lms: Platform) -> None:
    """L03"""
    lms.open(calls="false")
    lms.answer("hottext")
    lms.told("Your answers are kept on this device")
    lms.page.evaluate("window.how = null")
    lms.arrived(1)
    lms.resumed(1)
    assert lms.errors == []


def calls_throw(lms: Platform) -> None:
    """L04: later too."""
    lms.open()
    lms.answer("hottext")
    lms.arrived(1)
    lms.page.evaluate("window.how = 'throws'")
    lms.answer("single")
    lms.told("have not reached the learning platform")
    lms.page.evaluate("window.how = null")
    lms.arrived(2)
    lms.silent()
    assert lms.errors == []


def junk_values(lms: Platform) -> None:
    """L05: what the platform says in nonsense never takes away what the device knows."""
    lms.open()
    lms.answer("hottext", "single")
    lms.arrived(2)
    lms.open(calls="junk")
    lms.answer("text")
    lms.open()
    lms.answer("text")
    lms.frame.get_by_text("3 of 8 answered").wait_for()
    lms.arrived(3)
    assert lms.errors == []


def _commit(mode: str) -> Callable[[Platform], None]:
    def fails(lms: Platform) -> None:
        lms.open()
        lms.answer("hottext")
        lms.arrived(1)
        lms.server.mode = mode
        lms.answer("single")
        if lms.double in DEAF or mode == "html":
            lms.frame.wait_for_function("() => performance.now() > 0")
        else:
            lms.told("have not reached the learning platform")
        lms.server.mode = "ok"
        if lms.double in DEAF or mode == "html":
            lms.answer("text")  # nobody could notice: all of it goes with the next save
            lms.arrived(3)
        else:
            lms.arrived(2)
            lms.silent()
        lms.page.evaluate("localStorage.clear()")
        lms.quiet()

    return fails


def offline(lms: Platform) -> None:
    """L08, L09: pages that were fetched while idle are there, and afterwards all is saved."""
    lms.open("one.read.html")
    lms.frame.wait_for_function(
        """() => { const met = performance.getEntriesByType('resource').map(e => e.name);
        return ['one.check.html', 'quiz.js', 'kinds.js', 'one.case.html']
          .every(name => met.some(one => one.endsWith(name))); }"""
    )
    lms.server.down, lms.server.mode = True, "drop"
    lms.context.set_offline(True)
    lms.told("There is no connection")
    lms.go(QUIZ)
    lms.answer("hottext", "text")
    # The server first: the player saves at the event, and DEAF doubles do not report the loss.
    lms.server.down, lms.server.mode = False, "ok"
    lms.context.set_offline(False)
    if lms.double == "xblock":
        lms.answer("single")
    lms.arrived(2)
    lms.silent()
    assert lms.errors == []


def closed_at_once(lms: Platform) -> None:
    """L12: the tab is closed right after the answer."""
    lms.open()
    lms.answer("hottext", "single")
    lms.page.close(run_before_unload=False)
    lms.page = lms.context.new_page()
    lms.page.set_default_timeout(PATIENCE)
    lms.open()
    lms.frame.get_by_text("2 of 8 answered").wait_for()
    lms.arrived(2)


def bfcache(lms: Platform) -> None:
    """L13"""
    lms.open()
    lms.answer("hottext")
    lms.frame.evaluate("""() => {
        dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
        dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})); }""")
    lms.answer("single")
    lms.frame.get_by_text("2 of 8 answered").wait_for()
    verbs = [c.verb for c in lms.calls()]
    begun = [c for c in lms.calls() if c.verb == "Initialize" and c.result == "true"]
    assert verbs.count("Terminate") <= len(begun)
    lms.open()
    lms.frame.get_by_text("2 of 8 answered").wait_for()
    assert lms.errors == []


def two_tabs(lms: Platform) -> None:
    """L14"""
    lms.open()
    first, mine = lms.page, lms.frame
    lms.page = lms.context.new_page()
    lms.page.set_default_timeout(PATIENCE)
    lms.open()
    lms.answer("hottext", "text")
    mine.get_by_text("open in another window").wait_for()
    lms.page, lms.frame = first, mine
    lms.answer("single")
    lms.arrived(3)
    assert lms.errors == []


def _kept(data: str) -> Callable[[Platform], None]:
    def begins(lms: Platform) -> None:
        """L15: starts, whatever the platform kept."""
        values: dict[str, Any] = {"cmi.suspend_data": data}
        lms.server.kept = {"values": values, "cmi": {"suspend_data": data}}
        lms.open()
        lms.answer("hottext")
        lms.arrived(1)
        lms.quiet()

    return begins


def rebuilt(lms: Platform) -> None:
    """L16: pages and questions in another order, some gone: what is left keeps its answers."""
    lms.open()
    lms.answer("hottext", "single")
    lms.arrived(2)
    lms.server.files.update(lms.other)  # type: ignore[attr-defined]
    lms.page.evaluate("localStorage.clear()")
    lms.open()
    lms.frame.locator('[data-question="q-hottext"][data-result="good"]').wait_for()
    lms.frame.locator('[data-question="q-single"][data-result="good"]').wait_for()
    assert lms.errors == []


def storage_blocked(lms: Platform) -> None:
    """L17"""
    lms.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked') }})"
    )
    lms.open()
    lms.answer("hottext")
    lms.arrived(1)
    lms.open()
    lms.frame.get_by_text("1 of 8 answered").wait_for()
    lms.quiet()


def storage_full(lms: Platform) -> None:
    """L17"""
    lms.page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
    )
    lms.open()
    lms.answer("hottext")
    lms.arrived(1)
    lms.quiet()


def opaque(lms: Platform) -> None:
    """L18: behind a wall."""
    lms.open(sandbox="allow-scripts allow-forms")
    lms.answer("hottext")
    lms.told("This device keeps nothing")
    assert lms.errors == []


def nested(lms: Platform) -> None:
    """L19: six frames down, with an object of the other name around."""
    lms.open(deep=6, both=1)
    lms.answer("hottext")
    lms.arrived(1)
    lms.quiet()


def review(lms: Platform) -> None:
    """L20: looking back changes no grade. The block cannot tell a mode."""
    lms.open(mode="review")
    lms.answer("hottext")
    if lms.double == "xblock":
        lms.arrived(1)
        return
    lms.saved()
    said = lms.sets()
    assert not [key for key in said if "score" in key or "status" in key or "interactions" in key]
    lms.quiet()


def spam(lms: Platform) -> None:
    """L21"""
    lms.open()
    lms.answer("hottext")
    lms.frame.evaluate("""() => { const b = document.querySelector('#q-q-hottext [type=submit]');
        for (let n = 0; n < 50; n++) b.click(); }""")
    results = [c for c in lms.calls() if c.verb == "SetValue" and c.element.endswith(".result")]
    assert len(results) == 1
    lms.arrived(1)
    lms.quiet()


def clock(lms: Platform) -> None:
    """L22: a day forward and back between two answers."""
    lms.page.add_init_script(
        """const real = Date; let by = 0; window.jump = (ms) => { by = ms; };
        window.Date = class extends real {
          constructor(...values) { values.length ? super(...values) : super(real.now() + by); }
          static now() { return real.now() + by; } };"""
    )
    lms.open()
    for n, kind in enumerate(("hottext", "single", "text")):
        lms.frame.evaluate("ms => jump(ms)", (0, 86400000, -86400000)[n])
        lms.answer(kind)
    lms.arrived(3)
    spans = [v for k, v in lms.sets().items() if k.endswith("session_time")]
    assert spans and all(span.startswith(("0000:00", "PT0H0M")) for span in spans)
    lms.quiet()


def no_script(lms: Platform) -> None:
    """L23: all text is there, under the policy that forbids everything too."""
    lms.server.headers = {"Content-Security-Policy": "sandbox"}
    lms.page.goto(f"{lms.server.url}/course/{QUIZ}")
    text = lms.page.locator("main").inner_text()
    assert "No scripts run here" in text and "Because of q-hottext" in text
    assert "A note on a" in text and "Prompt of q-order" in text


def slow(lms: Platform) -> None:
    """L24: text waits for its page and its sheet alone; scripts come when they can."""
    waiting: list[Any] = []
    held = [True]
    lms.page.route(
        "**/course/*.js", lambda route: waiting.append(route) if held else route.continue_()
    )
    lms.page.goto(f"{lms.server.url}/course/{QUIZ}", wait_until="commit")
    lms.page.locator("h1").wait_for()
    lms.page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint')[0]")
    others = {each for each in lms.requests if not each.endswith(".js")}
    assert waiting and f"{lms.server.url}/course/style.css" in others
    assert {each.rpartition("/")[2] for each in others} <= {QUIZ, "style.css", "print.css"}
    held.clear()
    for route in waiting:
        route.continue_()
    lms.page.wait_for_selector("html.js")
    assert lms.errors == []


def any_words(lms: Platform) -> None:
    """L25"""
    lms.open()
    for text in ("a,b;c \"q\" 'x' [,] [.] [:]", "\u202eabc\t\u0000😀é", "long " * 1000 + "😀"):
        form = answer(lms.frame, "q-text", "text", text)
        assert form.get_attribute("data-result") == "off"
    lms.arrived(1)
    lms.quiet()


def api_gone(lms: Platform) -> None:
    """L26: the platform takes its API away before the page leaves."""
    lms.open()
    lms.answer("hottext")
    lms.arrived(1)
    lms.page.evaluate(
        "() => { delete window.API; delete window.API_1484_11; window.how = 'throws'; }"
    )
    lms.answer("single")
    lms.page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    lms.page.wait_for_function("() => frames[0].location.href === 'about:blank'")
    lms.open()
    lms.frame.get_by_text("2 of 8 answered").wait_for()
    assert lms.errors == []


FAILURES: Mapping[str, Callable[[Platform], None]] = {
    "L01": missing_api,
    "L02": late_api,
    "L03": initialize_fails,
    "L04": calls_throw,
    "L05": junk_values,
    "L06-false": _commit("false"),
    "L07-login": _commit("html"),
    "L08-L09": offline,
    "L10-500": _commit("500"),
    "L10-403": _commit("403"),
    "L10-drop": _commit("drop"),
    "L11": _kept("x" * 4096),
    "L12": closed_at_once,
    "L13": bfcache,
    "L14": two_tabs,
    "L15-other": _kept("m2;cxxxxx;b____;"),
    "L15-json": _kept('{"a":1}'),
    "L16": rebuilt,
    "L17-blocked": storage_blocked,
    "L17-full": storage_full,
    "L18": opaque,
    "L19": nested,
    "L20": review,
    "L21": spam,
    "L22": clock,
    "L23": no_script,
    "L24": slow,
    "L25": any_words,
    "L26": api_gone,
}


def runs() -> Iterator[Any]:
    """A quarter of them always: every failure in one double, every double in a quarter."""
    for n, name in enumerate(FAILURES):
        for m, double in enumerate(DOUBLES):
            for v, version in enumerate(("1.2", "2004")):
                always = (n + m) % 4 == 2 * v
                yield pytest.param(
                    name,
                    double,
                    version,
                    id=f"{name}-{double}-{version}",
                    marks=[] if always else [pytest.mark.matrix],
                )


@pytest.fixture(scope="session")
def rebuilt_course() -> Packages:
    from moocbuild.player.html.edition import SCORM_12, SCORM_2004_4TH
    from moocbuild.player.html.sco import sco
    from player.course import reordered_course

    course = reordered_course()
    made = {"1.2": sco(course, SCORM_12).members, "2004": sco(course, SCORM_2004_4TH).members}
    return {
        name: {f"/course/{path}": c for path, c in members.items() if isinstance(c, bytes)}
        for name, members in made.items()
    }


@pytest.mark.browser
@pytest.mark.parametrize(("failure", "double", "version"), list(runs()))
def test_survives(
    browser: Any,
    server: Server,
    packages: Packages,
    rebuilt_course: Packages,
    failure: str,
    double: str,
    version: str,
) -> None:
    server.files["/doubles.html"] = (HERE / "doubles.html").read_bytes()
    platform = Platform(browser, server, double, version, packages)
    platform.other = rebuilt_course[version]  # type: ignore[attr-defined]
    try:
        FAILURES[failure](platform)
    finally:
        platform.context.close()
