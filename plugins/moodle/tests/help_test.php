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

use local_moocbuild\help\contact;
use PHPUnit\Framework\TestCase;

/**
 * Help lines: what may be shown, and what a package may suggest.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers    \local_moocbuild\help\contact
 */
final class help_test extends TestCase {
    /**
     * What is written, and what a tap on it opens.
     */
    public static function values(): array {
        return [
            ['112', 'tel:112'], ['+32 2 123-45.67', 'tel:+3221234567'], ['116 123', 'tel:116123'],
            ['https://example.org/chat?x=1', 'https://example.org/chat?x=1'],
            ['15 or 112', ''], ['1813 / 112', ''], ['+32 (0)2 123 45 67', ''],
            ['', ''], ['1', ''], ['http://example.org', ''], ['javascript:alert(1)', ''], ['tel:112', ''],
            ['https://', ''], ['https://a b', ''], ['https://user@evil.example', ''], ['https://x/"onclick=', ''], ["112\n", ''],
            ['data:text/html,x', ''], ['//evil.example', ''], ['https://x/' . str_repeat('a', 300), ''],
        ];
    }

    /**
     * Numbers and addresses only.
     *
     * @dataProvider values
     * @param string $value as written
     * @param string $link that it opens
     */
    public function test_link(string $value, string $link): void {
        $this->assertSame($link, (new contact('other', '', $value))->link());
    }

    /**
     * Nothing is shown that nobody has confirmed, or that cannot be used.
     */
    public function test_shown(): void {
        $this->assertFalse((new contact('emergency', '', '112'))->shown());
        $this->assertTrue((new contact('emergency', '', '112', confirmedon: 5))->shown());
        $this->assertFalse((new contact('emergency', '', '15 or 112', confirmedon: 5))->shown());
    }

    /**
     * Half a year.
     */
    public function test_stale(): void {
        $contact = new contact('emergency', '', '112', confirmedon: 1000);
        $this->assertFalse($contact->stale(1000 + 180 * 86400));
        $this->assertTrue($contact->stale(1001 + 180 * 86400));
        $this->assertFalse((new contact('emergency', '', '112'))->stale(PHP_INT_MAX));
    }

    /**
     * Danger to life comes first, what is unknown last.
     */
    public function test_order(): void {
        $all = array_map(fn($kind) => new contact($kind, '', '112'), ['unknown', 'other', 'suicide_line', 'emergency']);
        usort($all, contact::compare(...));
        $this->assertSame(['emergency', 'suicide_line', 'other', 'unknown'], array_map(fn($c) => $c->kind, $all));
    }

    /**
     * A suggestion is never confirmed, whatever its package says.
     */
    public function test_suggested(): void {
        $authors = fn($day) => "authors $day";
        $row = ['role' => 'suicide_line', 'number' => '0800 1', 'operator' => 'Line', 'country' => 'BE', 'hours' => '24/7',
            'languages' => ['fr', 'nl'], 'confirmed' => '2026-11-01', 'confirmedon' => 99];
        $this->assertEquals(
            new contact('suicide_line', 'Line', '0800 1', 'BE', '24/7; fr, nl; authors 2026-11-01', 0, 0),
            contact::suggested($row, $authors)
        );
        $this->assertSame('other', contact::suggested(['number' => '1', 'role' => '<b>'], $authors)->kind);
        foreach ([null, 'x', [], ['number' => ['1']], ['number' => '  ']] as $bad) {
            $this->assertNull(contact::suggested($bad, $authors));
        }
    }
}
