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

use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;
use core\output\single_button;
use core\url;
use local_moocbuild\package\facts;

/**
 * What an import or an update would do, for the reader, with the buttons to do it.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class preview implements named_templatable, renderable {
    /**
     * Of a package.
     *
     * @param facts $facts
     * @param plan|null $plan null for a new course
     * @param single_button[] $buttons
     * @param \stdClass[] $courses other courses made from the package
     */
    public function __construct(
        /** @var facts What the package says of itself */
        private readonly facts $facts,
        /** @var plan|null Null for a new course */
        private readonly ?plan $plan,
        /** @var single_button[] What one may do now */
        private readonly array $buttons,
        /** @var \stdClass[] Other courses made from the package */
        private readonly array $courses = [],
    ) {
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'local_moocbuild/import_preview';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        return [
            'title' => $this->facts->course('title'),
            'version' => $this->facts->course('version'),
            'summary' => $this->plan ? plan_text::summary($this->plan) : plan_text::of_new($this->facts),
            'groups' => $this->plan ? plan_text::groups($this->plan) : [],
            'notes' => $this->plan ? plan_text::notes($this->plan) : [],
            'courses' => array_map(fn($course) => [
                'name' => format_string($course->fullname, true, ['context' => \context_course::instance($course->id)]),
                'address' => (new url('/local/moocbuild/import.php', ['course' => $course->id]))->out(false),
            ], array_values($this->courses)),
            'buttons' => array_map(fn($button) => $output->render($button), $this->buttons),
        ];
    }
}
