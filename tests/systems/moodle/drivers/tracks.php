<?php
// tracks.php MODULE: what a simulation has told, its grade and its completion; enrols the learner.
require(__DIR__ . '/common.php');
require_once($CFG->dirroot . '/mod/scorm/locallib.php');
[[$id]] = arguments();
$cm = get_coursemodule_from_id('scorm', (int) $id, 0, false, MUST_EXIST);
$learner = person('learner');
enrol($cm->course, $learner, 'student');
$rows = $DB->get_records_sql('SELECT v.id, e.element, v.value FROM {scorm_scoes_value} v
    JOIN {scorm_attempt} a ON a.id = v.attemptid JOIN {scorm_element} e ON e.id = v.elementid
    WHERE a.scormid = ? AND a.userid = ?', [$cm->instance, $learner->id]);
$tracks = [];
foreach ($rows as $row) {
    $tracks[$row->element] = $row->value;
}
$grades = grade_get_grades($cm->course, 'mod', 'scorm', $cm->instance, $learner->id);
$completion = new completion_info(get_course($cm->course));
answer(['tracks' => $tracks, 'grade' => $grades->items[0]->grades[$learner->id]->grade ?? null,
    'complete' => $completion->get_data($cm, false, $learner->id)->completionstate]);
