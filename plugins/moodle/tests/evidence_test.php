<?php
// This file is part of local_moocbuild, a plugin for Moodle - https://moodle.org/
//
// local_moocbuild is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// local_moocbuild is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <https://www.gnu.org/licenses/>.

namespace local_moocbuild;

use local_moocbuild\evidence\answer;
use local_moocbuild\evidence\arithmetic;
use local_moocbuild\evidence\course_map;
use local_moocbuild\evidence\piece;
use local_moocbuild\evidence\pieces;
use local_moocbuild\evidence\state;
use local_moocbuild\evidence\tracks;
use PHPUnit\Framework\TestCase;

/**
 * Evidence: golden vectors, and what is believed of answers and tracks.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers    \local_moocbuild\evidence\arithmetic
 * @covers    \local_moocbuild\evidence\course_map
 * @covers    \local_moocbuild\evidence\pieces
 * @covers    \local_moocbuild\evidence\tracks
 */
final class evidence_test extends TestCase {
    /** The vectors that the course player passes too. */
    private const VECTORS = __DIR__ . '/../../../tests/evidence/evidence.json';

    /**
     * Golden vectors of items.
     */
    public static function items(): array {
        return array_map(fn($case) => [$case], json_decode(file_get_contents(self::VECTORS), true)['items']);
    }

    /**
     * Golden vectors of runs.
     */
    public static function runs(): array {
        return array_map(fn($case) => [$case], json_decode(file_get_contents(self::VECTORS), true)['runs']);
    }

    /**
     * Sums are the player's.
     *
     * @dataProvider items
     * @param array $case a vector
     */
    public function test_items(array $case): void {
        $pieces = array_map(fn($p) => new piece($p['item'], $p['kind'], $p['share'], $p['points'], $p['main']), $case['pieces']);
        $found = arithmetic::of($pieces, $case['inFinal']);
        $this->assertSame(array_keys($case['items']), array_keys($found));
        foreach ($case['items'] as $code => $expected) {
            $this->assertEqualsWithDelta($expected['earned'], $found[$code]->earned, 1e-8);
            $this->assertEqualsWithDelta($expected['possible'], $found[$code]->possible, 1e-8);
            $this->assertEqualsWithDelta($expected['share'], $found[$code]->share(), 1e-8);
            $this->assertSame($expected['state'], $found[$code]->state->value);
        }
    }

    /**
     * Shares of runs are the player's.
     *
     * @dataProvider runs
     * @param array $case a vector
     */
    public function test_runs(array $case): void {
        $this->assertEqualsWithDelta($case['shares'], arithmetic::run($case['evidence']), 1e-8);
    }

    /**
     * The best run counts, whatever its place; of two that are equal the later one.
     */
    public function test_best_run(): void {
        $runs = [['A' => 0.5], ['A' => 0.75, 'B' => 0.75], ['A' => 0.7]];
        $this->assertSame($runs[1], arithmetic::best($runs));
        $this->assertSame(['B' => 0.5], arithmetic::best([['A' => 0.5], ['B' => 0.5]]));
        $this->assertSame([], arithmetic::best([]));
    }

    /**
     * Objectives as Moodle keeps them, in both forms of names.
     */
    public function test_objectives(): void {
        $tracks = new tracks(['IX.2', 'a b']);
        $rows = [
            ['cmi.objectives.0.id', 'IX.2'], ['cmi.objectives.0.score.raw', '80'], ['cmi.objectives.0.score.max', '100'],
            ['cmi.objectives_1.id', 'a_b'], ['cmi.objectives_1.score.raw', '1'], ['cmi.objectives_1.score.max', '4'],
        ];
        $this->assertSame(['IX.2' => 0.8, 'a b' => 0.25], $tracks->shares($rows));
        $scaled = [['cmi.objectives.0.id', 'IX.2'], ['cmi.objectives.0.score.scaled', '0.5']];
        $this->assertSame(['IX.2' => 0.5], $tracks->shares($scaled));
    }

    /**
     * A late commit of an older tab is no matter: the newest value of a name counts (G17).
     */
    public function test_newest_value_counts(): void {
        $rows = [['cmi.objectives.0.id', 'A'], ['cmi.objectives.0.score.raw', '20'], ['cmi.objectives.0.score.raw', '60']];
        $this->assertSame(['A' => 0.6], (new tracks(['A']))->shares($rows));
    }

    /**
     * Scores that are none.
     */
    public static function scores(): array {
        $bad = ['NaN', 'nan', 'INF', '-inf', 'Infinity', '-1', '1e9', '1000000000', '100.001', '0x10', '', ' 50', "50\n", '5,5',
            'true', '1e1', '--1', str_repeat('9', 400), '٣'];
        return array_map(fn($score) => [$score], $bad);
    }

    /**
     * A score that cannot be believed costs its own item only (G10).
     *
     * @dataProvider scores
     * @param string $score as reported
     */
    public function test_bad_score_is_refused_others_kept(string $score): void {
        $rows = [
            ['cmi.objectives.0.id', 'A'], ['cmi.objectives.0.score.raw', $score],
            ['cmi.objectives.1.id', 'B'], ['cmi.objectives.1.score.raw', '50'],
        ];
        $this->assertSame(['B' => 0.5], (new tracks(['A', 'B']))->shares($rows));
    }

    /**
     * Bounds that are none.
     */
    public function test_bad_bounds(): void {
        foreach ([['0', '0'], ['100', '0'], ['-inf', '100'], ['0', 'NaN']] as [$min, $max]) {
            $rows = [['cmi.objectives.0.id', 'A'], ['cmi.objectives.0.score.raw', '0'],
                ['cmi.objectives.0.score.min', $min], ['cmi.objectives.0.score.max', $max]];
            $this->assertSame([], (new tracks(['A']))->shares($rows));
        }
    }

