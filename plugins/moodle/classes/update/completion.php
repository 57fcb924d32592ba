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

use core_competency\competency;
use core_competency\competency_framework;
use core_competency\course_competency;
use core_competency\course_module_competency;

/**
 * Links to competencies, and what completes the course.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class completion {
    /**
     * Everything that a plan says of both.
     *
     * @param plan $plan
     * @param job $job
     */
    public static function apply(plan $plan, job $job): void {
        $numbers = $job->numbers();
        foreach ($plan->of('competency_add') as $step) {
            foreach ($step['codes'] as $code) {
                self::link($job, (string) $code, $step['key'] === '' ? null : $numbers[$step['key']]);
            }
        }
        foreach ($plan->of('criteria') as $step) {
            self::criteria($job, $step, $numbers);
        }
    }

    /**
     * Links a competency to the course, or to an activity.
     *
     * @param job $job
     * @param string $code
     * @param int|null $module
     */
    private static function link(job $job, string $code, ?int $module): void {
        $framework = competency_framework::get_record(['idnumber' => $job->framework]);
        $competency = $framework ? competency::get_record(
            ['idnumber' => $code, 'competencyframeworkid' => $framework->get('id')]
        ) : false;
        if (!$competency) {
            return;
        }
        $row = (object) ['competencyid' => $competency->get('id'), 'ruleoutcome' => 1];
        if ($module === null) {
            $row->courseid = $job->course;
            (new course_competency(0, $row))->create();
        } else {
            $row->cmid = $module;
            (new course_module_competency(0, $row))->create();
        }
    }

    /**
     * Activities that complete the course: new ones count, hidden ones do not.
     *
     * @param job $job
     * @param array $step
     * @param int[] $numbers
     */
    private static function criteria(job $job, array $step, array $numbers): void {
        global $DB;
        foreach ($step['drop'] as $key) {
            $row = ['course' => $job->course, 'criteriatype' => 4, 'moduleinstance' => $numbers[$key]];
            $ids = $DB->get_fieldset('course_completion_criteria', 'id', $row);
            $DB->delete_records_list('course_completion_crit_compl', 'criteriaid', $ids);
            $DB->delete_records_list('course_completion_criteria', 'id', $ids);
        }
        foreach ($step['add'] as $key) {
            $DB->insert_record('course_completion_criteria', ['course' => $job->course, 'criteriatype' => 4,
                'module' => $job->new['activities'][$key]['kind'], 'moduleinstance' => $numbers[$key]]);
        }
        \cache::make('core', 'coursecompletion')->purge();
    }
}
