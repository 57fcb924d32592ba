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
 * All help lines, for those who answer for them.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class listing implements named_templatable, renderable {
    /**
     * Constructor.
     *
     * @param contact[] $contacts all
     * @param int $now the time
     */
    public function __construct(
        /** @var array */
        private readonly array $contacts,
        /** @var int */
        private readonly int $now,
    ) {
    }

    /**
     * Its template.
     *
     * @param renderer_base $renderer of the page
     */
    public function get_template_name(renderer_base $renderer): string {
        return 'local_moocbuild/contacts';
    }

    /**
     * What the template shows.
     *
     * @param renderer_base $output of the page
     */
    public function export_for_template(renderer_base $output): array {
        $url = new url('/local/moocbuild/contacts.php');
        return [
            'action' => $url->out(false),
            'add' => (new url($url, ['action' => 'edit']))->out(false),
            'sesskey' => sesskey(),
            'rows' => array_map(fn($contact) => $this->row($contact, $url), $this->contacts),
            'none' => !$this->contacts,
        ];
    }

    /**
     * One help line.
     *
     * @param contact $contact any
     * @param url $url of the page
     */
    private function row(contact $contact, url $url): array {
        return [
            'id' => $contact->id,
            'kind' => get_string("kind_$contact->kind", 'local_moocbuild'),
            'name' => $contact->name,
            'value' => $contact->value,
            'country' => $contact->country,
            'note' => $contact->note,
            'state' => $this->state($contact),
            'shown' => $contact->shown(),
            'edit' => (new url($url, ['action' => 'edit', 'id' => $contact->id]))->out(false),
        ];
    }

    /**
     * Whether learners see it, in words.
     *
     * @param contact $contact any
     */
    private function state(contact $contact): string {
        if (!$contact->shown()) {
            $why = $contact->link() === '' ? 'contact_unusable' : 'contact_unconfirmed';
            return get_string($why, 'local_moocbuild');
        }
        $day = userdate($contact->confirmedon, get_string('strftimedate', 'langconfig'));
        return get_string($contact->stale($this->now) ? 'contact_stale' : 'contact_confirmed_on', 'local_moocbuild', $day);
    }
}
