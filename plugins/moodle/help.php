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
 * Whom to call now: the confirmed help lines of the site, for those who may see a course of a package.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use local_moocbuild\help\box;
use local_moocbuild\help\contacts;

require(__DIR__ . '/../../config.php');

$course = get_course(required_param('course', PARAM_INT));
require_login($course);
$DB->get_record('local_moocbuild_course', ['courseid' => $course->id], 'id', MUST_EXIST);

$PAGE->set_url('/local/moocbuild/help.php', ['course' => $course->id]);
$PAGE->set_context(context_course::instance($course->id));
$PAGE->set_pagelayout('incourse');
$PAGE->set_title(get_string('help_now', 'local_moocbuild') . moodle_page::TITLE_SEPARATOR . format_string($course->shortname));
$PAGE->set_heading(format_string($course->fullname));

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('help_now', 'local_moocbuild'));
echo $OUTPUT->render(new box(contacts::shown(), true, (int) $course->id));
echo $OUTPUT->footer();
