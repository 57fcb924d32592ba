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

namespace local_moocbuild\mend;

/**
 * One thing to mend.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class change {
    /** The name of a section. */
    public const NAME = 'name';
    /** The mark of a place in a quiz. */
    public const MARK = 'mark';
    /** The sum of a quiz's marks. */
    public const SUM = 'sum';
    /** What learners see of a quiz afterwards. */
    public const REVIEW = 'review';

    /**
     * Constructor.
     *
     * @param string $kind one of the constants above
     * @param int $id of the section, the place or the quiz
     * @param string $where its name for the reader, not escaped
     * @param string|float|int $from how it is
     * @param string|float|int $to how it should be
     */
    public function __construct(
        /** @var string */
        public readonly string $kind,
        /** @var int */
        public readonly int $id,
        /** @var string */
        public readonly string $where,
        /** @var string|float|int */
        public readonly string|float|int $from,
        /** @var string|float|int */
        public readonly string|float|int $to,
    ) {
    }
}
