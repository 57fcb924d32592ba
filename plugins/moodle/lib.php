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
 * What Moodle asks of a plugin by functions.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use local_moocbuild\update\rights;

/**
 * Links in the menu of a course, for those who may follow them.
 *
 * @param navigation_node $navigation
 * @param stdClass $course
 * @param context_course $context
 */
function local_moocbuild_extend_navigation_course(navigation_node $navigation, stdClass $course, context_course $context): void {
    $pages = [
        'import' => rights::UPDATE,
        'log' => 'local/moocbuild:update',
        'mend' => 'local/moocbuild:mend',
        'report' => ['local/moocbuild:viewreport', 'local/moocbuild:viewownreport'],
    ];
    foreach ($pages as $page => $right) {
        // The report is for those who see others' and for those who see their own.
        if ($page === 'report' ? has_any_capability($right, $context) : has_all_capabilities((array) $right, $context)) {
            $navigation->add(
                get_string("page_$page", 'local_moocbuild'),
                new core\url("/local/moocbuild/$page.php", ['course' => $course->id]),
                navigation_node::TYPE_SETTING,
                null,
                "local_moocbuild_$page",
                new core\output\pix_icon('i/import', '')
            );
        }
    }
}

/**
 * A link in the menu of a course category.
 *
 * @param navigation_node $navigation
 * @param context_coursecat $context
 */
function local_moocbuild_extend_navigation_category_settings(navigation_node $navigation, context_coursecat $context): void {
    if (has_all_capabilities(rights::CREATE, $context)) {
        $navigation->add(
            get_string('page_import_new', 'local_moocbuild'),
            new core\url('/local/moocbuild/import.php', ['category' => $context->instanceid]),
            navigation_node::TYPE_SETTING,
            null,
            'local_moocbuild_import',
            new core\output\pix_icon('i/import', '')
        );
    }
}

/**
 * A course goes, and what is known of its package with it; the log stays.
 *
 * @param stdClass $course
 */
function local_moocbuild_pre_course_delete(stdClass $course): void {
    global $DB;
    $DB->delete_records('local_moocbuild_course', ['courseid' => $course->id]);
}
