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

namespace local_moocbuild;

use local_moocbuild\help\contacts;

/**
 * What this plugin does when something happens.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class observers {
    /** More help lines than a package has. */
    private const MOST_CONTACTS = 500;

    /**
     * A course came from a package: takes the help lines that it suggests, none of them confirmed.
     *
     * @param \core\event\base $event of the course
     */
    public static function course_imported(\core\event\base $event): void {
        global $DB;
        $facts = json_decode((string) $DB->get_field('local_moocbuild_course', 'facts', ['courseid' => $event->courseid]), true);
        $rows = is_array($facts['contacts'] ?? null) ? $facts['contacts'] : [];
        contacts::suggest(array_slice($rows, 0, self::MOST_CONTACTS));
    }

    /**
     * A course is gone: so is what was remembered of its package.
     *
     * @param \core\event\course_deleted $event of the course
     */
    public static function course_deleted(\core\event\course_deleted $event): void {
        global $DB;
        $DB->delete_records('local_moocbuild_course', ['courseid' => $event->objectid]);
    }
}
