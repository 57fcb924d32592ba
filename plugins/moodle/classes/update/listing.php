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

use core\url;
use local_moocbuild\journal;
use local_moocbuild\package\problem;

/**
 * What tables of courses and of the log show.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class listing {
    /**
     * Every course that was made from a package.
     *
     * @return array for templates/courses
     */
    public static function courses(): array {
        global $DB;
        $rows = $DB->get_records_sql('SELECT r.*, c.fullname FROM {local_moocbuild_course} r JOIN {course} c ON c.id = r.courseid
            ORDER BY c.fullname, r.id');
        return [
            'new' => (new url('/local/moocbuild/import.php'))->out(false),
            'courses' => array_values(array_map(fn($row) => [
                'name' => format_string($row->fullname, true, ['context' => \context_course::instance($row->courseid)]),
                'address' => (new url('/course/view.php', ['id' => $row->courseid]))->out(false),
                'update' => (new url('/local/moocbuild/import.php', ['course' => $row->courseid]))->out(false),
                'log' => (new url('/local/moocbuild/log.php', ['course' => $row->courseid]))->out(false),
                'version' => $row->version,
                'language' => $row->lang,
                'when' => userdate($row->timeimported, get_string('strftimedatetimeshort', 'core_langconfig')),
            ], $rows)),
        ];
    }

    /**
     * The newest lines of the log of a course.
     *
     * @param int $course
     * @return array for templates/log
     */
    public static function log(int $course): array {
        return ['lines' => array_values(array_map(self::line(...), journal::lines($course)))];
    }

    /**
     * One line.
     *
     * @param \stdClass $line
     * @return array
     */
    private static function line(\stdClass $line): array {
        $user = \core_user::get_user($line->userid);
        $known = get_string_manager()->string_exists("action_$line->action", 'local_moocbuild');
        return [
            'when' => userdate($line->timecreated, get_string('strftimedatetimeshort', 'core_langconfig')),
            'who' => $user ? fullname($user) : get_string('nobody', 'local_moocbuild'),
            'what' => $known ? get_string("action_$line->action", 'local_moocbuild') : $line->action,
            'more' => self::more(json_decode($line->summary ?? '', true) ?: []),
        ];
    }

    /**
     * What is worth knowing, as lines of text.
     *
     * @param array $summary
     * @return string[]
     */
    private static function more(array $summary): array {
        $found = isset($summary['version']) ? [get_string('version_is', 'local_moocbuild', $summary['version'])] : [];
        foreach ($summary['counts'] ?? [] as $kind => $count) {
            $found[] = get_string("step_$kind", 'local_moocbuild', $count);
        }
        if (isset($summary['why'])) {
            $found[] = plan_text::problem(new problem($summary['why'], $summary['about'] ?? ''));
        }
        if (isset($summary['said'])) {
            $found[] = $summary['said'];
        }
        // What a database or PHP said is for those who manage the site; `error` is how older lines keep it.
        $detail = $summary['detail'] ?? $summary['error'] ?? '';
        return $detail !== '' && has_capability('moodle/site:config', \context_system::instance()) ? [...$found, $detail] : $found;
    }
}
