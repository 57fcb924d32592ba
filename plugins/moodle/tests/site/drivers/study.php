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
 * A learner finishes every quiz that can be seen, leaves one attempt open, looks at three pages, and
 *
 * plays a bit of every simulation.
 *
 * Usage: study.php COURSE [ID number of the quiz whose attempt stays open; else the last]
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

// phpcs:disable moodle.Files.MoodleInternal -- start.php loads config.php.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/common.php');
require_once($CFG->dirroot . '/mod/quiz/locallib.php');
require_once($CFG->dirroot . '/mod/scorm/locallib.php');
use mod_quiz\quiz_attempt;
use mod_quiz\quiz_settings;
[$id, $open] = arguments()[0] + [1 => ''];
$course = get_course((int) $id);
$learner = person('learner');
enrol($course->id, $learner, 'student');
\core\session\manager::set_user($learner);

/**
 * A new attempt, started.
 *
 * @param int $quiz number of the quiz
 * @param int $user number of the learner
 */
function begin(int $quiz, int $user): quiz_attempt {
    $settings = quiz_settings::create($quiz, $user);
    $usage = question_engine::make_questions_usage_by_activity('mod_quiz', $settings->get_context());
    $usage->set_preferred_behaviour($settings->get_quiz()->preferredbehaviour);
    $number = count(quiz_get_user_attempts($quiz, $user, 'all', true)) + 1;
    $record = quiz_create_attempt($settings, $number, null, time(), false, $user);
    quiz_start_new_attempt($settings, $usage, $record, $number, time());
    quiz_attempt_save_started($settings, $usage, $record);
    return quiz_attempt::create($record->id);
}

/**
 * Sends an attempt in.
 *
 * @param quiz_attempt $attempt the attempt
 */
function finish(quiz_attempt $attempt): void {
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
    $now = quiz_attempt::create($attempt->get_attemptid());
    method_exists($now, 'process_submit') ? [$now->process_submit(time(), false), $now->process_grade_submission(time())]
        : $now->process_finish(time(), false);
}

$last = null;
foreach (get_fast_modinfo($course)->get_instances_of('quiz') as $cm) {
    if ($cm->visible) {
        finish(begin($cm->instance, $learner->id));
        $last = $open === '' || $cm->idnumber === $open || $last === null ? $cm->instance : $last;
    }
}
begin($last, $learner->id);
foreach (get_fast_modinfo($course)->get_instances_of('scorm') as $cm) {
    $scorm = $DB->get_record('scorm', ['id' => $cm->instance]);
    $sco = $DB->get_record('scorm_scoes', ['scorm' => $scorm->id, 'scormtype' => 'sco'], '*', IGNORE_MULTIPLE);
    scorm_insert_track($learner->id, $scorm->id, $sco->id, 1, 'cmi.core.lesson_status', 'completed');
    scorm_insert_track($learner->id, $scorm->id, $sco->id, 1, 'cmi.suspend_data', 'a place');
}
$completion = new completion_info($course);
foreach (array_slice(get_fast_modinfo($course)->get_instances_of('page'), 0, 3) as $cm) {
    $completion->set_module_viewed($cm, $learner->id);
}
answer(true);
