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
 * A learner finishes the attempts that are open, all right, and says what each answer earned.
 *
 * Usage: go_on.php COURSE
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

// phpcs:disable moodle.Files.MoodleInternal -- start.php loads config.php.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/common.php');
require_once($CFG->dirroot . '/mod/quiz/locallib.php');
use mod_quiz\quiz_attempt;
[[$id]] = arguments();
$learner = person('learner');
\core\session\manager::set_user($learner);
$earned = [];
foreach (get_fast_modinfo((int) $id, $learner->id)->get_instances_of('quiz') as $cm) {
    if (!$open = quiz_get_user_attempt_unfinished($cm->instance, $learner->id)) {
        continue;
    }
    $attempt = quiz_attempt::create($open->id);
    $post = ['slots' => implode(',', $attempt->get_slots())];
    foreach ($attempt->get_slots() as $slot) {
        $asked = $attempt->get_question_attempt($slot);
        $prefix = $asked->get_field_prefix();
        $post["$prefix:sequencecheck"] = $asked->get_sequence_check_count();
        foreach ($asked->get_question()->get_correct_response() ?? [] as $key => $value) {
            $post[$prefix . $key] = $value;
        }
    }
    $attempt->process_submitted_actions(time(), false, $post);
    $attempt = quiz_attempt::create($open->id);
    method_exists($attempt, 'process_submit')
        ? [$attempt->process_submit(time(), false), $attempt->process_grade_submission(time())]
        : $attempt->process_finish(time(), false);
    $attempt = quiz_attempt::create($open->id);
    foreach ($attempt->get_slots() as $slot) {
        $asked = $attempt->get_question_attempt($slot);
        $earned[$asked->get_question()->idnumber] = [
            'fraction' => $asked->get_fraction(),
            'gaps' => count($asked->get_question()->get_expected_data()),
        ];
    }
}
answer($earned);
