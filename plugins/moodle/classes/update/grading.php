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
 * What an update leaves of a course's grading: decided from two plain structures (see {@see difference}). Pure.
 *
 * Course totals of learners hang on the weights of what they have attempted, so these keep their relation to each
 * other; other quizzes get weights that fit to them. A quiz that is graded out of another number than the package's
 * stays so, and its pass mark is the same share of that number.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class grading {
    /** Shares that differ by less are the same: Moodle rounds weights. */
    public const ROUNDED = 0.002;

    /**
     * The package as it is wanted in this course; with it notes on what stays.
     *
     * @param array $here the course
     * @param array $new the package
     * @param string[] $known idnumbers of activities that the last package had
     * @return array of the package, with `weights` by idnumber, and notes
     */
    public static function kept(array $here, array $new, array $known): array {
        $notes = [];
        foreach ($new['activities'] as $key => $wanted) {
            $row = $here['activities'][$key] ?? null;
            if ($row && $row['kind'] === 'quiz' && $wanted['kind'] === 'quiz' && isset($wanted['fields']['grade'])) {
                [$fields, $note] = self::grade($row, $wanted['fields']);
                $new['activities'][$key]['fields'] = $fields;
                $notes = [...$notes, ...($note ? [['note' => $note, 'key' => (string) $key, 'title' => $row['title']]] : [])];
            }
        }
        $weights = self::weights($here, $new, $known);
        $notes = [...$notes, ...self::stay($here, $new, $weights)];
        foreach ($weights as $key => $weight) {
            if (isset($new['activities'][$key])) {
                $new['activities'][$key]['fields']['weight'] = $weight;
            }
        }
        return [['weights' => $weights] + $new, $notes];
    }

    /**
     * Highest grade and pass mark of a quiz.
     *
     * @param array $row the course's
     * @param array $wanted fields of the package's
     * @return array of fields, and the name of a note or ''
     */
    private static function grade(array $row, array $wanted): array {
        [$now, $then] = [$row['fields']['grade'], $wanted['grade']];
        if ($now > 0 && $then > 0) {
            $pass = round(($wanted['pass'] ?? 0.0) * $now / $then, 5);
            return [['grade' => $now, 'pass' => $pass] + $wanted, ''];
        }
        if ($now !== $then && $row['attempts']) {
            return [['grade' => $now, 'pass' => $row['fields']['pass'] ?? 0.0] + $wanted, $now > 0 ? 'graded' : 'ungraded'];
        }
        return [$wanted, ''];
    }

    /**
     * Weights of all quizzes that came with packages; their sum stays as it is.
     *
     * @param array $here
     * @param array $new
     * @param string[] $known
     * @return float[] by idnumber
     */
    private static function weights(array $here, array $new, array $known): array {
        [$now, $package] = [self::of($here), self::of($new)];
        $ours = array_intersect_key($now, $new['activities'] + array_flip($known));
        $attempted = array_filter($ours, fn($key) => $here['activities'][$key]['attempts'], ARRAY_FILTER_USE_KEY);
        $both = array_intersect_key($attempted, $package);
        $scale = array_sum($both) > 0 ? array_sum($both) / (array_sum(array_intersect_key($package, $both)) ?: 1.0) : 1.0;
        $then = $attempted + array_map(fn($weight) => $weight * $scale, $package) + array_map(fn() => 0.0, $ours);
        // A site may weigh in a way of its own.
        $then = array_diff_key($then, array_diff_key($here['activities'], $now));
        [$sum, $kept] = [array_sum($then), array_sum($ours)];
        return $sum > 0 && $kept > 0 ? array_map(fn($weight) => $weight * $kept / $sum, $then) : $then;
    }

    /**
     * Weights of a structure's quizzes.
     *
     * @param array $course
     * @return float[] by idnumber
     */
    public static function of(array $course): array {
        $quizzes = array_filter($course['activities'], fn($row) => $row['kind'] === 'quiz' && isset($row['fields']['weight']));
        return array_map(fn($row) => $row['fields']['weight'], $quizzes);
    }

    /**
     * Notes on quizzes that the package weighs otherwise among those that were attempted.
     *
     * @param array $here
     * @param array $new
     * @param float[] $weights
     * @return array[]
     */
    private static function stay(array $here, array $new, array $weights): array {
        $asked = fn($key) => isset($here['activities'][$key]) && $here['activities'][$key]['attempts'];
        $package = array_filter(array_intersect_key(self::of($new), $weights), $asked, ARRAY_FILTER_USE_KEY);
        $then = self::shares(array_intersect_key($weights, $package));
        $package = self::shares($package);
        $notes = [];
        foreach ($then as $key => $share) {
            if (abs($share - $package[$key]) > self::ROUNDED) {
                $notes[] = ['note' => 'weight', 'key' => (string) $key, 'title' => $here['activities'][$key]['title'],
                    'now' => 100 * $share, 'then' => 100 * $package[$key]];
            }
        }
        return $notes;
    }

    /**
     * Whether a plan changes which quizzes count for the course total, or how much.
     *
     * @param plan $plan
     * @return bool
     */
    public static function meets(plan $plan): bool {
        $quizzes = array_filter(
            $plan->of('activity_add', 'activity_hide', 'activity_show', 'activity_change'),
            fn($step) => $step['kind'] === 'quiz' && in_array('weight', $step['what'] ?? ['weight'], true)
        );
        return $quizzes !== [];
    }

    /**
     * Weights as shares of their sum.
     *
     * @param float[] $weights
     * @return float[]
     */
    public static function shares(array $weights): array {
        $sum = array_sum($weights);
        return array_map(fn($weight) => $sum > 0 ? $weight / $sum : 0.0, $weights);
    }
}
