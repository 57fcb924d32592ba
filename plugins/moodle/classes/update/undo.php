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

namespace local_moocbuild\update;

/**
 * All or nothing: work in one transaction, with the files of the site as they were when it is undone.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class undo {
    /**
     * Does work, and keeps it only if it ends well and says so.
     *
     * @param callable $work gives [what to give back, whether to keep what was done]
     * @param string[] $contents sha1 of files that the work may bring
     * @param int $course whose files must be there afterwards
     * @return mixed
     * @throws \Throwable what the work throws
     */
    public static function run(callable $work, array $contents, int $course): mixed {
        global $DB;
        $transaction = $DB->start_delegated_transaction();
        try {
            [$result, $keep] = $work();
            if ($keep) {
                $transaction->allow_commit();
                return $result;
            }
            $failure = null;
        } catch (\Throwable $e) {
            $failure = $e;
        }
        // Everything goes back, with what Moodle itself may have begun inside.
        $DB->force_transaction_rollback();
        self::files($contents, $course);
        self::memory();
        if ($failure) {
            throw $failure;
        }
        return $result;
    }

    /**
     * Contents that nothing refers to any more go; contents that are missed come back from Moodle's trash.
     *
     * @param string[] $contents
     * @param int $course
     */
    private static function files(array $contents, int $course): void {
        global $DB;
        $system = get_file_storage()->get_file_system();
        foreach ($contents as $hash) {
            $system->remove_file($hash);
        }
        if (!$course) {
            return;
        }
        $context = \context_course::instance($course);
        $rows = $DB->get_records_sql(
            'SELECT f.* FROM {files} f JOIN {context} x ON x.id = f.contextid
            WHERE f.filesize > 0 AND (x.id = :id OR ' . $DB->sql_like('x.path', ':below') . ')',
            ['id' => $context->id, 'below' => "{$context->path}/%"]
        );
        foreach ($rows as $row) {
            $system->is_file_readable_locally_by_storedfile(get_file_storage()->get_file_instance($row), true);
        }
    }

    /**
     * What this request remembers of rows that are gone.
     */
    private static function memory(): void {
        \context_helper::reset_caches();
        \course_modinfo::clear_instance_cache();
        \core_courseformat\base::reset_course_cache();
        // Roles in a course that never was.
        reload_all_capabilities();
    }
}
