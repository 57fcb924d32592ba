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

namespace local_moocbuild\report;

use local_moocbuild\evidence\item_evidence;
use local_moocbuild\evidence\state;

/**
 * How many learners stand where, item by item, and which of these numbers may be shown. Pure.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class tally {
    /** The group of those who are in none. */
    private const NONE = 0;

    /** @var bool whether numbers of single groups are given at all. */
    public readonly bool $grouped;
    /** @var int[] the group of each learner. */
    private array $group = [];

    /**
     * Constructor.
     *
     * @param item_evidence[][] $allevidence by learner and code, of all learners of the course
     * @param int[][] $memberships groups by learner; [] where groups are no matter
     */
    public function __construct(
        /** @var array */
        private readonly array $allevidence,
        array $memberships,
    ) {
        $memberships = array_intersect_key($memberships, $allevidence);
        $this->grouped = max([0, ...array_map('count', array_values($memberships))]) === 1;
        foreach (array_keys($allevidence) as $learner) {
            $this->group[$learner] = $this->grouped ? $memberships[$learner][0] ?? self::NONE : self::NONE;
        }
    }

    /**
     * Numbers of one item by state; null for one that is not shown.
     *
     * @param string $code of the item
     * @param int $group of these learners only; 0: all
     * @return (int|null)[]
     */
    public function numbers(string $code, int $group): array {
        $table = $this->table($code);
        $mask = new suppression($table);
        $nothing = array_fill_keys(array_column(state::cases(), 'value'), 0);
        $numbers = $group === 0 ? self::sum($table, $nothing) : $table[$group] ?? $nothing;
        $shown = $group === 0 ? $mask->whole : ($this->grouped ? $mask->groups[$group] ?? [] : []);
        foreach ($numbers as $state => $number) {
            $numbers[$state] = ($shown[$state] ?? false) ? $number : null;
        }
        return $numbers;
    }

    /**
     * Numbers of one item by group and state.
     *
     * @param string $code of the item
     * @return int[][]
     */
    private function table(string $code): array {
        $nothing = array_fill_keys(array_column(state::cases(), 'value'), 0);
        $table = [self::NONE => $nothing];
        foreach ($this->allevidence as $learner => $items) {
            $group = $this->group[$learner];
            $table[$group] ??= $nothing;
            $table[$group][($items[$code] ?? new item_evidence())->state->value]++;
        }
        return $table;
    }

    /**
     * Sums of columns.
     *
     * @param int[][] $table numbers by row and column
     * @param int[] $sums to begin with
     * @return int[]
     */
    private static function sum(array $table, array $sums): array {
        foreach ($table as $row) {
            foreach ($row as $column => $number) {
                $sums[$column] += $number;
            }
        }
        return $sums;
    }
}
