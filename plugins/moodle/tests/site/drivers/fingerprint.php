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
 * A hash of every row of every table that hangs on a course, by table, and of its files' bytes.
 *
 * Two equal answers: nothing was written in between, but to the plugin's own log.
 *
 * Usage: fingerprint.php COURSE
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

// phpcs:disable moodle.Files.MoodleInternal -- start.php loads config.php.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/common.php');
[[$id]] = arguments();
$context = context_course::instance((int) $id);
$contexts = array_keys($DB->get_records_select('context', 'id = ? OR path LIKE ?', [$context->id, "$context->path/%"]));
$numbers = fn(string $table, string $column, array $ids, string $want = 'id') =>
    $ids ? $DB->get_fieldset_select($table, $want, $column . ' ' . $DB->get_in_or_equal($ids)[0], array_values($ids)) : [];
$quizzes = $numbers('quiz', 'course', [$id]);
$scorms = $numbers('scorm', 'course', [$id]);
$categories = $numbers('question_categories', 'contextid', $contexts);
$entries = $numbers('question_bank_entries', 'questioncategoryid', $categories);
$questions = $numbers('question_versions', 'questionbankentryid', $entries, 'questionid');
$usages = $numbers('question_usages', 'contextid', $contexts);
$columns = [
    'course' => [$id], 'courseid' => [$id], 'contextid' => $contexts, 'usingcontextid' => $contexts,
    'quizid' => $quizzes, 'quiz' => $quizzes, 'scorm' => $scorms, 'scormid' => $scorms,
    'questioncategoryid' => $categories, 'questionbankentryid' => $entries, 'questionid' => $questions,
    'question' => $questions, 'questionusageid' => $usages, 'cmid' => $numbers('course_modules', 'course', [$id]),
    'coursemoduleid' => $numbers('course_modules', 'course', [$id]), 'itemid' => $numbers('grade_items', 'courseid', [$id]),
];
$own = ['course' => [$id], 'context' => $contexts, 'question' => $questions];
$leftout = ['local_moocbuild_log', 'sessions', 'backup_controllers', 'stats_daily', 'search_index_requests'];
$found = [];
foreach ($DB->get_tables(false) as $table) {
    $has = $DB->get_columns($table, false);
    $where = isset($own[$table]) ? ['id' => $own[$table]] : array_intersect_key($columns, $has);
    if (!$where || !isset($has['id']) || in_array($table, $leftout, true)) {
        continue;
    }
    $column = array_key_first($where);
    $ids = $where[$column];
    $rows = $ids ? $DB->get_records_select($table, $column . ' ' . $DB->get_in_or_equal($ids)[0], array_values($ids), 'id') : [];
    foreach ($rows as $row) {
        unset($row->cacherev); // Rebuilt caches have another number.
    }
    $found[$table] = sha1(json_encode($rows));
}
$missing = [];
foreach ($DB->get_records_list('files', 'contextid', $contexts, 'id') as $row) {
    $file = get_file_storage()->get_file_instance($row);
    if (!$file->is_directory() && sha1($file->get_content()) !== $file->get_contenthash()) {
        $missing[] = $file->get_filename();
    }
}
answer(['tables' => $found, 'missing' => $missing,
    'staging' => $DB->count_records_select('course', $DB->sql_like('shortname', '?'), ["moocbuild-update-$id%"])]);
