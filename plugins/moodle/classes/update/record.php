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

namespace local_moocbuild\update;

use local_moocbuild\package\facts;
use local_moocbuild\package\reader;

/**
 * What this site remembers of a course made from a package.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class record {
    /** The table. */
    private const TABLE = 'local_moocbuild_course';

    /**
     * Use {@see self::of()}.
     *
     * @param int $course
     * @param \stdClass|null $row
     */
    private function __construct(
        /** @var int Number of the course */
        public readonly int $course,
        /** @var \stdClass|null Row of the table; null for a course that came another way */
        private readonly ?\stdClass $row,
    ) {
    }

    /**
     * Of a course.
     *
     * @param int $course
     * @return self
     */
    public static function of(int $course): self {
        global $DB;
        return new self($course, $DB->get_record(self::TABLE, ['courseid' => $course]) ?: null);
    }

    /**
     * Courses made from any package of this key.
     *
     * @param string $key
     * @return int[]
     */
    public static function courses(string $key): array {
        global $DB;
        return array_map('intval', $DB->get_fieldset_sql('SELECT r.courseid FROM {local_moocbuild_course} r
            JOIN {course} c ON c.id = r.courseid WHERE r.coursekey = :key ORDER BY r.courseid', ['key' => $key]));
    }

    /**
     * Whether the course was made or updated by this plugin.
     *
     * @return bool
     */
    public function exists(): bool {
        return $this->row !== null;
    }

    /**
     * A column: coursekey, version, lang, packagehash, timeimported.
     *
     * @param string $name
     * @return string
     */
    public function get(string $name): string {
        return (string) ($this->row->$name ?? '');
    }

    /**
     * What the last package said of itself.
     *
     * @return facts|null
     */
    public function facts(): ?facts {
        return $this->row ? facts::read($this->row->facts) : null;
    }

    /**
     * Idnumbers that the last package had.
     *
     * @return array lists activities and questions
     */
    public function known(): array {
        $facts = $this->facts();
        return ['activities' => $facts ? array_map('strval', array_keys($facts->activities())) : [],
            'questions' => $facts ? $facts->questions() : []];
    }

    /**
     * Idnumbers of what updates have hidden.
     *
     * @return array lists activities and questions
     */
    public function hidden(): array {
        return json_decode($this->row->hidden ?? '', true) ?? ['activities' => [], 'questions' => []];
    }

    /**
     * Remembers a package.
     *
     * @param reader $package
     * @param array $hidden
     */
    public function write(reader $package, array $hidden): void {
        global $DB, $USER;
        $row = [
            'courseid' => $this->course,
            'coursekey' => $package->facts->key(),
            'version' => $package->facts->course('version'),
            'lang' => $package->facts->course('language'),
            'packagehash' => $package->hash,
            'facts' => $package->facts->json,
            'hidden' => json_encode($hidden),
            'timeimported' => time(),
            'userid' => $USER->id,
        ];
        if ($this->row) {
            $DB->update_record(self::TABLE, (object) ($row + ['id' => $this->row->id]));
        } else {
            $DB->insert_record(self::TABLE, (object) $row);
        }
    }

    /**
     * What is hidden after a plan was done.
     *
     * @param plan $plan
     * @return array
     */
    public function hidden_after(plan $plan): array {
        $hidden = $this->hidden();
        foreach (['activities' => 'activity', 'questions' => 'question'] as $list => $thing) {
            $shown = array_column($plan->of("{$thing}_show"), 'key');
            $gone = array_column($plan->of("{$thing}_hide"), 'key');
            $hidden[$list] = array_values(array_unique([...array_diff($hidden[$list] ?? [], $shown), ...$gone]));
        }
        return $hidden;
    }
}
