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
 * Brings a competency framework to the state of a CASE file: upload, preview, confirm.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use core\output\notification;
use local_moocbuild\framework\draft;
use local_moocbuild\framework\form;
use local_moocbuild\framework\linker;
use local_moocbuild\framework\preview;
use local_moocbuild\framework\sync;
use local_moocbuild\framework\unreadable;

require(__DIR__ . '/../../config.php');
require_once($CFG->libdir . '/adminlib.php');

admin_externalpage_setup('local_moocbuild_framework');
require_capability(sync::RIGHT, context_system::instance());
core_competency\api::require_enabled();
$PAGE->set_title(get_string('page_framework', 'local_moocbuild'));

$draft = optional_param('draft', 0, PARAM_INT);
$idnumber = optional_param('idnumber', '', PARAM_RAW_TRIMMED);
$hash = optional_param('hash', '', PARAM_ALPHANUM);

if (optional_param('confirm', false, PARAM_BOOL) && data_submitted() && confirm_sesskey()) {
    $json = draft::content($draft);
    if (!hash_equals(hash('sha256', $json), $hash)) {
        redirect($PAGE->url, get_string('file_changed', 'local_moocbuild'), null, notification::NOTIFY_ERROR);
    }
    $plan = sync::from_case($json, $idnumber);
    $links = (new linker($idnumber))->add_everywhere();
    $said = ['changes' => array_sum($plan->counts()), 'links' => $links];
    redirect($PAGE->url, get_string('framework_done', 'local_moocbuild', $said), null, notification::NOTIFY_SUCCESS);
}

$form = new form();
$form->set_data(['idnumber' => linker::usual_idnumber()]);
$preview = null;
$problem = '';
if ($data = $form->get_data()) {
    try {
        $json = draft::content((int) $data->file);
        $plan = sync::plan($json, $data->idnumber);
        $preview = new preview($plan, $data->idnumber, (new linker($data->idnumber))->missing($plan->wanted));
    } catch (unreadable $e) {
        $problem = $e->explain();
    }
}

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('page_framework', 'local_moocbuild'));
echo $problem === '' ? '' : $OUTPUT->notification($problem, notification::NOTIFY_ERROR, false);
if ($preview === null) {
    echo html_writer::tag('p', get_string('framework_intro', 'local_moocbuild'));
    $form->display();
} else {
    echo $OUTPUT->render($preview);
    if ($preview->empty()) {
        echo $OUTPUT->continue_button($PAGE->url);
    } else {
        $kept = ['confirm' => 1, 'draft' => $data->file, 'idnumber' => $data->idnumber, 'hash' => hash('sha256', $json)];
        $yes = new single_button(new core\url($PAGE->url, $kept), get_string('framework_do', 'local_moocbuild'), 'post', 'primary');
        $no = new single_button($PAGE->url, get_string('cancel'), 'get');
        echo html_writer::div($OUTPUT->render($yes) . $OUTPUT->render($no), 'local-moocbuild-buttons');
    }
}
echo $OUTPUT->footer();
