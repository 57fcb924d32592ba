"""A course with everything in it, whose author writes Greek letters alone.

So what is written in Latin letters was written by the program.
"""

from __future__ import annotations

COURSE = """\
id: minimal
org: TEST
title: Μαγειρική
description: Ένα μικρό μάθημα.
version: 1.0.0
released: 2026-03-01
language: {language}
countries: [BE, FR]
licence: CC0-1.0
authors:
  - name: Δάφνη
  - name: Νίκος
statements: {{drafted: γράφτηκε στο χέρι, made: Στην κουζίνα.}}
modules:
  - 01-listening
targets: []
"""
FRAMEWORK = """\
id: small
title: Πλαίσιο
language: {language}
categories:
  - code: L
    title: Κουζίνα
    items:
      - code: L.1
        statement: Κόβει.
        extra: {{practice_with_people: true}}
      - code: L.2
        statement: Βράζει.
      - code: L.3
        statement: Βράζει.
"""
CONTACTS = """\
contacts:
  - {country: BE, role: emergency, number: 112, confirmed_on: 2026-03-01}
  - {country: BE, role: suicide_line, number: 0800 00 000, confirmed_on: 2026-03-01}
"""
REVIEWS = """\
reviews:
  - unit: 01-listening
    who: Δάφνη
    role: μάγειρας
    when: 2026-02-03
    version: 1.0.0
"""
GLOSSARY = """\
terms:
  - term: Κουτάλι
    definition: Εργαλείο.
"""
WELCOME = """\
---
title: Αρχή
minutes: 65
outcomes: [να κόβετε]
items: [L.1]
---

# Αρχή

Καλώς ήρθατε.
"""
LESSON = """\
---
title: Νερό
items: [L.1, L.2]
minutes: 1
content_notes: [suicide]
---

# Νερό

Κείμενο.[^α] {local_help} {emergency_number} [@Book2020]

[^α]: Σημείωση.

> [!TIP]
> Αλάτι.

> [!WARNING]
> Φωτιά.

| Α | Β |
| --- | --- |
| Γ | Δ |

## Ερώτηση
<!-- #question critical -->

`L.1`

Τι;

- [x] Νερό.
    > Ναι.
- [ ] Φωτιά.
    > Όχι.
- [ ] Πέτρα.
    > Όχι.

## Ημερολόγιο
<!-- #room kind=journal -->

`L.1`

Γράψτε.

____

> [!NOTE]
> Κάτι.
"""
QUIZ = """\
---
title: Κουίζ
kind: quiz
draw: 5
minutes: 20
content_notes: [suicide, φωτιά]
---

# Κουίζ

Αρχή.

## Μία
<!-- #silence critical -->

`L.1` `L.2`

Τι;

- [x] Νερό.
    > Ναι.
- [ ] Φωτιά.
    > Όχι.
- [ ] Πέτρα.
    > Όχι.

## Πολλές
<!-- #several -->

`L.1`

Τι;

- [x] Νερό.
- [ ] Φωτιά.
    > Όχι.
- [x] Αλάτι.

## Λέξη
<!-- #word -->

`L.2`

Τι;

- = νερό
- != φωτιά
    > Όχι.

## Αριθμός
<!-- #number -->

`L.2`

Πόσο;

- = 2.5 .. 3.5
- = 7.5
- != 9
    > Όχι.

## Ζεύγη
<!-- #pairs kind=match -->

`L.1`

Βρείτε.

| Α | Β | Γ |
| --- | --- | --- |
| Κρύο | Πάγος | Ναι. |
| Ζεστό | Φωτιά | |
| | Πέτρα | |

## Σειρά
<!-- #steps -->

`L.1`

Σειρά;

1. Νερό.
1. Αλάτι.
    > Μετά.
1. Φωτιά.

## Σημάδια
<!-- #mark kind=hottext -->

`L.2`

Σημειώστε.

- [ ] Το νερό.
- [x] Η φωτιά.
    > Ναι.

## Γράψτε
<!-- #own -->

`L.1`

Γράψτε.

____
"""
SCENE = """\
---
title: Στην κουζίνα
kind: scenario
items: [L.1]
minutes: 10
---

# Στην κουζίνα

Αρχή.

## Πρώτα
<!-- #first -->

Καίει.

- [Νερό](#good) `L.1 2` `read`
    > Ναι.
- [Λάδι](#bad) `L.1 0` `critical`
    > Όχι.

## Καλά
<!-- #good end -->

Τέλος.

## Κακά
<!-- #bad end -->

Τέλος.

- [Πίσω](#first)

## Συζήτηση
<!-- #talk kind=debrief -->

Τι έγινε;
"""


def course_files(language: str) -> dict[str, str]:
    """The files that make the minimal course of the tests this one."""
    return {
        "course/course.yml": COURSE.format(language=language),
        "course/framework.yml": FRAMEWORK.format(language=language),
        "course/contacts.yml": CONTACTS,
        "course/reviews.yml": REVIEWS,
        "course/glossary.yml": GLOSSARY,
        "course/01-listening/index.md": WELCOME,
        "course/01-listening/01-silence.md": LESSON,
        "course/01-listening/02-kitchen.md": SCENE,
        "quizzes/01-listening.md": QUIZ,
    }
