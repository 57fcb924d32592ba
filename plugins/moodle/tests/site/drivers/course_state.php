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
 * What a course holds and what a learner has done in it, as an update may change it or not.
 *
 * Usage: course_state.php COURSE
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

// phpcs:disable moodle.Files.MoodleInternal -- start.php loads config.php.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/common.php');
[[$id]] = arguments();
$course = get_course((int) $id);
rebuild_course_cache($course->id, true);
$info = get_fast_modinfo($course);
$sections = [];
foreach ($info->get_section_info_all() as $section) {
    $sections[] = ['name' => $section->name, 'summary' => $section->summary, 'activities' => array_values(array_map(
        fn($number) => $info->get_cm($number)->idnumber ?: '#' . $info->get_cm($number)->modname,
        $info->sections[$section->section] ?? []
    ))];
}
$modules = [];
foreach ($info->get_cms() as $cm) {
    $row = $DB->get_record($cm->modname, ['id' => $cm->instance]);
    $files = [];
    foreach (['content', 'intro', 'package'] as $area) {
        foreach (get_file_storage()->get_area_files($cm->context->id, "mod_$cm->modname", $area, 0, 'id', false) as $file) {
            if ($cm->modname !== 'scorm' || $area === 'package') {
                $files[$area . $file->get_filepath() . $file->get_filename()] = $file->get_contenthash();
            }
        }
    }
    $item = $DB->get_record('grade_items', ['itemtype' => 'mod', 'itemmodule' => $cm->modname, 'iteminstance' => $cm->instance]);
    $modules[] = ['id' => (int) $cm->id, 'kind' => $cm->modname, 'idnumber' => $cm->idnumber, 'name' => $row->name,
        'visible' => (bool) $cm->visible, 'text' => ($row->intro ?? '') . ($row->content ?? ''), 'files' => $files,
        'slots' => $cm->modname === 'quiz' ? $DB->count_records('quiz_slots', ['quizid' => $cm->instance]) : null,
        'sum' => $cm->modname === 'quiz' ? (float) $row->sumgrades : null,
        'pass' => $item ? (float) $item->gradepass : null,
        'competencies' => array_values($DB->get_fieldset_sql('SELECT c.idnumber FROM {competency_modulecomp} m
            JOIN {competency} c ON c.id = m.competencyid WHERE m.cmid = ? ORDER BY m.sortorder', [$cm->id])),
        'tags' => array_values(core_tag_tag::get_item_tags_array('core', 'course_modules', $cm->id))];
}
$context = context_course::instance($course->id);
$rows = $DB->get_records_sql('SELECT v.id, e.idnumber, v.version, v.status, q.id AS question, q.questiontext, c.idnumber AS category
    FROM {question_bank_entries} e JOIN {question_versions} v ON v.questionbankentryid = e.id
    JOIN {question} q ON q.id = v.questionid
    JOIN {question_categories} c ON c.id = e.questioncategoryid JOIN {context} x ON x.id = c.contextid
    WHERE x.id = ? OR x.path LIKE ? ORDER BY e.idnumber, v.version', [$context->id, "$context->path/%"]);
$questions = [];
foreach ($rows as $row) {
    $questions[$row->idnumber][] = ['version' => (int) $row->version, 'status' => $row->status, 'text' => $row->questiontext,
        'category' => $row->category,
        'tags' => array_values(core_tag_tag::get_item_tags_array('core_question', 'question', $row->question))];
}
answer([
    'autolinks' => isset(filter_get_active_in_context($context)['activitynames']),
    'sections' => $sections, 'modules' => $modules, 'questions' => $questions,
    'attempts' => array_values($DB->get_records_sql('SELECT a.id, a.quiz, a.state, a.sumgrades, a.layout FROM {quiz_attempts} a
        JOIN {quiz} z ON z.id = a.quiz WHERE z.course = ? ORDER BY a.id', [$course->id])),
    'answers' => array_values($DB->get_fieldset_sql('SELECT q.questionid FROM {question_attempts} q JOIN {quiz_attempts} a
        ON a.uniqueid = q.questionusageid JOIN {quiz} z ON z.id = a.quiz WHERE z.course = ? ORDER BY q.id', [$course->id])),
    'grades' => array_values($DB->get_records_sql("SELECT g.id, g.rawgrade, g.finalgrade FROM {grade_grades} g JOIN {grade_items} i
        ON i.id = g.itemid WHERE i.courseid = ? AND i.itemtype = 'mod' AND g.rawgrade IS NOT NULL ORDER BY g.id", [$course->id])),
    'completion' => array_values($DB->get_records_sql('SELECT c.id, c.completionstate FROM {course_modules_completion} c
        JOIN {course_modules} m ON m.id = c.coursemoduleid WHERE m.course = ? ORDER BY c.id', [$course->id])),
    'tracks' => array_values($DB->get_records_sql(
        'SELECT v.id, e.element, v.value FROM {scorm_scoes_value} v JOIN {scorm_attempt} a
        ON a.id = v.attemptid JOIN {scorm_element} e ON e.id = v.elementid JOIN {scorm} s ON s.id = a.scormid
            WHERE s.course = ? ORDER BY v.id',
        [$course->id]
    )),
    'criteria' => array_values($DB->get_fieldset_select(
        'course_completion_criteria',
        'moduleinstance',
        'course = ?',
        [$course->id]
    )),
    'log' => array_values($DB->get_fieldset_select('local_moocbuild_log', 'action', 'courseid = ? ORDER BY id', [$course->id])),
    'events' => $DB->count_records('logstore_standard_log', ['courseid' => $course->id, 'component' => 'local_moocbuild']),
]);
