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
 * SCORM activities: the package replaced in place; Moodle keeps tracks where item identifiers agree.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class simulations {
    /**
     * Writes one.
     *
     * @param \stdClass $module
     * @param array $row
     * @param \stdClass $from the staging course's
     * @param int[] $contexts of the staging course's, and of the course's
     * @param bool $package whether its package is another
     */
    public static function write(\stdClass $module, array $row, \stdClass $from, array $contexts, bool $package): void {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/mod/scorm/lib.php');
        require_once($CFG->dirroot . '/mod/scorm/locallib.php');
        $row['reference'] = $from->reference;
        $DB->update_record('scorm', (object) $row);
        $scorm = $DB->get_record('scorm', ['id' => $row['id']], '*', MUST_EXIST);
        $scorm->cmid = $module->id;
        $scorm->idnumber = $module->idnumber;
        if ($package) {
            files::copy($contexts[0], $contexts[1], 'mod_scorm', 'package');
            scorm_parse($scorm, true);
        }
        $scorm->cmidnumber = $module->idnumber;
        scorm_grade_item_update($scorm);
    }
}
