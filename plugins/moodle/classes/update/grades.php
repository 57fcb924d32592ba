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
 * The gradebook's rows of quizzes.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class grades {
    /**
     * The grade item of a quiz.
     *
     * @param int $course
     * @param int $quiz its instance
     * @return \grade_item|false
     */
    public static function of(int $course, int $quiz): \grade_item|false {
        global $CFG;
        require_once($CFG->libdir . '/gradelib.php');
        return \grade_item::fetch(['courseid' => $course, 'itemtype' => 'mod', 'itemmodule' => 'quiz',
            'iteminstance' => $quiz, 'itemnumber' => 0]);
    }

    /**
     * Shows the course total in percent: as points it would be out of another number for each learner.
     *
     * @param int $course a new one
     */
    public static function in_percent(int $course): void {
        global $CFG;
        require_once($CFG->libdir . '/gradelib.php');
        $item = \grade_item::fetch_course_item($course);
        $item->display = GRADE_DISPLAY_TYPE_PERCENTAGE;
        $item->update('local_moocbuild');
    }

    /**
     * Grades that learners have in a quiz.
     *
     * @param int $course
     * @param int $quiz its instance
     * @return float[]
     */
    public static function marks(int $course, int $quiz): array {
        global $DB;
        $item = self::of($course, $quiz);
        return $item ? array_map('floatval', $DB->get_fieldset_select(
            'grade_grades',
            'finalgrade',
            'itemid = :item AND finalgrade IS NOT NULL',
            ['item' => $item->id]
        )) : [];
    }

    /**
     * Course totals of learners in percent, as Moodle reckons them now.
     *
     * @param int $course
     * @return float[] by number of the learner
     */
    public static function totals(int $course): array {
        global $CFG, $DB;
        require_once($CFG->libdir . '/gradelib.php');
        grade_regrade_final_grades($course);
        $rows = $DB->get_records_sql(
            "SELECT g.userid, g.finalgrade, g.rawgrademin, g.rawgrademax
            FROM {grade_grades} g JOIN {grade_items} i ON i.id = g.itemid
            WHERE i.courseid = :course AND i.itemtype = 'course' AND g.finalgrade IS NOT NULL ORDER BY g.userid",
            ['course' => $course]
        );
        $rows = array_filter($rows, fn($row) => $row->rawgrademax > $row->rawgrademin);
        return array_map(fn($row) => round(
            100 * ($row->finalgrade - $row->rawgrademin) / ($row->rawgrademax - $row->rawgrademin),
            2
        ), $rows);
    }

    /**
     * Course totals as they would be after a plan. Leaves the gradebook so: for work that is undone.
     *
     * @param plan $plan
     * @param job $job
     * @return float[] by number of the learner
     */
    public static function foreseen(plan $plan, job $job): array {
        if (grading::meets($plan)) {
            $weights = [];
            foreach ($job->new['weights'] as $key => $weight) {
                if (isset($job->here['activities'][$key])) {
                    $weights[$job->here['activities'][$key]['instance']] = $weight;
                } else {
                    self::stand_in($job->course, $job->new['activities'][$key]['fields']['grade'], $weight);
                }
            }
            self::weigh($job->course, $weights);
        }
        return self::totals($job->course);
    }

    /**
     * A row of the gradebook for a quiz that is not there yet.
     *
     * @param int $course
     * @param float $grade its highest
     * @param float $weight
     */
    private static function stand_in(int $course, float $grade, float $weight): void {
        $item = new \grade_item(['courseid' => $course, 'itemtype' => 'manual', 'itemname' => 'local_moocbuild',
            'grademax' => $grade, 'aggregationcoef2' => $weight, 'weightoverride' => 1], false);
        $item->insert('local_moocbuild');
    }

    /**
     * A note on learners whose course totals change.
     *
     * @param float[] $now
     * @param float[] $then
     * @return array[] none if nobody's does
     */
    public static function changed(array $now, array $then): array {
        $changed = array_filter($now, fn($total, $user) => abs(($then[$user] ?? 0.0) - $total) > 0.01, ARRAY_FILTER_USE_BOTH);
        if (!$changed) {
            return [];
        }
        $moves = array_map(fn($user) => [$changed[$user], $then[$user] ?? 0.0], array_keys($changed));
        usort($moves, fn($one, $two) => abs($two[1] - $two[0]) <=> abs($one[1] - $one[0]));
        return [['note' => 'totals', 'key' => '', 'title' => '', 'count' => count($changed), 'all' => count($now),
            'now' => $moves[0][0], 'then' => $moves[0][1]]];
    }

    /**
     * Sets the pass mark.
     *
     * @param int $course
     * @param int $quiz
     * @param float $mark
     */
    public static function pass(int $course, int $quiz, float $mark): void {
        $item = self::of($course, $quiz);
        if ($item && (float) $item->gradepass !== $mark) {
            $item->gradepass = $mark;
            $item->update('local_moocbuild');
        }
    }

    /**
     * Sets weights of quizzes, all at once: Moodle would change the others as soon as their sum is above one.
     *
     * @param int $course
     * @param float[] $weights by instance
     */
    public static function weigh(int $course, array $weights): void {
        global $DB;
        foreach ($weights as $quiz => $weight) {
            $item = self::of($course, $quiz);
            if ($item && $item->weightoverride) {
                $DB->set_field('grade_items', 'aggregationcoef2', $weight, ['id' => $item->id]);
            }
        }
        if ($weights) {
            \grade_category::fetch_course_category($course)->force_regrading();
        }
    }
}
