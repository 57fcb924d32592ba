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

use local_moocbuild\package\contents;
use local_moocbuild\package\facts;
use local_moocbuild\package\problem;
use local_moocbuild\package\reader;
use PHPUnit\Framework\TestCase;

/**
 * Packages: what is taken, and what is refused before Moodle sees any of it (cases G03, G08, G15).
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/licenses/gpl-3.0.html GNU GPL v3 or later
 */
final class package_test extends TestCase {
    /** @var string The archive of a test */
    private string $path;

    protected function setUp(): void {
        $this->path = tempnam(sys_get_temp_dir(), 'mbz');
    }

    protected function tearDown(): void {
        unlink($this->path);
    }

    /**
     * Facts of a small course.
     *
     * @return array
     */
    private static function facts(): array {
        return [
            'format' => 1,
            'course' => ['id' => 'demo', 'track' => '', 'language' => 'en', 'title' => 'Demo', 'version' => '1.0.0'],
            'sections' => [['id' => 'm', 'title' => 'M']],
            'activities' => [
                ['idnumber' => 'm/index', 'kind' => 'page', 'section' => 'm'],
                ['idnumber' => 'm/quiz', 'kind' => 'quiz', 'section' => 'm'],
            ],
            'questions' => [['idnumber' => 'q1']],
        ];
    }

    /**
     * Members of a small package.
     *
     * @return string[]
     */
    private static function members(): array {
        return [
            'moodle_backup.xml' => '<?xml version="1.0" encoding="UTF-8"?><moodle_backup/>',
            'moocbuild.json' => json_encode(self::facts()),
            'files/' . substr(sha1('x'), 0, 2) . '/' . sha1('x') => 'x',
        ];
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

    public function test_a_package_is_read(): void {
        $this->write(self::members());
        $package = reader::open($this->path);
        $this->assertSame('demo', $package->facts->key());
        $this->assertSame(['m/index' => 'm', 'm/quiz' => 'm'], $package->facts->activities());
        $this->assertSame([1, 1, 0], array_map($package->facts->count_kind(...), facts::KINDS));
        $this->assertSame([sha1('x')], $package->contents);
        $this->assertSame(hash_file('sha256', $this->path), $package->hash);
    }

    public static function names(): array {
        return array_map(fn($name) => [$name], ['../../config.php', '/etc/passwd', 'files/../../x', "course\\course.xml", 'C:/x.xml',
            'files/aa/../../../../x', 'course/course.php', 'sections/section_1/../../x.xml', "course/a.xml\0.php", 'x.xml/', '.htaccess',
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
        $this->write(self::members() + ['course/course.xml' => '/etc/passwd'], fn($zip) => $zip->setExternalAttributesName(
            'course/course.xml', \ZipArchive::OPSYS_UNIX, 0120777 << 16));
        $this->assertSame('name', $this->why());
    }

    public function test_a_name_that_comes_twice_is_refused(): void {
        $this->write(self::members() + ['course/course.xml' => '<a/>', 'course/course.xmm' => '<a/>']);
        file_put_contents($this->path, str_replace('course.xmm', 'course.xml', file_get_contents($this->path)));
        $this->assertContains($this->why(), ['twice', 'damaged']);
    }

    public function test_a_locked_package_is_refused(): void {
        $this->write(self::members() + ['course/course.xml' => '<a/>'], function ($zip) {
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
        $this->write(['files/' . substr(sha1('x'), 0, 2) . '/' . sha1('x') => 'y'] + self::members());
        $this->assertSame('damaged', $this->why());
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

    public static function wrong_facts(): array {
        $facts = self::facts();
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

    public static function forged(): array {
        $file = fn(array $row) => '<files><file id="1">' . implode('', array_map(fn($k, $v) => "<$k>$v</$k>", array_keys($row), $row))
            . '</file></files>';
        $good = ['contenthash' => sha1('x'), 'component' => 'mod_page', 'filearea' => 'content', 'filepath' => '/', 'filename' => 'a.png',
            'repositorytype' => '$@NULL@$', 'reference' => '$@NULL@$'];
        return [
            'a user' => ['users.xml', '<users><user id="2"><username>admin</username></user></users>', 'people'],
            'an owner' => ['questions.xml', '<q><ownerid>2</ownerid></q>', 'people'],
            'an author' => ['questions.xml', '<q><createdby>2</createdby></q>', 'people'],
            'an attempt' => ['activities/quiz_1/quiz.xml', '<quiz><attempts><attempt id="1"/></attempts></quiz>', 'people'],
            'a grade' => ['activities/quiz_1/grades.xml', '<a><grade_grade id="1"><userid>3</userid></grade_grade></a>', 'people'],
            'a role' => ['roles.xml', '<roles_definition><role id="1"><shortname>manager</shortname></role></roles_definition>', 'people'],
            'rights' => ['course/roles.xml', '<r><role_overrides><role_override/></role_overrides></r>', 'people'],
            'an enrolment' => ['course/enrolments.xml', '<e><enrol id="1"/></e>', 'people'],
            'a setting' => ['moodle_backup.xml', '<m><setting><name>users</name><value>1</value></setting></m>', 'people'],
            'user data' => ['moodle_backup.xml', '<m><setting><name>quiz_1_userinfo</name><value>1</value></setting></m>', 'people'],
            'a block' => ['course/blocks.xml', '<b><block id="1"/></b>', 'people'],
            'an entity' => ['course/course.xml', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'xml'],
            'laughs' => ['course/course.xml', '<!DOCTYPE a [<!ENTITY x "ha">]><a>&x;</a>', 'xml'],
            'no end' => ['course/course.xml', '<a><b></a>', 'xml'],
            'not utf-8' => ['course/course.xml', "<a>\xff\xfe</a>", 'xml'],
            'utf-16' => ['course/course.xml', mb_convert_encoding('<!DOCTYPE a><a/>', 'UTF-16'), 'xml'],
            'a foreign area' => ['files.xml', $file(['component' => 'user', 'filearea' => 'private'] + $good), 'file'],
            'a draft' => ['files.xml', $file(['component' => 'user', 'filearea' => 'draft'] + $good), 'file'],
            'a path up' => ['files.xml', $file(['filepath' => '/../'] + $good), 'file'],
            'a name up' => ['files.xml', $file(['filename' => '..'] + $good), 'file'],
            'an alias' => ['files.xml', $file(['repositorytype' => 'filesystem', 'reference' => 'x'] + $good), 'file'],
            'no hash' => ['files.xml', $file(['contenthash' => '../../x'] + $good), 'file'],
        ];
    }

    /**
     * A backup may hold what people did, and files of other places; a package may not (G08).
     *
     * @dataProvider forged
     * @param string $name
     * @param string $xml
     * @param string $why
     */
    public function test_a_forged_backup_is_refused(string $name, string $xml, string $why): void {
        $this->write([$name => $xml] + self::members());
        $this->assertSame($why, $this->why());
    }

    public function test_what_moocbuild_writes_is_taken(): void {
        $this->expectNotToPerformAssertions();
        contents::check('files.xml', '<files><file id="1"><contenthash>' . sha1('x') . '</contenthash><component>mod_scorm</component>'
            . '<filearea>content</filearea><filepath>/a/b/</filepath><filename>x.js</filename><userid>$@NULL@$</userid></file></files>');
        contents::check('moodle_backup.xml', '<m><setting><name>users</name><value>0</value></setting></m>');
        contents::check('completion.xml', '<c><role>$@NULL@$</role></c>');
        contents::check('questions.xml', '<q><createdby>$@NULL@$</createdby></q>');
    }
}
