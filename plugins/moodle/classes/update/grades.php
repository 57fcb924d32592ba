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
