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
use core\url;
use local_moocbuild\evidence\collector;
use local_moocbuild\evidence\source;
use required_capability_exception;
use stdClass;

/**
 * Who may see what of a course's evidence, and that.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class report_access {
    /** The right to see others. */
    public const ALL = 'local/moocbuild:viewreport';
    /** Learners on a page. */
    public const PER_PAGE = 50;

    /** @var context_course the course's. */
    public readonly context_course $context;
    /** @var people learners, as far as they may be seen. */
    public readonly people $people;
    /** @var bool whether others may be seen. */
    public readonly bool $teaches;
    /** @var collector reads evidence. */
    private readonly collector $collector;
    /** @var items the course's. */
    private readonly items $items;

    /**
     * Constructor.
     *
     * @param stdClass $course the course
     * @throws required_capability_exception for somebody who may see nothing of it
     */
    public function __construct(
        /** @var stdClass */
        private readonly stdClass $course,
    ) {
        $this->context = context_course::instance($course->id);
        $this->teaches = has_capability(self::ALL, $this->context);
        if (!$this->teaches) {
            require_capability(people::LEARNER, $this->context);
        }
        $source = new source((int) $course->id);
        $this->people = new people($course);
        $this->collector = new collector($source);
        $this->items = new items($source);
    }

    /**
     * The report's address.
     */
    public function url(): url {
        return new url('/local/moocbuild/report.php', ['course' => $this->course->id]);
    }

    /**
     * A view, as far as the reader may have it.
     *
     * @param string $name cohort, people or learner
     * @param int $user for learner
     * @param int $group of this group only; 0: all that may be seen
     * @param int $page of people, from 0
     */
    public function view(string $name, int $user, int $group, int $page): view {
        if (!$this->teaches) {
            return $this->own();
        }
        return match ($name) {
            'learner' => $this->learner($user),
            'people' => $this->people($group, $page),
            default => $this->cohort($group),
        };
    }

    /**
     * The group that is shown: as asked, or the first where the reader may not see everybody.
     *
     * @param int $asked id of a group, 0 for none
     */
    public function group(int $asked): int {
        if (isset($this->people->groups[$asked])) {
            return $asked;
        }
        return $this->people->everybody ? 0 : (int) array_key_first($this->people->groups);
    }

    /**
     * The reader's own evidence.
     */
    private function own(): learner_view {
        global $USER;
        $allevidence = $this->collector->evidence([(int) $USER->id]);
        return new learner_view($this->items, fullname($USER), true, $allevidence[$USER->id]);
    }

    /**
     * One learner.
     *
     * @param int $id of the user
     */
    private function learner(int $id): learner_view {
        $learner = $this->people->learner($id);
        if ($learner === null) {
            throw new required_capability_exception($this->context, self::ALL, 'nopermissions', '');
        }
        return new learner_view($this->items, fullname($learner), false, $this->collector->evidence([$id])[$id]);
    }

    /**
     * Learners by name.
     *
     * @param int $group of this group only
     * @param int $page from 0
     */
    private function people(int $group, int $page): people_view {
        $names = array_map(fullname(...), $this->people->learners($this->group($group)));
        $shown = array_slice(array_keys($names), $page * self::PER_PAGE, self::PER_PAGE);
        return new people_view($this->items, $this->url(), $names, $shown, $this->collector->evidence(...));
    }

    /**
     * Numbers of everybody, or of a group.
     *
     * @param int $group as asked
     */
    private function cohort(int $group): cohort_view {
        $group = $this->group($group);
        $all = $this->people->everybody || $group ? $this->people->all() : [];
        $grouped = (bool) $this->people->groups;
        $tally = new tally($this->collector->evidence($all), $grouped ? $this->people->memberships() : []);
        $name = $group ? format_string($this->people->groups[$group]->name, true, ['escape' => false]) : '';
        return new cohort_view($this->items, $tally, $group, $name, count($this->people->learners($group)));
    }
}
