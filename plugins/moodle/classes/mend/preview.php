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
    /**
     * Constructor.
     *
     * @param plan $plan what would be done
     */
    public function __construct(
        /** @var plan */
        private readonly plan $plan,
    ) {
    }

    /**
     * Its template.
     *
     * @param renderer_base $renderer of the page
     */
    public function get_template_name(renderer_base $renderer): string {
        return 'local_moocbuild/mend_preview';
    }

    /**
     * What the template shows.
     *
     * @param renderer_base $output of the page
     */
    public function export_for_template(renderer_base $output): array {
        $row = fn(change $change) => [
            'where' => s($change->where),
            'what' => change_text::what($change),
            'from' => s(change_text::value($change, $change->from)),
            'to' => s(change_text::value($change, $change->to)),
        ];
        return ['rows' => array_map($row, $this->plan->changes), 'nothing' => !$this->plan->changes];
    }
}
