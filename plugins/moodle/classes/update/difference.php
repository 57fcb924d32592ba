<?php
// This file is part of local_moocbuild, a plugin for Moodle - https://moodle.org/
//
// local_moocbuild is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// It is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with it.  If not, see <https://www.gnu.org/licenses/>.

namespace local_moocbuild\update;

/**
 * From what a course is and what a package wants to a plan. Pure: two plain structures in, a plan out.
 *
 * Both structures are what {@see snapshot} takes of a course:
 *   sections: rows with id, name, summary, sequence (idnumbers; `#number` for what has none)
 *   activities: by idnumber, rows with kind, title, fields, tags, competencies, quizzes and simulations attempts, open
 *     (how many have begun, and not finished), and quizzes slots, marks (grades of learners)
 *   categories: by idnumber, rows with name, parent; questions: by idnumber, rows with category, title, form, hidden,
 *     right (what earns what: {@see question_form::right()})
 *   competencies, criteria: lists of codes, and of idnumbers
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class difference {
    /** Fields of an activity of which the old and the new value are told. */
    private const TOLD = ['name', 'pass', 'grade', 'weight'];

    /** @var array[] Steps so far */
    private array $steps = [];

    /** @var array[] Notes so far */
    private array $notes = [];

    /** @var float[] Shares of quizzes in the course total, now */
    private readonly array $shares;

    /** @var float[] Shares of quizzes in the course total, then */
    private readonly array $wanted;

    /** @var pool What quizzes may ask now */
    private readonly pool $pool;

    /** @var string[] The quiz that asks each question, now or then */
    private readonly array $asked;

    /** @var string[][] What says the same under another idnumber: activities, questions */
    private readonly array $become;

    /** @var string[][] Questions that stay as they are, by the quiz whose draws need them */
    private readonly array $needed;

    /**
     * Use {@see self::plan()}.
     *
     * @param array $here the course
     * @param array $new the package
     * @param string[] $places section by idnumber, as the package says
     * @param string[] $names of the package's sections, in order
     * @param array $known idnumbers that the last package had: activities, questions
     * @param array $hidden idnumbers that were hidden by an update: activities, questions
     */
    private function __construct(
        /** @var array The course */
        private readonly array $here,
        /** @var array The package */
        private readonly array $new,
        /** @var string[] Section by idnumber */
        private readonly array $places,
        /** @var string[] The package's sections */
        private readonly array $names,
        /** @var array What the last package had */
        private readonly array $known,
        /** @var array What is hidden by updates */
        private readonly array $hidden,
    ) {
        $weights = $new['weights'] ?? grading::of($new);
        $this->wanted = grading::shares($weights);
        $this->shares = grading::shares(array_intersect_key(grading::of($here), $weights));
        $this->pool = new pool($here['questions'], $here['categories']);
        $this->asked = identity::quizzes($new) + identity::quizzes($here);
        $this->become = array_map(
            fn($list) => identity::same($this->gone($list), array_diff_key($new[$list], $here[$list])),
            ['activities' => 'activities', 'questions' => 'questions']
        );
        $gone = array_map('strval', array_keys($this->gone('questions')));
        $then = $this->pool->after($new, $gone, $hidden['questions'] ?? []);
        $kept = array_filter($here['activities'], fn($key) => $this->keeps_places((string) $key), ARRAY_FILTER_USE_KEY);
        $this->needed = array_map(fn($quiz) => $this->pool->needed($quiz['slots'], $then), $kept);
    }

    /**
     * What turns the course into what the package wants.
     *
     * @param array $here
     * @param array $new
     * @param string[] $places section by idnumber; those of the last package may be among them
     * @param string[] $names
     * @param array $known
     * @param array $hidden
     * @return plan
     */
    public static function plan(array $here, array $new, array $places, array $names, array $known, array $hidden): plan {
        $made = new self($here, $new, $places, $names, $known, $hidden);
        $made->sections();
        $made->categories();
        $made->questions();
        $made->activities();
        $made->slots();
        $made->order();
        $made->course();
        $made->figures();
        return new plan($made->steps, $made->notes);
    }

    /**
     * One more step.
     *
     * @param string $do
     * @param string $key
     * @param string $title
     * @param array $more
     */
    private function step(string $do, string $key, string $title, array $more = []): void {
        $this->steps[] = ['do' => $do, 'key' => $key, 'title' => $title] + $more;
    }

    /**
     * Sections: new ones, other names and texts, another order.
     */
    private function sections(): void {
        $ids = order::sections($this->here['sections'], $this->places);
        $rows = array_column($this->here['sections'], null, 'id');
        foreach (['', ...$this->names] as $number => $name) {
            $wanted = $this->new['sections'][$number] ?? ['name' => $name, 'summary' => ''];
            if (!isset($ids[$name])) {
                $this->step('section_add', $name, $wanted['name'], ['number' => $number]);
                continue;
            }
            $row = $rows[$ids[$name]];
            $what = array_values(array_filter(['name', 'summary'], fn($field) => $row[$field] !== $wanted[$field]));
            if ($what) {
                $more = ['id' => $row['id'], 'number' => $number, 'what' => $what];
                $told = in_array('name', $what, true) ? ['values' => ['name' => [$row['name'], $wanted['name']]]] : [];
                $this->step('section_change', $name, $wanted['name'], $more + $told);
            }
        }
        $now = array_values(array_intersect(array_column($this->here['sections'], 'id'), $ids));
        $then = array_values(array_filter(array_map(fn($name) => $ids[$name] ?? 0, ['', ...$this->names])));
        if (order::differs($now, $then)) {
            $this->step('section_order', '', '', ['ids' => $then]);
        }
    }

    /**
     * Categories of the question bank.
     */
    private function categories(): void {
        foreach ($this->new['categories'] as $key => $wanted) {
            $row = $this->here['categories'][$key] ?? null;
            if ($row === null) {
                $this->step('category_add', $key, $wanted['name'], ['parent' => $wanted['parent']]);
            } else if ($row['name'] !== $wanted['name'] || $row['parent'] !== $wanted['parent']) {
                $this->step('category_change', $key, $wanted['name'], ['parent' => $wanted['parent']]);
            }
        }
    }

    /**
     * Questions: new ones, new versions, other categories; what is gone is hidden.
     */
    private function questions(): void {
        $stay = array_merge([], ...array_values($this->needed));
        foreach ($this->new['questions'] as $key => $wanted) {
            $row = $this->here['questions'][$key] ?? null;
            if ($row === null) {
                $this->step('question_add', $key, $wanted['title'], ['category' => $wanted['category']] + $this->on($key));
                continue;
            }
            if ($row['category'] !== $wanted['category'] && !in_array((string) $key, $stay, true)) {
                $to = $this->new['categories'][$wanted['category']]['name'] ?? '';
                $more = ['category' => $wanted['category'], 'to' => $to] + $this->on($key);
                $this->step('question_move', $key, $wanted['title'], $more);
            }
            if ($row['form'] !== $wanted['form']) {
                $this->step('question_version', $key, $wanted['title'], question_form::changed($row, $wanted) + $this->on($key));
            }
            if ($row['hidden'] && in_array($key, $this->hidden['questions'] ?? [], true)) {
                $this->step('question_show', $key, $wanted['title'], $this->on($key));
            }
        }
        foreach ($this->gone('questions') as $key => $row) {
            if (!$row['hidden'] && !in_array((string) $key, $stay, true)) {
                $this->step('question_hide', $key, $row['title'], $this->on($key) + $this->become('questions', $key));
            }
        }
    }

    /**
     * The quiz of a question, for whoever reads the plan.
     *
     * @param string $key
     * @return string[]
     */
    private function on(string $key): array {
        return isset($this->asked[$key]) ? ['on' => $this->asked[$key]] : [];
    }

    /**
     * What says the same as something that is gone, for whoever reads the plan.
     *
     * @param string $list activities or questions
     * @param string $key
     * @return string[]
     */
    private function become(string $list, string $key): array {
        return isset($this->become[$list][$key]) ? ['become' => $this->become[$list][$key]] : [];
    }

    /**
     * Activities: new ones, changed ones; what is gone is hidden.
     */
    private function activities(): void {
        foreach ($this->new['activities'] as $key => $wanted) {
            $row = $this->here['activities'][$key] ?? null;
            if ($row === null) {
                $more = ['kind' => $wanted['kind'], 'section' => $this->places[$key] ?? ''];
                $this->step('activity_add', $key, $wanted['title'], $more);
            } else if ($row['kind'] !== $wanted['kind']) {
                $this->notes[] = ['note' => 'kind', 'key' => $key, 'title' => $row['title']];
            } else {
                $this->activity($key, $row, $wanted);
            }
        }
        foreach ($this->gone('activities') as $key => $row) {
            if ($row['visible']) {
                $this->step('activity_hide', $key, $row['title'], ['kind' => $row['kind']] + $this->become('activities', $key));
            }
        }
    }

    /**
     * One activity that is there and wanted.
     *
     * @param string $key
     * @param array $row
     * @param array $wanted
     */
    private function activity(string $key, array $row, array $wanted): void {
        $here = $this->weighed($key, $row['fields']);
        $then = $this->weighed($key, $wanted['fields'], $this->wanted);
        $what = [];
        foreach ($then as $field => $value) {
            if ($field === 'weight') {
                // Moodle rounds weights, and a site may weigh in a way of its own.
                $differs = abs(($here[$field] ?? $value) - $value) > grading::ROUNDED;
            } else {
                $differs = ($here[$field] ?? null) !== $value;
            }
            if ($differs) {
                $what[] = $field;
            }
        }
        if ($what) {
            $values = array_fill_keys(array_intersect(self::TOLD, $what), null);
            array_walk($values, function (&$value, $field) use ($here, $then): void {
                $value = [$here[$field] ?? null, $then[$field]];
            });
            $more = ['kind' => $row['kind'], 'what' => $what] + ($values ? ['values' => $values] : []);
            $this->step('activity_change', $key, $wanted['title'], $more);
            $this->passes($key, $row, $values['pass'] ?? null);
        }
        if (!$row['visible'] && in_array($key, $this->hidden['activities'] ?? [], true)) {
            $this->step('activity_show', $key, $wanted['title'], ['kind' => $row['kind']]);
        }
        $this->competencies($key, $wanted['title'], $row['competencies'], $wanted['competencies']);
    }

    /**
     * Fields of an activity with its share in the course total for its weight.
     *
     * @param string $key
     * @param array $fields
     * @param float[]|null $shares null for those of now
     * @return array
     */
    private function weighed(string $key, array $fields, ?array $shares = null): array {
        $shares ??= $this->shares;
        return isset($fields['weight'], $shares[$key]) ? ['weight' => $shares[$key]] + $fields : $fields;
    }

    /**
     * A note on whom another pass mark concerns.
     *
     * @param string $key
     * @param array $row
     * @param float[]|null $marks the pass mark now, and then
     */
    private function passes(string $key, array $row, ?array $marks): void {
        $grades = $row['marks'] ?? [];
        if ($marks && $grades) {
            $above = fn(?float $mark) => count(array_filter($grades, fn($grade) => $grade >= (float) $mark));
            $this->notes[] = ['note' => 'pass', 'key' => $key, 'title' => $row['title'], 'count' => count($grades),
                'now' => $above($marks[0]), 'then' => $above($marks[1])];
        }
    }

    /**
     * Links to competencies are added, never taken away: evidence may hang on them.
     *
     * @param string $key of the activity, '' for the course
     * @param string $title
     * @param string[] $now
     * @param string[] $wanted
     */
    private function competencies(string $key, string $title, array $now, array $wanted): void {
        $codes = array_values(array_diff($wanted, $now));
        if ($codes) {
            $this->step('competency_add', $key, $title, ['codes' => $codes]);
        }
    }

    /**
     * What quizzes ask. Of a quiz that somebody has attempted the marks of its places stay: grades hang on them.
     */
    private function slots(): void {
        foreach ($this->new['activities'] as $key => $wanted) {
            $row = $this->here['activities'][$key] ?? ['slots' => [], 'attempts' => 0, 'kind' => $wanted['kind']];
            if ($wanted['kind'] !== 'quiz' || $row['kind'] !== 'quiz' || $row['slots'] === $wanted['slots']) {
                continue;
            }
            if ($this->keeps_places((string) $key)) {
                $this->kept((string) $key, $wanted['title'], $row['attempts']);
            } else {
                $shown = isset($this->here['activities'][$key]);
                $counts = [count($row['slots']), count($wanted['slots'])];
                $more = ['kind' => 'quiz', 'count' => $counts[1], 'shown' => $shown];
                $this->step('slots', $key, $wanted['title'], $more + ($counts[0] !== $counts[1] ? ['values' => $counts] : []));
            }
        }
    }

    /**
     * Whether learners have attempted a quiz of which the package wants places with other marks.
     *
     * @param string $key
     * @return bool
     */
    private function keeps_places(string $key): bool {
        [$row, $wanted] = [$this->here['activities'][$key] ?? null, $this->new['activities'][$key] ?? null];
        return $row && $wanted && $row['kind'] === 'quiz' && $wanted['kind'] === 'quiz' && $row['attempts']
            && array_column($row['slots'], 'mark') !== array_column($wanted['slots'], 'mark');
    }

    /**
     * Notes on a quiz that keeps its places.
     *
     * @param string $key
     * @param string $title
     * @param int $attempts
     */
    private function kept(string $key, string $title, int $attempts): void {
        $this->notes[] = ['note' => 'slots', 'key' => $key, 'title' => $title, 'attempts' => $attempts];
        if ($this->needed[$key]) {
            $this->notes[] = ['note' => 'needed', 'key' => $key, 'title' => $title, 'count' => count($this->needed[$key])];
        }
    }

    /**
     * Where activities stand.
     */
    private function order(): void {
        $ids = order::sections($this->here['sections'], $this->places);
        $rows = array_column($this->here['sections'], null, 'id');
        $ours = array_map('strval', array_keys($this->new['activities']));
        foreach (['', ...$this->names] as $number => $name) {
            $wanted = array_values(array_intersect($this->new['sections'][$number]['sequence'] ?? [], $ours));
            $now = isset($ids[$name]) ? $rows[$ids[$name]]['sequence'] : [];
            $then = order::arranged($now, $wanted, $ours);
            if ($then !== $now) {
                $title = $this->new['sections'][$number]['name'] ?? $name;
                $more = ['sequence' => $then, 'shown' => order::differs($now, $then)];
                $this->step('order', $name, $title, $more + ['moved' => $this->moved($now, $then)]);
            }
        }
    }

    /**
     * What comes into a section from another.
     *
     * @param string[] $now
     * @param string[] $then
     * @return array[] rows with key, title, kind
     */
    private function moved(array $now, array $then): array {
        $keys = array_filter(array_diff($then, $now), fn($key) => isset($this->here['activities'][$key]));
        return array_values(array_map(fn($key) => ['key' => $key, 'title' => $this->new['activities'][$key]['title'],
            'kind' => $this->here['activities'][$key]['kind']], $keys));
    }

    /**
     * The course's own links and criteria.
     */
    private function course(): void {
        $this->competencies('', '', $this->here['competencies'], $this->new['competencies']);
        $wanted = $this->new['criteria'];
        $gone = array_map('strval', array_keys($this->gone('activities')));
        $add = array_values(array_diff($wanted, $this->here['criteria']));
        $drop = array_values(array_intersect($this->here['criteria'], $gone));
        if ($add || $drop) {
            $this->step('criteria', '', '', [
                'add' => $add,
                'drop' => $drop,
                'counts' => array_map(fn($key) => $this->new['activities'][$key]['title'], $add),
                'no longer' => array_map(fn($key) => $this->here['activities'][$key]['title'], $drop),
            ]);
        }
    }

    /**
     * How much of what learners have done meets something that changes.
     */
    private function figures(): void {
        $steps = new plan($this->steps);
        $other = array_column($steps->of('slots'), 'key');
        $changed = array_column($steps->of('question_version'), 'key');
        $asks = fn($slot) => array_intersect($this->pool->of($slot), $changed);
        $this->figure('attempts', fn($key, $row) => $row['kind'] === 'quiz'
            && (in_array($key, $other) || array_filter($row['slots'], $asks)));
        $packages = array_filter($steps->of('activity_change'), fn($step) => in_array('package', $step['what'], true));
        $this->figure('runs', fn($key) => in_array($key, array_column($packages, 'key')));
    }

    /**
     * One note with figures, if there are any.
     *
     * @param string $note
     * @param callable $meets whether an activity is meant: its key, its row
     */
    private function figure(string $note, callable $meets): void {
        $rows = array_filter($this->here['activities'], fn($row, $key) => $meets((string) $key, $row), ARRAY_FILTER_USE_BOTH);
        $attempts = array_sum(array_column($rows, 'attempts'));
        if ($attempts) {
            $open = array_sum(array_column($rows, 'open'));
            $this->notes[] = ['note' => $note, 'key' => '', 'title' => '', 'attempts' => $attempts, 'open' => $open];
        }
    }

    /**
     * What the last package had and this one has not.
     *
     * @param string $list activities or questions
     * @return array rows by idnumber
     */
    private function gone(string $list): array {
        $names = array_diff($this->known[$list] ?? [], array_map('strval', array_keys($this->new[$list])));
        return array_intersect_key($this->here[$list], array_flip($names));
    }
}
