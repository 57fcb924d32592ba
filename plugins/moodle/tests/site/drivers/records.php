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
 * What learners have done in a course, by what they read of it: titles of activities and questions, answers in words.
 *
 * Usage: records.php COURSE [names of learners, who look at every page first, the first of them at every second page]
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

// phpcs:disable moodle.Files.MoodleInternal -- start.php loads config.php.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/common.php');
require_once($CFG->dirroot . '/mod/quiz/locallib.php');
require_once($CFG->dirroot . '/mod/page/lib.php');
use mod_quiz\quiz_attempt;
$names = arguments()[0];
$course = get_course((int) array_shift($names));
foreach ($names as $at => $name) {
    $learner = person($name);
    \core\session\manager::set_user($learner);
    foreach (array_values(get_fast_modinfo($course, $learner->id)->get_instances_of('page')) as $number => $cm) {
        if ($at || $number % 2 === 0) {
            page_view($DB->get_record('page', ['id' => $cm->instance]), $course, $cm, $cm->context);
        }
    }
}
\core\session\manager::set_user(get_admin());
rebuild_course_cache($course->id, true);
$found = ['attempts' => [], 'completion' => [], 'grades' => [], 'tracks' => [], 'totals' => []];
foreach (get_fast_modinfo($course)->get_cms() as $cm) {
    if ($cm->modname === 'quiz') {
        foreach ($DB->get_records('quiz_attempts', ['quiz' => $cm->instance], 'id') as $row) {
            $attempt = quiz_attempt::create($row->id);
            $asked = [];
            foreach ($attempt->get_slots() as $slot) {
                $one = $attempt->get_question_attempt($slot);
                $asked[] = [$one->get_question()->name, $one->get_question_summary(), $one->get_response_summary(),
                    $one->get_right_answer_summary(), $one->get_fraction(), (float) $one->get_max_mark()];
            }
            $found['attempts'][] = [$cm->name, $row->userid, $row->attempt, $row->state, $row->sumgrades, $asked];
        }
    }
    foreach ($DB->get_records('course_modules_completion', ['coursemoduleid' => $cm->id], 'id') as $row) {
        $found['completion'][] = [$cm->name, $row->userid, $row->completionstate];
    }
    if ($cm->modname === 'scorm') {
        foreach (
            $DB->get_records_sql('SELECT v.id, a.userid, a.attempt, e.element, v.value, o.identifier
                FROM {scorm_scoes_value} v JOIN {scorm_attempt} a ON a.id = v.attemptid
                JOIN {scorm_element} e ON e.id = v.elementid LEFT JOIN {scorm_scoes} o ON o.id = v.scoid
                WHERE a.scormid = ? ORDER BY v.id', [$cm->instance]) as $row
        ) {
            $found['tracks'][] = [$cm->name, $row->userid, $row->attempt, $row->identifier, $row->element, $row->value];
        }
    }
}
grade_regrade_final_grades($course->id);
foreach (
    $DB->get_records_sql('SELECT g.id, i.itemtype, i.itemname, g.userid, g.finalgrade FROM {grade_grades} g
        JOIN {grade_items} i ON i.id = g.itemid WHERE i.courseid = ? AND g.finalgrade IS NOT NULL ORDER BY g.id', [$course->id]) as $row
) {
    $found[$row->itemtype === 'mod' ? 'grades' : 'totals'][] = [$row->itemname, $row->userid, $row->finalgrade];
}
foreach ($found as &$rows) {
    sort($rows);
}
answer($found);
