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

namespace local_moocbuild\help;

use core\hook\output\before_standard_top_of_body_html_generation as top_of_body_hook;

/**
 * Help on every page of courses that came from a package.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class hooks {
    /** In what a package says of itself: its course has no help page. Within words quotes are escaped. */
    private const NONE = '%"help": false%';

    /** Kinds of pages that are no place for it: they are printed, or are gone in a moment. */
    private const NOT_ON = ['print', 'redirect', 'maintenance'];

    /**
     * Adds the box at the top of the page, among the first things that the Tab key reaches.
     *
     * @param top_of_body_hook $hook of the page
     */
    public static function top_of_body(top_of_body_hook $hook): void {
        global $COURSE, $DB, $PAGE;
        if (during_initial_install() || empty($COURSE->id) || $COURSE->id == SITEID) {
            return;
        }
        if (in_array($PAGE->pagelayout, self::NOT_ON, true)) {
            return;
        }
        $wanted = 'courseid = :course AND ' . $DB->sql_like('facts', ':none', true, true, true);
        $of = ['course' => $COURSE->id, 'none' => self::NONE];
        if ($DB->record_exists_select('local_moocbuild_course', $wanted, $of)) {
            $hook->add_html($hook->renderer->render(new box(contacts::shown(), false, (int) $COURSE->id)));
        }
    }
}
