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

use local_moocbuild\title;

/**
 * What Moodle's import of a Common Cartridge leaves wrong in a course. Pure: knows values, no database.
 *
 * Titles of modules stand in summaries, and sections have no names. Quizzes count every question once
 * and are graded out of four, whatever their questions are worth; learners never see any feedback.
 * A quiz is taken for an imported one only while both are exactly as the import leaves them: somebody
 * who has set it up since is not overruled.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class plan {
    /** What learners may see of a quiz: during the attempt, right after it, later, and after it has closed. */
    private const ALWAYS = 0x11110;
    /** The same without the attempt itself. */
    private const AFTERWARDS = 0x1110;
    /** What is shown when. */
    public const REVIEWS = [
        'reviewattempt' => self::ALWAYS,
        'reviewcorrectness' => self::ALWAYS,
        'reviewmaxmarks' => self::ALWAYS,
        'reviewmarks' => self::ALWAYS,
        'reviewspecificfeedback' => self::ALWAYS,
        'reviewgeneralfeedback' => self::ALWAYS,
        'reviewrightanswer' => self::AFTERWARDS,
        'reviewoverallfeedback' => self::AFTERWARDS,
    ];
    /** What the import makes of every quiz (measured on 4.5 and 5.1): nothing to see once it is handed in. */
    private const IMPORTED = [
        'reviewattempt' => 0x10000,
        'reviewcorrectness' => 0x10000,
        'reviewmarks' => 0x10000,
        'reviewspecificfeedback' => 0,
        'reviewgeneralfeedback' => 0,
        'reviewrightanswer' => 0,
        'reviewoverallfeedback' => 0,
    ];
    /** The sum that it writes, whatever there is to sum up. */
    private const IMPORTED_SUM = 4;
    /** What there is room for in the name of a section. */
    private const NAME_LENGTH = 255;
    /** What no title has in it. */
    private const BLOCKS = '~<\s*/?\s*(p|div|br|ul|ol|li|h[1-6]|table|tr|td|th|blockquote|pre|hr|img|iframe|video|audio)\b~i';
    /** Marks are kept with seven decimals. */
    private const EPSILON = 1e-6;

    /** @var change[] in the order in which they are to be made. */
    public readonly array $changes;

    /**
     * Constructor.
     *
     * @param array[] $sections id, name and summary (HTML) of each
     * @param array[] $quizzes id, name, sum, reviews (by column) and slots (id, number, mark and worth) of each
     */
    public function __construct(array $sections, array $quizzes) {
        $changes = array_map(self::section(...), $sections);
        foreach ($quizzes as $quiz) {
            array_push($changes, ...(self::imported($quiz) ? self::quiz($quiz) : []));
        }
        $this->changes = array_values(array_filter($changes));
    }

    /**
     * The name that a section should have, null where it is right or its summary is no title.
     *
     * @param array $section id, name and summary
     */
    private static function section(array $section): ?change {
        $title = self::title($section['summary']);
        if ((string) $section['name'] !== '' || $title === '') {
            return null;
        }
        return new change(change::NAME, $section['id'], $title, '', title::shown($title));
    }

    /**
     * The title that a summary is, '' where it is none.
     *
     * @param string $summary HTML
     */
    private static function title(string $summary): string {
        if (preg_match(self::BLOCKS, $summary)) {
            return '';
        }
        $text = html_entity_decode(strip_tags($summary), ENT_QUOTES | ENT_HTML5, 'UTF-8');
        $line = trim(preg_replace('/\s+/u', ' ', $text) ?? '');
        return mb_strlen(title::shown($line)) <= self::NAME_LENGTH ? $line : '';
    }

    /**
     * Whether a quiz is as the import leaves it.
     *
     * @param array $quiz as above
     */
    private static function imported(array $quiz): bool {
        $reviews = array_intersect_key($quiz['reviews'], self::IMPORTED);
        return $reviews == self::IMPORTED && abs($quiz['sum'] - self::IMPORTED_SUM) < self::EPSILON;
    }

    /**
     * What to change in an imported quiz.
     *
     * @param array $quiz as above
     * @return change[]
     */
    private static function quiz(array $quiz): array {
        $changes = [];
        $sum = 0.0;
        foreach ($quiz['slots'] as $slot) {
            $sum += $slot['worth'];
            if (abs($slot['mark'] - $slot['worth']) > self::EPSILON) {
                $where = "{$quiz['name']}: {$slot['number']}";
                $changes[] = new change(change::MARK, $slot['id'], $where, $slot['mark'], $slot['worth']);
            }
        }
        if (abs($quiz['sum'] - $sum) > self::EPSILON) {
            $changes[] = new change(change::SUM, $quiz['id'], $quiz['name'], $quiz['sum'], $sum);
        }
        $changes[] = new change(change::REVIEW, $quiz['id'], $quiz['name'], 0, 1);
        return $changes;
    }
}
