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

/**
 * What a course is, as a plain structure that can be compared (its shape: {@see difference}).
 *
 * Rows also carry numbers of this site, which are not compared.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class snapshot {
    /** @var links How links are made comparable */
    private links $links;

    /** @var \stdClass[] Course modules of our kinds that have an idnumber, by it */
    private array $modules = [];

    /** @var string[] Idnumbers by number of the course module */
    private array $keys = [];

    /** @var bank The course's questions */
    private bank $bank;

    /**
     * Use {@see self::take()}.
     *
     * @param int $course
     * @param string $framework idnumber
     */
    private function __construct(
        /** @var int Number of the course */
        private readonly int $course,
        /** @var string Idnumber of the competency framework */
        private readonly string $framework,
    ) {
        global $CFG;
        foreach (self::modules_of($course) as $module) {
            $ours = $module->idnumber !== '' && $module->idnumber !== null && in_array($module->kind, facts::KINDS, true);
            if ($ours && !isset($this->modules[$module->idnumber])) {
                $this->modules[$module->idnumber] = $module;
                $this->keys[$module->id] = $module->idnumber;
            }
        }
        $this->links = new links($CFG->wwwroot, $this->keys);
        $this->bank = new bank($course, $this->links);
    }

    /**
     * Takes one.
     *
     * @param int $course
     * @param string $framework idnumber of the competency framework
     * @return array
     */
    public static function take(int $course, string $framework): array {
        $made = new self($course, $framework);
        return [
            'sections' => $made->sections(),
            'activities' => array_map($made->activity(...), $made->modules),
            'categories' => $made->bank->categories(),
            'questions' => $made->bank->questions(),
            'competencies' => $made->competencies(),
            'criteria' => $made->criteria(),
            'links' => $made->links,
        ];
    }

    /**
     * Course modules that are not being deleted.
     *
     * @param int $course
     * @return \stdClass[]
     */
    public static function modules_of(int $course): array {
        global $DB;
        return $DB->get_records_sql('SELECT cm.*, m.name AS kind FROM {course_modules} cm JOIN {modules} m ON m.id = cm.module
            WHERE cm.course = :course AND cm.deletioninprogress = 0 ORDER BY cm.id', ['course' => $course]);
    }

    /**
     * Sections that authors make, without those that activities bring.
     *
     * @return array[]
     */
    private function sections(): array {
        global $DB;
        $found = [];
        $rows = $DB->get_records('course_sections', ['course' => $this->course, 'component' => null], 'section');
        foreach ($rows as $row) {
            $numbers = array_filter(explode(',', (string) $row->sequence));
            $found[] = [
                'id' => (int) $row->id,
                'name' => (string) $row->name,
                'summary' => $this->links->normal($row->summary),
                'sequence' => array_values(array_map(fn($id) => (string) ($this->keys[$id] ?? "#$id"), $numbers)),
            ];
        }
        return $found;
    }

    /**
     * One activity.
     *
     * @param \stdClass $module
     * @return array
     */
    private function activity(\stdClass $module): array {
        global $DB;
        $row = $DB->get_record($module->kind, ['id' => $module->instance], '*', MUST_EXIST);
        $context = \context_module::instance($module->id);
        $found = [
            'cm' => (int) $module->id,
            'instance' => (int) $module->instance,
            'kind' => $module->kind,
            'title' => $row->name,
            'visible' => (bool) $module->visible,
            'fields' => $this->fields($module, $row, $context),
            'competencies' => $this->competencies((int) $module->id),
        ];
        if ($module->kind === 'quiz') {
            $found['slots'] = $this->bank->slots((int) $module->instance, $context->id);
            $found['marks'] = grades::marks($this->course, (int) $module->instance);
        }
        $found += learners::begun($module->kind, (int) $module->instance);
        return $found;
    }

    /**
     * What authors say of an activity; what sites say of it (dates, passwords, limits) is not compared.
     *
     * @param \stdClass $module
     * @param \stdClass $row
     * @param \context $context
     * @return array
     */
    private function fields(\stdClass $module, \stdClass $row, \context $context): array {
        $common = [
            'name' => $row->name,
            'intro' => $this->links->normal($row->intro),
            'tags' => $this->tags((int) $module->id),
        ];
        return $common + match ($module->kind) {
            'page' => [
                'content' => $this->links->normal($row->content),
                'files' => files::listed($context->id, 'mod_page', ['content', 'intro']),
            ],
            'quiz' => [
                'files' => files::listed($context->id, 'mod_quiz', ['intro']),
                'shuffle' => (int) $row->shuffleanswers,
                'grade' => (float) $row->grade,
            ] + $this->grade($row),
            'scorm' => ['package' => (string) $row->sha1hash],
        };
    }

    /**
     * Pass mark and weight of a quiz; no weight where the site weighs in a way of its own.
     *
     * @param \stdClass $quiz
     * @return float[]
     */
    private function grade(\stdClass $quiz): array {
        $item = grades::of((int) $quiz->course, (int) $quiz->id);
        if (!$item) {
            return ['pass' => 0.0];
        }
        $natural = (int) $item->get_parent_category()->aggregation === GRADE_AGGREGATE_SUM;
        $weight = $natural && $item->weightoverride ? ['weight' => (float) $item->aggregationcoef2] : [];
        return ['pass' => (float) $item->gradepass] + $weight;
    }

    /**
     * Tags of an activity, sorted.
     *
     * @param int $module
     * @return string[]
     */
    private function tags(int $module): array {
        $tags = array_values(\core_tag_tag::get_item_tags_array('core', 'course_modules', $module));
        sort($tags);
        return $tags;
    }

    /**
     * Codes of linked competencies of the package's framework.
     *
     * @param int $module 0 for those of the course
     * @return string[]
     */
    private function competencies(int $module = 0): array {
        global $DB;
        $table = $module ? 'competency_modulecomp' : 'competency_coursecomp';
        $column = $module ? 'cmid' : 'courseid';
        return array_map('strval', array_values($DB->get_fieldset_sql(
            "SELECT c.idnumber FROM {{$table}} l
            JOIN {competency} c ON c.id = l.competencyid JOIN {competency_framework} f ON f.id = c.competencyframeworkid
            WHERE l.$column = :id AND f.idnumber = :framework ORDER BY l.sortorder, l.id",
            ['id' => $module ?: $this->course, 'framework' => $this->framework]
        )));
    }

    /**
     * Activities that complete the course.
     *
     * @return string[]
     */
    private function criteria(): array {
        global $DB;
        $numbers = $DB->get_fieldset_select(
            'course_completion_criteria',
            'moduleinstance',
            'course = :course AND criteriatype = 4',
            ['course' => $this->course]
        );
        $keys = array_values(array_intersect_key($this->keys, array_flip($numbers)));
        sort($keys);
        return array_map('strval', $keys);
    }
}
