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

namespace local_moocbuild\report;

use core\output\renderer_base;
use core\url;
use local_moocbuild\evidence\item_evidence;
use local_moocbuild\evidence\state;

/**
 * Learners by name, with a link to each: no order by what they have shown.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class people_view implements view {
    /**
     * Constructor.
     *
     * @param items $items of the course
     * @param url $url of the report
     * @param string[] $names of all learners that are asked for, by id, in order
     * @param int[] $page ids of those on this page
     * @param \Closure $evidenceof gives sums by learner and code for ids
     */
    public function __construct(
        /** @var items */
        private readonly items $items,
        /** @var url */
        private readonly url $url,
        /** @var array */
        private readonly array $names,
        /** @var array */
        private readonly array $page,
        /** @var \Closure */
        private readonly \Closure $evidenceof,
    ) {
    }

    /**
     * Its heading.
     */
    public function title(): string {
        return get_string('report_people', 'local_moocbuild');
    }

    /**
     * The rows of the file: all learners, not only those on the page.
     */
    public function rows(): array {
        $rows = [learner_view::headings()];
        foreach (($this->evidenceof)(array_keys($this->names)) as $id => $allevidence) {
            array_push($rows, ...learner_view::lines($this->names[$id], $this->items, $allevidence));
        }
        return $rows;
    }

    /**
     * Its template.
     *
     * @param renderer_base $renderer of the page
     */
    public function get_template_name(renderer_base $renderer): string {
        return 'local_moocbuild/report_people';
    }

    /**
     * What the template shows.
     *
     * @param renderer_base $output of the page
     */
    public function export_for_template(renderer_base $output): array {
        $all = ($this->evidenceof)($this->page);
        $row = fn($id) => [
            'name' => s($this->names[$id]),
            'url' => (new url($this->url, ['view' => 'learner', 'user' => $id]))->out(false),
            'numbers' => $this->numbers($all[$id]),
        ];
        return [
            'caption' => get_string('report_people', 'local_moocbuild'),
            'states' => array_map(fn($state) => $state->label(), state::cases()),
            'rows' => array_map($row, $this->page),
            'nobody' => !$this->page,
        ];
    }

    /**
     * How many items stand where.
     *
     * @param item_evidence[] $allevidence of one learner, by code
     * @return int[] in the order of states
     */
    private function numbers(array $allevidence): array {
        $numbers = array_fill_keys(array_column(state::cases(), 'value'), 0);
        foreach ($this->items->all() as $item) {
            $numbers[($allevidence[$item['code']] ?? new item_evidence())->state->value]++;
        }
        return array_values($numbers);
    }
}
