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

namespace local_moocbuild\framework;

use core_competency\api;
use core_competency\competency as moodle_competency;
use core_competency\competency_framework;
use core_competency\user_competency_course;
use core_competency\user_evidence_competency;

/**
 * A framework as the site has it.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class site {
    /** @var competency_framework|null the site's framework, null where it has none. */
    public readonly ?competency_framework $framework;

    /**
     * Constructor.
     *
     * @param string $idnumber of the framework
     */
    public function __construct(string $idnumber) {
        $this->framework = competency_framework::get_record(['idnumber' => $idnumber]) ?: null;
    }

    /**
     * Its name and description, null where there is none.
     *
     * @return string[]|null
     */
    public function head(): ?array {
        return $this->framework ? [$this->framework->get('shortname'), $this->framework->get('description')] : null;
    }

    /**
     * Its competencies by code, siblings in order.
     *
     * @return existing[]
     */
    public function competencies(): array {
        $rows = $this->rows();
        $codes = array_map(fn($row) => $row->get('idnumber'), $rows);
        $used = $this->used(array_keys($rows));
        $found = [];
        foreach ($rows as $id => $row) {
            $found[$row->get('idnumber')] = new existing(
                $id,
                $row->get('idnumber'),
                $row->get('shortname'),
                $row->get('description'),
                $codes[$row->get('parentid')] ?? '',
                isset($used[$id])
            );
        }
        return $found;
    }

    /**
     * The rows by id, in order.
     *
     * @return moodle_competency[]
     */
    private function rows(): array {
        if (!$this->framework) {
            return [];
        }
        $rows = [];
        $filter = ['competencyframeworkid' => $this->framework->get('id')];
        foreach (api::list_competencies($filter, 'sortorder') as $row) {
            $rows[$row->get('id')] = $row;
        }
        return $rows;
    }

    /**
     * Those that something hangs on.
     *
     * Moodle's own rule, and two cases more that it would delete: evidence that learners have linked
     * themselves, and ratings in courses that the competency was taken out of.
     *
     * @param int[] $ids of competencies
     * @return bool[] true by id
     */
    private function used(array $ids): array {
        global $DB;
        $used = [];
        foreach (array_chunk($ids, 1000) as $some) {
            [$in, $params] = $DB->get_in_or_equal($some);
            foreach ([user_evidence_competency::TABLE, user_competency_course::TABLE] as $table) {
                $used += array_flip($DB->get_fieldset_select($table, 'competencyid', "competencyid $in", $params));
            }
        }
        foreach ($ids as $id) {
            if (!isset($used[$id]) && !moodle_competency::can_all_be_deleted([$id])) {
                $used[$id] = true;
            }
        }
        return $used;
    }
}
