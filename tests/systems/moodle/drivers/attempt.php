<?php
// attempt.php MODULE right|every|partly|none|wrong|half: a learner's attempt through the question engine. "every" ticks all
// boxes of multiple choices, "partly" takes options that earn a part; both answer the rest right. "wrong" and "half" answer
// questions within questions, all of them wrong or every second one.
require(__DIR__ . '/common.php');
require_once($CFG->dirroot . '/mod/quiz/locallib.php');
use mod_quiz\quiz_attempt;
use mod_quiz\quiz_settings;
[[$id, $mode]] = arguments();
$cm = get_coursemodule_from_id('quiz', (int) $id, 0, false, MUST_EXIST);
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

function response(question_attempt $asked, string $mode): array {
    $question = $asked->get_question();
    if ($mode === 'none') {
        return [];
    }
    if (($mode === 'wrong' || $mode === 'half') && $question instanceof qtype_multianswer_question) {
        $right = $question->get_correct_response();
        foreach ($question->subquestions as $place => $part) {
            $wrong = $part instanceof qtype_multichoice_base ? 1 - min(1, (int) $right["sub{$place}_answer"]) : 'zzz';
            $answers["sub{$place}_answer"] = $mode === 'half' && $place % 2 ? $right["sub{$place}_answer"] : $wrong;
        }
        return $answers;
    }
    if ($mode === 'every' && $question instanceof qtype_multichoice_multi_question) {
        $order = array_keys($question->get_order($asked));
        return array_fill_keys(array_map(fn($place) => "choice$place", $order), 1);
    }
    if ($mode === 'partly' && $question instanceof qtype_multichoice_single_question) {
        $part = fn($number) => $question->answers[$number]->fraction > 0 && $question->answers[$number]->fraction < 1;
        $place = key(array_filter($question->get_order($asked), $part));
        if ($place !== null) {
            return ['answer' => $place];
        }
    }
    return $question->get_correct_response() ?? [];
}

$post = ['slots' => implode(',', $attempt->get_slots())];
foreach ($attempt->get_slots() as $slot) {
    $asked = $attempt->get_question_attempt($slot);
    $prefix = $asked->get_field_prefix();
    $post["$prefix:sequencecheck"] = $asked->get_sequence_check_count();
    foreach (response($asked, $mode) as $key => $value) {
        $post[$prefix . $key] = $value;
    }
}
$attempt->process_submitted_actions(time(), false, $post);
method_exists($attempt, 'process_submit') ? $attempt->process_submit(time(), false) : null;
method_exists($attempt, 'process_grade_submission')
    ? $attempt->process_grade_submission(time()) : $attempt->process_finish(time(), false);

$attempt = quiz_attempt::create($record->id);
$slots = [];
foreach ($attempt->get_slots() as $slot) {
    $asked = $attempt->get_question_attempt($slot);
    $question = $asked->get_question();
    $slots[] = ['question' => $question->idnumber, 'kind' => $question->qtype->name(), 'max' => (float) $asked->get_max_mark(),
        'fraction' => $asked->get_fraction(), 'several' => $question instanceof qtype_multichoice_multi_question];
}
$grades = grade_get_grades($cm->course, 'mod', 'quiz', $cm->instance, $learner->id);
$completion = new completion_info(get_course($cm->course));
answer(['attempt' => (int) $record->id, 'slots' => $slots,
    'percent' => 100 * $attempt->get_sum_marks() / $settings->get_quiz()->sumgrades,
    'gradebook' => $grades->items[0]->grades[$learner->id]->grade ?? null,
    'complete' => $completion->get_data($cm, false, $learner->id)->completionstate]);
