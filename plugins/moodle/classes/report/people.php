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

namespace local_moocbuild\report;

use context_course;
use stdClass;

/**
 * Learners of a course, as far as the person who asks may see them.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class people {
    /** The right that makes somebody a learner. */
    public const LEARNER = 'local/moocbuild:viewownreport';

    /** @var context_course the course's. */
    private readonly context_course $context;
    /** @var stdClass[] groups that may be seen, by id. */
    public readonly array $groups;
    /** @var bool whether learners outside of those groups may be seen. */
    public readonly bool $everybody;

    /**
     * Constructor.
     *
     * @param stdClass $course the course
     */
    public function __construct(
        /** @var stdClass */
        private readonly stdClass $course,
    ) {
        global $USER;
        $this->context = context_course::instance($course->id);
        $mode = groups_get_course_groupmode($course);
        $this->everybody = $mode != SEPARATEGROUPS || has_capability('moodle/site:accessallgroups', $this->context);
        $this->groups = match (true) {
            $mode == NOGROUPS => [],
            $this->everybody => groups_get_all_groups($course->id),
            default => groups_get_all_groups($course->id, $USER->id),
        };
    }

    /**
     * Learners by id, in order of their names.
     *
     * @param int $group of these only; 0: all that may be seen
     * @return stdClass[]
     */
    public function learners(int $group = 0): array {
        if ($group && !isset($this->groups[$group])) {
            return [];
        }
        if (!$group && !$this->everybody) {
            $groups = array_keys($this->groups);
            return $groups ? $this->enrolled($groups) : [];
        }
        return $this->enrolled($group);
    }

    /**
     * All learners, for numbers that name nobody.
     *
     * @return int[] their ids
     */
    public function all(): array {
        return array_map('intval', array_keys($this->enrolled(0)));
    }

    /**
     * One learner, null for somebody who is none or may not be seen.
     *
     * @param int $id of the user
     */
    public function learner(int $id): ?stdClass {
        return $this->learners()[$id] ?? null;
    }

    /**
     * Groups of every learner, whoever may see them.
     *
     * @return int[][] ids of groups by learner
     */
    public function memberships(): array {
        global $DB;
        $rows = $DB->get_recordset_sql(
            'SELECT m.id, m.userid, m.groupid
               FROM {groups_members} m
               JOIN {groups} g ON g.id = m.groupid
              WHERE g.courseid = ?',
            [$this->course->id]
        );
        $found = [];
        foreach ($rows as $row) {
            $found[$row->userid][] = (int) $row->groupid;
        }
        $rows->close();
        return $found;
    }

    /**
     * Enrolled learners, active ones only.
     *
     * @param int|int[] $groups ids, 0: of any
     * @return stdClass[] by id
     */
    private function enrolled(int|array $groups): array {
        $names = \core_user\fields::for_name()->including('idnumber')->get_sql('u', false, '', '', false)->selects;
        return get_enrolled_users($this->context, self::LEARNER, $groups, "u.id, $names", null, 0, 0, true);
    }
}
