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

namespace local_moocbuild\package\types;

use local_moocbuild\package\shape;

/**
 * A number to type: what the plugin `qtype_numerical` keeps of a question.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/licenses/gpl-3.0.html GNU GPL v3 or later
 */
final class numerical_type {
    /**
     * Elements by name.
     *
     * @return array[]
     */
    public static function parts(): array {
        return shape::answers('figure answerformat:=0') + [
            'numerical_options' => shape::listed('numerical_option', shape::element('id:id', 'showunits:=3 unitsleft:=0
                unitgradingtype:=0 unitpenalty:decimal')),
            'numerical_records' => shape::listed('numerical_record', shape::element('id:id', 'answer:id tolerance:figure')),
        ];
    }
}
