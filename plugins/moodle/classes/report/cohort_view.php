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
use local_moocbuild\evidence\state;

/**
 * All learners, or a group: how many stand where. Names nobody; small numbers are not shown.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class cohort_view implements view {
    /**
     * Constructor.
     *
     * @param items $items of the course
     * @param tally $tally of all learners
     * @param int $group id of the group; 0: everybody
     * @param string $name of the group; '' for everybody
     * @param int $size how many learners that are
     */
    public function __construct(
        /** @var items */
        private readonly items $items,
        /** @var tally */
        private readonly tally $tally,
        /** @var int */
        private readonly int $group,
        /** @var string */
        private readonly string $name,
        /** @var int */
        private readonly int $size,
    ) {
    }

    /**
     * Its heading.
     */
    public function title(): string {
        return $this->name === '' ? get_string('report_cohort', 'local_moocbuild')
            : get_string('report_group', 'local_moocbuild', $this->name);
    }

    /**
     * The rows of the file.
     */
    public function rows(): array {
        $say = fn($key) => get_string($key, 'local_moocbuild');
        $rows = [[$say('code'), $say('item'), ...array_map(fn($state) => $state->label(), state::cases())]];
        foreach ($this->items->all() as $item) {
            $numbers = $this->tally->numbers($item['code'], $this->group);
            $rows[] = [$item['code'], $item['name'], ...array_map(fn($n) => $n ?? $say('not_shown'), array_values($numbers))];
        }
        return $rows;
    }

    /**
     * Its template.
     *
     * @param renderer_base $renderer of the page
     */
    public function get_template_name(renderer_base $renderer): string {
        return 'local_moocbuild/report_cohort';
    }

    /**
     * What the template shows.
     *
     * @param renderer_base $output of the page
     */
    public function export_for_template(renderer_base $output): array {
        $cell = fn($number) => ['number' => $number ?? get_string('not_shown', 'local_moocbuild'), 'hidden' => $number === null];
        $row = fn($item) => ['cells' => array_map($cell, array_values($this->tally->numbers($item['code'], $this->group)))];
        return [
            'caption' => get_string('report_caption', 'local_moocbuild', ['title' => s($this->title()), 'size' => $this->size]),
            'threshold' => suppression::THRESHOLD,
            'overlap' => $this->group !== 0 && !$this->tally->grouped,
            'states' => array_map(fn($state) => $state->label(), state::cases()),
            'columns' => 1 + count(state::cases()),
            'groups' => $this->items->groups($row),
        ];
    }
}
