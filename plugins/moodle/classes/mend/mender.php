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

namespace local_moocbuild\mend;

use local_moocbuild\event\cartridge_mended;
use local_moocbuild\journal;
use mod_quiz\quiz_settings;

/**
 * Does what a plan says, through Moodle's own API; grades follow.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class mender {
    /** Rights that somebody must have in the course: ours, and Moodle's own for what is changed. */
    public const RIGHTS = ['local/moocbuild:mend', 'moodle/course:update', 'mod/quiz:manage'];

    /**
     * Constructor.
     *
     * @param course $course to be mended
     */
    public function __construct(
        /** @var course */
        private readonly course $course,
    ) {
    }

    /**
     * Mends it, all or nothing.
     *
     * @return plan what has been done
     */
    public function mend(): plan {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/course/lib.php');
        require_once($CFG->dirroot . '/mod/quiz/lib.php');
        $context = \context_course::instance($this->course->id);
        array_map(fn($right) => require_capability($right, $context), self::RIGHTS);
        $transaction = $DB->start_delegated_transaction();
        try {
            $plan = $this->course->plan();
            $this->apply($plan);
            $transaction->allow_commit();
        } catch (\Throwable $e) {
            $transaction->rollback($e);
        }
        rebuild_course_cache($this->course->id, true);
        return $plan;
    }

    /**
     * Follows the plan.
     *
     * @param plan $plan what to do
     */
    private function apply(plan $plan): void {
        foreach ($this->of($plan, change::NAME) as $change) {
            $this->section($change->id, $change->to);
        }
        $marks = $this->of($plan, change::MARK);
        foreach ($this->of($plan, change::REVIEW) as $change) {
            $this->quiz($change->id, $marks);
        }
        if ($plan->changes) {
            $number = count($plan->changes);
            journal::write($this->course->id, 'mended', '', ['changes' => $number]);
            cartridge_mended::of($this->course->id, $number)->trigger();
        }
    }

    /**
     * The changes of a kind, by id.
     *
     * @param plan $plan what to do
     * @param string $kind of change
     * @return change[]
     */
    private function of(plan $plan, string $kind): array {
        return array_column(array_filter($plan->changes, fn($change) => $change->kind === $kind), null, 'id');
    }

    /**
     * Gives a section the name that stood in its summary.
     *
     * @param int $id of the section
     * @param string $name the new one
     */
    private function section(int $id, string $name): void {
        global $DB;
        $section = $DB->get_record('course_sections', ['id' => $id, 'course' => $this->course->id], '*', MUST_EXIST);
        course_update_section($this->course->id, $section, ['name' => $name, 'summary' => '']);
    }

    /**
     * Marks, sum and review of a quiz; attempts are graded anew.
     *
     * @param int $id of the quiz
     * @param change[] $marks of all places, by their id
     */
    private function quiz(int $id, array $marks): void {
        global $DB;
        $settings = quiz_settings::create($id);
        $structure = $settings->get_structure();
        foreach ($structure->get_slots() as $slot) {
            if (isset($marks[$slot->id])) {
                $structure->update_slot_maxmark($slot, $marks[$slot->id]->to);
            }
        }
        $calculator = $settings->get_grade_calculator();
        $calculator->recompute_quiz_sumgrades();
        $calculator->recompute_all_attempt_sumgrades();
        $calculator->recompute_all_final_grades();
        $DB->update_record('quiz', (object) (['id' => $id, 'timemodified' => time()] + plan::REVIEWS));
        quiz_update_grades($DB->get_record('quiz', ['id' => $id]));
        \core\event\course_module_updated::create_from_cm($settings->get_cm())->trigger();
    }
}
