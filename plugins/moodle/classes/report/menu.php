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

use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;
use core\url;

/**
 * What stands above a view: the other views, groups to choose from, the file.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class menu implements named_templatable, renderable {
    /**
     * Constructor.
     *
     * @param report_access $access of the course
     * @param string $view that is shown
     * @param int $user that is shown, 0 for none
     * @param int $group that is shown, 0 for all
     */
    public function __construct(
        /** @var report_access */
        private readonly report_access $access,
        /** @var string */
        private readonly string $view,
        /** @var int */
        private readonly int $user,
        /** @var int */
        private readonly int $group,
    ) {
    }

    /**
     * Its template.
     *
     * @param renderer_base $renderer of the page
     */
    public function get_template_name(renderer_base $renderer): string {
        return 'local_moocbuild/report_menu';
    }

    /**
     * What the template shows.
     *
     * @param renderer_base $output of the page
     */
    public function export_for_template(renderer_base $output): array {
        $shown = ['view' => $this->view, 'group' => $this->group, 'user' => $this->user];
        return [
            'views' => $this->access->teaches ? array_map($this->link(...), ['cohort', 'people']) : [],
            'groups' => $this->view === 'learner' ? [] : $this->groups(),
            'action' => $this->access->url()->out_omit_querystring(),
            'course' => $this->access->context->instanceid,
            'view' => $this->view,
            'download' => (new url($this->access->url(), ['download' => 1] + array_filter($shown)))->out(false),
        ];
    }

    /**
     * A link to a view.
     *
     * @param string $view its name
     */
    private function link(string $view): array {
        return [
            'name' => get_string("report_$view", 'local_moocbuild'),
            'url' => (new url($this->access->url(), array_filter(['view' => $view, 'group' => $this->group])))->out(false),
            'current' => $view === $this->view,
        ];
    }

    /**
     * Groups to choose from.
     *
     * @return array[]
     */
    private function groups(): array {
        if (!$this->access->teaches || !$this->access->people->groups) {
            return [];
        }
        $everybody = ['id' => 0, 'name' => get_string('allparticipants'), 'chosen' => $this->group === 0];
        $groups = array_map(
            fn($group) => [
                'id' => $group->id,
                'name' => format_string($group->name),
                'chosen' => (int) $group->id === $this->group,
            ],
            array_values($this->access->people->groups)
        );
        return $this->access->people->everybody ? [$everybody, ...$groups] : $groups;
    }
}
