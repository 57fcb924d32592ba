"""Whether a review is somebody's: reviews.yml is a list of people, and of nothing else."""

from __future__ import annotations

import re

from moocbuild.diagnostics import Rule, Severity

NOT_A_PERSON = Rule(
    "MB390",
    "reviewer-is-no-person",
    Severity.ERROR,
    """A row of course/reviews.yml names no person: its `who` is a program's name, such as an
assistant's, or stands in for a name, such as `TBD`. Learners read on the first page which units
people have reviewed, so that only people count. Name the person who has read the unit, or, where
they do not want to be named, what they are: `A psychiatric nurse`. Who has used a program to read
is still the one who stands by the review. A row without such a name is not counted.""",
    remedy="write the name of the person who has read the unit, or remove the row",
)

_NOBODYS = """
chatgpt openai anthropic deepseek perplexity copilot chatbot llm llms gpt moocbuild notebooklm
languagetool
"""
_SHARED = """
ai ki ia ии claude gemini grok llama mistral qwen bot robot agent assistant model software program
programme tool machine computer intelligence intelligenz assistent programm outil logiciel modèle
inteligencia inteligência intelligenza intelligentie ذكاء الذكاء مساعد
"""
_BESIDE = """
opus sonnet haiku fable mythos turbo mini pro flash ultra max nano preview google microsoft meta
github xai language large generative artificial automatic automated system künstliche
artificielle artificial artificiale kunstmatige langage automatique اصطناعي الاصطناعي reviewer
reviewed review checker by with and the an a my our of für von der die das un une le la les de du
par et el los o
"""
_NOBODY = """
anon anonymous na nn nobody none name nom niemand nombre noname person personne reviewer somebody
someone tba tbc tbd test tester theirname todo unknown user username xx xxx yourname quelquun
"""
_PROGRAMS = frozenset(_NOBODYS.split())
"""Words that no person's name has; one of them is enough."""
_MEANT = frozenset(_SHARED.split())
"""Words that people's names have, too, as Claude Monet's and Ai Weiwei's: all others must be of
these or of `_AROUND`."""
_AROUND = frozenset(_BESIDE.split())
_STANDS_IN = frozenset(_NOBODY.split())
_WHOLE = frozenset(["人工知能", "人工智能", "искусственный интеллект", "인공지능"])
_WORD = re.compile(r"[^\W\d_]+")


def is_person(who: str) -> bool:
    """Whether a name may be a person's. What cannot be told apart from one counts as one."""
    folded = who.casefold().strip()
    words = _WORD.findall(folded.replace(".", ""))
    if not words or folded in _WHOLE or "".join(words) in _STANDS_IN:
        return False
    if not _PROGRAMS.isdisjoint(words):
        return False
    return _MEANT.isdisjoint(words) or not _MEANT.union(_AROUND).issuperset(words)
