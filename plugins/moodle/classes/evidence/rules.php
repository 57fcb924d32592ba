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
 * The numbers by which evidence counts: evidence.json, which the course compiler wrote.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class rules {
    /** @var self|null what was read. */
    private static ?self $rules = null;

    /**
     * Constructor.
     *
     * @param float[] $weights what points count, by kind of evidence
     * @param float $secondary what they count for items that are not a question's main one
     * @param int $choice most points of a choice in a simulation
     * @param int $pieces so many must there be, or nothing is said
     * @param float $developing least share
     * @param float $shown least share
     * @param int $kinds kinds of evidence that are a broad base
     * @param int $questions questions that are one where no final question asks for the item
     * @param float $nearly sums of fractions are not exact: 0.7999999999 is four fifths
     */
    private function __construct(
        /** @var array */
        public readonly array $weights,
        /** @var float */
        public readonly float $secondary,
        /** @var int */
        public readonly int $choice,
        /** @var int */
        public readonly int $pieces,
        /** @var float */
        public readonly float $developing,
        /** @var float */
        public readonly float $shown,
        /** @var int */
        public readonly int $kinds,
        /** @var int */
        public readonly int $questions,
        /** @var float */
        public readonly float $nearly,
    ) {
    }

    /**
     * The rules.
     */
    public static function get(): self {
        if (self::$rules === null) {
            $all = json_decode(file_get_contents(dirname(__DIR__, 2) . '/evidence.json'), true, 8, JSON_THROW_ON_ERROR);
            // Ways through a simulation are the player's matter.
            unset($all['path']);
            self::$rules = new self(...$all);
        }
        return self::$rules;
    }
}
