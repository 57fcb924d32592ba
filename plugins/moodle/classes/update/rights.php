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

use local_moocbuild\package\problem;

/**
 * Moodle's own rights for what an import does: whoever may not do it by Moodle's pages may not do it by a package.
 *
 * Asked where the work begins, so that they hold for pages, the command line and whatever else calls the importer.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class rights {
    /** For a new course, in its category: what Moodle's own pages for restoring a course ask, and its restore of questions. */
    public const CREATE = ['local/moocbuild:import', 'moodle/course:create', 'moodle/restore:restorecourse',
        'moodle/restore:uploadfile', 'moodle/question:add', 'moodle/question:managecategory'];

    /** For an update, in the course: what Moodle's pages for restoring and for importing from another course ask. */
    public const UPDATE = ['local/moocbuild:update', 'moodle/restore:restorecourse', 'moodle/restore:uploadfile',
        'moodle/restore:restoretargetimport', 'moodle/backup:backuptargetimport', 'moodle/question:add',
        'moodle/question:managecategory'];

    /** For a step of an update: what Moodle's page for the same change asks. */
    private const STEPS = [
        'section_add' => ['moodle/course:update'],
        'section_change' => ['moodle/course:update'],
        'section_order' => ['moodle/course:movesections'],
        'order' => ['moodle/course:manageactivities'],
        'activity_add' => ['moodle/course:manageactivities'],
        'activity_change' => ['moodle/course:manageactivities'],
        'activity_hide' => ['moodle/course:activityvisibility'],
        'activity_show' => ['moodle/course:activityvisibility'],
        'slots' => ['mod/quiz:manage'],
        'category_add' => ['moodle/question:managecategory'],
        'category_change' => ['moodle/question:managecategory'],
        'question_add' => ['moodle/question:add'],
        'question_version' => ['moodle/question:add', 'moodle/question:editall'],
        'question_move' => ['moodle/question:moveall'],
        'question_hide' => ['moodle/question:editall'],
        'question_show' => ['moodle/question:editall'],
        'competency_add' => ['moodle/competency:coursecompetencymanage'],
        'criteria' => ['moodle/course:update'],
        'facts' => [],
    ];

    /** For fields of an activity: they stand in the gradebook. */
    private const GRADES = ['moodle/grade:manage'];

    /** Fields of an activity that stand in the gradebook. */
    private const GRADED = ['weight', 'pass'];

    /**
     * Somebody may make a course in a category.
     *
     * @param int $category
     * @throws problem
     */
    public static function create(int $category): void {
        \core_course_category::get($category);
        self::demand(self::CREATE, \context_coursecat::instance($category));
    }

    /**
     * Somebody may update a course at all.
     *
     * @param int $course
     * @throws problem
     */
    public static function update(int $course): void {
        self::demand(self::UPDATE, \context_course::instance($course));
    }

    /**
     * Somebody may do everything that a plan does.
     *
     * @param plan $plan
     * @param job $job
     * @throws problem
     */
    public static function follow(plan $plan, job $job): void {
        $missing = [];
        foreach ($plan->steps as $step) {
            $context = self::context($step, $job);
            $missing[] = self::missing(self::of($step), $context);
        }
        self::refuse(array_merge(...$missing));
    }

    /**
     * What a step needs.
     *
     * @param array $step
     * @return string[]
     */
    public static function of(array $step): array {
        $graded = array_intersect(self::GRADED, $step['what'] ?? [])
                || in_array($step['do'], ['activity_hide', 'activity_show'], true);
        $needs = self::STEPS[$step['do']] ?? throw new \coding_exception("no right is known for the step {$step['do']}");
        return $graded && ($step['kind'] ?? '') === 'quiz' ? [...$needs, ...self::GRADES] : $needs;
    }

    /**
     * Where a step is done: in an activity or a question bank that is there, else in the course.
     *
     * @param array $step
     * @param job $job
     * @return \context
     */
    private static function context(array $step, job $job): \context {
        $sort = strtok($step['do'], '_');
        $known = $job->here['activities'][$step['key']]['cm'] ?? 0;
        if ($known && in_array($sort, ['activity', 'slots', 'competency'], true)) {
            return \context_module::instance($known);
        }
        $list = ['question' => 'questions', 'category' => 'categories'][$sort] ?? '';
        $bank = $job->here[$list][$step['key']]['context'] ?? 0;
        return $bank ? \context::instance_by_id($bank) : \context_course::instance($job->course);
    }

    /**
     * Rights that whoever is logged in lacks.
     *
     * @param string[] $rights
     * @param \context $context
     * @return string[]
     */
    private static function missing(array $rights, \context $context): array {
        return array_values(array_filter($rights, fn($right) => !has_capability($right, $context)));
    }

    /**
     * Somebody has rights.
     *
     * @param string[] $rights
     * @param \context $context
     * @throws problem
     */
    private static function demand(array $rights, \context $context): void {
        self::refuse(self::missing($rights, $context));
    }

    /**
     * Says which rights are missing.
     *
     * @param string[] $missing
     * @throws problem
     */
    private static function refuse(array $missing): void {
        if ($missing) {
            throw new problem('rights', implode(', ', array_unique($missing)));
        }
    }
}