    /**
     * Names and ids that are none of ours: huge ones, unknown ones, those of other languages (G11, G12).
     */
    public function test_unknown_names(): void {
        $good = [['cmi.objectives.2.id', 'A'], ['cmi.objectives.2.score.raw', '100']];
        $bad = [
            ['cmi.objectives.99999999999999999999.id', 'A'], ['cmi.objectives.-1.id', 'A'], ['cmi.objectives.1e3.id', 'A'],
            ['cmi.objectives.0.id', '__proto__'], ['cmi.objectives.0.score.raw', '100'],
            ['cmi.objectives.1.id', 'constructor'], ['cmi.objectives.1.score.raw', '100'],
            ['cmi.objectives.3.__proto__', 'A'], ['__proto__', 'A'], ['cmi.suspend_data', str_repeat('x', 100000)],
            ['cmi.objectives.4.id', str_repeat('A', 100000)], ['cmi.objectives.4.score.raw', '100'],
            ["cmi.objectives.5.id\n", 'A'], ['cmi.objectives.6.score.raw', '100'],
        ];
        $this->assertSame(['A' => 1.0], (new tracks(['A']))->shares(array_merge($bad, $good)));
    }

    /**
     * Tags say what a question asks for; the package says which item is the main one.
     */
    public function test_asked(): void {
        $map = self::map();
        $this->assertSame(['IX.2', 'I.3'], $map->asked('q1', ['i.3', 'IX.2']));
        $this->assertSame(['IX.2'], $map->asked('q1', ['IX.2']), 'a tag taken away');
        $this->assertSame(['IX.2', 'X.1'], $map->asked('q1', ['x.1', 'IX.2', 'other']), 'a tag added');
        $this->assertSame(['X.1', 'I.3'], $map->asked('own', ['X.1', 'hard', 'I.3']), 'a question of the site');
        $this->assertSame([], $map->asked('q1', []));
        $this->assertSame(['I.3'], $map->infinal);
        $this->assertSame([['end' => true], ['sim' => true]], [$map->finals, $map->simulations]);
    }

    /**
     * A learner's pieces: a question counts once, by its best answer in a final, else by its best answer.
     */
    public function test_pieces(): void {
        $answers = [
            new answer('q1', ['IX.2', 'I.3'], 0.25, 9.0, false),
            new answer('q1', ['IX.2', 'I.3'], 0.75, 9.0, false),
            new answer('q1', ['IX.2', 'I.3'], 0.5, 9.0, true),
            new answer('q1', ['IX.2', 'I.3'], 0.25, 9.0, true),
            new answer('f1', ['I.3'], 0.25, 1.0, false),
            new answer('f1', ['I.3'], 1.0, 1.0, false),
            new answer('own', ['X.1'], -0.5, 3.0, false),
            new answer('own2', ['X.1'], NAN, 3.0, false),
            new answer('own3', ['X.1'], 1e9, 3.0, false),
            new answer('untagged', [], 1.0, 3.0, false),
        ];
        $made = (new pieces(self::map()))->of($answers, ['sim' => [['IX.2' => 0.5], ['IX.2' => 0.25]]]);
        $told = array_map(fn($p) => [$p->item, $p->kind, $p->share, $p->points, $p->main], $made);
        $this->assertSame([
            ['IX.2', 'final', 0.5, 2.0, true], ['I.3', 'final', 0.5, 2.0, false],
            ['I.3', 'quiz', 1.0, 1.0, true],
            ['X.1', 'quiz', 0.0, 3.0, true],
            ['IX.2', 'scenario', 0.5, 1.0, true],
        ], $told);
    }

    /**
     * A manifest of a wrong shape says nothing, and stops nothing.
     */
    public function test_forged_manifest(): void {
        $map = course_map::from_manifest(['items' => 'x', 'inFinal' => [['A'], 'A'], 'activities' => [['idnumber' => []], null],
            'questions' => [1, ['items' => 'y'], ['idnumber' => 'q', 'items' => [[], 'A'], 'points' => -5]]]);
        $this->assertSame([[], []], [$map->codes(), $map->infinal]);
        $this->assertSame(['q' => ['items' => [], 'points' => 1.0]], $map->questions);
    }

    /**
     * Codes that PHP would take for numbers stay texts.
     */
    public function test_numeric_codes(): void {
        $map = course_map::from_manifest(['items' => [['code' => '12', 'label' => 'Twelve']], 'inFinal' => [12],
            'questions' => [['idnumber' => 'q', 'items' => ['12']]]]);
        $pieces = (new pieces($map))->of([new answer('q', ['12'], 1.0, 1.0, true)], ['s' => [['12' => 1.0]]]);
        $found = arithmetic::of($pieces, $map->infinal);
        $this->assertSame(state::shown, $found['12']->state);
    }

    /**
     * A small course.
     */
    private static function map(): course_map {
        return course_map::from_manifest([
            'items' => [['code' => 'I.3'], ['code' => 'IX.2', 'label' => 'Listens'], ['code' => 'X.1']],
            'questions' => [['idnumber' => 'q1', 'items' => ['IX.2', 'I.3'], 'points' => 2],
                ['idnumber' => 'f1', 'items' => ['I.3', 'unknown'], 'points' => 1]],
            'inFinal' => ['I.3', 'unknown'],
            'activities' => [['idnumber' => 'sim', 'kind' => 'scorm'], ['idnumber' => 'end', 'kind' => 'quiz', 'final' => true]],
        ]);
    }
}
