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

/**
 * A change in words, for a page and for the command line.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class change_text {
    /**
     * What is changed.
     *
     * @param change $change
     * @return string plain text
     */
    public static function what(change $change): string {
        return get_string("mend_$change->kind", 'local_moocbuild');
    }

    /**
     * A value as readers know it.
     *
     * @param change $change it belongs to
     * @param string|float|int $value of before or after
     * @return string plain text
     */
    public static function value(change $change, string|float|int $value): string {
        return match ($change->kind) {
            change::NAME => $value === '' ? get_string('mend_no_name', 'local_moocbuild') : $value,
            change::REVIEW => get_string($value ? 'mend_review_on' : 'mend_review_off', 'local_moocbuild'),
            default => format_float((float) $value, -1),
        };
    }

    /**
     * A change on one line.
     *
     * @param change $change
     * @return string plain text
     */
    public static function line(change $change): string {
        return "$change->where: " . self::what($change) . ': ' . self::value($change, $change->from) . ' → '
            . self::value($change, $change->to);
    }
}
