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

namespace local_moocbuild\update;

/**
 * What belongs together among things that come and go: a question and its quiz, one thing under two idnumbers. Pure.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class identity {
    /**
     * The quiz that asks each question.
     *
     * @param array $course a structure as {@see difference} has them
     * @return string[] idnumbers of quizzes by those of questions
     */
    public static function quizzes(array $course): array {
        $pool = new pool($course['questions'], $course['categories']);
        $found = [];
        foreach ($course['activities'] as $key => $row) {
            foreach ($row['slots'] ?? [] as $slot) {
                $found += array_fill_keys($pool->of($slot), (string) $key);
            }
        }
        return $found;
    }

    /**
     * What says the same under another idnumber.
     *
     * @param array[] $gone rows by idnumber
     * @param array[] $added rows by idnumber
     * @return string[] idnumbers of what was added, by those of what is gone
     */
    public static function same(array $gone, array $added): array {
        $waiting = [];
        foreach ($added as $key => $row) {
            $waiting[self::said($row)][] = (string) $key;
        }
        unset($waiting['']);
        $found = [];
        foreach ($gone as $key => $row) {
            if ($waiting[self::said($row)] ?? []) {
                $found[$key] = array_shift($waiting[self::said($row)]);
            }
        }
        return $found;
    }

    /**
     * What makes two activities or two questions the same for a reader.
     *
     * @param array $row
     * @return string '' where nothing can be said
     */
    private static function said(array $row): string {
        $text = $row['form'] ?? $row['fields']['content'] ?? $row['fields']['package'] ?? '';
        return $text === '' ? '' : ($row['kind'] ?? '') . "\n$text";
    }
}
