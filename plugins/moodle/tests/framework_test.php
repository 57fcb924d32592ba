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

use local_moocbuild\framework\case_reader;
use local_moocbuild\framework\existing;
use local_moocbuild\framework\framework;
use local_moocbuild\framework\plan;
use local_moocbuild\framework\unreadable;
use PHPUnit\Framework\TestCase;

/**
 * Frameworks: reading CASE, and what to do with a site's own.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers    \local_moocbuild\framework\case_reader
 * @covers    \local_moocbuild\framework\plan
 */
final class framework_test extends TestCase {
    /**
     * A package with items given as code => parent, siblings in order.
     *
     * @param array $items parents by code
     */
    private static function package(array $items): array {
        $package = ['CFDocument' => ['identifier' => 'doc', 'title' => 'A framework', 'notes' => "First.\nSecond & last."],
            'CFItems' => [], 'CFAssociations' => []];
        foreach ($items as $code => $parent) {
            $package['CFItems'][] = ['identifier' => "id-$code", 'humanCodingScheme' => $code, 'fullStatement' => "Does <$code>"];
            $package['CFAssociations'][] = ['associationType' => 'isChildOf', 'sequenceNumber' => count($package['CFItems']),
                'originNodeURI' => ['identifier' => "id-$code"],
                'destinationNodeURI' => ['identifier' => $parent === '' ? 'doc' : "id-$parent"]];
        }
        return $package;
    }

    /**
     * The framework of such a package.
     *
     * @param array $items parents by code
     */
    private static function framework(array $items): framework {
        return case_reader::read(json_encode(self::package($items)));
    }

    /**
     * The site's state after such a package has been brought in.
     *
     * @param array $items parents by code
     * @param string[] $used codes that something hangs on
     * @return existing[]
     */
    private static function site(array $items, array $used = []): array {
        $found = [];
        foreach (self::framework($items)->competencies as $each) {
            $found[$each->code] = new existing(
                count($found) + 1,
                $each->code,
                $each->name,
                $each->description,
                $each->parent,
                in_array($each->code, $used, true)
            );
        }
        return $found;
    }

    /**
     * Plans to bring the site from one state to another.
     *
     * @param array $wanted parents by code
     * @param array $now parents by code
     * @param string[] $used codes that something hangs on
     */
    private static function plan(array $wanted, array $now, array $used = []): plan {
        $framework = self::framework($wanted);
        return new plan($framework, [$framework->name, $framework->description], self::site($now, $used));
    }

    /**
     * Names, texts, parents and order.
     */
    public function test_reads(): void {
        $package = self::package(['B' => 'A', 'A' => '', 'C' => 'A']);
        $package['CFItems'][0] += ['alternativeLabel' => 'Bee', 'notes' => 'More.'];
        $read = case_reader::read(json_encode($package));
        $this->assertSame(['A framework', '<p>First.</p><p>Second &amp; last.</p>'], [$read->name, $read->description]);
        $this->assertSame(['A', 'B', 'C'], array_keys($read->competencies));
        $this->assertSame(
            ['B Bee', '<p>Does &lt;B&gt;</p><p>More.</p>', 'A'],
            [$read->competencies['B']->name, $read->competencies['B']->description, $read->competencies['B']->parent]
        );
    }

    /**
     * Sequence numbers order siblings, not their place in the file.
     */
    public function test_sequence(): void {
        $package = self::package(['A' => '', 'B' => '']);
        $package['CFAssociations'][0]['sequenceNumber'] = 9;
        $this->assertSame(['B', 'A'], array_keys(case_reader::read(json_encode($package))->competencies));
    }

    /**
     * A name that is too long for Moodle.
     */
    public function test_long_names_are_cut_where_one_sees_it(): void {
        $package = self::package(['A' => '']);
        $package['CFItems'][0]['fullStatement'] = str_repeat('é', 300);
        $read = case_reader::read(json_encode($package))->competencies['A'];
        $this->assertSame(100, mb_strlen($read->name));
        $this->assertStringEndsWith('é…', $read->name);
        $this->assertStringContainsString(str_repeat('é', 300), $read->description);
    }

    /**
     * A label that Moodle would clean of what it takes for tags.
     */
    public function test_labels_are_shown_as_written(): void {
        $package = self::package(['A' => '']);
        $package['CFItems'][0] += ['alternativeLabel' => 'Wärme <Zeit> &lt; <5 °C'];
        $name = case_reader::read(json_encode($package))->competencies['A']->name;
        $this->assertSame($name, strip_tags($name));
        $this->assertSame('A Wärme <Zeit> &lt; <5 °C', html_entity_decode($name, ENT_QUOTES | ENT_HTML5, 'UTF-8'));
        $package['CFItems'][0]['alternativeLabel'] = str_repeat('<', 300);
        $name = case_reader::read(json_encode($package))->competencies['A']->name;
        $this->assertMatchesRegularExpression('/^A (&#60;){18,19}…$/u', $name);
    }

