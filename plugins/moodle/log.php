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
 * What the plugin has done to a course.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use local_moocbuild\update\listing;

require(__DIR__ . '/../../config.php');

$courseid = required_param('course', PARAM_INT);
$course = get_course($courseid);
require_login($course);
require_capability('local/moocbuild:update', context_course::instance($courseid));
$PAGE->set_url('/local/moocbuild/log.php', ['course' => $courseid]);
$PAGE->set_pagelayout('incourse');
$PAGE->set_title(get_string('page_log', 'local_moocbuild'));
$PAGE->set_heading(format_string($course->fullname));

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('page_log', 'local_moocbuild'));
echo $OUTPUT->render_from_template('local_moocbuild/log', listing::log($courseid));
echo $OUTPUT->footer();
