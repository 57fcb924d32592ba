<?php
// bank.php COURSE FILE: what Moodle's engine gives for answers to the questions of a bank. FILE: JSON, id number → answers,
// each an option's place, `right`, `every` (all boxes ticked), or a list with the one text that is typed.
require(__DIR__ . '/common.php');
[[$id, $file]] = arguments();
$asked = json_decode(file_get_contents($file), true);
$rows = $DB->get_records_sql('SELECT q.id, e.idnumber, c.contextid FROM {question} q
    JOIN {question_versions} v ON v.questionid = q.id
    JOIN {question_bank_entries} e ON e.id = v.questionbankentryid
    JOIN {question_categories} c ON c.id = e.questioncategoryid
    JOIN {context} x ON x.id = c.contextid
    WHERE q.parent = 0 AND x.path LIKE ? ORDER BY q.id', [context_course::instance((int) $id)->path . '%']);
$given = [];
foreach ($rows as $row) {
    $question = question_bank::load_question((int) $row->id);
    foreach ($asked[$row->idnumber] ?? [] as $answer) {
        $usage = question_engine::make_questions_usage_by_activity('core_question_preview', context::instance_by_id($row->contextid));
        $usage->set_preferred_behaviour('deferredfeedback');
        $slot = $usage->add_question($question, 1);
        $usage->start_all_questions();
        $attempt = $usage->get_question_attempt($slot);
        if (is_array($answer)) {
            $response = ['answer' => $answer[0]];
        } else if ($answer === 'right') {
            $response = $question->get_correct_response();
        } else {
            $order = $question->get_order($attempt);
            $response = $answer === 'every'
                ? array_fill_keys(array_map(fn($place) => "choice$place", array_keys($order)), 1)
                : ['answer' => array_search(array_keys($question->answers)[$answer], $order)];
        }
        $usage->process_action($slot, $response);
        $usage->finish_all_questions();
        $given[$row->idnumber][] = (float) $attempt->get_fraction();
    }
}
answer($given);
