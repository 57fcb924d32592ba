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

/**
 * Activities: added by Moodle's own backup and restore of one, changed in place, hidden, shown again.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class activities {
    /**
     * Adds what is new. What a quiz asks comes later, when the questions are there.
     *
     * @param plan $plan
     * @param job $job
     */
    public static function add(plan $plan, job $job): void {
        foreach ($plan->of('activity_add') as $step) {
            $row = $job->new['activities'][$step['key']];
            if ($step['kind'] === 'quiz') {
                quizzes::clear($row['instance'], $row['cm']);
            }
            self::copy($job->course, $row['cm'], $step['key']);
        }
    }

    /**
     * Changes what differs, hides what is gone, shows what has come back.
     *
     * @param plan $plan
     * @param job $job
     */
    public static function change(plan $plan, job $job): void {
        $numbers = $job->numbers();
        foreach ($plan->of('activity_add') as $step) {
            $fields = array_keys($job->new['activities'][$step['key']]['fields']);
            self::write($job, $step['key'], $numbers[$step['key']], $fields);
            self::tell(\core\event\course_module_created::class, $numbers[$step['key']]);
        }
        foreach ($plan->of('activity_change') as $step) {
            self::write($job, $step['key'], $numbers[$step['key']], $step['what']);
            self::tell(\core\event\course_module_updated::class, $numbers[$step['key']]);
        }
        foreach ($plan->of('activity_hide') as $step) {
            $row = $job->here['activities'][$step['key']];
            set_coursemodule_visible($row['cm'], 0);
            if ($row['kind'] === 'quiz' && $row['attempts']) {
                // What learners earned in it counts on, and Moodle shows nobody a total with a hidden grade in it.
                $item = grades::of($job->course, $row['instance']);
                $item && $item->set_hidden(0);
            }
        }
        foreach ($plan->of('activity_show') as $step) {
            set_coursemodule_visible($job->here['activities'][$step['key']]['cm'], 1);
        }
        grades::weigh($job->course, self::weights($plan, $job));
    }

    /**
     * Copies an activity from the staging course, as Moodle's page for importing from another course does.
     *
     * @param int $course
     * @param int $module of the staging course
     * @param string $key its idnumber
     */
    private static function copy(int $course, int $module, string $key): void {
        global $CFG, $DB, $USER;
        require_once($CFG->dirroot . '/backup/util/includes/backup_includes.php');
        require_once($CFG->dirroot . '/backup/util/includes/restore_includes.php');
        $backup = new \backup_controller(
            \backup::TYPE_1ACTIVITY,
            $module,
            \backup::FORMAT_MOODLE,
            \backup::INTERACTIVE_NO,
            \backup::MODE_IMPORT,
            $USER->id
        );
        $folder = $backup->get_backupid();
        $path = $backup->get_plan()->get_basepath();
        $backup->execute_plan();
        $backup->destroy();
        $restore = new \restore_controller(
            $folder,
            $course,
            \backup::INTERACTIVE_NO,
            \backup::MODE_IMPORT,
            $USER->id,
            \backup::TARGET_CURRENT_ADDING
        );
        staging_course::execute($restore);
        $made = self::made($restore);
        $restore->destroy();
        fulldelete($path);
        $DB->set_field('course_modules', 'idnumber', $key, ['id' => $made]);
    }

    /**
     * The number of the activity that a restore has made.
     *
     * @param \restore_controller $restore
     * @return int
     */
    private static function made(\restore_controller $restore): int {
        foreach ($restore->get_plan()->get_tasks() as $task) {
            if ($task instanceof \restore_activity_task) {
                return (int) $task->get_moduleid();
            }
        }
        throw new \coding_exception('a restore made no activity');
    }

    /**
     * Writes fields of an activity as the package has them.
     *
     * @param job $job
     * @param string $key
     * @param int $number of the course module
     * @param string[] $what names of fields
     */
    private static function write(job $job, string $key, int $number, array $what): void {
        global $DB;
        $new = $job->new['activities'][$key];
        $from = $DB->get_record($new['kind'], ['id' => $new['instance']], '*', MUST_EXIST);
        $module = get_coursemodule_from_id($new['kind'], $number, $job->course, false, MUST_EXIST);
        $row = ['id' => (int) $module->instance, 'timemodified' => time(), 'name' => $from->name];
        $row['intro'] = $job->text($from->intro);
        $contexts = [\context_module::instance($new['cm'])->id, \context_module::instance($number)->id];
        match ($new['kind']) {
            'page' => self::page($job, $row, $from, $contexts),
            'quiz' => quizzes::write($job, $row, $from, $contexts, $new['fields']),
            'scorm' => simulations::write($module, $row, $from, $contexts, in_array('package', $what, true)),
        };
        if (in_array('tags', $what, true)) {
            $context = \context_module::instance($number);
            \core_tag_tag::set_item_tags('core', 'course_modules', $number, $context, $new['fields']['tags']);
        }
        course_module_update_calendar_events($new['kind'], null, $module);
    }

    /**
     * A page.
     *
     * @param job $job
     * @param array $row
     * @param \stdClass $from
     * @param int[] $contexts of the staging course's page, and of the course's
     */
    private static function page(job $job, array $row, \stdClass $from, array $contexts): void {
        global $DB;
        $revision = $DB->get_field('page', 'revision', ['id' => $row['id']]);
        $row += ['content' => $job->text($from->content), 'contentformat' => $from->contentformat, 'revision' => $revision + 1];
        $DB->update_record('page', (object) $row);
        foreach (['content', 'intro'] as $area) {
            files::copy($contexts[0], $contexts[1], 'mod_page', $area);
        }
    }

    /**
     * Weights of all quizzes, if a plan changes which of them count how much.
     *
     * @param plan $plan
     * @param job $job
     * @return float[] by instance
     */
    private static function weights(plan $plan, job $job): array {
        if (!grading::meets($plan)) {
            return [];
        }
        $found = [];
        $numbers = $job->numbers();
        foreach ($job->new['weights'] as $key => $weight) {
            $module = get_coursemodule_from_id('quiz', $numbers[$key], $job->course, false, MUST_EXIST);
            $found[(int) $module->instance] = $weight;
        }
        return $found;
    }

    /**
     * Tells the rest of Moodle.
     *
     * @param string $event class of the event
     * @param int $number
     */
    private static function tell(string $event, int $number): void {
        $module = get_coursemodule_from_id('', $number, 0, true, MUST_EXIST);
        $event::create_from_cm($module)->trigger();
    }
}
