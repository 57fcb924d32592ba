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

use core\context\module as module_context;

/**
 * A course as it is, for the plan.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class course {
    /**
     * Constructor.
     *
     * @param int $id of the course
     */
    public function __construct(
        /** @var int */
        public readonly int $id,
    ) {
    }

    /**
     * What there is to mend.
     */
    public function plan(): plan {
        return new plan($this->sections(), $this->quizzes());
    }

    /**
     * Its sections.
     *
     * @return array[]
     */
    private function sections(): array {
        global $DB;
        $rows = $DB->get_records('course_sections', ['course' => $this->id], 'section', 'id, name, summary');
        $fact = fn($row) => ['id' => (int) $row->id, 'name' => $row->name, 'summary' => (string) $row->summary];
        return array_map($fact, array_values($rows));
    }

    /**
     * Its quizzes.
     *
     * @return array[]
     */
    private function quizzes(): array {
        $quizzes = [];
        foreach (get_fast_modinfo($this->id)->get_instances_of('quiz') as $cm) {
            $quizzes[] = $this->quiz($cm);
        }
        return $quizzes;
    }

    /**
     * One quiz.
     *
     * @param \cm_info $cm its course module
     */
    private function quiz(\cm_info $cm): array {
        global $DB;
        $quiz = $DB->get_record('quiz', ['id' => $cm->instance], '*', MUST_EXIST);
        return [
            'id' => (int) $quiz->id,
            'name' => $quiz->name,
            'sum' => (float) $quiz->sumgrades,
            'reviews' => array_map('intval', array_intersect_key((array) $quiz, plan::REVIEWS)),
            'slots' => $this->slots((int) $quiz->id, module_context::instance($cm->id)->id),
        ];
    }

    /**
     * The places of a quiz with what their questions are worth; one that draws is worth what it counts.
     *
     * @param int $quizid the quiz
     * @param int $contextid its context
     * @return array[]
     */
    private function slots(int $quizid, int $contextid): array {
        global $DB;
        $rows = $DB->get_records_sql(
            "SELECT s.id, s.slot, s.maxmark, q.defaultmark
               FROM {quiz_slots} s
          LEFT JOIN {question_references} r ON r.usingcontextid = :context AND r.component = 'mod_quiz'
                                           AND r.questionarea = 'slot' AND r.itemid = s.id
          LEFT JOIN {question_versions} v ON v.questionbankentryid = r.questionbankentryid
                AND v.version = COALESCE(r.version, (SELECT MAX(n.version)
                                                       FROM {question_versions} n
                                                      WHERE n.questionbankentryid = r.questionbankentryid))
          LEFT JOIN {question} q ON q.id = v.questionid
              WHERE s.quizid = :quiz
           ORDER BY s.slot",
            ['context' => $contextid, 'quiz' => $quizid]
        );
        $fact = fn($row) => [
            'id' => (int) $row->id,
            'number' => (int) $row->slot,
            'mark' => (float) $row->maxmark,
            'worth' => (float) ($row->defaultmark ?? $row->maxmark),
        ];
        return array_map($fact, array_values($rows));
    }
}
