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

/**
 * Which numbers of one item may be shown, for everybody and for each group. Pure: knows numbers only.
 *
 * A number under the threshold could point at single learners: it is hidden, and zero with it. What is
 * hidden must not be found by subtraction either; readers know the sizes of groups. So:
 *
 * 1. Of everybody's numbers either none is hidden, or at least two that together reach the threshold.
 * 2. Groups under the threshold are pooled, with the smallest others until the pool reaches it;
 *    nothing is shown of pooled groups.
 * 3. A column is shown for all groups and the pool or for none: where each of them and everybody reach
 *    the threshold.
 * 4. Of each group's numbers either none is hidden, or at least two that together reach the threshold.
 *
 * What is left open is a table whose known sums all reach the threshold, at least two each way: every
 * hidden number can then still be any of at least as many as the threshold (for such tables the range
 * is the smallest of the sums of its row, its column, the other rows and the other columns); that of a
 * group under the threshold, any up to the size of the group.
 *
 * Wherever a rule does not hold the smallest number still shown is hidden, until all hold. The rules
 * are for groups that nobody is in two of; the caller shows no groups where that is not so.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class suppression {
    /** The smallest number that is shown. */
    public const THRESHOLD = 10;

    /** @var bool[] what may be shown of everybody, by column. */
    public readonly array $whole;
    /** @var bool[][] what may be shown of groups, by group and column. */
    public readonly array $groups;

    /**
     * Constructor.
     *
     * @param int[][] $groups numbers by group and column, those of learners without a group as one of them
     * @param int $threshold the smallest number that is shown
     */
    public function __construct(
        array $groups,
        /** @var int */
        private readonly int $threshold = self::THRESHOLD,
    ) {
        $columns = array_keys(reset($groups) ?: []);
        $whole = self::sums($groups, $columns);
        $this->whole = $this->covered([$whole], array_map(fn($number) => $number >= $threshold, $whole));
        $rows = $this->pooled($groups, $columns);
        $large = fn($column) => $this->whole[$column] && min(array_column($rows, $column)) >= $threshold;
        $open = array_combine($columns, array_map(fn($column) => count($rows) > 1 && $large($column), $columns));
        $open = $this->covered($rows, $open);
        $closed = array_fill_keys($columns, false);
        $alone = array_intersect_key($rows, $groups);
        $this->groups = array_map(fn() => $open, $alone) + array_map(fn() => $closed, $groups);
    }

    /**
     * Hides columns of rows until each row has none hidden, or at least two that reach the threshold.
     *
     * @param int[][] $rows numbers by row and column
     * @param bool[] $shown by column
     * @return bool[] what is shown then
     */
    private function covered(array $rows, array $shown): array {
        while (in_array(true, $shown, true) && !$this->safe($rows, $shown)) {
            $left = array_keys($shown, true, true);
            $smallest = fn($column) => min(array_column($rows, $column));
            usort($left, fn($a, $b) => $smallest($a) <=> $smallest($b));
            $shown[$left[0]] = false;
        }
        return $shown;
    }

    /**
     * Whether that is so.
     *
     * @param int[][] $rows numbers by row and column
     * @param bool[] $shown by column
     */
    private function safe(array $rows, array $shown): bool {
        $hidden = array_fill_keys(array_keys($shown, false, true), true);
        if (!$hidden) {
            return true;
        }
        $least = min(array_map(fn($row) => array_sum(array_intersect_key($row, $hidden)), $rows));
        return count($hidden) > 1 && $least >= $this->threshold;
    }

    /**
     * The groups that stand alone, and the pool of the others as one more row.
     *
     * @param int[][] $groups numbers by group and column
     * @param array $columns their names
     * @return int[][] by group; the pool's key is no group's
     */
    private function pooled(array $groups, array $columns): array {
        $groups = array_filter($groups, fn($row) => array_sum($row) > 0);
        uasort($groups, fn($a, $b) => array_sum($a) <=> array_sum($b));
        $pool = [];
        foreach ($groups as $key => $row) {
            $size = array_sum(array_map('array_sum', $pool));
            if (array_sum($row) < $this->threshold || ($size > 0 && $size < $this->threshold)) {
                $pool[] = $row;
                unset($groups[$key]);
            }
        }
        return $pool ? $groups + ['pool' => self::sums($pool, $columns)] : $groups;
    }

    /**
     * Sums of columns.
     *
     * @param int[][] $rows numbers by row and column
     * @param array $columns their names
     * @return int[] by column
     */
    private static function sums(array $rows, array $columns): array {
        return array_combine($columns, array_map(fn($column) => array_sum(array_column($rows, $column)), $columns));
    }
}
