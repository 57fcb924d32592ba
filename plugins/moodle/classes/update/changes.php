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
 * The changes of a plan in the order of `moocbuild diff`: what decides who passes, what learners' records hang on, then all
 * else. Pure.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class changes {
    /** Headings, in the order in which they are told; a test holds it to that of `moocbuild diff`. */
    public const ORDER = ['answers', 'lost', 'step_activity_show', 'step_question_show', 'step_section_add', 'step_activity_add',
        'step_question_add', 'step_section_order', 'step_order', 'move', 'renamed', 'text', 'media', 'competencies', 'settings',
        'step_criteria', 'step_category_add', 'step_category_change', 'step_facts'];

    /** Headings of fields. */
    private const FIELDS = ['pass' => 'answers', 'grade' => 'answers', 'weight' => 'answers', 'name' => 'renamed',
        'content' => 'text', 'text' => 'text', 'intro' => 'text', 'summary' => 'text', 'package' => 'text', 'files' => 'media',
        'shuffle' => 'settings', 'tags' => 'settings'];

    /** @var array[] Rows of things by heading and by what they are of */
    private array $found = [];

    /** @var string[] What is done to quizzes that come or go, by idnumber */
    private readonly array $quizzes;

    /** @var int[] How many questions come or go with a quiz, by kind of step and idnumber of the quiz */
    private readonly array $parts;

    /**
     * Use {@see self::of()}.
     *
     * @param plan $plan
     */
    private function __construct(plan $plan) {
        $this->quizzes = array_column($plan->of('activity_add', 'activity_hide'), 'do', 'key');
        $parts = array_filter($plan->steps, $this->is_part(...));
        $this->parts = array_count_values(array_map(fn($step) => "{$step['do']} {$step['on']}", $parts));
        // As `diff` does: activities before questions. The plan itself needs its questions first.
        $questions = fn($step) => str_starts_with($step['do'], 'question');
        $steps = $plan->steps;
        usort($steps, fn($one, $two) => $questions($one) <=> $questions($two));
        foreach ($steps as $step) {
            if (!$this->is_part($step) && ($step['shown'] ?? true)) {
                $this->step($step);
            }
            foreach ($step['moved'] ?? [] as $moved) {
                $this->add('move', $moved, [['to', $step['title']]]);
            }
        }
    }

    /**
     * Headings, and what stands below them.
     *
     * @param plan $plan
     * @return array[] by heading, lists of rows with step (whose title it is) and said: lists of a name and what it needs
     */
    public static function of(plan $plan): array {
        $found = (new self($plan))->found;
        return array_map(array_values(...), array_filter(array_replace(array_fill_keys(self::ORDER, []), $found)));
    }

    /**
     * Whether a question comes or goes with its quiz, and is told with it.
     *
     * @param array $step
     * @return bool
     */
    private function is_part(array $step): bool {
        $quiz = $this->quizzes[$step['on'] ?? ''] ?? '';
        return $quiz !== '' && $step['do'] === str_replace('activity', 'question', $quiz) && !isset($step['become']);
    }

    /**
     * One step, below one heading or several.
     *
     * @param array $step
     */
    private function step(array $step): void {
        match ($step['do']) {
            'activity_hide', 'question_hide' => $this->add('lost', $step, $this->gone($step)),
            'activity_add' => $this->add('step_activity_add', $step, $this->with_parts('question_add', $step)),
            'activity_change', 'section_change', 'question_version' => $this->fields($step),
            'slots' => $this->add('answers', $step, [['field', 'slots', $step['values'] ?? null]]),
            'question_move' => $this->add('move', $step, [['to', $step['to'] ?? '']]),
            'competency_add' => $this->add('competencies', $step, array_map(fn($code) => ['code', $code], $step['codes'])),
            'criteria' => $this->add('step_criteria', $step, [
                ...array_map(fn($name) => ['counts', $name], $step['counts']),
                ...array_map(fn($name) => ['counts_not', $name], $step['no longer']),
            ]),
            default => $this->add("step_{$step['do']}", $step, []),
        };
    }

    /**
     * What of a thing that stays is another, each part below its heading.
     *
     * @param array $step
     */
    private function fields(array $step): void {
        foreach ($step['what'] ?? [] as $field) {
            $this->add(self::FIELDS[$field], $step, [['field', $field, $step['values'][$field] ?? null]]);
        }
        if ($step['turned'] ?? []) {
            $this->add('answers', $step, array_map(fn($turned) => ['turned', $turned], $step['turned']));
        }
    }

    /**
     * What is said of a thing that the package has no longer.
     *
     * @param array $step
     * @return array[]
     */
    private function gone(array $step): array {
        $kind = $step['do'] === 'activity_hide' ? 'page_gone' : 'question_gone';
        if (isset($step['become'])) {
            return [['become', $kind, $step['become']]];
        }
        $parts = $this->with_parts('question_hide', $step);
        return $parts ? [['with_parts', $kind, $parts[0][1]]] : [['kind', $kind]];
    }

    /**
     * How many questions are told with their quiz.
     *
     * @param string $do what is done to them
     * @param array $step
     * @return array[]
     */
    private function with_parts(string $do, array $step): array {
        $number = $this->parts["$do {$step['key']}"] ?? 0;
        return $number ? [['parts', $number]] : [];
    }

    /**
     * More of a thing below a heading; what is of the same thing stands on one line.
     *
     * @param string $heading
     * @param array $step
     * @param array[] $said
     */
    private function add(string $heading, array $step, array $said): void {
        $thing = strtok($step['do'] ?? 'activity', '_') . " {$step['key']}";
        $thing = str_replace(['slots ', 'competency '], 'activity ', $thing);
        $row = $this->found[$heading][$thing] ?? ['step' => $step, 'said' => []];
        $this->found[$heading][$thing] = ['step' => $row['step'] + $step, 'said' => [...$row['said'], ...$said]];
    }
}
