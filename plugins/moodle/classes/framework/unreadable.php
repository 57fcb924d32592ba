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
 * A file that is no framework, or one that cannot be kept as it is.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class unreadable extends \Exception {
    /**
     * Constructor.
     *
     * @param string $reason string identifier of this plugin, after 'case_'
     * @param string $what what it is about: a code, a limit
     */
    public function __construct(
        /** @var string */
        public readonly string $reason,
        /** @var string */
        public readonly string $what = '',
    ) {
        parent::__construct(trim("$reason $what"));
    }

    /**
     * What to tell the reader, in their language.
     */
    public function explain(): string {
        return get_string("case_$this->reason", 'local_moocbuild', $this->what);
    }
}
