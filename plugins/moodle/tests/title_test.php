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

use PHPUnit\Framework\TestCase;

/**
 * Tests of titles.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers    \local_moocbuild\title
 */
final class title_test extends TestCase {
    /**
     * Titles, and what Moodle keeps of them.
     */
    public static function titles(): array {
        return [
            ['Q & A', 'Q & A'], ['Cool <5 °C, hot >65 °C', 'Cool &#60;5 °C, hot &#62;65 °C'], ['a<b', 'a&#60;b'],
            ['&lt; &#60; R&D;', '&#38;lt; &#38;#60; R&D;'], ['$@NULL@$', "$\u{2060}@NULL@$"],
            ['{mlang de}', "{\u{2060}mlang de}"], ['[[x]]', '[[x]]'],
        ];
    }

    /**
     * Cleaning changes nothing, and a reader sees what was written.
     *
     * @dataProvider titles
     * @param string $title as written
     * @param string $kept by Moodle
     */
    public function test_shown(string $title, string $kept): void {
        $this->assertSame($kept, title::shown($title));
        $this->assertSame($kept, strip_tags($kept));
        $seen = html_entity_decode($kept, ENT_QUOTES | ENT_HTML5, 'UTF-8');
        $this->assertSame($title, str_replace("\u{2060}", '', $seen));
    }

    /**
     * What is cut fits as it is kept.
     */
    public function test_fitting(): void {
        $this->assertSame('two words', title::fitting("  two \n words ", 20));
        $this->assertSame('&#60;&#60;&#60;…', title::fitting('<<<<<', 20));
        $this->assertSame('&#60;&#60;&#60;&#60;', title::fitting('<<<<', 20));
        $this->assertSame(str_repeat('é', 19) . '…', title::fitting(str_repeat('é', 300), 20));
    }
}
