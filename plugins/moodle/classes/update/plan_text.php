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

use local_moocbuild\package\facts;
use local_moocbuild\package\problem;

/**
 * What a plan does, in words for a page and for the command line.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class plan_text {
    /**
     * Groups of lines: heading, and what is done to what, in the order and the words of `moocbuild diff`.
     *
     * @param plan $plan
     * @return array[] rows with heading, lines, loud (whether learners' records hang on it); plain text
     */
    public static function groups(plan $plan): array {
        $found = [];
        foreach (changes::of($plan) as $heading => $rows) {
            $found[] = [
                'heading' => get_string($heading === 'lost' ? 'step_lost' : $heading, 'local_moocbuild', count($rows)),
                'lines' => array_map(fn($row) => self::line($row['step'], $row['said']), $rows),
                'loud' => $heading === 'lost',
            ];
        }
        return $found;
    }

    /**
     * What is left as it is, and why; what learners meet.
     *
     * @param plan $plan
     * @return string[] plain text
     */
    public static function notes(plan $plan): array {
        $figures = ['attempts' => 0, 'open' => 0, 'count' => 0, 'all' => 0, 'now' => 0, 'then' => 0];
        return array_map(fn($note) => get_string("note_{$note['note']}", 'local_moocbuild', [
            'title' => self::plain($note['title']),
            'other' => self::plain($note['other'] ?? ''),
            ...array_map(self::figure(...), array_intersect_key($note, $figures) + $figures),
        ]), $plan->notes);
    }

    /**
     * One line of the plan as a whole.
     *
     * @param plan $plan
     * @return string
     */
    public static function summary(plan $plan): string {
        return $plan->empty() ? get_string('plan_empty', 'local_moocbuild')
            : get_string('plan_count', 'local_moocbuild', self::count($plan));
    }

    /**
     * How many things change.
     *
     * @param plan $plan
     * @return int
     */
    private static function count(plan $plan): int {
        return array_sum(array_map(fn($group) => count($group['lines']), self::groups($plan)));
    }

    /**
     * What was done, after it was done.
     *
     * @param plan $plan
     * @return string
     */
    public static function done(plan $plan): string {
        return $plan->empty() ? get_string('plan_empty', 'local_moocbuild')
            : get_string('updated', 'local_moocbuild', self::count($plan));
    }

    /**
     * What a new course will hold.
     *
     * @param facts $facts
     * @return string
     */
    public static function of_new(facts $facts): string {
        return get_string('plan_new', 'local_moocbuild', [
            'title' => $facts->course('title'),
            'version' => $facts->course('version'),
            'sections' => count($facts->sections()),
            'pages' => $facts->count_kind('page'),
            'quizzes' => $facts->count_kind('quiz'),
            'simulations' => $facts->count_kind('scorm'),
            'questions' => count($facts->questions()),
        ]);
    }

    /**
     * What is wrong with a package, and what to do.
     *
     * @param problem $problem
     * @return string plain text
     */
    public static function problem(problem $problem): string {
        return get_string("problem_$problem->why", 'local_moocbuild', $problem->about);
    }

    /**
     * What Moodle says of a failure, without what is for developers alone.
     *
     * @param \Throwable $e
     * @return string plain text
     */
    public static function failure(\Throwable $e): string {
        if (!$e instanceof \moodle_exception) {
            return get_string('failed_inside', 'local_moocbuild');
        }
        // Moodle glues it to the message where a site shows developers' messages.
        return str_replace(" ($e->debuginfo)", '', $e->getMessage());
    }

    /**
     * One thing, and what changes of it.
     *
     * @param array $step whose thing it is
     * @param array[] $said what {@see changes::of()} gives
     * @return string
     */
    private static function line(array $step, array $said): string {
        $title = self::title($step);
        $more = array_values(array_unique(array_map(self::said(...), $said)));
        $whole = array_shift($more);
        foreach ($more as $other) {
            $whole = get_string('joined', 'local_moocbuild', ['one' => $whole, 'other' => $other]);
        }
        return $whole === null ? $title : get_string('with_more', 'local_moocbuild', ['title' => $title, 'more' => $whole]);
    }

    /**
     * What a line is of: its name, and what kind of thing it is or how the course's source calls it.
     *
     * @param array $step
     * @return string
     */
    private static function title(array $step): string {
        if ($step['title'] === '') {
            return get_string('whole_course', 'local_moocbuild');
        }
        $kind = isset($step['kind']) ? get_string('modulename', $step['kind']) : '';
        if (str_starts_with($step['do'] ?? '', 'question')) {
            $names = ['id' => $step['key'], 'page' => $step['on'] ?? ''];
            $kind = isset($step['on']) ? get_string('on_page', 'local_moocbuild', $names) : $step['key'];
        } else if (($step['do'] ?? '') === 'activity_hide') {
            $kind = "$kind, {$step['key']}";
        }
        $title = get_string('quoted', 'local_moocbuild', self::plain($step['title']));
        return $kind === '' ? $title : get_string('of_kind', 'local_moocbuild', ['title' => $title, 'kind' => $kind]);
    }

    /**
     * One thing that is said of it.
     *
     * @param array $said
     * @return string
     */
    private static function said(array $said): string {
        [$what, $value] = $said;
        return match ($what) {
            'field' => self::field($value, $said[2]),
            'turned' => self::turned($value),
            'code' => get_string('in_list', 'local_moocbuild', [
                'part' => get_string('field_competencies', 'local_moocbuild'), 'text' => $value]),
            'to' => get_string('page_moved', 'local_moocbuild', self::plain($value)),
            'kind' => get_string($value, 'local_moocbuild'),
            'become' => get_string('become', 'local_moocbuild', [
                'what' => get_string($value, 'local_moocbuild'), 'then' => $said[2]]),
            'with_parts' => get_string('with_parts', 'local_moocbuild', [
                'what' => get_string($value, 'local_moocbuild'), 'n' => $said[2]]),
            'parts' => get_string('parts', 'local_moocbuild', $value),
            'counts', 'counts_not' => get_string($what, 'local_moocbuild', self::plain($value)),
        };
    }

    /**
     * A field that changes, with its values where they say something.
     *
     * @param string $field
     * @param array|null $values the one now, and the one then
     * @return string
     */
    private static function field(string $field, ?array $values): string {
        $name = get_string('field_' . ($field === 'text' ? 'content' : $field), 'local_moocbuild');
        if ($values === null || ($values[0] ?? null) === null) {
            return $name;
        }
        [$now, $then] = match ($field) {
            'name' => array_map(fn($value) => get_string('quoted', 'local_moocbuild', self::plain($value)), $values),
            'weight' => array_map(fn($value) => get_string('percent', 'local_moocbuild', self::figure(100.0 * $value)), $values),
            default => array_map(self::figure(...), $values),
        };
        return get_string('field', 'local_moocbuild', ['part' => $name, 'now' => $now, 'then' => $then]);
    }

    /**
     * What has another worth in a question.
     *
     * @param array $turned a row of {@see question_form::turned()}
     * @return string
     */
    private static function turned(array $turned): string {
        $said = fn($value) => match ($turned['sort']) {
            'share' => get_string('percent', 'local_moocbuild', self::figure(100.0 * $value)),
            'partner' => get_string('quoted', 'local_moocbuild', self::short((string) $value)),
            default => self::figure($value),
        };
        return get_string("turned_{$turned['sort']}", 'local_moocbuild', ['text' => self::short($turned['text']),
            'now' => $said($turned['now']), 'then' => $said($turned['then'])]);
    }

    /**
     * Texts of answers as words, cut where they are long.
     *
     * @param string $text
     * @return string
     */
    private static function short(string $text): string {
        $plain = trim(preg_replace('/\s+/', ' ', self::plain(strip_tags($text))));
        return \core_text::strlen($plain) > 60 ? \core_text::substr($plain, 0, 59) . '…' : $plain;
    }

    /**
     * A number with at most two decimals.
     *
     * @param float|int $number
     * @return string
     */
    private static function figure(float|int $number): string {
        return format_float($number, 2, true, true);
    }

    /**
     * A name as text: names of activities and questions are kept with entities.
     *
     * @param string $title
     * @return string
     */
    private static function plain(string $title): string {
        return html_entity_decode($title, ENT_QUOTES | ENT_HTML5, 'UTF-8');
    }
}
