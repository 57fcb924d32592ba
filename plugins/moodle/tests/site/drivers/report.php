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
 * The rows of a view, as a reader gets them.
 *
 * Usage: report.php COURSE READER VIEW [--user=NAME --group=NAME --mode=0|1|2 --forget=1]
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

// phpcs:disable moodle.Files.MoodleInternal -- start.php loads config.php.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/start.php');
require_once($CFG->libdir . '/grouplib.php');
[[$id, $reader, $view], $options] = arguments();
if (isset($options['mode'])) {
    require_once($CFG->dirroot . '/course/lib.php');
    update_course((object) ['id' => $id, 'groupmode' => $options['mode']]);
}
if (isset($options['forget'])) {
    $DB->delete_records('local_moocbuild_course', ['courseid' => $id]);
}
$course = get_course((int) $id);
\core\session\manager::set_user($reader === 'admin' ? get_admin() : person($reader));
$group = isset($options['group']) ? (int) groups_get_group_by_name($id, $options['group']) : 0;
$user = isset($options['user']) ? (int) $DB->get_field('user', 'id', ['username' => $options['user']]) : 0;
try {
    $access = new local_moocbuild\report\report_access($course);
    $made = $access->view($view, $user, $group, 0);
    $PAGE->set_url($access->url());
    $PAGE->set_context($access->context);
    answer(['title' => $made->title(), 'rows' => $made->rows(), 'html' => $OUTPUT->render($made),
        'csv' => local_moocbuild\report\csv::of($made->rows()),
        'groups' => array_values(array_map(fn($group) => $group->name, $access->people->groups))]);
} catch (required_capability_exception $e) {
    answer(['refused' => $e->errorcode]);
}
