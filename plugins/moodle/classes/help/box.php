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

namespace local_moocbuild\help;

use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;
use core\url;

/**
 * Whom to call now: in a box on every page of a course, or on a page of its own.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class box implements named_templatable, renderable {
    /**
     * Constructor.
     *
     * @param contact[] $contacts confirmed ones
     * @param bool $page whether it is the whole page
     * @param int $courseid the course
     */
    public function __construct(
        /** @var array */
        private readonly array $contacts,
        /** @var bool */
        private readonly bool $page,
        /** @var int */
        private readonly int $courseid,
    ) {
    }

    /**
     * Its template.
     *
     * @param renderer_base $renderer of the page
     */
    public function get_template_name(renderer_base $renderer): string {
        return $this->page ? 'local_moocbuild/help_page' : 'local_moocbuild/help_box';
    }

    /**
     * What the template shows.
     *
     * @param renderer_base $output of the page
     */
    public function export_for_template(renderer_base $output): array {
        // Whatever the caller gives: what nobody has confirmed is not shown.
        $shown = array_values(array_filter($this->contacts, fn($contact) => $contact->shown()));
        return [
            'url' => (new url('/local/moocbuild/help.php', ['course' => $this->courseid]))->out(false),
            'some' => (bool) $shown,
            'contacts' => array_map($this->row(...), $shown),
            'emergency' => $this->rows($shown, true),
            'others' => $this->rows($shown, false),
            'noothers' => !$this->rows($shown, false),
        ];
    }

    /**
     * Those for danger to life, or the others.
     *
     * @param contact[] $contacts confirmed ones
     * @param bool $emergency which
     * @return array[]
     */
    private function rows(array $contacts, bool $emergency): array {
        $some = array_filter($contacts, fn($contact) => $contact->emergency() === $emergency);
        return array_map($this->row(...), array_values($some));
    }

    /**
     * One help line.
     *
     * @param contact $contact a confirmed one
     */
    private function row(contact $contact): array {
        $countries = get_string_manager()->get_list_of_countries(true);
        $day = userdate($contact->confirmedon, get_string('strftimedate', 'langconfig'));
        return [
            'who' => $contact->name !== '' ? $contact->name : get_string("kind_$contact->kind", 'local_moocbuild'),
            'kind' => get_string("kind_$contact->kind", 'local_moocbuild'),
            'country' => $countries[$contact->country] ?? '',
            'value' => $contact->value,
            'link' => $contact->link(),
            'note' => $contact->note,
            'confirmed' => get_string('contact_confirmed_on', 'local_moocbuild', $day),
        ];
    }
}
