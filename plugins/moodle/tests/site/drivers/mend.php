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
 * A course that came from a cartridge.
 *
 * Usage: mend.php ACTION COURSE …
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

// phpcs:disable moodle.Files.MoodleInternal -- start.php loads config.php.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/common.php');
require_once($CFG->dirroot . '/mod/quiz/locallib.php');
use local_moocbuild\mend\course;
use local_moocbuild\mend\mender;
use local_moocbuild\mend\plan;
use mod_quiz\quiz_attempt;
use mod_quiz\quiz_settings;

/**
 * What a plan would change.
 *
 * @param plan $plan what was planned
 */
function changes(plan $plan): array {
    return array_map(fn($change) => [$change->kind, $change->where, $change->from, $change->to], $plan->changes);
}

/**
 * The grade of a learner in every quiz, by name, and what the database has of quizzes and sections.
 *
 * @param int $course number of the course
 */
function state(int $course): array {
    global $DB;
    $quizzes = [];
    foreach ($DB->get_records('quiz', ['course' => $course], 'id') as $quiz) {
        $grades = grade_get_grades($course, 'mod', 'quiz', $quiz->id, person('learner')->id);
        $quizzes[$quiz->name] = ['sum' => (float) $quiz->sumgrades, 'review' => (int) $quiz->reviewspecificfeedback,
            'marks' => array_map('floatval', $DB->get_fieldset_select(
                'quiz_slots',
                'maxmark',
                'quizid = ? ORDER BY slot',
                [$quiz->id]
            )),
            'modified' => (int) $quiz->timemodified, 'grade' => $grades->items[0]->grades[person('learner')->id]->grade ?? null];
    }
    $sections = array_values($DB->get_records('course_sections', ['course' => $course], 'section', 'id, name, summary'));
    return ['quizzes' => $quizzes, 'sections' => array_map(fn($s) => [$s->name, $s->summary], $sections)];
}

/**
 * An attempt in which the first so many answers are right.
 *
 * @param int $quizid number of the quiz
 * @param int $right how many answers are right
 */
function attempt(int $quizid, int $right): void {
    $learner = person('learner');
    \core\session\manager::set_user($learner);
    $settings = quiz_settings::create($quizid, $learner->id);
    $usage = question_engine::make_questions_usage_by_activity('mod_quiz', $settings->get_context());
    $usage->set_preferred_behaviour($settings->get_quiz()->preferredbehaviour);
    $record = quiz_create_attempt($settings, 1, null, time(), false, $learner->id);
    quiz_start_new_attempt($settings, $usage, $record, 1, time());
    quiz_attempt_save_started($settings, $usage, $record);
    $attempt = quiz_attempt::create($record->id);
    $post = ['slots' => implode(',', $attempt->get_slots())];
    foreach ($attempt->get_slots() as $slot) {
        $asked = $attempt->get_question_attempt($slot);
        $prefix = $asked->get_field_prefix();
        $answer = $asked->get_question()->get_correct_response()['answer'];
        $post["$prefix:sequencecheck"] = $asked->get_sequence_check_count();
        $post["{$prefix}answer"] = $slot <= $right ? $answer : ($answer + 1) % 3;
    }
    $attempt->process_submitted_actions(time(), false, $post);
    method_exists($attempt, 'process_submit') ? $attempt->process_submit(time(), false) : null;
    method_exists($attempt, 'process_grade_submission')
        ? $attempt->process_grade_submission(time()) : $attempt->process_finish(time(), false);
    \core\session\manager::set_user(get_admin());
}

[$plain, $options] = arguments();
[$action, $id] = $plain;
enrol((int) $id, person('learner'), 'student');
switch ($action) {
    case 'attempt':
        attempt((int) $DB->get_field('quiz', 'id', ['course' => $id, 'name' => $plain[2]]), (int) $plain[3]);
        answer(state((int) $id));
        break;
    case 'plan':
        answer(changes((new course((int) $id))->plan()));
        break;
    case 'mend':
        if (isset($options['user'])) {
            \core\session\manager::set_user(person($options['user']));
        }
        try {
            answer(changes((new mender(new course((int) $id)))->mend()));
        } catch (required_capability_exception $e) {
            answer('refused');
        }
        break;
    case 'state':
        answer(state((int) $id));
        break;
    case 'set': // What a teacher does on the quiz's own page.
        $DB->set_field('quiz', 'reviewmarks', 0x10, ['course' => $id, 'name' => $plain[2]]);
        answer(true);
        break;
}
