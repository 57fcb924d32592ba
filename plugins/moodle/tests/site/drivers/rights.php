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
 * What people may do, and what of the site is there.
 *
 * Usage: rights.php ACTION …
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

// phpcs:disable moodle.Files.MoodleInternal -- start.php loads config.php.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/start.php');
require_once($CFG->dirroot . '/backup/util/includes/restore_includes.php');
require_once($CFG->dirroot . '/course/lib.php');

/**
 * Rows of a table without what every visit changes.
 *
 * @param string $table its name
 * @param string $where which rows
 * @param array $params of the condition
 */
function rows(string $table, string $where = '1 = 1', array $params = []): array {
    global $DB;
    $moving = ['lastaccess', 'lastlogin', 'currentlogin', 'firstaccess', 'lastip', 'timemodified', 'cacherev', 'sortorder',
        'secret',
        'coursecount'];
    return array_map(
        fn($row) => array_diff_key((array) $row, array_flip($moving)),
        array_values($DB->get_records_select($table, $where, $params, 'id'))
    );
}

/**
 * A restore by Moodle's own classes, as its pages do it: the number of the course, or what Moodle says.
 *
 * @param string $file path of the file
 * @param int $category number of the category
 */
function restored(string $file, int $category): int|string {
    global $USER;
    $folder = restore_controller::get_tempdir_name(SITEID, $USER->id);
    get_file_packer('application/zip')->extract_to_pathname($file, make_backup_temp_directory($folder));
    $course = restore_dbops::create_new_course('x', uniqid('own-'), $category);
    try {
        $controller = new restore_controller(
            $folder,
            $course,
            backup::INTERACTIVE_NO,
            backup::MODE_GENERAL,
            $USER->id,
            backup::TARGET_NEW_COURSE
        );
        $controller->execute_precheck();
        $controller->execute_plan();
        $controller->destroy();
        return $course;
    } catch (restore_controller_exception $e) {
        delete_course($course, false);
        return $e->errorcode;
    }
}

[$plain, $options] = arguments();
switch ($plain[0]) {
    case 'set': // CAPABILITY ROLE COURSE|0 HOW: says what a role may do, in a course or on the site.
        [, $capability, $role, $course, $how] = $plain;
        $context = (int) $course ? context_course::instance((int) $course) : context_system::instance();
        $role = $DB->get_field('role', 'id', ['shortname' => $role], MUST_EXIST);
        $how === 'inherit' ? unassign_capability($capability, $role, $context->id)
            : assign_capability($capability, ['allow' => CAP_ALLOW, 'prohibit' => CAP_PROHIBIT][$how], $role, $context->id, true);
        answer(true);
        break;
    case 'maker': // NAME CAPABILITY…: somebody with a role of these rights in the first category.
        $name = $plain[1];
        $role = $DB->get_field('role', 'id', ['shortname' => $name]) ?: create_role($name, $name, '');
        $category = core_course_category::get_default()->get_context();
        $DB->delete_records('role_capabilities', ['roleid' => $role]);
        foreach (array_slice($plain, 2) as $capability) {
            assign_capability($capability, CAP_ALLOW, $role, context_system::instance()->id, true);
        }
        role_assign($role, person($name)->id, $category->id);
        answer((int) $category->instanceid);
        break;
    case 'unmake': // NAME: the role goes.
        delete_role($DB->get_field('role', 'id', ['shortname' => $plain[1]], MUST_EXIST));
        answer(true);
        break;
    case 'roles': // NAME COURSE: what somebody is there.
        [, $name, $course] = $plain;
        answer($DB->get_fieldset_sql(
            'SELECT r.shortname FROM {role_assignments} a JOIN {role} r ON r.id = a.roleid
            WHERE a.userid = ? AND a.contextid = ? ORDER BY r.shortname',
            [person($name)->id, context_course::instance((int) $course)->id]
        ));
        break;
    case 'restore': // FILE CATEGORY NAME: Moodle's own restore, as somebody.
        \core\session\manager::set_user(person($plain[3]));
        answer(restored($plain[1], (int) $plain[2]));
        break;
    case 'site': // COURSE: everything of the site that is not in this course.
        $context = context_course::instance((int) $plain[1]);
        $outside = ['id <> ? AND path NOT LIKE ?', [$context->id, "$context->path/%"]];
        $below = $DB->get_fieldset_select('context', 'id', 'id = ? OR path LIKE ?', [$context->id, "$context->path/%"]);
        [$in, $ids] = $DB->get_in_or_equal($below, SQL_PARAMS_QM, 'x', false);
        $found = ['context' => rows('context', ...$outside), 'course' => rows('course', 'id <> ?', [$plain[1]]),
            'question_categories' => rows('question_categories', "contextid $in", $ids),
            'files' => rows('files', "contextid $in AND component <> 'user'", $ids),
            'role_assignments' => rows('role_assignments'), 'role_capabilities' => rows('role_capabilities')];
        foreach (
            ['user', 'role', 'scale', 'grade_outcomes', 'course_categories', 'competency', 'competency_framework',
                'user_enrolments', 'enrol', 'cohort', 'block_instances', 'lti_types', 'badge', 'competency_usercomp'] as $table
        ) {
            $found[$table] = rows($table);
        }
        answer(array_map(fn($rows) => [count($rows), md5(json_encode($rows))], $found));
        break;
    case 'fails': // COURSE: what the log keeps of an import in which the database failed.
        local_moocbuild\journal::write((int) $plain[1], 'failed', '', (new ReflectionMethod(
            'local_moocbuild\update\importer',
            'failure'
        ))->invoke(null, new dml_read_exception('SECRET relation mdl_x', 'SELECT SECRET', [])));
        local_moocbuild\journal::write((int) $plain[1], 'failed', '', ['error' => 'Error (SECRET of an older line)']);
        answer(true);
        break;
}
