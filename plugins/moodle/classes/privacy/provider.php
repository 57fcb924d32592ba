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

namespace local_moocbuild\privacy;

use context;
use context_course;
use context_system;
use core_privacy\local\metadata\collection;
use core_privacy\local\request\approved_contextlist;
use core_privacy\local\request\approved_userlist;
use core_privacy\local\request\contextlist;
use core_privacy\local\request\transform;
use core_privacy\local\request\userlist;
use core_privacy\local\request\writer;

/**
 * What this plugin keeps of people: who imported a course, who did what, who confirmed a help line.
 *
 * It keeps nothing of learners: the report is reckoned anew from Moodle's own records each time.
 * To forget somebody, their number is taken out of the rows; what was done stays.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class provider implements
    \core_privacy\local\metadata\provider,
    \core_privacy\local\request\core_userlist_provider,
    \core_privacy\local\request\plugin\provider {
    /** Tables, and their columns that name somebody. */
    private const PEOPLE = [
        'local_moocbuild_course' => 'userid',
        'local_moocbuild_log' => 'userid',
        'local_moocbuild_contact' => 'usermodified',
    ];
    /** Tables whose rows belong to a course; those of the site, and of courses that are gone, belong to the site. */
    private const OF_COURSES = ['local_moocbuild_course', 'local_moocbuild_log'];
    /** What is exported of a row. */
    private const EXPORTED = [
        'local_moocbuild_course' => ['coursekey', 'version', 'timeimported'],
        'local_moocbuild_log' => ['action', 'summary', 'timecreated'],
        'local_moocbuild_contact' => ['kind', 'name', 'value', 'country', 'timemodified'],
    ];

    /**
     * What is kept.
     *
     * @param collection $collection to add to
     */
    public static function get_metadata(collection $collection): collection {
        foreach (self::EXPORTED as $table => $columns) {
            $fields = [];
            foreach ([self::PEOPLE[$table], ...$columns] as $column) {
                $fields[$column] = "privacy:metadata:$table:$column";
            }
            $collection->add_database_table($table, $fields, "privacy:metadata:$table");
        }
        return $collection;
    }

    /**
     * Where somebody has left something.
     *
     * @param int $userid the person
     */
    public static function get_contexts_for_userid(int $userid): contextlist {
        $list = new contextlist();
        foreach (self::OF_COURSES as $table) {
            $list->add_from_sql(
                "SELECT x.id FROM {context} x JOIN {{$table}} t ON t.courseid = x.instanceid
                  WHERE x.contextlevel = :level AND t.userid = :userid",
                ['level' => CONTEXT_COURSE, 'userid' => $userid]
            );
        }
        if (self::found(context_system::instance(), $userid)) {
            $list->add_system_context();
        }
        return $list;
    }

    /**
     * Who has left something in a context.
     *
     * @param userlist $userlist to add to
     */
    public static function get_users_in_context(userlist $userlist): void {
        foreach (self::PEOPLE as $table => $column) {
            [$where, $params] = self::rows($table, $userlist->get_context());
            $userlist->add_from_sql($column, "SELECT $column FROM {{$table}} WHERE $where AND $column <> 0", $params);
        }
    }

    /**
     * Gives somebody what they have left.
     *
     * @param approved_contextlist $contextlist the person and the places
     */
    public static function export_user_data(approved_contextlist $contextlist): void {
        foreach ($contextlist->get_contexts() as $context) {
            $found = self::found($context, (int) $contextlist->get_user()->id);
            foreach ($found as $table => $rows) {
                $path = [get_string('pluginname', 'local_moocbuild'), get_string("privacy:metadata:$table", 'local_moocbuild')];
                writer::with_context($context)->export_data($path, (object) ['rows' => array_map(
                    fn($row) => self::exported($table, $row),
                    array_values($rows)
                )]);
            }
        }
    }

    /**
     * Forgets everybody in a context.
     *
     * @param context $context the place
     */
    public static function delete_data_for_all_users_in_context(context $context): void {
        self::forget($context, '<> :nobody', ['nobody' => 0]);
    }

    /**
     * Forgets one person.
     *
     * @param approved_contextlist $contextlist the person and the places
     */
    public static function delete_data_for_user(approved_contextlist $contextlist): void {
        foreach ($contextlist->get_contexts() as $context) {
            self::forget($context, '= :person', ['person' => $contextlist->get_user()->id]);
        }
    }

    /**
     * Forgets several people in a context.
     *
     * @param approved_userlist $userlist the people and the place
     */
    public static function delete_data_for_users(approved_userlist $userlist): void {
        global $DB;
        $ids = $userlist->get_userids();
        if ($ids) {
            [$in, $params] = $DB->get_in_or_equal($ids, SQL_PARAMS_NAMED);
            self::forget($userlist->get_context(), $in, $params);
        }
    }

    /**
     * Takes people out of the rows of a context.
     *
     * @param context $context the place
     * @param string $who condition on their numbers
     * @param array $people its parameters
     */
    private static function forget(context $context, string $who, array $people): void {
        global $DB;
        foreach (self::PEOPLE as $table => $column) {
            [$where, $params] = self::rows($table, $context);
            $DB->set_field_select($table, $column, 0, "$where AND $column $who", $params + $people);
        }
    }

    /**
     * Rows of somebody in a context, by table; tables without any are left out.
     *
     * @param context $context the place
     * @param int $userid the person
     * @return \stdClass[][]
     */
    private static function found(context $context, int $userid): array {
        global $DB;
        $found = [];
        foreach (self::PEOPLE as $table => $column) {
            [$where, $params] = self::rows($table, $context);
            $found[$table] = $DB->get_records_select($table, "$where AND $column = :person", $params + ['person' => $userid]);
        }
        return array_filter($found);
    }

    /**
     * Which rows of a table belong to a context.
     *
     * @param string $table one of ours
     * @param context $context the place
     * @return array condition and its parameters
     */
    private static function rows(string $table, context $context): array {
        $courses = in_array($table, self::OF_COURSES, true);
        return match (true) {
            $context instanceof context_course && $courses => ['courseid = :course', ['course' => $context->instanceid]],
            $context instanceof context_system && $courses => ['courseid NOT IN (SELECT id FROM {course})', []],
            $context instanceof context_system => ['1 = 1', []],
            default => ['1 = 0', []],
        };
    }

    /**
     * What is exported of a row.
     *
     * @param string $table one of ours
     * @param \stdClass $row of it
     */
    private static function exported(string $table, \stdClass $row): array {
        $values = array_intersect_key((array) $row, array_flip(self::EXPORTED[$table]));
        if (isset($values['summary'])) {
            // What the site's database said belongs to the site.
            $summary = array_diff_key(json_decode($values['summary'], true) ?: [], ['detail' => 0, 'error' => 0]);
            $values['summary'] = json_encode($summary, JSON_UNESCAPED_UNICODE);
        }
        foreach (preg_grep('/^time/', array_keys($values)) as $column) {
            $values[$column] = transform::datetime($values[$column]);
        }
        return $values;
    }
}
