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
 * The site's help lines: confirm, change, add, remove.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use core\output\notification;
use local_moocbuild\help\contacts;
use local_moocbuild\help\form;
use local_moocbuild\help\listing;

require(__DIR__ . '/../../config.php');
require_once($CFG->libdir . '/adminlib.php');

admin_externalpage_setup('local_moocbuild_contacts');
$id = optional_param('id', 0, PARAM_INT);
$action = optional_param('action', '', PARAM_ALPHA);
$home = new core\url('/local/moocbuild/contacts.php');

if (in_array($action, ['confirm', 'remove'], true) && data_submitted() && confirm_sesskey()) {
    if ($action === 'remove') {
        contacts::remove($id);
    } else if (!contacts::confirm($id)) {
        redirect($home, get_string('contact_no_link', 'local_moocbuild'), null, notification::NOTIFY_ERROR);
    }
    redirect($home, get_string('changessaved'), null, notification::NOTIFY_SUCCESS);
}

$form = null;
if ($action === 'edit') {
    $form = new form(new core\url($home, ['action' => 'edit']));
    $form->set_data($id ? ['confirmed' => 0] + get_object_vars(contacts::get($id)) : []);
    if ($form->is_cancelled()) {
        redirect($home);
    }
    if ($data = $form->get_data()) {
        contacts::save(form::contact($data));
        redirect($home, get_string('changessaved'), null, notification::NOTIFY_SUCCESS);
    }
}

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('page_contacts', 'local_moocbuild'));
if ($form) {
    $form->display();
} else {
    echo $OUTPUT->render(new listing(contacts::all(), time()));
}
echo $OUTPUT->footer();
