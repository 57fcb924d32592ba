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
 * The questions of a course, wherever in it they are kept, and the places of quizzes that ask for them.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class bank {
    /** @var \stdClass[] Categories by number */
    private array $rows;

    /** @var string[] Idnumber of the question by number of its entry */
    private array $entries = [];

    /**
     * Of one course.
     *
     * @param int $course
     * @param links $links
     */
    public function __construct(
        int $course,
        /** @var links How links are made comparable */
        private readonly links $links,
    ) {
        global $CFG, $DB;
        require_once($CFG->libdir . '/questionlib.php');
        // Until 5.0 the course itself has a question bank, since then activities have.
        $context = \context_course::instance($course);
        $this->rows = $DB->get_records_sql(
            'SELECT qc.* FROM {question_categories} qc JOIN {context} x ON x.id = qc.contextid
            WHERE x.id = :id OR ' . $DB->sql_like('x.path', ':below') . ' ORDER BY qc.id',
            ['id' => $context->id, 'below' => "{$context->path}/%"]
        );
    }

    /**
     * Categories that have an idnumber, by it.
     *
     * @return array[]
     */
    public function categories(): array {
        $found = [];
        foreach ($this->rows as $row) {
            if ((string) $row->idnumber !== '') {
                $found[$row->idnumber] ??= [
                    'id' => (int) $row->id,
                    'context' => (int) $row->contextid,
                    'name' => $row->name,
                    'parent' => (string) ($this->rows[$row->parent]->idnumber ?? ''),
                    'stamp' => $row->stamp,
                ];
            }
        }
        return $found;
    }

    /**
     * The newest version of every question that has an idnumber, by it.
     *
     * @return array[]
     */
    public function questions(): array {
        $found = [];
        foreach ($this->newest() as $row) {
            if (!isset($found[$row->idnumber])) {
                $category = $this->rows[$row->category];
                $this->entries[$row->entry] = $row->idnumber;
                $found[$row->idnumber] = [
                    'id' => (int) $row->id,
                    'entry' => (int) $row->entry,
                    'context' => (int) $category->contextid,
                    'category' => (string) ($category->idnumber ?? "#$category->id"),
                    'kind' => $row->qtype,
                    'title' => $row->name,
                    ...$this->form($row, (int) $category->contextid),
                    'hidden' => $row->status === 'hidden',
                ];
            }
        }
        return $found;
    }

    /**
     * Rows of newest versions in the course's categories.
     *
     * @return \stdClass[]
     */
    private function newest(): array {
        global $DB;
        if (!$this->rows) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal(array_keys($this->rows), SQL_PARAMS_NAMED);
        return $DB->get_records_sql("SELECT q.id, q.qtype, q.name, v.status, e.id AS entry, e.idnumber,
                e.questioncategoryid AS category
            FROM {question_bank_entries} e JOIN {question_versions} v ON v.questionbankentryid = e.id
            JOIN {question} q ON q.id = v.questionid
            WHERE e.questioncategoryid $in AND e.idnumber IS NOT NULL AND e.idnumber <> ''
              AND v.version = (SELECT MAX(n.version) FROM {question_versions} n WHERE n.questionbankentryid = e.id)
            ORDER BY e.id", $params);
    }

    /**
     * A question without what differs between copies; its fingerprint, as texts can be long; and what earns what.
     *
     * @param \stdClass $row
     * @param int $context
     * @return array form, right
     */
    private function form(\stdClass $row, int $context): array {
        $data = \question_bank::load_question_data($row->id);
        $tags = array_values(\core_tag_tag::get_item_tags_array('core_question', 'question', $row->id));
        sort($tags);
        $texts = $this->links->normal(...);
        $form = sha1(question_form::of($data, $texts, [$tags, files::of_question($data, $context)]));
        return ['form' => $form, 'right' => question_form::right($data)];
    }

    /**
     * Places of a quiz: a question, or one drawn from a category.
     *
     * @param int $quiz
     * @param int $context of the quiz
     * @return array[]
     */
    public function slots(int $quiz, int $context): array {
        global $DB;
        $this->entries = $this->entries ?: array_column($this->newest(), 'idnumber', 'entry');
        $fixed = $this->references('question_references', $context);
        $drawn = $this->references('question_set_references', $context);
        $found = [];
        foreach ($DB->get_records('quiz_slots', ['quizid' => $quiz], 'slot') as $slot) {
            $row = ['mark' => (float) $slot->maxmark];
            if (isset($fixed[$slot->id])) {
                $row['question'] = (string) ($this->entries[$fixed[$slot->id]->questionbankentryid] ?? '#');
            } else if (isset($drawn[$slot->id])) {
                $category = json_decode($drawn[$slot->id]->filtercondition, true)['filter']['category'] ?? [];
                $row['category'] = (string) ($this->rows[$category['values'][0] ?? 0]->idnumber ?? '#');
                $row['below'] = (bool) ($category['filteroptions']['includesubcategories'] ?? false);
            }
            $found[] = $row;
        }
        return $found;
    }

    /**
     * References of a quiz by slot.
     *
     * @param string $table
     * @param int $context
     * @return \stdClass[]
     */
    private function references(string $table, int $context): array {
        global $DB;
        $rows = $DB->get_records($table, ['usingcontextid' => $context, 'component' => 'mod_quiz', 'questionarea' => 'slot']);
        return array_column($rows, null, 'itemid');
    }
}
