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

/**
 * The plugin's log: who did what to which course, and when.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class journal {
    /** The table. */
    private const TABLE = 'local_moocbuild_log';

    /**
     * Writes a line.
     *
     * @param int $course 0 for the site
     * @param string $action created, updated, unchanged, refused, failed, or what other parts of the plugin do
     * @param string $hash of the package
     * @param array $summary what is worth knowing, as JSON
     */
    public static function write(int $course, string $action, string $hash = '', array $summary = []): void {
        global $DB, $USER;
        $DB->insert_record(self::TABLE, (object) [
            'courseid' => $course,
            'userid' => $USER->id,
            'timecreated' => time(),
            'action' => $action,
            'packagehash' => $hash,
            'summary' => json_encode($summary, JSON_PARTIAL_OUTPUT_ON_ERROR | JSON_UNESCAPED_UNICODE),
        ]);
    }

    /**
     * The newest lines of a course.
     *
     * @param int $course
     * @param int $from
     * @param int $count
     * @return \stdClass[]
     */
    public static function lines(int $course, int $from = 0, int $count = 50): array {
        global $DB;
        return $DB->get_records(self::TABLE, ['courseid' => $course], 'id DESC', '*', $from, $count);
    }
}
