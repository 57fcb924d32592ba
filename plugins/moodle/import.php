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
 * Creates a course from a package, or updates one: upload, preview, confirm.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use core\output\notification;
use core\output\single_button;
use core\url;
use local_moocbuild\package\problem;
use local_moocbuild\update\form;
use local_moocbuild\update\importer;
use local_moocbuild\update\preview;
use local_moocbuild\update\record;
use local_moocbuild\update\rights;
use local_moocbuild\update\upload;
use local_moocbuild\update\plan_text;

require(__DIR__ . '/../../config.php');
require_once($CFG->dirroot . '/course/lib.php');

$courseid = optional_param('course', 0, PARAM_INT);
$categoryid = optional_param('category', 0, PARAM_INT);
$draft = optional_param('draft', 0, PARAM_INT);
$hash = optional_param('hash', '', PARAM_ALPHANUM);
$seen = optional_param('plan', '', PARAM_ALPHANUM);

if ($courseid) {
    $course = get_course($courseid);
    require_login($course);
    $context = context_course::instance($courseid);
    array_map(fn($right) => require_capability($right, $context), rights::UPDATE);
    $here = ['course' => $courseid];
    $PAGE->set_pagelayout('incourse');
} else {
    require_login(null, false);
    $categoryid = $categoryid ?: (int) core_course_category::get_default()->id;
    $context = context_coursecat::instance($categoryid);
    array_map(fn($right) => require_capability($right, $context), rights::CREATE);
    $here = ['category' => $categoryid];
    $PAGE->set_pagelayout('standard');
}
$PAGE->set_context($context);
$PAGE->set_url('/local/moocbuild/import.php', $here);
$heading = get_string($courseid ? 'page_import' : 'page_import_new', 'local_moocbuild');
$PAGE->set_title($heading);
$PAGE->set_heading(format_string($courseid ? $course->fullname : $SITE->fullname));

$problem = '';
$preview = null;
$package = null;
$form = new form($PAGE->url->out(false), $here + ['course' => 0, 'category' => 0]);
$confirmed = $draft && data_submitted() && confirm_sesskey();
$data = $confirmed ? null : $form->get_data();

try {
    if ($confirmed || $data) {
        $draft = $data ? (int) $data->package : $draft;
        $package = upload::open($draft);
        $importer = new importer($package);
    }
    if ($confirmed) {
        if (!hash_equals($package->hash, $hash)) {
            throw new problem('changed');
        }
        if ($courseid) {
            $plan = $importer->update($courseid, $seen);
            $said = plan_text::done($plan);
        } else {
            $courseid = $importer->create($categoryid);
            $said = get_string('created', 'local_moocbuild');
        }
        redirect(course_get_url($courseid), $said, null, notification::NOTIFY_SUCCESS);
    }
    if ($data) {
        $plan = $courseid ? $importer->preview($courseid) : null;
        $facts = $package->facts;
        $others = array_filter(
            $courseid ? [] : array_map('get_course', record::courses($facts->key())),
            fn($other) => has_all_capabilities(rights::UPDATE, context_course::instance($other->id))
        );
        $kept = $here + ['draft' => $draft, 'hash' => $package->hash, 'plan' => $plan?->fingerprint(), 'sesskey' => sesskey()];
        $do = new single_button(
            new url('/local/moocbuild/import.php', $kept),
            get_string($courseid ? 'do_update' : 'do_create', 'local_moocbuild'),
            'post',
            single_button::BUTTON_PRIMARY
        );
        $back = new single_button($PAGE->url, get_string('another_package', 'local_moocbuild'), 'get');
        $preview = new preview($facts, $plan, $plan?->empty() ? [$back] : [$do, $back], $others);
    }
} catch (problem $e) {
    $problem = plan_text::problem($e);
} catch (moodle_exception $e) {
    $problem = get_string('failed', 'local_moocbuild', plan_text::failure($e));
}

echo $OUTPUT->header();
echo $OUTPUT->heading($heading);
if ($problem !== '') {
    echo $OUTPUT->notification(s($problem), notification::NOTIFY_ERROR, false);
}
if ($preview) {
    echo $OUTPUT->render($preview);
} else {
    echo html_writer::tag('p', get_string($courseid ? 'import_update' : 'import_new', 'local_moocbuild'));
    $form->display();
}
echo $OUTPUT->footer();
