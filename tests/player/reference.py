"""Scoring and evidence once more, in Python: what the golden vectors are checked against."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

LEVELS = (0, 0, 0.1, 1 / 6, 0.2, 0.25, 1 / 3, 0.4, 0.5, 0.6, 2 / 3, 0.75, 0.8, 5 / 6, 0.9, 1)


def level_of(share: float) -> int:
    return max(n for n, level in enumerate(LEVELS) if n == 1 or level <= share + 1e-9)


def share_of(kind: str, key: Any, response: Any) -> float | None:
    match kind:
        case "multiple" | "hottext":
            return _ticks(key, response)
        case "match":
            if not all(response.get(row) for row in key):
                return None
            return sum(response[row] == right for row, right in key.items()) / len(key)
        case "order":
            return sum(a == b for a, b in zip(key, response, strict=True)) / len(key)
        case "numeric":
            return _entry(key, read_number(response), lambda a, n: a["low"] <= n <= a["high"])
        case "text":
            return _text(key, _plain(response))
        case "gaps":
            return _gaps(key, response)
        case _:
            return None if response not in key else float(key[response])


def _gaps(key: Mapping[str, Any], response: Mapping[str, str]) -> float | None:
    shares = []
    for gap, fits in key.items():
        kind = "text" if isinstance(fits, list) else "single"
        shares.append(share_of(kind, fits, response.get(gap, "")))
    known = [share for share in shares if share is not None]
    return sum(known) / len(shares) if len(known) == len(shares) else None


def _ticks(key: Mapping[str, float], ticked: Sequence[str]) -> float | None:
    if not ticked:
        return None
    right = {option for option, score in key.items() if score >= 1}
    hits = len(right & set(ticked))
    return max(0.0, (2 * hits - len(ticked)) / max(1, len(right)))


def _entry(key: Any, given: Any, covers: Any) -> float | None:
    if given is None:
        return None
    return next((float(answer["correct"]) for answer in key if covers(answer, given)), 0.0)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _text(key: Sequence[Mapping[str, Any]], given: str) -> float | None:
    """As written, then but for case, then folded, where what is wrong comes first."""
    if not given:
        return None
    loose = [answer for answer in key if not answer["exact"]]
    said = readings(given)
    folded = [
        answer
        for answer in loose
        if said[0] and any(map(str.__eq__, said, readings(answer["text"])))
    ]
    same = [
        *(answer for answer in key if _plain(answer["text"]) == given),
        *(answer for answer in loose if _plain(answer["text"]).lower() == given.lower()),
        *sorted(folded, key=lambda answer: bool(answer["correct"])),
    ]
    return float(same[0]["correct"]) if same else 0.0


def readings(text: str) -> tuple[str, ...]:
    """Folded, then with l·l as ll, then with umlauts and their like as two letters, too."""
    joined = re.sub(
        r"(?i)l[\u00b7\u2022\u2027\u22c5.-](?=l)", "l", unicodedata.normalize("NFKD", text)
    )
    signs = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
    spelled = unicodedata.normalize("NFC", joined.lower()).translate(str.maketrans(signs))
    return fold(text), fold(joined), fold(spelled)


def fold(text: str) -> str:
    """Without case, accents, punctuation: apostrophes vanish, other signs part words.

    "" where no word is left. Signs of mathematics, and what stands beside them, are words.
    """
    text = unicodedata.normalize("NFKD", text.lower())
    text = re.sub(
        r"[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670'\u2018\u2019\u02bc"
        r"\u00ad\u200b-\u200f\u2060\ufeff]",
        "",
        text,
    )
    text = text.translate(
        str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
    )
    text = re.sub("[\u2010\u2011\u2212]", "-", text.replace("\u2044", "/"))
    beside = r"[!%&*/:^-]{0,3}[+<=>|~](?:[!%&*/:^+<=>|~]|-(?=[0-9+<=>|~]))*"
    instead = str.maketrans("!%&*/:^-", "\u2260\u2248\u2227\u00d7\u00f7\u2236\u2191\u2212")
    text = re.sub(beside, lambda found: found[0].translate(instead), text)
    money = "$\u00a2-\u00a5\u20a0-\u20cf"
    text = re.sub(rf"(?<!\w)[-\u2012-\u2015](?=[.,]?[0-9]|[{money}])", "\u2212", text)
    kept = "".join(" " if _parts(sign) else sign for sign in text)
    text = "".join(f" {sign} " if _counts(sign) else sign for sign in kept)
    words = " ".join(text.split())
    return words if any(sign.isalnum() for sign in words) else ""


def _counts(sign: str) -> bool:
    return unicodedata.category(sign) in ("Sm", "Sc")


def _parts(sign: str) -> bool:
    """Punctuation, as far as the player knows it."""
    known = (
        r"[!-/:-@\[-`{-~\u00a1-\u00bf\u2010-\u205e\u3000-\u303f\u060c\u061b\u061f\u066a-\u066d]"
    )
    return not _counts(sign) and re.match(known, sign) is not None


_POWER = r"(?i)(.*?)(?:(?:e|[\u00b7\u22c5\u00d7x*]10(?:\^|\*\*))([+-]?[0-9]{1,3}))?"


def read_number(typed: str) -> float | None:
    raised = r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u207a\u207b]+"
    typed = unicodedata.normalize("NFKD", re.sub(raised, lambda found: "^" + found[0], typed))
    text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in typed)
    text = re.sub(r"[\s'\u2019\u066c\u200e\u200f\u061c]", "", text)
    text = re.sub(r"[\u2212\u2013]", "-", text).replace("\u066b", ".").replace("\u060c", ",")
    text, power = re.fullmatch(_POWER, text, re.S).groups()  # type: ignore[union-attr]
    signs = re.sub(r"[^,.]", "", text)
    if len(signs) > 1 and signs[0] == signs[-1]:
        text = re.sub(r"[,.]", "", text)
    elif signs:
        head, tail = re.fullmatch(r"(.*)[,.](.*)", text, re.S).groups()  # type: ignore[union-attr]
        text = re.sub(r"[,.]", "", head) + "." + tail
    number = re.fullmatch(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)", text)
    return float(f"{text}e{power or 0}") if number else None


def quiz_percent(answers: Iterable[Mapping[str, float]]) -> int:
    rows = list(answers)
    possible = sum(a["points"] for a in rows)
    earned = sum(a["points"] * a["share"] for a in rows)
    return math.floor(100 * earned / possible + 0.5 + 1e-9) if possible else 0


def course_score(quizzes: Iterable[Mapping[str, Any]]) -> int:
    return quiz_percent(
        {"points": q["points"] * (1.5 if q["final"] else 1), "share": q["percent"] / 100}
        for q in quizzes
    )


def evidence(
    pieces: Iterable[Mapping[str, Any]], in_final: Sequence[str]
) -> dict[str, dict[str, Any]]:
    by_item: dict[str, list[Mapping[str, Any]]] = {}
    for piece in pieces:
        by_item.setdefault(piece["item"], []).append(piece)
    return {item: _item(found, item in in_final) for item, found in by_item.items()}


def _item(pieces: Sequence[Mapping[str, Any]], in_final: bool) -> dict[str, Any]:
    weights = [
        (1.5 if p["kind"] == "final" else 1) * (1 if p["main"] else 0.5) * p["points"]
        for p in pieces
    ]
    possible = sum(weights)
    earned = sum(w * p["share"] for w, p in zip(weights, pieces, strict=True))
    share = earned / possible
    questions = sum(p["kind"] != "scenario" for p in pieces)
    broad = len({p["kind"] for p in pieces}) > 1 or (not in_final and questions >= 3)
    if len(pieces) < 2:
        state = "unseen"
    elif share + 1e-9 < 0.5:
        state = "emerging"
    else:
        state = "shown" if share + 1e-9 >= 0.8 and broad else "developing"
    return {"earned": earned, "possible": possible, "share": share, "state": state}


def run_shares(choices: Iterable[tuple[str, int]]) -> dict[str, float]:
    values: dict[str, list[int]] = {}
    for item, value in choices:
        values.setdefault(item, []).append(value)
    return {item: sum(found) / (2 * len(found)) for item, found in values.items()}


def steps_of(story: Any, path: Sequence[str]) -> tuple[list[str], list[str]]:
    """The choices that lead through a simulation, and the scenes, the present one last."""
    taken: list[str] = []
    scenes = [story["start"]]
    for choice in path:
        ways = story["scenes"][scenes[-1]]["choices"]
        if choice not in ways:
            break
        taken.append(choice)
        scenes.append(ways[choice])
    return taken, scenes


def moved(story: Any, path: Sequence[str], do: str, choice: str = "") -> list[str] | None:
    """The path after a move of the learner."""
    taken, scenes = steps_of(story, path)
    now = story["scenes"][scenes[-1]]
    if do == "again" or (do == "go" and now.get("end")):
        return []
    if do == "back":
        return taken[:-1]
    if do != "take":
        return taken
    goes = now["choices"].get(choice)
    if goes is None:
        return None
    if now.get("end") and goes in scenes:
        return taken[: scenes.index(goes)]
    return None if len(taken) >= 500 else [*taken, choice]
