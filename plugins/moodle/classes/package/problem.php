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

namespace local_moocbuild\package;

/**
 * A package that cannot be taken, and why.
 *
 * Knows no Moodle: what is shown is the string `problem:$why`, with `$about` in it.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class problem extends \Exception {
    /**
     * What is wrong.
     *
     * @param string $why a short name
     * @param string $about what it is about: the name of a file, a number
     */
    public function __construct(
        /** @var string A short name of what is wrong */
        public readonly string $why,
        /** @var string What it is about */
        public readonly string $about = '',
    ) {
        parent::__construct($about === '' ? $why : "$why: $about");
    }
}
