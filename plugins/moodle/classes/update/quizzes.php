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

use mod_quiz\quiz_settings;

/**
 * Quizzes: settings, and what they ask.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class quizzes {
    /**
     * Writes settings.
     *
     * @param job $job
     * @param array $row
     * @param \stdClass $from the staging course's
     * @param int[] $contexts of the staging course's, and of the course's
     * @param array $fields as the package has them
     */
    public static function write(job $job, array $row, \stdClass $from, array $contexts, array $fields): void {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/mod/quiz/locallib.php');
        $row += ['shuffleanswers' => $fields['shuffle']];
        $graded = (bool) $fields['grade'];
        if ($graded !== (bool) $DB->get_field('quiz', 'grade', ['id' => $row['id']])) {
            // An ungraded quiz is complete when it was attempted, a graded one when it was passed.
            $row['completionminattempts'] = $from->completionminattempts;
        }
        $DB->update_record('quiz', (object) $row);
        files::copy($contexts[0], $contexts[1], 'mod_quiz', 'intro');
        $settings = quiz_settings::create($row['id']);
        if ((float) $settings->get_quiz()->grade !== $fields['grade']) {
            $settings->get_grade_calculator()->update_quiz_maximum_grade($fields['grade']);
        }
        $quiz = quiz_settings::create($row['id'])->get_quiz();
        quiz_grade_item_update($quiz);
        grades::pass($job->course, $row['id'], $fields['pass']);
    }

    /**
     * What quizzes ask. Where the marks are the same, the places stay, as attempts refer to them; else they are new:
     * of quizzes that were added and of those that nobody has attempted.
     *
     * @param plan $plan
     * @param job $job
     */
    public static function apply(plan $plan, job $job): void {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/mod/quiz/locallib.php');
        $numbers = $job->numbers();
        $bank = snapshot::take($job->course, $job->framework);
        foreach ($plan->of('slots') as $step) {
            $module = get_coursemodule_from_id('quiz', $numbers[$step['key']], $job->course, false, MUST_EXIST);
            $quiz = $DB->get_record('quiz', ['id' => $module->instance], '*', MUST_EXIST);
            $slots = $job->new['activities'][$step['key']]['slots'];
            $now = $bank['activities'][$step['key']]['slots'];
            quiz_delete_previews($quiz);
            if ($now && array_column($now, 'mark') === array_column($slots, 'mark')) {
                self::redirect($quiz, (int) $module->id, $slots, $bank);
                continue;
            }
            self::clear((int) $quiz->id, (int) $module->id);
            self::fill($quiz, (int) $module->id, $slots, $bank);
        }
    }

    /**
     * The places of a quiz stay, and ask what the package asks.
     *
     * @param \stdClass $quiz
     * @param int $module
     * @param array[] $slots
     * @param array $bank the course with the package's questions in it
     */
    private static function redirect(\stdClass $quiz, int $module, array $slots, array $bank): void {
        global $DB;
        $context = \context_module::instance($module)->id;
        $used = self::used($context);
        $DB->delete_records('question_references', $used);
        $DB->delete_records('question_set_references', $used);
        foreach (array_keys($DB->get_records('quiz_slots', ['quizid' => $quiz->id], 'slot', 'id')) as $at => $id) {
            self::refer($context, $id, $slots[$at], $bank);
        }
    }

    /**
     * What tells references of a quiz's places from others.
     *
     * @param int $context of the quiz
     * @return array
     */
    private static function used(int $context): array {
        return ['usingcontextid' => $context, 'component' => 'mod_quiz', 'questionarea' => 'slot'];
    }

    /**
     * What one place asks.
     *
     * @param int $context of the quiz
     * @param int $id of the place
     * @param array $slot
     * @param array $bank the course with the package's questions in it
     */
    private static function refer(int $context, int $id, array $slot, array $bank): void {
        global $DB;
        $used = self::used($context) + ['itemid' => $id];
        if (isset($slot['question'])) {
            $entry = $bank['questions'][$slot['question']]['entry'];
            $DB->insert_record('question_references', $used + ['questionbankentryid' => $entry, 'version' => null]);
        } else {
            $DB->insert_record('question_set_references', $used + self::drawn($slot, $bank['categories'][$slot['category']]));
        }
    }

    /**
     * Takes all places from a quiz that nobody has attempted.
     *
     * @param int $quiz
     * @param int $module
     */
    public static function clear(int $quiz, int $module): void {
        global $DB;
        $used = self::used(\context_module::instance($module)->id);
        $DB->delete_records('question_references', $used);
        $DB->delete_records('question_set_references', $used);
        $DB->delete_records('quiz_slots', ['quizid' => $quiz]);
        $DB->delete_records_select('quiz_sections', 'quizid = :quiz AND firstslot > 1', ['quiz' => $quiz]);
    }

    /**
     * Gives it those of the package.
     *
     * @param \stdClass $quiz
     * @param int $module
     * @param array[] $slots
     * @param array $bank the course with the package's questions in it
     */
    private static function fill(\stdClass $quiz, int $module, array $slots, array $bank): void {
        global $DB;
        $context = \context_module::instance($module)->id;
        foreach ($slots as $at => $slot) {
            $id = $DB->insert_record('quiz_slots', ['quizid' => $quiz->id, 'slot' => $at + 1, 'page' => $at + 1,
                'requireprevious' => 0, 'maxmark' => $slot['mark']]);
            self::refer($context, $id, $slot, $bank);
        }
        if (!$DB->record_exists('quiz_sections', ['quizid' => $quiz->id])) {
            $section = ['quizid' => $quiz->id, 'firstslot' => 1, 'heading' => '', 'shufflequestions' => 0];
            $DB->insert_record('quiz_sections', $section);
        }
        quiz_repaginate_questions($quiz->id, $quiz->questionsperpage);
        quiz_settings::create($quiz->id)->get_grade_calculator()->recompute_quiz_sumgrades();
    }

    /**
     * What a place that draws refers to, as Moodle writes it since 4.3.
     *
     * @param array $slot
     * @param array $category
     * @return array
     */
    private static function drawn(array $slot, array $category): array {
        $condition = [
            'filter' => ['category' => [
                'jointype' => 1,
                'values' => [$category['id']],
                'filteroptions' => ['includesubcategories' => $slot['below']],
            ]],
            'tabname' => 'questions',
            'qpage' => 0,
            'qperpage' => 100,
            'cat' => "{$category['id']},{$category['context']}",
            'jointype' => 2,
        ];
        return ['questionscontextid' => $category['context'], 'filtercondition' => json_encode($condition)];
    }
}