    /**
     * Files that are none.
     */
    public static function bad(): array {
        $one = self::package(['A' => '', 'B' => 'A']);
        $twice = $one;
        $twice['CFItems'][1]['humanCodingScheme'] = 'A';
        $cycle = self::package(['A' => 'B', 'B' => 'A']);
        $long = $one;
        $long['CFItems'][0]['humanCodingScheme'] = str_repeat('x', 101);
        $many = ['CFDocument' => ['title' => 'x'], 'CFItems' => array_fill(0, 5001, [])];
        $empty = $one;
        $empty['CFItems'][0]['fullStatement'] = [];
        return [
            ['', 'shape'], ['[]', 'shape'], ['"x"', 'shape'], ['{"CFDocument":{"title":"x"},"CFItems":[]}', 'shape'],
            [json_encode($empty), 'shape'], [str_repeat('[', 100000), 'shape'],
            [json_encode($twice), 'twice'], [json_encode($cycle), 'cycle'], [json_encode($long), 'long'],
            [json_encode($many), 'many'], [str_repeat(' ', (5 << 20) + 1), 'large'],
        ];
    }

    /**
     * Each is refused for its own reason.
     *
     * @dataProvider bad
     * @param string $json the file
     * @param string $reason why
     */
    public function test_refuses(string $json, string $reason): void {
        try {
            case_reader::read($json);
            $this->fail('was read');
        } catch (unreadable $e) {
            $this->assertSame($reason, $e->reason);
        }
    }

    /**
     * A site without the framework gets all of it.
     */
    public function test_new(): void {
        $plan = new plan(self::framework(['A' => '', 'B' => 'A']), null, []);
        $this->assertSame([false, false, ['A', 'B']], [$plan->exists, $plan->empty(), array_keys($plan->create)]);
        $this->assertSame(['create' => 2, 'update' => 0, 'move' => 0, 'retire' => 0, 'delete' => 0, 'order' => 0], $plan->counts());
    }

    /**
     * The same file again changes nothing.
     */
    public function test_nothing_to_do(): void {
        $this->assertTrue(self::plan(['A' => '', 'B' => 'A', 'C' => 'A'], ['A' => '', 'B' => 'A', 'C' => 'A'], ['B'])->empty());
    }

    /**
     * What is gone is deleted where it is free, and kept with all above it where something hangs on it.
     */
    public function test_gone(): void {
        $now = ['A' => '', 'B' => '', 'B1' => 'B', 'B2' => 'B', 'C' => '', 'C1' => 'C'];
        $plan = self::plan(['A' => ''], $now, ['B1']);
        $this->assertSame([['B', 'B1'], ['C1', 'C', 'B2']], [self::sorted($plan->retire), array_keys($plan->delete)]);
    }

    /**
     * What is marked already is left as it is; what comes back loses the mark.
     */
    public function test_marked(): void {
        $site = self::site(['A' => '', 'B' => ''], ['B']);
        $site['B'] = new existing(2, 'B', 'old', '<p class="' . existing::MARK . '">Gone.</p>', '', true);
        $wanted = self::framework(['A' => '']);
        $this->assertTrue((new plan($wanted, [$wanted->name, $wanted->description], $site))->empty());
        $wanted = self::framework(['A' => '', 'B' => '']);
        $plan = new plan($wanted, [$wanted->name, $wanted->description], $site);
        $this->assertSame(['B'], array_keys($plan->update));
    }

    /**
     * Other parents and another order.
     */
    public function test_moves(): void {
        $plan = self::plan(['A' => '', 'B' => '', 'X' => 'B', 'Y' => 'B'], ['A' => '', 'X' => 'A', 'B' => '', 'Y' => 'B']);
        $this->assertSame([['X'], ['B' => ['X', 'Y']]], [array_keys($plan->move), $plan->order]);
        $swapped = self::plan(['B' => '', 'A' => 'B'], ['A' => '', 'B' => 'A']);
        $this->assertSame(['B', 'A'], array_keys($swapped->move));
        $sorted = self::plan(['B' => '', 'A' => ''], ['A' => '', 'B' => '']);
        $this->assertSame([['' => ['B', 'A']], 1], [$sorted->order, $sorted->counts()['order']]);
    }

    /**
     * The codes of a list, sorted.
     *
     * @param array $list by code
     */
    private static function sorted(array $list): array {
        $codes = array_keys($list);
        sort($codes);
        return $codes;
    }
}
