"""A French course on bread with every kind of question, a simulation and a framework."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from hostile.course import write_course
from hostile.run import run

LESSON = "course/01-la-pate/01-petrir.md"
STORY = "course/01-la-pate/02-le-client.md"
QUIZ = "quizzes/01-la-pate.md"
COURSE = "course/course.yml"
OVEN = "course/02-le-four/index.md"
FRAMEWORK = "course/framework.yml"
PICTURE = "media/pain.svg"

FILES: Mapping[str, str] = {
    COURSE: """\
id: le-pain
title: Le pain
description: Faire un pain de campagne.
version: 1.0.0
released: 2026-01-02
language: fr
licence: CC0-1.0
authors: [{name: Boulangerie du Port}]
modules: [01-la-pate, 02-le-four]
tracks:
  court: {title: En bref, modules: [01-la-pate]}
""",
    FRAMEWORK: """\
id: pain
title: Le métier
language: fr
categories:
  - code: P
    title: La pâte
    items:
      - {code: P.1, statement: Pétrit une pâte.}
      - {code: P.2, statement: Cuit un pain.}
""",
    "course/glossary.yml": "terms: [{term: levain, definition: Farine et eau.}]\n",
    "course/references.yml": "references: [{key: Calvel, cite: Le pain., verified: source}]\n",
    "course/01-la-pate/index.md": """\
---
outcomes: [pétrir]
minutes: 10
---

# La pâte

Bienvenue à la boulangerie.
""",
    LESSON: """\
---
items: [P.1]
---

# Pétrir

La pâte est prête quand elle **ne colle plus** aux doigts et se détache du plan de travail.[^1]

![Un pain rond](../../media/pain.svg)

[^1]: Comptez dix minutes.

## Une pause ?
<!-- #pause kind=single -->

`P.1`

Que faites-vous ?

- [x] Attendre
    > Oui.
- [ ] Continuer
    > Non.
""",
    STORY: """\
---
kind: scenario
items: [P.2]
---

# Le client

Il est tôt.

## À la porte
<!-- #porte -->

Un client attend.

- [Ouvrir](#dedans) `P.2 2`
    > Il entre.
- [Attendre](#dehors) `P.2 0`

## Dehors
<!-- #dehors -->

Il frappe.

- [Ouvrir enfin](#dedans) `P.2 1`

## Dedans
<!-- #dedans end -->

Il achète un pain.
""",
    QUIZ: """\
---
kind: quiz
pass_mark: 70
attempts: 2
---

# Vérifiez

Prenez votre temps.

## Le sel
<!-- #sel -->

`P.1`

Combien de sel ?

- [ ] Beaucoup
    > Trop salé.
- [x] Un peu
    > Juste.
- [ ] `0.5` Très peu
    > Presque.

> [!TIP]
> Goûtez.

> [!NOTE]
> Le sel freine la levure.

## L'ordre
<!-- #ordre kind=order -->

`P.1`

Mettez en ordre.

1. Peser
2. Pétrir
3. Cuire

## Les paires
<!-- #paires kind=match -->

`P.2`

Que va avec quoi ?

| Quoi | Avec |
| --- | --- |
| levain | lent |
| levure | rapide |

## La chaleur
<!-- #chaleur -->

`P.2`

Combien de degrés ?

- = 220..250
- != 100
    > C'est trop froid.

## Le mot
<!-- #mot -->

`P.1`

Comment s'appelle le mélange ?

- = levain
- = "Levain chef"
- != levure
    > Presque.

## Les trous
<!-- #trous kind=gaps -->

`P.1`

D'abord [1], puis [2].

1. - [x] peser
   - [ ] cuire
       > Plus tard.
2. - = pétrir

## Votre avis
<!-- #avis kind=survey -->

Aimez-vous le pain ?

- [ ] Oui
- [ ] Non
""",
    OVEN: "# Le four\n\nIl chauffe.\n",
    "course/02-le-four/01-cuire.md": "---\nitems: [P.2]\n---\n\n# Cuire\n\nLe pain chante.\n",
    PICTURE: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>\n',
}


def bread(root: Path, files: Mapping[str, str | None] | None = None) -> Path:
    """The course below `root`, its ids frozen; then `files` are replaced, None: removed."""
    base = dict.fromkeys(
        [
            "course/01-one/index.md",
            "course/01-one/01-lesson.md",
            "course/01-one/02-story.md",
            "quizzes/01-one.md",
            "media/picture.svg",
        ]
    )
    write_course(root, {**base, **FILES})
    done = run("ids", "-C", str(root), "--write")
    assert done.status == 0, done.stdout
    for name, text in (files or {}).items():
        if text is None:
            (root / name).unlink()
        else:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, "utf-8")
    return root


def edited(name: str, *edits: tuple[str, str]) -> dict[str, str | None]:
    """A file of the course with each first text replaced by the second; it must be there."""
    text = FILES[name]
    for before, after in edits:
        assert before in text, before
        text = text.replace(before, after, 1)
    return {name: text}
