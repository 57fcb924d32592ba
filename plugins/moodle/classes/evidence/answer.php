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
 * A learner's best answer to a question in one quiz.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class answer {
    /**
     * Constructor.
     *
     * @param string $question what tells questions apart: the idnumber, where there is one
     * @param string[] $tags of the question, in order
     * @param float $fraction what was earned; below 0 where wrong ticks take points away
     * @param float $points what can be earned
     * @param bool $final whether it was asked in a final quiz
     */
    public function __construct(
        /** @var string */
        public readonly string $question,
        /** @var array */
        public readonly array $tags,
        /** @var float */
        public readonly float $fraction,
        /** @var float */
        public readonly float $points,
        /** @var bool */
        public readonly bool $final,
    ) {
    }

    /**
     * What was earned, from 0 to 1; null for what is no share at all.
     */
    public function share(): ?float {
        if (!is_finite($this->fraction) || abs($this->fraction) > 1) {
            return null;
        }
        return max(0.0, $this->fraction);
    }
}
