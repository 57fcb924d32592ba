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

_PROGRAMS = frozenset(
    """
    chatgpt openai anthropic deepseek perplexity copilot chatbot llm llms gpt gpt2 gpt3 gpt4 gpt5
    moocbuild notebooklm grammarly languagetool deepl
    """.split()
)
"""Names and words that no person has; one of them is enough."""
_SHARED = frozenset(
    """
    ai ki ia ии claude gemini grok llama mistral qwen gemma phi bard siri alexa watson opus sonnet
    haiku fable mythos turbo mini pro flash ultra max nano preview google microsoft meta github xai
    bot robot agent assistant model language large generative artificial intelligence software
    program programme tool machine automatic automated system computer
    intelligenz künstliche assistent programm werkzeug intelligence artificielle outil logiciel
    modèle langage automatique inteligencia inteligência inteligenza intelligenza artificiale
    kunstmatige intelligentie ذكاء الذكاء اصطناعي الاصطناعي مساعد
    reviewer reviewed review checker by with and the an a my our of für von der die das un une le
    la les de du par et el los o
    """.split()
)
"""Words that people's names have, too, as in Claude Martin or Ai Weiwei: all words must be of
these."""
_WHOLE = frozenset(["人工知能", "人工智能", "искусственный интеллект", "인공지능"])
_STANDS_IN = frozenset(
    """
    anon anonymous na nn nobody none name nom name nemo niemand nombre noname person personne
    reviewer somebody someone tba tbc tbd test tester their theirname todo unknown user username
    xx xxx yourname quelquun
    """.split()
)
_WORD = re.compile(r"[^\W\d_]+")


def is_person(who: str) -> bool:
    """Whether a name may be a person's. What cannot be told apart from one counts as one."""
    folded = who.casefold().strip()
    words = _WORD.findall(folded)
    if not words or folded in _WHOLE or "".join(words) in _STANDS_IN:
        return False
    if _PROGRAMS.intersection(words):
        return False
    return not _SHARED.issuperset(words)
