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

namespace local_moocbuild\framework;

use core_competency\api;
use core_tag_tag;

/**
 * Links of a course and its activities to the competencies of a framework.
 *
 * An activity's tags say which items it is about. Links are added, never taken away: learners'
 * ratings hang on them, and teachers add their own.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class linker {
    /**
     * Constructor.
     *
     * @param string $idnumber of the framework
     */
    public function __construct(
        /** @var string */
        private readonly string $idnumber,
    ) {
    }

    /**
     * The framework of the course that was imported last: what the form begins with.
     */
    public static function usual_idnumber(): string {
        global $DB;
        $rows = $DB->get_records('local_moocbuild_course', null, 'timeimported DESC, id DESC', 'id, facts', 0, 1);
        return self::idnumber_in(reset($rows)->facts ?? '');
    }

    /**
     * How many links courses lack, once the framework is as wanted.
     *
     * @param framework $wanted of a file
     * @return array[] pairs of a course's name and the number, where there are any
     */
    public function missing(framework $wanted): array {
        $missing = [];
        foreach ($this->courses() as $id) {
            $number = count($this->missing_in($id, array_keys($wanted->competencies)));
            if ($number) {
                $missing[] = [format_string(get_course($id)->fullname), $number];
            }
        }
        return $missing;
    }

    /**
     * Adds what is missing in all courses of the framework.
     *
     * @return int how many links were added to activities
     */
    public function add_everywhere(): int {
        return array_sum(array_map($this->add(...), $this->courses()));
    }

    /**
     * Adds what is missing in a course.
     *
     * @param int $courseid the course
     * @return int how many links were added to activities
     */
    public function add(int $courseid): int {
        $ids = [];
        foreach ((new site($this->idnumber))->competencies() as $each) {
            if (!$each->retired()) {
                $ids[$each->code] = $each->id;
            }
        }
        $missing = $this->missing_in($courseid, array_keys($ids));
        foreach ($missing as [$cmid, $code]) {
            api::add_competency_to_course($courseid, $ids[$code]);
            api::add_competency_to_course_module($cmid, $ids[$code]);
        }
        return count($missing);
    }

    /**
     * Courses that came from packages of this framework.
     *
     * @return int[] their ids
     */
    private function courses(): array {
        global $DB;
        $rows = $DB->get_records_sql(
            'SELECT m.courseid, m.facts FROM {local_moocbuild_course} m JOIN {course} c ON c.id = m.courseid ORDER BY m.courseid'
        );
        return array_keys(array_filter($rows, fn($row) => self::idnumber_in($row->facts) === $this->idnumber));
    }

    /**
     * The framework that a package names.
     *
     * @param string $facts its moocbuild.json
     */
    private static function idnumber_in(string $facts): string {
        $idnumber = json_decode($facts, true)['framework'] ?? '';
        return is_string($idnumber) ? $idnumber : '';
    }

    /**
     * Links that a course lacks.
     *
     * @param int $courseid the course
     * @param string[] $codes of the framework
     * @return array[] pairs of a course module's id and a code
     */
    private function missing_in(int $courseid, array $codes): array {
        $known = [];
        foreach ($codes as $code) {
            $known[\core_text::strtolower($code)] = (string) $code;
        }
        $missing = [];
        foreach (get_fast_modinfo($courseid)->get_cms() as $cm) {
            $tags = array_column(core_tag_tag::get_item_tags('core', 'course_modules', $cm->id), 'name');
            $tagged = array_values(array_intersect_key($known, array_flip($tags)));
            foreach ($tagged ? array_diff($tagged, $this->linked((int) $cm->id)) : [] as $code) {
                $missing[] = [(int) $cm->id, $code];
            }
        }
        return $missing;
    }

    /**
     * Codes that an activity is linked to already.
     *
     * @param int $cmid course module
     * @return string[]
     */
    private function linked(int $cmid): array {
        global $DB;
        return $DB->get_fieldset_sql(
            'SELECT c.idnumber
               FROM {competency_modulecomp} m
               JOIN {competency} c ON c.id = m.competencyid
               JOIN {competency_framework} f ON f.id = c.competencyframeworkid
              WHERE m.cmid = ? AND f.idnumber = ?',
            [$cmid, $this->idnumber]
        );
    }
}
