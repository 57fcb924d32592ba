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

use local_moocbuild\mend\change;
use local_moocbuild\mend\plan;
use PHPUnit\Framework\TestCase;

/**
 * What is mended after an import of a cartridge, and what is left alone.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers    \local_moocbuild\mend\plan
 */
final class mend_test extends TestCase {
    /**
     * The changes of a plan as kind, id and new value.
     *
     * @param array[] $sections of a course
     * @param array[] $quizzes of a course
     */
    private static function changes(array $sections, array $quizzes = []): array {
        return array_map(fn(change $c) => [$c->kind, $c->id, $c->to], (new plan($sections, $quizzes))->changes);
    }

    /**
     * Summaries and the names that come of them; '' where nothing is done.
     */
    public static function summaries(): array {
        return [
            ['Module 1', 'Module 1'], ['  Two   words ', 'Two words'], ['A &amp; B', 'A & B'], ['<b>Bold</b> title', 'Bold title'],
            ['a < b', 'a &#60; b'], ['&#60;HACCP&#62; at &#60;5 °C', '&#60;HACCP&#62; at &#60;5 °C'], ['', ''], [' ', ''],
            ['<p>A real summary.</p>', ''], ['Line<br>Line', ''],
            [str_repeat('x', 256), ''], [str_repeat('é', 255), str_repeat('é', 255)], ['<img src=x onerror=alert(1)>', ''],
            ['<script>alert(1)</script>', 'alert(1)'],
        ];
    }

    /**
     * A title in a summary becomes a name; a real summary stays.
     *
     * @dataProvider summaries
     * @param string $summary of a section
     * @param string $name that it gets
     */
    public function test_sections(string $summary, string $name): void {
        $expected = $name === '' ? [] : [[change::NAME, 5, $name]];
        $this->assertSame($expected, self::changes([['id' => 5, 'name' => null, 'summary' => $summary]]));
        $this->assertSame([], self::changes([['id' => 5, 'name' => 'Named', 'summary' => $summary]]));
    }

    /**
     * A quiz as the import leaves it.
     *
     * @param float[] $worth of its questions
     */
    private static function imported(array $worth): array {
        $slot = fn($at, $worth) => ['id' => $at, 'number' => $at, 'mark' => 1.0, 'worth' => $worth];
        $reviews = ['reviewattempt' => 0x10000, 'reviewcorrectness' => 0x10000, 'reviewmaxmarks' => 0x11110,
            'reviewmarks' => 0x10000, 'reviewspecificfeedback' => 0, 'reviewgeneralfeedback' => 0, 'reviewrightanswer' => 0,
            'reviewoverallfeedback' => 0];
        $slots = array_map($slot, range(1, count($worth)), $worth);
        return ['id' => 9, 'name' => 'Q', 'sum' => 4.0, 'reviews' => $reviews, 'slots' => $slots];
    }

    /**
     * An imported quiz: marks, sum and reviews.
     */
    public function test_quiz(): void {
        $expected = [[change::MARK, 2, 2.0], [change::SUM, 9, 3.0], [change::REVIEW, 9, 1]];
        $this->assertSame($expected, self::changes([], [self::imported([1.0, 2.0])]));
        $this->assertSame([[change::REVIEW, 9, 1]], self::changes([], [self::imported([1.0, 1.0, 1.0, 1.0])]));
    }

    /**
     * A quiz that somebody has set up, or that was mended before, is left alone.
     */
    public function test_left_alone(): void {
        $quiz = self::imported([1.0, 2.0]);
        $this->assertSame([], self::changes([], [['reviews' => ['reviewmarks' => 0x11110] + $quiz['reviews']] + $quiz]));
        $this->assertSame([], self::changes([], [['reviews' => plan::REVIEWS] + $quiz]));
        $this->assertSame([], self::changes([], [['sum' => 3.0] + $quiz]));
    }
}
