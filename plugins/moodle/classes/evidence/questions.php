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

namespace local_moocbuild\evidence;

use stdClass;

/**
 * What the bank knows of questions: idnumbers, tags and marks of their newest versions.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class questions {
    /**
     * Constructor.
     *
     * @param int[] $entries ids of question bank entries
     */
    public function __construct(
        /** @var array */
        private readonly array $entries,
    ) {
    }

    /**
     * Each with key (the idnumber; a made one without), points and tags in order.
     *
     * @return stdClass[] by entry
     */
    public function all(): array {
        $found = [];
        foreach (array_chunk($this->entries, 1000) as $some) {
            $found += $this->some($some);
        }
        return $found;
    }

    /**
     * Some of them.
     *
     * @param int[] $entries ids
     * @return stdClass[] by entry
     */
    private function some(array $entries): array {
        global $DB;
        [$in, $params] = $DB->get_in_or_equal($entries);
        $rows = $DB->get_records_sql(
            "SELECT e.id, e.idnumber, q.id AS question, q.defaultmark
               FROM {question_bank_entries} e
               JOIN {question_versions} v ON v.questionbankentryid = e.id
               JOIN {question} q ON q.id = v.questionid
              WHERE e.id $in
                AND v.version = (SELECT MAX(n.version) FROM {question_versions} n WHERE n.questionbankentryid = e.id)",
            $params
        );
        $tags = $rows ? $this->tags(array_column($rows, 'question')) : [];
        return array_map(fn($row) => (object) [
            'key' => (string) $row->idnumber === '' ? "#$row->id" : $row->idnumber,
            'points' => (float) $row->defaultmark,
            'tags' => $tags[$row->question] ?? [],
        ], $rows);
    }

    /**
     * Tags in order.
     *
     * @param int[] $ids of questions
     * @return string[][] by question
     */
    private function tags(array $ids): array {
        global $DB;
        [$in, $params] = $DB->get_in_or_equal($ids);
        $rows = $DB->get_records_sql(
            "SELECT i.id, i.itemid, t.rawname
               FROM {tag_instance} i
               JOIN {tag} t ON t.id = i.tagid
              WHERE i.component = 'core_question' AND i.itemtype = 'question' AND i.itemid $in
           ORDER BY i.ordering, i.id",
            $params
        );
        $tags = [];
        foreach ($rows as $row) {
            $tags[$row->itemid][] = $row->rawname;
        }
        return $tags;
    }
}
