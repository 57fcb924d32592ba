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
 * What the plugin's privacy provider knows, gives and forgets of two people, through Moodle's own API.
 *
 * Usage: privacy.php COURSE
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

// phpcs:disable moodle.Files.MoodleInternal -- start.php loads config.php.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/start.php');
use core_privacy\local\metadata\collection;
use core_privacy\local\request\approved_contextlist;
use core_privacy\local\request\approved_userlist;
use core_privacy\local\request\contextlist;
use core_privacy\local\request\userlist;
use core_privacy\local\request\writer;
use local_moocbuild\privacy\provider;

/**
 * How many rows name somebody, by column.
 *
 * @param int $user number of the learner
 */
function named(int $user): array {
    global $DB;
    $found = [];
    foreach ($DB->get_tables() as $table) {
        if (str_starts_with($table, 'local_moocbuild')) {
            foreach (preg_grep('/^user/', array_keys($DB->get_columns($table))) as $column) {
                $found["$table.$column"] = $DB->count_records($table, [$column => $user]);
            }
        }
    }
    return $found;
}

/**
 * A line of the log, in a course and on the site, a course and a help line, by one person.
 *
 * @param int $course number of the course
 * @param stdClass $user number of the learner
 */
function leave_traces(int $course, stdClass $user): void {
    global $DB;
    \core\session\manager::set_user($user);
    local_moocbuild\journal::write($course, 'test');
    local_moocbuild\journal::write(0, 'test');
    $DB->set_field('local_moocbuild_course', 'userid', $user->id, ['courseid' => $course]);
    $DB->insert_record('local_moocbuild_contact', ['kind' => 'test', 'value' => '1', 'country' => '', 'usermodified' => $user->id,
        'timemodified' => time()]);
    \core\session\manager::set_user(get_admin());
}

/**
 * The list of contexts that Moodle would approve.
 *
 * @param stdClass $user number of the learner
 */
function approved(stdClass $user): approved_contextlist {
    $ids = provider::get_contexts_for_userid($user->id)->get_contextids();
    return new approved_contextlist($user, 'local_moocbuild', $ids);
}

[[$course]] = arguments();
$first = person('privacyfirst');
$second = person('privacysecond');
foreach ([$first, $second] as $person) { // A test that was broken off has left something.
    $DB->delete_records('local_moocbuild_log', ['userid' => $person->id]);
    $DB->delete_records('local_moocbuild_contact', ['usermodified' => $person->id]);
    $DB->delete_records('local_moocbuild_course', ['userid' => $person->id]);
}
leave_traces((int) $course, $first);
leave_traces((int) $course, $second);
// A course that is gone has no context of its own any more: what is left of it belongs to the site.
$DB->insert_record('local_moocbuild_log', ['courseid' => 99999999, 'userid' => $first->id, 'timecreated' => 1, 'action' => 'test']);
$DB->set_field('local_moocbuild_course', 'userid', $first->id, ['courseid' => $course]);

$described = [];
foreach (provider::get_metadata(new collection('local_moocbuild'))->get_collection() as $item) {
    $strings = [$item->get_summary(), ...array_values($item->get_privacy_fields())];
    $described[$item->get_name()] = [array_keys($item->get_privacy_fields()),
        array_filter($strings, fn($key) => !get_string_manager()->string_exists($key, 'local_moocbuild'))];
}
$contexts = array_map(fn($context) => $context->contextlevel, approved($first)->get_contexts());
$users = [];
foreach ([context_system::instance(), context_course::instance($course), context_user::instance($first->id)] as $context) {
    $list = new userlist($context, 'local_moocbuild');
    provider::get_users_in_context($list);
    $users[] = array_values(array_intersect([(int) $first->id, (int) $second->id], $list->get_userids()));
}
// Moodle's own writer for tests, which keeps what it is given; outside of PHPUnit it is not offered.
$instance = (new ReflectionMethod(writer::class, 'instance'))->invoke(null);
(new ReflectionProperty(writer::class, 'realwriter'))->setValue(
    $instance,
    new \core_privacy\tests\request\content_writer($instance)
);
provider::export_user_data(approved($first));
$exported = [];
foreach (approved($first)->get_contexts() as $context) {
    foreach (['local_moocbuild_course', 'local_moocbuild_log', 'local_moocbuild_contact'] as $table) {
        $path = [get_string('pluginname', 'local_moocbuild'), get_string("privacy:metadata:$table", 'local_moocbuild')];
        $exported["$context->contextlevel $table"] = writer::with_context($context)->get_data($path)->rows ?? [];
    }
}
$before = [named($first->id), named($second->id)];
$rows = $DB->count_records('local_moocbuild_log');
provider::delete_data_for_user(approved($first));
$after = [named($first->id), named($second->id)];
foreach ([context_system::instance(), context_course::instance($course)] as $context) {
    provider::delete_data_for_users(new approved_userlist($context, 'local_moocbuild', [$second->id]));
}
$end = named($second->id);
leave_traces((int) $course, $first);
foreach ([context_system::instance(), context_course::instance($course)] as $context) {
    provider::delete_data_for_all_users_in_context($context);
}
$emptied = named($first->id);
$kept = $DB->count_records('local_moocbuild_log') === $rows + 2;
$DB->delete_records('local_moocbuild_contact', ['kind' => 'test']);
$DB->delete_records('local_moocbuild_log', ['action' => 'test']);
$columns = [];
foreach ($DB->get_tables() as $table) {
    if (str_starts_with($table, 'local_moocbuild')) {
        $columns[$table] = array_values(preg_grep('/^user/', array_keys($DB->get_columns($table))));
    }
}
answer(['ids' => [(int) $first->id, (int) $second->id], 'described' => $described, 'contexts' => $contexts, 'users' => $users,
    'exported' => $exported, 'before' => $before, 'after' => $after, 'end' => $end, 'emptied' => $emptied, 'kept' => $kept,
    'columns' => $columns]);
