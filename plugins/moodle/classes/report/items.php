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

use local_moocbuild\evidence\source;

/**
 * The items of a course with their names, below the headings of the framework.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class items {
    /** @var array[] code, name and practice of items by heading; '' is the heading of those without. */
    public readonly array $below;

    /**
     * Constructor.
     *
     * @param source $source the course
     */
    public function __construct(source $source) {
        $names = $source->names();
        $below = [];
        foreach ($source->map->items as $code => $item) {
            $known = $names[$code] ?? ['heading' => '', 'name' => ''];
            $name = $item['label'] !== '' ? "$code {$item['label']}" : ($known['name'] ?: (string) $code);
            $below[$known['heading']][] = ['code' => (string) $code, 'name' => $name, 'practice' => $item['practice']];
        }
        $this->below = $below;
    }

    /**
     * All of them, without headings.
     *
     * @return array[]
     */
    public function all(): array {
        return array_merge([], ...array_values($this->below));
    }

    /**
     * Rows for a template: groups with a heading each.
     *
     * @param callable $row makes a row of an item
     * @return array[]
     */
    public function groups(callable $row): array {
        $groups = [];
        foreach ($this->below as $heading => $items) {
            $rows = array_map(fn($item) => $row($item) + ['name' => s($item['name']), 'practice' => $item['practice']], $items);
            $groups[] = ['heading' => $heading === '' ? '' : format_string((string) $heading), 'rows' => $rows];
        }
        return $groups;
    }
}
