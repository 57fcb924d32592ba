<?php
// This file is part of local_moocbuild, a plugin for Moodle - https://moodle.org/
//
// local_moocbuild is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// local_moocbuild is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <https://www.gnu.org/licenses/>.

namespace local_moocbuild\evidence;

/**
 * What a learner's evidence says of an item, in rising order.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
enum state: string {
    // Fewer than two pieces of evidence.
    case unseen = 'unseen';
    // Less than half of the points.
    case emerging = 'emerging';
    // Less than four fifths of the points, or evidence of too few kinds.
    case developing = 'developing';
    // Four fifths of the points or more, on a broad base.
    case shown = 'shown';

    /**
     * The state in the reader's language.
     */
    public function label(): string {
        return get_string("state_{$this->value}", 'local_moocbuild');
    }
}
