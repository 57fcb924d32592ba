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

namespace local_moocbuild\evidence;

/**
 * What a course of the site says of itself: by its package, else by its links to competencies.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class source {
    /** @var course_map items and questions. */
    public readonly course_map $map;
    /** @var bool whether a package says so. */
    public readonly bool $packaged;
    /** @var string idnumber of the framework, '' where no package names one. */
    public readonly string $framework;

    /**
     * Constructor.
     *
     * @param int $courseid the course
     */
    public function __construct(
        /** @var int */
        public readonly int $courseid,
    ) {
        global $DB;
        $facts = json_decode((string) $DB->get_field('local_moocbuild_course', 'facts', ['courseid' => $courseid]), true);
        $this->packaged = is_array($facts);
        $framework = $facts['framework'] ?? '';
        $this->framework = is_string($framework) ? $framework : '';
        $this->map = is_array($facts) ? course_map::from_manifest($facts) : $this->from_links();
    }

    /**
     * Headings and names that the site's framework has for items.
     *
     * @return array[] by code: heading (name of what stands above, '' without) and name
     */
    public function names(): array {
        global $DB;
        $names = [];
        $rows = $DB->get_recordset_sql(
            'SELECT c.id, c.idnumber, c.shortname, p.shortname AS heading
               FROM {competency} c
               JOIN {competency_framework} f ON f.id = c.competencyframeworkid
          LEFT JOIN {competency} p ON p.id = c.parentid
              WHERE f.idnumber = :framework
                 OR c.id IN (SELECT competencyid FROM {competency_coursecomp} WHERE courseid = :course)
           ORDER BY c.sortorder',
            ['framework' => $this->framework, 'course' => $this->courseid]
        );
        foreach ($rows as $row) {
            $names[$row->idnumber] ??= ['heading' => (string) $row->heading, 'name' => $row->shortname];
        }
        $rows->close();
        return $names;
    }

    /**
     * A course without a package: the competencies that it is linked to, and all its simulations.
     */
    private function from_links(): course_map {
        global $DB;
        $codes = $DB->get_fieldset_sql(
            'SELECT c.idnumber
               FROM {competency_coursecomp} l
               JOIN {competency} c ON c.id = l.competencyid
              WHERE l.courseid = ?
           ORDER BY l.sortorder, c.id',
            [$this->courseid]
        );
        return new course_map(array_fill_keys($codes, ['label' => '', 'practice' => false]));
    }
}
