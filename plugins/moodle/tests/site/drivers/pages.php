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
 * What pages could have changed, and what they are given to work on.
 *
 * Usage: pages.php ACTION …
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

// phpcs:disable moodle.Files.MoodleInternal -- start.php loads config.php.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/common.php');
require_once($CFG->dirroot . '/group/lib.php');
[$plain, $options] = arguments();
switch ($plain[0]) {
    case 'group': // Of a hostile name.
        answer((int) groups_create_group((object) ['courseid' => $plain[1], 'name' => '"><script>alert(1)</script>']));
        break;
    case 'other': // A course of somebody else, with a learner and a group.
        $id = new_course();
        enrol($id, person('mbtstranger'), 'student');
        enrol($id, person('mbtotherteacher'), 'editingteacher');
        $group = groups_create_group((object) ['courseid' => $id, 'name' => 'Theirs']);
        groups_add_member($group, person('mbtstranger'));
        answer(['course' => (int) $id, 'learner' => (int) person('mbtstranger')->id, 'group' => (int) $group]);
        break;
    case 'draft': // A file that somebody has uploaded and not yet sent.
        $user = person($plain[1]);
        \core\session\manager::set_user($user);
        $item = file_get_unused_draft_itemid();
        get_file_storage()->create_file_from_pathname(['contextid' => context_user::instance($user->id)->id,
            'component' => 'user', 'filearea' => 'draft', 'itemid' => $item, 'filepath' => '/', 'filename' => 'f.json'], $plain[2]);
        answer((int) $item);
        break;
    case 'framework':
        answer($DB->record_exists('competency_framework', ['idnumber' => $plain[1]]));
        break;
    case 'events': // Of ours in a course, newest first.
        $rows = $DB->get_records(
            'logstore_standard_log',
            ['component' => 'local_moocbuild', 'courseid' => $plain[1]],
            'id DESC',
            'id, eventname, userid, relateduserid, other',
            0,
            5
        );
        answer(array_values($rows));
        break;
}
