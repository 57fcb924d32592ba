<?php
// told.php MODULE: a learner answers every question of a quiz by its last option; what is seen of it then, and in the end.
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
$rules = $settings->get_access_manager(time());
$taken = quiz_get_user_attempts($settings->get_quizid(), $learner->id, 'all', true);
$prevented = $rules->prevent_new_attempt(count($taken), end($taken) ?: null);
$row = $settings->get_quiz();
$quiz = ['attempts' => (int) $row->attempts, 'minutes' => $row->timelimit / 60, 'behaviour' => $row->preferredbehaviour,
    'grade' => (float) $row->grade, 'rules' => array_values($rules->describe_rules())];
if ($prevented) {
    answer(['quiz' => $quiz, 'prevented' => array_values($prevented)]);
    exit;
}
$usage = question_engine::make_questions_usage_by_activity('mod_quiz', $settings->get_context());
$usage->set_preferred_behaviour($row->preferredbehaviour);
$number = count($taken) + 1;
$record = quiz_create_attempt($settings, $number, null, time(), false, $learner->id);
quiz_start_new_attempt($settings, $usage, $record, $number, time());
quiz_attempt_save_started($settings, $usage, $record);
$attempt = quiz_attempt::create($record->id);
$PAGE->set_url('/mod/quiz/attempt.php', ['attempt' => $record->id]);
$during = [];
foreach ($attempt->get_slots() as $slot) {
    $asked = $attempt->get_question_attempt($slot);
    $prefix = $asked->get_field_prefix();
    $last = count($asked->get_question()->get_order($asked)) - 1;
    $attempt->process_submitted_actions(time(), false, ['slots' => $slot,
        "$prefix:sequencecheck" => $asked->get_sequence_check_count(), "{$prefix}answer" => $last, "$prefix-submit" => 1]);
    $attempt = quiz_attempt::create($record->id);
    $during[$asked->get_question()->idnumber] = $attempt->render_question($slot, false, $PAGE->get_renderer('mod_quiz'));
}
method_exists($attempt, 'process_submit') ? $attempt->process_submit(time(), false) : null;
method_exists($attempt, 'process_grade_submission')
    ? $attempt->process_grade_submission(time()) : $attempt->process_finish(time(), false);
$attempt = quiz_attempt::create($record->id);
$after = [];
foreach ($attempt->get_slots() as $slot) {
    $idnumber = $attempt->get_question_attempt($slot)->get_question()->idnumber;
    $after[$idnumber] = $attempt->render_question($slot, true, $PAGE->get_renderer('mod_quiz'));
}
answer(['quiz' => $quiz, 'during' => $during, 'after' => $after, 'prevented' => []]);
