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

use core_courseformat\formatactions;

/**
 * Sections of a course: new ones, names and texts, and what stands where.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class sections {
    /**
     * New sections, other names and texts, another order.
     *
     * @param plan $plan
     * @param job $job
     */
    public static function apply(plan $plan, job $job): void {
        foreach ($plan->of('section_add') as $step) {
            $made = formatactions::section($job->course)->create($step['number']);
            self::write($job, (int) $made->id, $step['number']);
        }
        foreach ($plan->of('section_change') as $step) {
            self::write($job, $step['id'], $step['number']);
        }
        foreach ($plan->of('section_order') as $step) {
            self::reorder($job->course, $step['ids']);
        }
    }

    /**
     * Puts the activities of each section in order. Texts of sections lead to activities, so they come again.
     *
     * @param plan $plan
     * @param job $job
     */
    public static function arrange(plan $plan, job $job): void {
        global $DB;
        $numbers = $job->numbers();
        $ids = self::numbered($plan, $job);
        foreach ($plan->of('order') as $step) {
            $section = $DB->get_record('course_sections', ['id' => $ids[$step['key']]], '*', MUST_EXIST);
            foreach ($step['sequence'] as $token) {
                $id = $numbers[$token] ?? (int) ltrim($token, '#');
                $module = get_coursemodule_from_id('', $id, $job->course, false, MUST_EXIST);
                self::move($module, $section);
            }
        }
        foreach ($plan->of('section_add', 'section_change') as $step) {
            self::write($job, $ids[$step['key']], $step['number']);
        }
    }

    /**
     * Moves an activity to the end of a section, without changing whether it is seen.
     *
     * @param \stdClass $module
     * @param \stdClass $section
     */
    private static function move(\stdClass $module, \stdClass $section): void {
        delete_mod_from_section($module->id, $module->section);
        course_add_cm_to_section($section->course, $module->id, $section->section);
    }

    /**
     * Numbers of sections by the package's names, new ones as well.
     *
     * @param plan $plan
     * @param job $job
     * @return int[]
     */
    private static function numbered(plan $plan, job $job): array {
        global $DB;
        $found = order::sections($job->here['sections'], $job->places);
        foreach ($plan->of('section_add') as $step) {
            $found[$step['key']] = (int) $DB->get_field_select(
                'course_sections',
                'MAX(id)',
                'course = :course AND name = :name',
                ['course' => $job->course, 'name' => $step['title']],
                MUST_EXIST
            );
        }
        return $found;
    }

    /**
     * Name and text as the package has them.
     *
     * @param job $job
     * @param int $id
     * @param int $number in the package
     */
    private static function write(job $job, int $id, int $number): void {
        global $DB;
        $wanted = $DB->get_record('course_sections', ['id' => $job->new['sections'][$number]['id']], '*', MUST_EXIST);
        $section = $DB->get_record('course_sections', ['id' => $id], '*', MUST_EXIST);
        course_update_section($job->course, $section, [
            'name' => $wanted->name,
            'summary' => $job->text($wanted->summary),
            'summaryformat' => $wanted->summaryformat,
        ]);
    }

    /**
     * Puts these sections in this order, in the places that they have.
     *
     * @param int $course
     * @param int[] $ids
     */
    private static function reorder(int $course, array $ids): void {
        global $DB;
        $rows = $DB->get_records('course_sections', ['course' => $course], 'section', 'id, section');
        $places = array_values(array_intersect(array_keys($rows), $ids));
        foreach ($ids as $at => $id) {
            $now = array_keys($DB->get_records('course_sections', ['course' => $course], 'section', 'id'));
            $target = (int) $rows[$places[$at]]->section;
            $place = array_search($id, $now);
            if ($place !== $target) {
                move_section_to(get_course($course), $place, $target, true);
            }
        }
    }
}
