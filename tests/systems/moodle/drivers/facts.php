<?php
// facts.php COURSE: everything that a package promises, as the database has it.
require(__DIR__ . '/common.php');
require_once($CFG->dirroot . '/mod/quiz/locallib.php');
[[$id]] = arguments();
rebuild_course_cache((int) $id, true);
$course = get_course((int) $id);
$modinfo = get_fast_modinfo($course);
$fs = get_file_storage();

function files_in(int $context, string $component = '', int $item = -1): array {
    global $DB;
    $where = "contextid = ? AND filename <> '.' AND component <> 'course'";
    $rows = $DB->get_records_select('files', $where, [$context], 'component, filearea, itemid, filepath, filename');
    $found = [];
    foreach ($rows as $row) {
        if (($component === '' || strpos($row->component, $component) === 0) && ($item < 0 || $row->itemid == $item)) {
            $found[] = ['area' => "$row->component/$row->filearea", 'path' => $row->filepath . $row->filename,
                'sha1' => $row->contenthash, 'type' => $row->mimetype, 'item' => (int) $row->itemid];
        }
    }
    return $found;
}

function quiz_facts(stdClass $quiz, int $context): array {
    global $DB;
    $facts = ['sumgrades' => (float) $quiz->sumgrades, 'grade' => (float) $quiz->grade,
        'attempts' => (int) $quiz->attempts, 'behaviour' => $quiz->preferredbehaviour,
        'shuffle' => (int) $quiz->shuffleanswers, 'slots' => []];
    foreach ($DB->get_records('quiz_slots', ['quizid' => $quiz->id], 'slot') as $slot) {
        $key = ['component' => 'mod_quiz', 'questionarea' => 'slot', 'itemid' => $slot->id, 'usingcontextid' => $context];
        $row = ['mark' => (float) $slot->maxmark];
        if ($reference = $DB->get_record('question_references', $key)) {
            $row['question'] = $DB->get_field('question_bank_entries', 'idnumber', ['id' => $reference->questionbankentryid]);
        }
        if ($set = $DB->get_record('question_set_references', $key)) {
            $filter = json_decode($set->filtercondition, true)['filter']['category'];
            $category = $DB->get_record('question_categories', ['id' => $filter['values'][0]]);
            $row['category'] = $category->idnumber ?? null;
            $row['below'] = (bool) $filter['filteroptions']['includesubcategories'];
            $row['same_context'] = $category && $category->contextid == $set->questionscontextid;
        }
        $facts['slots'][] = $row;
    }
    return $facts;
}

$sections = [];
foreach ($modinfo->get_section_info_all() as $section) {
    $sections[] = ['number' => (int) $section->section, 'name' => $section->name, 'summary' => $section->summary];
}
$modules = [];
$contexts = [context_course::instance($course->id)->id];
foreach ($modinfo->get_cms() as $cm) {
    $row = $DB->get_record($cm->modname, ['id' => $cm->instance]);
    $contexts[] = $cm->context->id;
    $grade = $DB->get_record('grade_items', ['itemtype' => 'mod', 'itemmodule' => $cm->modname,
        'iteminstance' => $cm->instance, 'courseid' => $course->id, 'itemnumber' => 0]);
    $record = $DB->get_record('course_modules', ['id' => $cm->id]);
    $modules[] = [
        'id' => (int) $cm->id, 'kind' => $cm->modname, 'name' => $row->name, 'idnumber' => $cm->idnumber,
        'section' => (int) $cm->sectionnum, 'content' => $row->content ?? null, 'intro' => $row->intro ?? null,
        'completion' => ['tracked' => (int) $record->completion, 'view' => (int) $record->completionview,
            'pass' => (int) ($record->completionpassgrade ?? 0), 'grade' => $record->completiongradeitemnumber,
            'status' => $row->completionstatusrequired ?? null],
        'grade' => $grade ? ['max' => (float) $grade->grademax, 'pass' => (float) $grade->gradepass,
            'weight' => (float) $grade->aggregationcoef2] : null,
        'files' => files_in($cm->context->id, 'mod_'),
        'competencies' => array_values($DB->get_fieldset_sql('SELECT c.idnumber FROM {competency_modulecomp} m
            JOIN {competency} c ON c.id = m.competencyid WHERE m.cmid = ? ORDER BY m.sortorder', [$cm->id])),
        'tags' => array_values(core_tag_tag::get_item_tags_array('core', 'course_modules', $cm->id)),
        'quiz' => $cm->modname === 'quiz' ? quiz_facts($row, $cm->context->id) : null,
        'scorm' => $cm->modname === 'scorm' ? ['version' => $row->version, 'launch' => $DB->get_field('scorm_scoes',
            'launch', ['id' => $row->launch])] : null,
    ];
}
[$in, $params] = $DB->get_in_or_equal($contexts);
$categories = [];
$questions = [];
foreach ($DB->get_records_select('question_categories', "contextid $in AND parent <> 0", $params, 'id') as $category) {
    $parent = $DB->get_record('question_categories', ['id' => $category->parent]);
    $categories[] = ['name' => $category->name, 'idnumber' => $category->idnumber,
        'parent' => $parent && $parent->parent ? $parent->idnumber : null];
    $rows = $DB->get_records_sql('SELECT q.*, e.idnumber AS authorid, v.version FROM {question} q
        JOIN {question_versions} v ON v.questionid = q.id
        JOIN {question_bank_entries} e ON e.id = v.questionbankentryid
        WHERE e.questioncategoryid = ? AND q.parent = 0 ORDER BY q.id', [$category->id]); // no gaps: parts of a question
    foreach ($rows as $row) {
        $answers = $DB->get_records('question_answers', ['question' => $row->id], 'id');
        $questions[] = [
            'idnumber' => $row->authorid, 'name' => $row->name, 'kind' => $row->qtype, 'mark' => (float) $row->defaultmark,
            'category' => $category->idnumber, 'text' => $row->questiontext, 'explanation' => $row->generalfeedback,
            'tags' => array_values(core_tag_tag::get_item_tags_array('core_question', 'question', $row->id)),
            'hints' => array_values($DB->get_fieldset_select('question_hints', 'hint', 'questionid = ?', [$row->id])),
            'answers' => array_values(array_map(fn($a) => ['text' => $a->answer, 'fraction' => (float) $a->fraction,
                'feedback' => $a->feedback], $answers)),
            'files' => array_merge(files_in($category->contextid, 'question', (int) $row->id), ...array_map(
                fn($a) => array_filter(files_in($category->contextid, 'question', (int) $a->id),
                    fn($f) => str_contains($f['area'], 'answer')), array_values($answers))),
        ];
    }
}
$filters = array_keys(filter_get_active_in_context(context_course::instance($course->id)));
answer([
    'filters' => ['site' => array_keys(filter_get_globally_enabled()), 'course' => $filters],
    'course' => ['title' => $course->fullname, 'short' => $course->shortname, 'summary' => $course->summary,
        'start' => (int) $course->startdate, 'completion' => (int) $course->enablecompletion],
    'criteria' => array_map('intval', array_values($DB->get_fieldset_select('course_completion_criteria',
        'moduleinstance', 'course = ? AND criteriatype = 4', [$course->id]))),
    'sections' => $sections, 'modules' => $modules, 'categories' => $categories, 'questions' => $questions,
    'competencies' => array_values($DB->get_fieldset_sql('SELECT c.idnumber FROM {competency_coursecomp} m
        JOIN {competency} c ON c.id = m.competencyid WHERE m.courseid = ? ORDER BY m.sortorder', [$course->id])),
]);
