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

use core\hook\output\before_http_headers;

/**
 * How pages of courses that came from a package look.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class looks {
    /** What the body of such a page is marked with, for styles.css. */
    private const MARK = 'local-moocbuild-course';

    /**
     * Marks the page if its course came from a package.
     *
     * @param before_http_headers $hook before anything of the page is written
     */
    public static function before_page(before_http_headers $hook): void {
        global $COURSE, $DB, $PAGE;
        if (during_initial_install() || empty($COURSE->id) || $COURSE->id == SITEID) {
            return;
        }
        if ($DB->record_exists('local_moocbuild_course', ['courseid' => $COURSE->id])) {
            $PAGE->add_body_class(self::MARK);
        }
    }
}
