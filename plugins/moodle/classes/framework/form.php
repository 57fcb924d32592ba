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

namespace local_moocbuild\framework;

defined('MOODLE_INTERNAL') || die();

require_once($CFG->libdir . '/formslib.php');

/**
 * Asks for a CASE file, and for the framework that it describes.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class form extends \moodleform {
    /**
     * The fields.
     */
    protected function definition(): void {
        $form = $this->_form;
        $form->addElement('filepicker', 'file', get_string('framework_file', 'local_moocbuild'), null, [
            'accepted_types' => ['.json'],
            'maxbytes' => case_reader::MAX_BYTES,
        ]);
        $form->addRule('file', null, 'required', null, 'client');
        $form->addElement('text', 'idnumber', get_string('framework_idnumber', 'local_moocbuild'), ['size' => 40]);
        $form->setType('idnumber', PARAM_RAW_TRIMMED);
        $form->addRule('idnumber', null, 'required', null, 'client');
        $form->addRule('idnumber', get_string('maximumchars', '', 100), 'maxlength', 100, 'client');
        $form->addHelpButton('idnumber', 'framework_idnumber', 'local_moocbuild');
        $this->add_action_buttons(false, get_string('preview', 'local_moocbuild'));
    }
}
