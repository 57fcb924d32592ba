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

/**
 * A competency or category, as a file wants it to be.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class competency {
    /**
     * Constructor.
     *
     * @param string $code its idnumber in Moodle
     * @param string $name what lists show
     * @param string $description HTML
     * @param string $parent code of what is above it, '' at the top
     */
    public function __construct(
        /** @var string */
        public readonly string $code,
        /** @var string */
        public readonly string $name,
        /** @var string */
        public readonly string $description,
        /** @var string */
        public readonly string $parent = '',
    ) {
    }
}
