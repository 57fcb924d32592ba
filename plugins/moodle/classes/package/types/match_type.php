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
 * Rows to match: what the plugin `qtype_match` keeps of a question.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/licenses/gpl-3.0.html GNU GPL v3 or later
 */
final class match_type {
    /**
     * Elements by name.
     *
     * @return array[]
     */
    public static function parts(): array {
        return [
            'matchoptions' => shape::element('id:id', shape::COMBINED . 'shuffleanswers:flag'),
            'matches' => shape::listed('match', shape::element('id:id', 'questiontext:html questiontextformat:=1
                answertext:name')),
        ];
    }
}
