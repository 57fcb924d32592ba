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

/**
 * Titles as Moodle keeps them: names that it cleans of tags and shows as HTML. Pure: knows values alone.
 *
 * To that cleaning a tag begins at every < that no blank follows, so what a title is written with is
 * spelled by character references, as packages spell it.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class title {
    /** What a filter for languages, or a restore, would take for a word of its own. */
    private const PARTED = '/\$(?=@)|\{(?=\s*mlang)/iu';
    /** What a browser would take for markup. */
    private const MARKUP = '/[<>]|&#?\w+;?/u';
    /** A word joiner: not to be seen. */
    private const JOINER = "\u{2060}";

    /**
     * A title, spelled so that it is shown as written.
     *
     * @param string $text plain text
     */
    public static function shown(string $text): string {
        $parted = preg_replace(self::PARTED, '$0' . self::JOINER, $text) ?? '';
        return preg_replace_callback(self::MARKUP, fn($found) => self::spelled($found[0]), $parted) ?? '';
    }

    /**
     * One line of which as much is shown as fits; what is cut is marked.
     *
     * @param string $text plain text of any length
     * @param int $length characters of the title as it is kept
     */
    public static function fitting(string $text, int $length): string {
        $line = trim(preg_replace('/\s+/u', ' ', $text) ?? '');
        $shown = self::shown($line);
        for ($room = min(mb_strlen($line), $length); mb_strlen($shown) > $length; $room--) {
            $shown = self::shown(rtrim(mb_substr($line, 0, $room - 1)) . '…');
        }
        return $shown;
    }

    /**
     * A bracket, or what may be a character reference, by numbers.
     *
     * @param string $part of a title
     */
    private static function spelled(string $part): string {
        $reference = rtrim($part, ';') . ';';
        if ($part[0] === '&' && html_entity_decode($reference, ENT_QUOTES | ENT_HTML5, 'UTF-8') === $reference) {
            return $part;
        }
        return '&#' . ord($part) . ';' . substr($part, 1);
    }
}
