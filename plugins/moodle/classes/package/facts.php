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

namespace local_moocbuild\package;

/**
 * What a package says of itself: moocbuild.json, read with care.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class facts {
    /** The format that is understood. */
    private const FORMAT = 1;

    /** Kinds of activities that a package may bring. */
    public const KINDS = ['page', 'quiz', 'scorm'];

    /** A longest idnumber. */
    private const LONGEST = 100;

    /**
     * Use {@see self::read()}.
     *
     * @param array $rows the decoded file
     * @param string $json the file
     */
    private function __construct(
        /** @var array The decoded file */
        private readonly array $rows,
        /** @var string The file */
        public readonly string $json,
    ) {
    }

    /**
     * Reads the file.
     *
     * @param string $json
     * @return self
     * @throws problem if it is not what moocbuild writes
     */
    public static function read(string $json): self {
        $rows = json_decode($json, true, 20);
        if (!is_array($rows) || !is_int($rows['format'] ?? null)) {
            throw new problem('facts');
        }
        if ($rows['format'] > self::FORMAT) {
            throw new problem('newer', (string) $rows['format']);
        }
        self::check_course($rows['course'] ?? null);
        self::check_rows($rows['sections'] ?? null, ['id'], 'sections');
        self::check_rows($rows['activities'] ?? null, ['idnumber', 'kind', 'section'], 'activities');
        self::check_rows($rows['questions'] ?? null, ['idnumber'], 'questions');
        self::check_places($rows);
        self::check_rest($rows);
        return new self($rows, $json);
    }

    /**
     * The author's id of the course, and its track.
     *
     * @return string
     */
    public function key(): string {
        $course = $this->rows['course'];
        return ($course['track'] ?? '') === '' ? $course['id'] : "{$course['id']}/{$course['track']}";
    }

    /**
     * A fact about the course: id, track, language, title, version, released.
     *
     * @param string $name
     * @return string
     */
    public function course(string $name): string {
        $value = $this->rows['course'][$name] ?? '';
        return is_scalar($value) ? (string) $value : '';
    }

    /**
     * Ids of the sections in order; section 0 of a course is not among them.
     *
     * @return string[]
     */
    public function sections(): array {
        return array_column($this->rows['sections'], 'id');
    }

    /**
     * The section of each activity, in order.
     *
     * @return string[] idnumber => id of a section
     */
    public function activities(): array {
        return array_column($this->rows['activities'], 'section', 'idnumber');
    }

    /**
     * What the package called things, and set: only what is of the sort that it should be.
     *
     * @return array `activities` by idnumber, with title, pass, shuffle; titles of `sections` by id
     */
    public function said(): array {
        $sorts = ['title' => is_string(...), 'pass' => is_numeric(...), 'shuffle' => is_bool(...)];
        $right = fn($value, $name) => isset($sorts[$name]) && $sorts[$name]($value);
        $rows = array_column($this->rows['activities'], null, 'idnumber');
        return [
            'activities' => array_map(fn($row) => array_filter($row, $right, ARRAY_FILTER_USE_BOTH), $rows),
            'sections' => array_filter(array_column($this->rows['sections'], 'title', 'id'), is_string(...)),
        ];
    }

    /**
     * The kind of each activity, in order.
     *
     * @return string[]
     */
    public function kinds(): array {
        return array_column($this->rows['activities'], 'kind');
    }

    /**
     * How many activities there are of a kind.
     *
     * @param string $kind
     * @return int
     */
    public function count_kind(string $kind): int {
        return count(array_keys($this->kinds(), $kind, true));
    }

    /**
     * Idnumbers of scored questions.
     *
     * @return string[]
     */
    public function questions(): array {
        return array_column($this->rows['questions'], 'idnumber');
    }

    /**
     * The course's own facts are texts, and it has an id.
     *
     * @param mixed $course
     */
    private static function check_course(mixed $course): void {
        foreach (['id', 'title', 'version', 'language'] as $name) {
            if (!is_string($course[$name] ?? null) || $course[$name] === '' || strlen($course[$name]) > 1000) {
                throw new problem('facts', "course.$name");
            }
        }
        $limits = ['id' => self::LONGEST, 'track' => self::LONGEST, 'version' => self::LONGEST, 'language' => 30];
        foreach ($limits as $name => $longest) {
            if (!is_string($course[$name] ?? '') || strlen($course[$name] ?? '') > $longest) {
                throw new problem('facts', "course.$name");
            }
        }
    }

    /**
     * Rows have the keys that are needed, as texts, and none comes twice.
     *
     * @param mixed $rows
     * @param string[] $keys the first one names a row
     * @param string $list
     */
    private static function check_rows(mixed $rows, array $keys, string $list): void {
        if (!is_array($rows) || !array_is_list($rows)) {
            throw new problem('facts', $list);
        }
        $met = [];
        foreach ($rows as $row) {
            foreach ($keys as $key) {
                if (!is_string($row[$key] ?? null) || $row[$key] === '' || strlen($row[$key]) > 4 * self::LONGEST) {
                    throw new problem('facts', "$list.$key");
                }
            }
            $name = $row[$keys[0]];
            if (isset($met[$name])) {
                throw new problem('twice', $name);
            }
            $met[$name] = true;
        }
    }

    /**
     * What the report and the help lines read is of the sort that they expect.
     *
     * @param array $rows
     */
    private static function check_rest(array $rows): void {
        $framework = $rows['framework'] ?? '';
        if (!is_string($framework) || strlen($framework) > 4 * self::LONGEST) {
            throw new problem('facts', 'framework');
        }
        foreach (['items', 'inFinal', 'contacts'] as $list) {
            $found = $rows[$list] ?? [];
            $right = $list === 'inFinal' ? is_string(...) : is_array(...);
            if (!is_array($found) || !array_is_list($found) || array_filter($found, $right) !== $found) {
                throw new problem('facts', $list);
            }
        }
    }

    /**
     * Activities are of a known kind and stand in a section that exists.
     *
     * @param array $rows
     */
    private static function check_places(array $rows): void {
        $sections = array_flip(array_column($rows['sections'], 'id'));
        foreach ($rows['activities'] as $row) {
            if (!in_array($row['kind'], self::KINDS, true)) {
                throw new problem('kind', $row['kind']);
            }
            if (!isset($sections[$row['section']])) {
                throw new problem('facts', 'activities.section');
            }
        }
    }
}
