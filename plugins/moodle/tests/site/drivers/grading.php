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

/**
 * What learners see of a course's total, and what a teacher sets in its gradebook.
 *
 * Usage: grading.php COURSE totals; grading.php COURSE count-empty; grading.php COURSE out-of QUIZ NUMBER PASS;
 * grading.php COURSE rename ACTIVITY NAME (both by ID number)
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

// phpcs:disable moodle.Files.MoodleInternal -- start.php loads config.php.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/common.php');
require_once($CFG->dirroot . '/mod/quiz/locallib.php');
[[$id, $what], $options] = arguments();
$plain = arguments()[0];
$module = fn(string $key) => get_coursemodule_from_id('', $DB->get_field(
    'course_modules',
    'id',
    ['course' => $id, 'idnumber' => $key],
    MUST_EXIST
), 0, false, MUST_EXIST);
if ($what === 'count-empty') {
    $category = grade_category::fetch_course_category($id);
    $category->aggregateonlygraded = 0;
    $category->update();
    $category->force_regrading();
} else if ($what === 'out-of') {
    $settings = mod_quiz\quiz_settings::create($module($plain[2])->instance);
    $settings->get_grade_calculator()->update_quiz_maximum_grade((float) $plain[3]);
    $key = ['courseid' => $id, 'itemmodule' => 'quiz', 'iteminstance' => $module($plain[2])->instance];
    $DB->set_field('grade_items', 'gradepass', $plain[4], $key);
} else if ($what === 'rename') {
    set_coursemodule_name($module($plain[2])->id, $plain[3]);
}
grade_regrade_final_grades($id);
$totals = $items = [];
foreach ($DB->get_records('grade_items', ['courseid' => $id]) as $row) {
    $item = new grade_item($row, false);
    $items[$row->idnumber ?: $row->itemtype] = ['weight' => (float) $row->aggregationcoef2, 'hidden' => (int) $row->hidden,
        'max' => (float) $row->grademax, 'pass' => (float) $row->gradepass];
    if ($row->itemtype === 'course') {
        foreach ($DB->get_records('grade_grades', ['itemid' => $row->id]) as $grade) {
            $name = $DB->get_field('user', 'username', ['id' => $grade->userid]);
            $totals[$name] = $grade->finalgrade === null ? null
                : round(100 * $grade->finalgrade / $grade->rawgrademax, 2);
        }
    }
}
$names = array_map(fn($cm) => $cm->name, array_values(get_fast_modinfo($id)->get_cms()));
answer(['totals' => $totals, 'items' => $items, 'names' => $names]);
