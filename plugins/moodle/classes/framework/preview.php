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

use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;

/**
 * A plan for the reader, before anything is done.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class preview implements named_templatable, renderable {
    /** Lists of a plan that name competencies. */
    private const LISTS = ['create', 'update', 'move', 'retire', 'delete'];

    /**
     * Constructor.
     *
     * @param plan $plan what would be done
     * @param string $idnumber of the framework
     * @param array[] $links links that courses lack, as pairs of a course's name and their number
     */
    public function __construct(
        /** @var plan */
        private readonly plan $plan,
        /** @var string */
        private readonly string $idnumber,
        /** @var array */
        private readonly array $links,
    ) {
    }

    /**
     * Whether there is nothing to do.
     */
    public function empty(): bool {
        return $this->plan->empty() && !$this->links;
    }

    /**
     * Its template.
     *
     * @param renderer_base $renderer of the page
     */
    public function get_template_name(renderer_base $renderer): string {
        return 'local_moocbuild/framework_preview';
    }

    /**
     * What the template shows.
     *
     * @param renderer_base $output of the page
     */
    public function export_for_template(renderer_base $output): array {
        $lists = [];
        foreach (self::LISTS as $list) {
            $names = array_map(fn($each) => format_string($each->name), array_values($this->plan->$list));
            if ($names) {
                $lists[] = ['heading' => get_string("framework_$list", 'local_moocbuild', count($names)), 'names' => $names];
            }
        }
        return [
            'heading' => get_string('framework_preview', 'local_moocbuild', format_string($this->plan->wanted->name)),
            'idnumber' => $this->idnumber,
            'new' => !$this->plan->exists,
            'renamed' => $this->plan->renamed,
            'reordered' => (bool) $this->plan->order,
            'lists' => $lists,
            'links' => array_map(fn($pair) => ['course' => $pair[0], 'number' => $pair[1]], $this->links),
            'nothing' => $this->empty(),
        ];
    }
}
