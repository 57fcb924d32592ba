<?php
// gaps.php COURSE IDNUMBER: the parts of a question with gaps as Moodle keeps them, and as its form would read them again.
require(__DIR__ . '/common.php');
require_once($CFG->libdir . '/questionlib.php');
question_bank::get_qtype('multianswer');
[[$course, $idnumber]] = arguments();
$below = context_course::instance((int) $course)->path . '/%';
$id = $DB->get_field_sql("SELECT MAX(v.questionid) FROM {question_versions} v
    JOIN {question_bank_entries} e ON e.id = v.questionbankentryid
    JOIN {question_categories} c ON c.id = e.questioncategoryid JOIN {context} x ON x.id = c.contextid
    WHERE e.idnumber = :idnumber AND (x.path LIKE :below OR x.id = :own)",
    ['idnumber' => $idnumber, 'below' => $below, 'own' => context_course::instance((int) $course)->id], MUST_EXIST);
$data = question_bank::load_question_data($id);
$rows = fn($answers) => array_values(array_map(fn($each) => ['fraction' => (float) $each->fraction,
    'text' => $each->answer, 'feedback' => trim($each->feedback),
    'plain' => html_entity_decode($each->answer, ENT_QUOTES, 'UTF-8')], $answers));
$parts = $spelled = [];
foreach ($data->options->questions as $place => $part) {
    $parts[] = ['kind' => $part->qtype, 'mark' => (float) $part->defaultmark, 'answers' => $rows($part->options->answers)];
    $spelled["{#$place}"] = $part->questiontext;
}
// What an editor sends back.
$form = qtype_multianswer_extract_question(['text' => strtr($data->questiontext, $spelled), 'format' => FORMAT_HTML]);
$again = [];
foreach ($form->options->questions as $part) {
    $answers = [];
    foreach ($part->answer as $n => $answer) {
        $answers[] = (object) ['fraction' => $part->fraction[$n], 'answer' => is_array($answer) ? $answer['text'] : $answer,
            'feedback' => $part->feedback[$n]['text']];
    }
    $again[] = ['kind' => $part->qtype, 'mark' => (float) $part->defaultmark, 'answers' => $rows($answers)];
}
answer(['parts' => $parts, 'form' => $again, 'text' => $data->questiontext]);
