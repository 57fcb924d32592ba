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
 * Mends a course that came from a Common Cartridge: shows what is wrong, then mends it.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use core\output\notification;
use local_moocbuild\mend\course as mendable;
use local_moocbuild\mend\mender;
use local_moocbuild\mend\preview;

require(__DIR__ . '/../../config.php');

$course = get_course(required_param('course', PARAM_INT));
require_login($course);
$context = context_course::instance($course->id);
array_map(fn($right) => require_capability($right, $context), mender::RIGHTS);

$PAGE->set_url('/local/moocbuild/mend.php', ['course' => $course->id]);
$PAGE->set_context($context);
$PAGE->set_pagelayout('incourse');
$PAGE->set_title(get_string('page_mend', 'local_moocbuild') . moodle_page::TITLE_SEPARATOR . format_string($course->shortname));
$PAGE->set_heading(format_string($course->fullname));

$mendable = new mendable((int) $course->id);
if (optional_param('confirm', false, PARAM_BOOL) && data_submitted() && confirm_sesskey()) {
    $done = (new mender($mendable))->mend();
    $said = get_string('mend_done', 'local_moocbuild', count($done->changes));
    redirect($PAGE->url, $said, null, notification::NOTIFY_SUCCESS);
}

$plan = $mendable->plan();
echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('page_mend', 'local_moocbuild'));
echo html_writer::tag('p', get_string('mend_intro', 'local_moocbuild'));
echo $OUTPUT->render(new preview($plan));
if ($plan->changes) {
    $url = new core\url($PAGE->url, ['confirm' => 1]);
    echo $OUTPUT->render(new single_button($url, get_string('mend_do', 'local_moocbuild'), 'post', 'primary'));
}
echo $OUTPUT->footer();
