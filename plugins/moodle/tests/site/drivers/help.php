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
 * Help lines of the site.
 *
 * Usage: help.php ACTION …
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

// phpcs:disable moodle.Files.MoodleInternal -- start.php loads config.php.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/start.php');
use local_moocbuild\help\contact;
use local_moocbuild\help\contacts;

[$plain, $options] = arguments();
if (isset($options['user'])) {
    \core\session\manager::set_user(person($options['user']));
}
try {
    switch ($plain[0]) {
        case 'clear': // What tests have left; the site's own stay.
            $DB->delete_records_select('local_moocbuild_contact', $DB->sql_like('value', '?'), ['%0800 00 0%']);
            $DB->delete_records_select('local_moocbuild_contact', $DB->sql_like('name', '?'), ['%mbt%']);
            answer(true);
            break;
        case 'suggest':
            answer(contacts::suggest(json_decode($plain[1], true)));
            break;
        case 'save':
            contacts::save(new contact(...json_decode($plain[1], true)));
            answer(true);
            break;
        case 'confirm':
            answer(contacts::confirm((int) $DB->get_field('local_moocbuild_contact', 'id', ['value' => $plain[1]], MUST_EXIST)));
            break;
        case 'age':
            answer($DB->set_field('local_moocbuild_contact', 'confirmedon', (int) $plain[2], ['value' => $plain[1]]));
            break;
        case 'id':
            answer((int) $DB->get_field('local_moocbuild_contact', 'id', ['value' => $plain[1]]));
            break;
        case 'all':
            answer(array_map('get_object_vars', contacts::all()));
            break;
        case 'people': // Somebody of each sort, for the pages.
            foreach (['mbtlearner' => 'student', 'mbtteacher' => 'editingteacher'] as $name => $role) {
                enrol((int) $plain[1], person($name), $role);
            }
            $role = $DB->get_field('role', 'id', ['shortname' => 'manager'], MUST_EXIST);
            role_assign($role, person('mbtmanager')->id, context_system::instance());
            answer(true);
            break;
        case 'imported': // What the importer tells when it is done.
            local_moocbuild\event\course_created::of((int) $plain[1], '1.0.0')->trigger();
            answer(true);
            break;
        case 'copy': // Another course that the plugin knows.
            $row = $DB->get_record('local_moocbuild_course', ['courseid' => $plain[1]]);
            $DB->insert_record('local_moocbuild_course', (object) (['courseid' => $plain[2]] + (array) $row));
            answer($DB->count_records('local_moocbuild_course', ['courseid' => $plain[2]]));
            break;
        case 'known':
            answer($DB->count_records('local_moocbuild_course', ['courseid' => $plain[1]]));
            break;
        case 'other': // A course that came another way.
            $id = new_course();
            enrol($id, person('mbtlearner'), 'student');
            answer($id);
            break;
    }
} catch (required_capability_exception $e) {
    answer('refused');
}
