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

defined('MOODLE_INTERNAL') || die();

require_once($CFG->libdir . '/formslib.php');

/**
 * Asks for a package and, for a new course, where it goes.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class form extends \moodleform {
    /**
     * The fields. There is none for an address: packages are only uploaded.
     */
    protected function definition(): void {
        $form = $this->_form;
        $form->addElement('filepicker', 'package', get_string('package', 'local_moocbuild'), null, ['accepted_types' => ['.mbz']]);
        $form->addRule('package', null, 'required', null, 'client');
        $form->addHelpButton('package', 'package', 'local_moocbuild');
        if ($this->_customdata['course']) {
            $form->addElement('hidden', 'course', $this->_customdata['course']);
            $form->setType('course', PARAM_INT);
        } else {
            $categories = \core_course_category::make_categories_list('local/moocbuild:import');
            $form->addElement('select', 'category', get_string('coursecategory'), $categories);
            $form->setDefault('category', $this->_customdata['category']);
        }
        $this->add_action_buttons(false, get_string('preview', 'local_moocbuild'));
    }
}
