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
 * One piece of evidence: the best answer to a question, or the best run of a simulation.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class piece {
    /** A question of a quiz. */
    public const QUIZ = 'quiz';
    /** A question of a final quiz. */
    public const FINAL = 'final';
    /** A simulation. */
    public const SCENARIO = 'scenario';

    /**
     * Constructor.
     *
     * @param string $item code of the item
     * @param string $kind one of the constants above
     * @param float $share what was earned, from 0 to 1
     * @param float $points what can be earned
     * @param bool $main whether the item is the question's main one
     */
    public function __construct(
        /** @var string */
        public readonly string $item,
        /** @var string */
        public readonly string $kind,
        /** @var float */
        public readonly float $share,
        /** @var float */
        public readonly float $points = 1.0,
        /** @var bool */
        public readonly bool $main = true,
    ) {
    }
}
