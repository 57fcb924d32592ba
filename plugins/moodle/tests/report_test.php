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

namespace local_moocbuild;

use local_moocbuild\report\csv;
use local_moocbuild\report\suppression;
use PHPUnit\Framework\TestCase;

/**
 * What the report shows and writes.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers    \local_moocbuild\report\csv
 * @covers    \local_moocbuild\report\suppression
 */
final class report_test extends TestCase {
    /**
     * Numbers of everybody, and what is shown of them.
     */
    public static function wholes(): array {
        return [
            'all large' => [[12, 10, 30, 15], [true, true, true, true]],
            'two small that reach ten' => [[5, 5, 30, 15], [false, false, true, true]],
            'one small: another goes with it' => [[9, 10, 30, 15], [false, false, true, true]],
            'two small that do not: another goes' => [[1, 2, 30, 15], [false, false, true, false]],
            'all alike would say what each learner is' => [[30, 0, 0, 0], [false, false, false, false]],
            'a small course' => [[3, 3, 3, 0], [false, false, false, false]],
            'nobody' => [[0, 0, 0, 0], [false, false, false, false]],
        ];
    }

    /**
     * Small numbers are hidden, and cannot be found by subtraction.
     *
     * @dataProvider wholes
     * @param int[] $numbers of a course
     * @param bool[] $shown which are shown
     */
    public function test_whole(array $numbers, array $shown): void {
        $this->assertSame($shown, (new suppression(['' => $numbers]))->whole);
    }

    /**
     * A small group cannot be found by taking the others from everybody.
     */
    public function test_groups(): void {
        $red = [20, 20, 20];
        $blue = [15, 15, 15];
        $mask = new suppression(['red' => $red, 'blue' => $blue]);
        $this->assertEquals(['red' => [true, true, true], 'blue' => [true, true, true]], $mask->groups);
        $mask = new suppression(['red' => $red, 'blue' => $blue, 'few' => [1, 1, 1]]);
        $this->assertSame([false, false, false], $mask->groups['few']);
        $this->assertSame([false, false, false], $mask->groups['blue'], 'pooled with the few');
        $this->assertSame([true, true, true], $mask->groups['red']);
        $this->assertSame([true, true, true], $mask->whole);
        $alone = new suppression(['red' => $red, 'few' => [1, 1, 1]]);
        $this->assertSame([false, false, false], $alone->groups['red'], 'everybody minus red are the few');
    }

    /**
     * A reader who tries every table that agrees with what is shown and with the sizes of groups cannot
     * say any hidden number of a group or of everybody better than within the threshold.
     */
    public function test_reader_with_a_computer(): void {
        mt_srand(20261121);
        $threshold = 3;
        $shown = 0;
        for ($round = 0; $round < 60; $round++) {
            $row = fn() => array_map(fn() => mt_rand(0, mt_rand(2, 7)), range(0, 2));
            $groups = ['a' => $row(), 'b' => $row()];
            $sizes = array_map('array_sum', $groups);
            if (min($sizes) < $threshold) {
                continue;
            }
            $mask = new suppression($groups, $threshold);
            $shown += array_sum(array_map('array_sum', $mask->groups));
            foreach (self::ranges($groups, $mask) as [$group, $column, $lowest, $highest]) {
                $this->assertGreaterThanOrEqual($threshold, $highest - $lowest, json_encode([$groups, $group, $column]));
            }
        }
        $this->assertGreaterThan(20, $shown, 'something is shown after all');
    }

    /**
     * What hidden numbers of groups and of everybody could be.
     *
     * @param int[][] $groups the truth
     * @param suppression $mask what is shown of it
     * @return array[] group, column, lowest and highest
     */
    private static function ranges(array $groups, suppression $mask): array {
        $ranges = [];
        foreach (self::splits(array_sum($groups['a'])) as $a) {
            foreach (self::agrees($a, $groups['a'], $mask->groups['a']) ? self::splits(array_sum($groups['b'])) : [] as $b) {
                $sum = array_map(fn($x, $y) => $x + $y, $a, $b);
                $truth = array_map(fn($x, $y) => $x + $y, $groups['a'], $groups['b']);
                if (self::agrees($b, $groups['b'], $mask->groups['b']) && self::agrees($sum, $truth, $mask->whole)) {
                    foreach (['a' => $a, 'b' => $b, '*' => $sum] as $group => $row) {
                        foreach ($row as $column => $number) {
                            $old = $ranges["$group$column"] ?? [$group, $column, $number, $number];
                            $ranges["$group$column"] = [$group, $column, min($old[2], $number), max($old[3], $number)];
                        }
                    }
                }
            }
        }
        $shown = $mask->groups + ['*' => $mask->whole];
        return array_filter($ranges, fn($range) => !$shown[$range[0]][$range[1]]);
    }

    /**
     * Every way to split a number in three.
     *
     * @param int $sum the number
     */
    private static function splits(int $sum): array {
        $splits = [];
        for ($first = 0; $first <= $sum; $first++) {
            for ($second = 0; $second <= $sum - $first; $second++) {
                $splits[] = [$first, $second, $sum - $first - $second];
            }
        }
        return $splits;
    }

    /**
     * Whether a row agrees with what is shown of the true one.
     *
     * @param int[] $row a guess
     * @param int[] $truth the true one
     * @param bool[] $shown what is shown of it
     */
    private static function agrees(array $row, array $truth, array $shown): bool {
        return array_intersect_key($row, array_filter($shown)) === array_intersect_key($truth, array_filter($shown));
    }

    /**
     * Cells that a spreadsheet would run (E26), and such that it would not.
     */
    public function test_formulas(): void {
        foreach (['=1+1', '+1', '-1', '@SUM(A1)', "\t=1", "\r=1", ' =cmd|x', "\u{FEFF}=1", '＝1', '|x', "\u{00A0}@x"] as $text) {
            $this->assertSame("\"'", substr(csv::cell($text), 0, 2), $text);
        }
        foreach (['Anna', 'I.3', '', 'a=b', '1+1', 'É', '12 %'] as $text) {
            $this->assertSame("\"$text\"", csv::cell($text));
        }
        $this->assertSame('-3', csv::cell(-3), 'a number is no formula');
    }

    /**
     * Quotes, line ends and what is no text.
     */
    public function test_csv(): void {
        $this->assertSame("\u{FEFF}\"a \"\"b\"\"\nc\",1\r\n\"x?\",0.5\r\n", csv::of([["a \"b\"\nc", 1], ["x\xff\0", 0.5]]));
    }
}
