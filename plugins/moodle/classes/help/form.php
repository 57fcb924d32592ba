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

namespace local_moocbuild\help;

defined('MOODLE_INTERNAL') || die();

require_once($CFG->libdir . '/formslib.php');

/**
 * Asks for a help line.
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
        $say = fn($key) => get_string($key, 'local_moocbuild');
        $form->addElement('hidden', 'id', 0);
        $form->setType('id', PARAM_INT);
        $kinds = array_combine(contact::KINDS, array_map(fn($kind) => $say("kind_$kind"), contact::KINDS));
        $form->addElement('select', 'kind', $say('contact_kind'), $kinds);
        $form->addElement('text', 'name', $say('contact_name'), ['size' => 40, 'maxlength' => 255]);
        $form->setType('name', PARAM_TEXT);
        $form->addElement('text', 'value', $say('contact_value'), ['size' => 40, 'maxlength' => 255]);
        $form->setType('value', PARAM_RAW_TRIMMED);
        $form->addRule('value', null, 'required', null, 'client');
        $form->addHelpButton('value', 'contact_value', 'local_moocbuild');
        $countries = ['' => $say('contact_any_country')] + get_string_manager()->get_list_of_countries(true);
        $form->addElement('select', 'country', get_string('country'), $countries);
        $form->addElement('text', 'note', $say('contact_note'), ['size' => 40, 'maxlength' => 1000]);
        $form->setType('note', PARAM_TEXT);
        $form->addElement('advcheckbox', 'confirmed', $say('contact_confirmed'), $say('contact_confirm_words'));
        $this->add_action_buttons();
    }

    /**
     * What is wrong with the answers.
     *
     * @param array $data answers
     * @param array $files none
     * @return string[] by field
     */
    public function validation($data, $files): array {
        $wrong = parent::validation($data, $files);
        if ((new contact('other', '', $data['value']))->link() === '') {
            $wrong['value'] = get_string('contact_no_link', 'local_moocbuild');
        }
        return $wrong;
    }

    /**
     * The help line that was asked for.
     *
     * @param \stdClass $data answers
     */
    public static function contact(\stdClass $data): contact {
        $time = $data->confirmed ? time() : 0;
        return new contact($data->kind, $data->name, $data->value, $data->country, $data->note, $time, $data->id);
    }
}
