<?php
// hint.php MODULE: a learner checks a wrong answer of every question that has a hint; what the pages then show.
require(__DIR__ . '/common.php');
require_once($CFG->dirroot . '/mod/quiz/locallib.php');
use mod_quiz\quiz_attempt;
use mod_quiz\quiz_settings;
[[$id]] = arguments();
$cm = get_coursemodule_from_id('quiz', (int) $id, 0, false, MUST_EXIST);
$PAGE->set_cm($cm, get_course($cm->course));
$learner = person('learner');
enrol($cm->course, $learner, 'student');
\core\session\manager::set_user($learner);
$settings = quiz_settings::create($cm->instance, $learner->id);
$usage = question_engine::make_questions_usage_by_activity('mod_quiz', $settings->get_context());
$usage->set_preferred_behaviour($settings->get_quiz()->preferredbehaviour);
$number = count(quiz_get_user_attempts($settings->get_quizid(), $learner->id, 'all', true)) + 1;
$record = quiz_create_attempt($settings, $number, null, time(), false, $learner->id);
quiz_start_new_attempt($settings, $usage, $record, $number, time());
quiz_attempt_save_started($settings, $usage, $record);
$attempt = quiz_attempt::create($record->id);
$PAGE->set_url('/mod/quiz/attempt.php', ['attempt' => $record->id]);
$shown = [];
foreach ($attempt->get_slots() as $slot) {
    $asked = $attempt->get_question_attempt($slot);
    $question = $asked->get_question();
    if (!$question->hints || !($question instanceof qtype_multichoice_single_question)) {
        continue;
    }
    $right = $question->get_correct_response()['answer'];
    $prefix = $asked->get_field_prefix();
    $attempt->process_submitted_actions(time(), false, ['slots' => $slot,
        "$prefix:sequencecheck" => $asked->get_sequence_check_count(),
        "{$prefix}answer" => $right ? 0 : 1, "$prefix-submit" => 1]);
    $attempt = quiz_attempt::create($record->id);
    $shown[$question->idnumber] = $attempt->render_question($slot, false, $PAGE->get_renderer('mod_quiz'));
}
answer($shown);
