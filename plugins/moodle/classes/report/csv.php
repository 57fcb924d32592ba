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
 * Tables as CSV (RFC 4180) that no spreadsheet runs. Pure.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class csv {
    /** What a spreadsheet takes for the beginning of a formula, also after blanks and in wide letters. */
    private const FORMULA = '/^[\s\x{00A0}\x{200B}-\x{200F}\x{2060}\x{FEFF}]*[=+\-@|%＝＋－＠\t\r\n]/u';

    /**
     * All of a table.
     *
     * @param array[] $rows lists of texts and numbers
     */
    public static function of(array $rows): string {
        $lines = array_map(fn($row) => implode(',', array_map(self::cell(...), $row)), $rows);
        return "\u{FEFF}" . implode("\r\n", $lines) . "\r\n";
    }

    /**
     * One cell. A text that could be a formula gets an apostrophe before it.
     *
     * @param string|int|float $value of the cell
     */
    public static function cell(string|int|float $value): string {
        if (!is_string($value)) {
            return (string) $value;
        }
        $text = str_replace("\0", '', mb_scrub($value, 'UTF-8'));
        $text = preg_match(self::FORMULA, $text) ? "'$text" : $text;
        return '"' . str_replace('"', '""', $text) . '"';
    }
}
