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
 * The question bank: new questions and new versions are moved over from the staging course, so that nothing of them is lost.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class questions {
    /** Columns with texts that may lead to activities: table => [column of the question, columns]. */
    private const TEXTS = [
        'question' => ['id', ['questiontext', 'generalfeedback']],
        'question_answers' => ['question', ['answer', 'feedback']],
        'question_hints' => ['questionid', ['hint']],
        'qtype_match_subquestions' => ['questionid', ['questiontext']],
        'qtype_match_options' => ['questionid', ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback']],
        'qtype_multichoice_options' => ['questionid', ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback']],
        'qtype_ordering_options' => ['questionid', ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback']],
    ];

    /**
     * Everything that a plan says of the bank.
     *
     * @param plan $plan
     * @param job $job
     */
    public static function apply(plan $plan, job $job): void {
        global $CFG;
        require_once($CFG->libdir . '/questionlib.php');
        $categories = self::categories($plan, $job);
        foreach ($plan->of('question_move') as $step) {
            question_move_questions_to_category(
                self::versions($job->here['questions'][$step['key']]['entry']),
                $categories[$step['category']]['id']
            );
        }
        foreach ($plan->of('question_add') as $step) {
            $row = $job->new['questions'][$step['key']];
            self::lead($job, $row['id']);
            question_move_questions_to_category([$row['id']], $categories[$step['category']]['id']);
        }
        foreach ($plan->of('question_version') as $step) {
            self::version($job, $step['key'], $categories);
        }
        self::show($plan, $job);
    }

    /**
     * Makes categories and names them; gives all of them by idnumber.
     *
     * @param plan $plan
     * @param job $job
     * @return array[]
     */
    private static function categories(plan $plan, job $job): array {
        global $DB;
        $found = $job->here['categories'];
        foreach ($plan->of('category_add', 'category_change') as $step) {
            $wanted = $job->new['categories'][$step['key']];
            $home = $found[$wanted['parent']]['context'] ?? self::home($job, $found);
            $parent = $found[$wanted['parent']]['id'] ?? question_get_top_category($home, true)->id;
            $row = ['name' => $wanted['name'], 'parent' => $parent];
            if ($step['do'] === 'category_change') {
                $DB->update_record('question_categories', (object) ($row + ['id' => $found[$step['key']]['id']]));
                continue;
            }
            $row += ['contextid' => $home, 'info' => '', 'infoformat' => FORMAT_HTML, 'stamp' => $wanted['stamp'],
                'sortorder' => 999, 'idnumber' => $step['key']];
            $found[$step['key']] = ['id' => $DB->insert_record('question_categories', (object) $row), 'context' => $home];
        }
        return $found;
    }

    /**
     * The context of the course's question bank: where its categories are; else where Moodle wants them.
     *
     * @param job $job
     * @param array[] $found categories
     * @return int
     */
    private static function home(job $job, array $found): int {
        foreach ($found as $key => $row) {
            if (isset($job->new['categories'][$key])) {
                return $row['context'];
            }
        }
        $helper = '\core_question\local\bank\question_bank_helper';
        if (class_exists($helper)) {
            return $helper::get_default_open_instance_system_type(get_course($job->course), true)->context->id;
        }
        return \context_course::instance($job->course)->id;
    }

    /**
     * The staging course's question becomes the newest version of the course's.
     *
     * @param job $job
     * @param string $key
     * @param array[] $categories
     */
    private static function version(job $job, string $key, array $categories): void {
        global $DB;
        $new = $job->new['questions'][$key];
        $entry = $job->here['questions'][$key]['entry'];
        $home = $DB->get_field('question_bank_entries', 'questioncategoryid', ['id' => $entry], MUST_EXIST);
        self::lead($job, $new['id']);
        // Files and tags move with it; what is left of its own entry goes.
        question_move_questions_to_category([$new['id']], $home);
        $last = $DB->get_field('question_versions', 'MAX(version)', ['questionbankentryid' => $entry]);
        $DB->set_field('question_versions', 'version', $last + 1, ['questionid' => $new['id']]);
        $DB->set_field('question_versions', 'questionbankentryid', $entry, ['questionid' => $new['id']]);
        $DB->delete_records('question_bank_entries', ['id' => $new['entry']]);
        \question_bank::notify_question_edited($new['id']);
    }

    /**
     * Links in a question of the staging course lead into the course.
     *
     * @param job $job
     * @param int $question
     */
    private static function lead(job $job, int $question): void {
        global $DB;
        foreach (self::TEXTS as $table => [$column, $texts]) {
            foreach ($DB->get_records($table, [$column => $question]) as $row) {
                foreach ($texts as $text) {
                    $led = $job->text($row->$text);
                    if ($row->$text !== null && $led !== $row->$text) {
                        $DB->set_field($table, $text, $led, ['id' => $row->id]);
                    }
                }
            }
        }
        foreach ($DB->get_fieldset('question', 'id', ['parent' => $question]) as $part) {
            self::lead($job, $part);
        }
        \question_bank::notify_question_edited($question);
    }

    /**
     * Hides what is gone, which no draw takes then; shows what has come back.
     *
     * @param plan $plan
     * @param job $job
     */
    private static function show(plan $plan, job $job): void {
        global $DB;
        foreach (['question_hide' => 'hidden', 'question_show' => 'ready'] as $do => $status) {
            foreach ($plan->of($do) as $step) {
                $entry = $job->here['questions'][$step['key']]['entry'];
                $DB->set_field('question_versions', 'status', $status, ['questionbankentryid' => $entry]);
            }
        }
    }

    /**
     * Numbers of all versions of a question.
     *
     * @param int $entry
     * @return int[]
     */
    private static function versions(int $entry): array {
        global $DB;
        return $DB->get_fieldset('question_versions', 'questionid', ['questionbankentryid' => $entry]);
    }
}
