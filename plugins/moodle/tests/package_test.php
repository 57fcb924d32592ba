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

use local_moocbuild\package\facts;
use local_moocbuild\package\html;
use local_moocbuild\package\problem;
use local_moocbuild\package\reader;
use PHPUnit\Framework\TestCase;

/**
 * Packages: what is taken, and what is refused before Moodle sees any of it (cases G03, G08, G15).
 *
 * They begin with real packages, as moocbuild builds them: MOOCBUILD_PACKAGES lists their paths. In moocbuild's own
 * repository plugins/moodle/tests/site/test_pure.py builds them. The first has quizzes that draw, and a simulation.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class package_test extends TestCase {
    /** @var string The archive of a test */
    private string $path;

    protected function setUp(): void {
        require_once(__DIR__ . '/fixtures/hostile.php');
        $this->path = tempnam(sys_get_temp_dir(), 'mbz');
    }

    protected function tearDown(): void {
        unlink($this->path);
    }

    /**
     * Paths of real packages.
     *
     * @return string[]
     */
    private static function real(): array {
        return array_values(array_filter(explode(PATH_SEPARATOR, (string) getenv('MOOCBUILD_PACKAGES'))));
    }

    /**
     * Members of a real package.
     *
     * @return string[]
     */
    private static function members(): array {
        static $found = [];
        if (!$found) {
            $path = self::real()[0] ?? self::markTestSkipped('MOOCBUILD_PACKAGES names no package');
            $zip = new \ZipArchive();
            $zip->open($path, \ZipArchive::RDONLY);
            for ($at = 0; $at < $zip->numFiles; $at++) {
                $found[$zip->getNameIndex($at)] = $zip->getFromIndex($at);
            }
            $zip->close();
        }
        return $found;
    }

    /**
     * What it says of itself.
     *
     * @return array
     */
    private static function facts(): array {
        return json_decode(self::members()['moocbuild.json'], true);
    }

    /**
     * Writes an archive.
     *
     * @param string[] $members
     * @param callable|null $more what else is done to it
     */
    private function write(array $members, ?callable $more = null): void {
        $zip = new \ZipArchive();
        $zip->open($this->path, \ZipArchive::CREATE | \ZipArchive::OVERWRITE);
        foreach ($members as $name => $content) {
            $zip->addFromString($name, $content);
            $zip->setCompressionName($name, \ZipArchive::CM_STORE);
        }
        $more && $more($zip);
        $zip->close();
    }

    /**
     * Why a package is refused; '' where it is not.
     *
     * @return string
     */
    private function why(): string {
        try {
            reader::open($this->path);
        } catch (problem $problem) {
            return $problem->why;
        }
        return '';
    }

    public function test_real_packages_are_taken(): void {
        self::members();
        foreach (self::real() as $path) {
            $package = reader::open($path);
            $this->assertSame(hash_file('sha256', $path), $package->hash);
            $this->assertNotSame('', $package->facts->key());
            $this->assertNotSame([], $package->facts->activities());
        }
    }

    public function test_a_package_is_read(): void {
        $this->write(self::members());
        $package = reader::open($this->path);
        $course = self::facts()['course'];
        $this->assertSame($course['track'] === '' ? $course['id'] : "{$course['id']}/{$course['track']}", $package->facts->key());
        $kinds = array_count_values(array_column(self::facts()['activities'], 'kind'));
        $this->assertSame(
            [$kinds['page'], $kinds['quiz'], $kinds['scorm']],
            array_map($package->facts->count_kind(...), facts::KINDS)
        );
        $contents = array_map(basename(...), preg_grep('~^files/~', array_keys(self::members())));
        $this->assertSame(array_values($contents), $package->contents);
    }

    /**
     * Names that no member may have.
     */
    public static function names(): array {
        return array_map(fn($name) => [$name], ['../../config.php', '/etc/passwd', 'files/../../x', "course\\course.xml",
            'C:/x.xml',
            'files/aa/../../../../x', 'course/course.php', 'sections/section_1/../../x.xml', "course/a.xml\0.php", 'x.xml/',
            '.htaccess',
            'activities/page_1/page.phtml', 'lang/x.xml', "course/course.xml\n"]);
    }

    /**
     * Zip slip, and whatever moocbuild does not write.
     *
     * @dataProvider names
     * @param string $name
     */
    public function test_a_hostile_name_is_refused(string $name): void {
        $this->write(self::members() + [$name => 'x']);
        // What PHP itself cuts off at a zero byte is refused for what it holds.
        $this->assertContains($this->why(), ['name', 'twice', 'xml']);
    }

    public function test_a_link_in_the_archive_is_refused(): void {
        $this->write(self::members(), fn($zip) => $zip->setExternalAttributesName(
            'course/course.xml',
            \ZipArchive::OPSYS_UNIX,
            0120777 << 16
        ));
        $this->assertSame('name', $this->why());
    }

    public function test_a_name_that_comes_twice_is_refused(): void {
        $this->write(self::members() + ['course/course.xmm' => '<a/>']);
        file_put_contents($this->path, str_replace('course.xmm', 'course.xml', file_get_contents($this->path)));
        $this->assertContains($this->why(), ['twice', 'damaged']);
    }

    public function test_a_locked_package_is_refused(): void {
        $this->write(self::members(), function ($zip) {
            $zip->setPassword('x');
            $zip->setEncryptionName('course/course.xml', \ZipArchive::EM_AES_256);
        });
        $this->assertSame('locked', $this->why());
    }

    public function test_damage_is_noticed(): void {
        $this->write(self::members());
        $whole = file_get_contents($this->path);
        file_put_contents($this->path, substr($whole, 0, intdiv(strlen($whole), 2)));
        $this->assertSame('damaged', $this->why());
        file_put_contents($this->path, '');
        $this->assertSame('damaged', $this->why());
        $name = array_values(preg_grep('~^files/~', array_keys(self::members())))[0];
        $this->write([$name => 'y'] + self::members());
        $this->assertSame('damaged', $this->why());
    }

    /**
     * Whatever is wrong with the bytes, the reader says so in its own words; PHPUnit makes an error of each of PHP's.
     */
    public function test_damage_of_any_sort_gives_no_warning_of_php(): void {
        mt_srand(20261128);
        $this->write(self::members(), fn($zip) => $zip->setCompressionName('questions.xml', \ZipArchive::CM_DEFLATE));
        $whole = file_get_contents($this->path);
        $met = [];
        for ($round = 0; $round < 700; $round++) {
            $bytes = $whole;
            for ($change = mt_rand(1, 4); $change > 0; $change--) {
                // Half of the damage is where the archive says what it holds.
                $from = mt_rand(0, 1) ? strrpos($whole, "PK\x01\x02") - 8000 : 4;
                $at = mt_rand($from, strlen($whole) - 1);
                $bytes[$at] = chr(mt_rand(0, 255));
            }
            file_put_contents($this->path, mt_rand(0, 9) ? $bytes : substr($bytes, 0, mt_rand(4, strlen($bytes))));
            error_clear_last();
            $met[$this->why()] = true;
            $this->assertNull(error_get_last());
        }
        $this->assertArrayHasKey('damaged', $met);
        $this->assertGreaterThan(4, count($met));
    }

    public function test_foreign_packages_are_told_apart(): void {
        $this->write(['imsmanifest.xml' => '<manifest/>']);
        $this->assertSame('foreign', $this->why());
        $this->write(['moodle_backup.xml' => '<moodle_backup/>']);
        $this->assertSame('plain', $this->why());
        file_put_contents($this->path, gzencode('a tar'));
        $this->assertSame('foreign', $this->why());
    }

    public function test_a_package_is_never_fetched(): void {
        foreach (['http://127.0.0.1/x.mbz', 'https://169.254.169.254/', 'php://stdin', 'phar://x.mbz', 'ftp://x/y'] as $address) {
            try {
                reader::open($address);
                $this->fail($address);
            } catch (problem $problem) {
                $this->assertSame('missing', $problem->why);
            }
        }
    }

    /**
     * Facts that are refused.
     */
    public static function wrong_facts(): array {
        $facts = ['format' => 1, 'sections' => [['id' => 'm']], 'questions' => [['idnumber' => 'q']],
            'activities' => [['idnumber' => 'a', 'kind' => 'page', 'section' => 'm']],
            'course' => ['id' => 'demo', 'track' => '', 'language' => 'en', 'title' => 'Demo', 'version' => '1.0.0']];
        $wrong = [
            'no json' => ['{', 'facts'],
            'no object' => ['3', 'facts'],
            'no format' => [array_diff_key($facts, ['format' => 0]), 'facts'],
            'newer' => [['format' => 2] + $facts, 'newer'],
            'no course' => [['course' => 'x'] + $facts, 'facts'],
            'nested' => [['course' => ['id' => ['x']] + $facts['course']] + $facts, 'facts'],
            'long' => [['course' => ['id' => str_repeat('x', 101)] + $facts['course']] + $facts, 'facts'],
            'rows' => [['activities' => ['a' => 'b']] + $facts, 'facts'],
            'kind' => [['activities' => [['idnumber' => 'a', 'kind' => 'lti', 'section' => 'm']]] + $facts, 'kind'],
            'nowhere' => [['activities' => [['idnumber' => 'a', 'kind' => 'page', 'section' => 'z']]] + $facts, 'facts'],
            'twice' => [['questions' => [['idnumber' => 'a'], ['idnumber' => 'a']]] + $facts, 'twice'],
            'an array for a name' => [['framework' => ['x']] + $facts, 'facts'],
            'a word for a list' => [['items' => 'x'] + $facts, 'facts'],
            'words for help lines' => [['contacts' => ['x']] + $facts, 'facts'],
            'a course as a word' => [['course' => 'id'] + $facts, 'facts'],
            'rows as words' => [['activities' => ['idnumber']] + $facts, 'facts'],
            'empty' => ['', 'facts'],
            'not utf-8' => ["\"\xff\"", 'facts'],
            'deep' => [str_repeat('[', 100) . str_repeat(']', 100), 'facts'],
        ];
        return array_map(fn($row) => [is_string($row[0]) ? $row[0] : json_encode($row[0]), $row[1]], $wrong);
    }

    /**
     * What a package says of itself is not believed.
     *
     * @dataProvider wrong_facts
     * @param string $json
     * @param string $why
     */
    public function test_wrong_facts_are_refused(string $json, string $why): void {
        $this->write(['moocbuild.json' => $json] + self::members());
        $this->assertSame($why, $this->why());
    }

    /**
     * 20 packages of each way: 680.
     *
     * @return array[]
     */
    public static function ways(): array {
        require_once(__DIR__ . '/fixtures/hostile.php');
        return array_map(fn($way) => [$way], array_combine(array_keys(hostile::ways()), array_keys(hostile::ways())));
    }

    /**
     * What somebody adds to a package to gain something is refused, for what it is and in plain words.
     *
     * @dataProvider ways
     * @param string $way
     */
    public function test_a_hostile_package_is_refused(string $way): void {
        $words = file_get_contents(dirname(__DIR__) . '/lang/en/local_moocbuild.php');
        $hostile = new hostile(self::members());
        $met = [];
        for ($seed = 1; $seed <= 20; $seed++) {
            $members = $hostile->package($way, 1000 * $seed + 7);
            $this->assertNotSame(self::members(), $members);
            $this->write($members);
            $why = $this->why();
            $this->assertContains($why, hostile::ways()[$way], "$way, $seed");
            $this->assertStringContainsString("\$string['problem_$why']", $words);
            $met[md5(json_encode($members, JSON_INVALID_UTF8_SUBSTITUTE | JSON_PARTIAL_OUTPUT_ON_ERROR))] = true;
        }
        $this->assertGreaterThan(2, count($met), 'not all of them the same');
    }

    /**
     * Were the generator's way of writing refused, its hostile packages would prove nothing.
     */
    public function test_the_generator_itself_is_not_what_is_refused(): void {
        mt_srand(1);
        $this->write((new hostile(self::members()))->harmless());
        $this->assertSame('', $this->why());
    }

    public function test_the_same_seed_gives_the_same_package(): void {
        $hostile = new hostile(self::members());
        $this->assertSame($hostile->package('people', 5), $hostile->package('people', 5));
    }

    /**
     * Only the last piece of a text was compared once.
     */
    public function test_a_value_is_read_whole(): void {
        foreach (['1<!-- -->0', '<!-- -->1', '1<![CDATA[0]]>', '<![CDATA[]]>10', '&#49;0', '1&#48;'] as $value) {
            $xml = preg_replace('~(<name>users</name>\s*<value>)0~', "\${1}$value", self::members()['moodle_backup.xml'], 1, $done);
            $this->assertSame(1, $done);
            $this->write(['moodle_backup.xml' => $xml] + self::members());
            $this->assertContains($this->why(), ['xml', 'people'], $value);
        }
    }

    public function test_html_of_a_closed_list(): void {
        $right = ['', 'a &lt; b', '<p>a</p>', '<div lang="ar" dir="rtl" style="text-align: start">x</div>', '<a href="https://x.org/?a=1&amp;b=2">x</a>',
            '<a href="$@PAGEVIEWBYID*17@$#top">x</a>', '<img src="@@PLUGINFILE@@/media/a%20b.svg" alt="a < b">', '<br>', '<br />',
            '<a href="mailto:a@x.org">x</a>', '<a href="tel:112">112</a>',
            '<a href="#fn:1" id="fnref:1" class="footnote-ref">1</a>',
            '<a href="HTTPS://x.org">x</a>', '<details open><summary>x</summary>y</details>', '<td colspan="2">x</td>',
            '<video controls src="@@PLUGINFILE@@/f.mp4"></video>', '&#36;@x',
            '<img src="@@PLUGINFILE@@/a.svg" alt="&#36;@x">', '<td style="text-align: center">x</td>', 'x > y'];
        foreach ($right as $text) {
            $this->assertNull(html::wrong($text), $text);
        }
        $wrong = ['a < b', '<p', '<P>x</P>', "<a href='x'>", '<a href=x>', '<script>', '<p onclick="x">', '<a href="javascript:x">',
            '<a href="&#x6A;avascript:x">', '<img src="https://x">', '$@PAGEVIEWBYID*1@$', '<p title="$@X*1@$">',
            '<p style="position: fixed">', '<p style="text-align: left; x: y">', '<p style="text-align: left&#59; x: y">', '<a href="x">',
            '</p class="x">', '<a  href="/x">', '<a href="https:x">', '<a href="\\\\x">', '<!doctype html>', '<a href="data:x">'];
        foreach ($wrong as $text) {
            $this->assertNotNull(html::wrong($text), $text);
        }
    }

    /**
     * A text of any length, and of any sort, is looked through in one go.
     */
    public function test_long_texts_take_no_time(): void {
        $began = microtime(true);
        foreach (['<', '<p ', '<p a="', '<p a', ' ', '<p>', '&#', '$@', '"', '<a href="', '</'] as $piece) {
            html::wrong(str_repeat($piece, 300000));
            html::wrong('<p' . str_repeat($piece, 300000));
        }
        $this->assertLessThan(5.0, microtime(true) - $began);
    }
}
