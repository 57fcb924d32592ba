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
 * What learners do, {name: {"quizzes": [[idnumber, {question: fraction}], …], "runs": [[idnumber,
 *
 * {element: value}], …], "open": [idnumber, {…}], "group": name}}; an answer is the option of that fraction.
 *
 * Usage: learn.php COURSE JSON
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

// phpcs:disable moodle.Files.MoodleInternal -- start.php loads config.php.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/common.php');
require_once($CFG->dirroot . '/mod/quiz/locallib.php');
require_once($CFG->dirroot . '/mod/scorm/locallib.php');
require_once($CFG->dirroot . '/group/lib.php');
use mod_quiz\quiz_attempt;
use mod_quiz\quiz_settings;

/**
 * An activity of a course by its ID number.
 *
 * @param int $course number of the course
 * @param string $idnumber of the activity
 */
function module(int $course, string $idnumber): cm_info {
    foreach (get_fast_modinfo($course)->get_cms() as $cm) {
        if ($cm->idnumber === $idnumber) {
            return $cm;
        }
    }
    throw new Exception("no $idnumber");
}

/**
 * The response to a single choice that earns a fraction.
 *
 * @param question_attempt $asked the question as asked
 * @param float $fraction what it should earn
 */
function response(question_attempt $asked, float $fraction): array {
    $question = $asked->get_question();
    foreach ($question->get_order($asked) as $place => $answer) {
        if (abs($question->answers[$answer]->fraction - $fraction) < 1e-6) {
            return ['answer' => $place];
        }
    }
    throw new Exception("no option of $fraction in $question->idnumber");
}

/**
 * An attempt with the wanted answers, sent in if asked for.
 *
 * @param cm_info $cm the activity
 * @param stdClass $learner who answers
 * @param array $wanted answers by slot
 * @param bool $finish whether it is sent in
 */
function attempt(cm_info $cm, stdClass $learner, array $wanted, bool $finish): void {
    $settings = quiz_settings::create($cm->instance, $learner->id);
    $usage = question_engine::make_questions_usage_by_activity('mod_quiz', $settings->get_context());
    $usage->set_preferred_behaviour($settings->get_quiz()->preferredbehaviour);
    $number = count(quiz_get_user_attempts($settings->get_quizid(), $learner->id, 'all', true)) + 1;
    $record = quiz_create_attempt($settings, $number, null, time(), false, $learner->id);
    quiz_start_new_attempt($settings, $usage, $record, $number, time());
    quiz_attempt_save_started($settings, $usage, $record);
    $attempt = quiz_attempt::create($record->id);
    $post = [];
    foreach ($attempt->get_slots() as $slot) {
        $asked = $attempt->get_question_attempt($slot);
        $fraction = $wanted[$asked->get_question()->idnumber] ?? null;
        if ($fraction !== null) {
            $prefix = $asked->get_field_prefix();
            $post["$prefix:sequencecheck"] = $asked->get_sequence_check_count();
            $post['slots'] = isset($post['slots']) ? "{$post['slots']},$slot" : "$slot";
            foreach (response($asked, $fraction) as $key => $value) {
                $post[$prefix . $key] = $value;
            }
        }
    }
    if ($post) {
        $attempt->process_submitted_actions(time(), false, $post);
    }
    if ($finish) {
        method_exists($attempt, 'process_submit') ? $attempt->process_submit(time(), false) : null;
        method_exists($attempt, 'process_grade_submission')
            ? $attempt->process_grade_submission(time()) : $attempt->process_finish(time(), false);
    }
}

/**
 * A run as the player's own scripts send it.
 *
 * @param cm_info $cm the activity
 * @param stdClass $learner who answers
 * @param array $values elements and their values
 */
function run(cm_info $cm, stdClass $learner, array $values): void {
    global $DB;
    $sco = $DB->get_field('scorm_scoes', 'id', ['scorm' => $cm->instance, 'scormtype' => 'sco']);
    $number = (int) $DB->get_field('scorm_attempt', 'MAX(attempt)', ['scormid' => $cm->instance, 'userid' => $learner->id]) + 1;
    foreach ($values as $element => $value) {
        scorm_insert_track($learner->id, $cm->instance, $sco, $number, $element, $value);
    }
}

[[$course, $json]] = arguments();
foreach (json_decode($json, true) as $name => $done) {
    $learner = person($name);
    \core\session\manager::set_user(get_admin());
    enrol($course, $learner, $done['role'] ?? 'student');
    if (isset($done['group'])) {
        $group = groups_get_group_by_name($course, $done['group'])
            ?: groups_create_group((object) ['courseid' => $course, 'name' => $done['group']]);
        groups_add_member($group, $learner);
    }
    \core\session\manager::set_user($learner);
    foreach ($done['quizzes'] ?? [] as [$quiz, $answers]) {
        attempt(module($course, $quiz), $learner, $answers, true);
    }
    if (isset($done['open'])) {
        attempt(module($course, $done['open'][0]), $learner, $done['open'][1], false);
    }
    foreach ($done['runs'] ?? [] as [$simulation, $values]) {
        run(module($course, $simulation), $learner, $values);
    }
    $ids[$name] = (int) $learner->id;
}
answer($ids);
