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

namespace local_moocbuild\event;

/**
 * A help line of the site was added, changed, confirmed or removed.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class contacts_changed extends \core\event\base {
    /**
     * The event of a help line.
     *
     * @param int $id of its row
     * @param string $what c, u or d
     */
    public static function of(int $id, string $what): self {
        $event = self::create(['context' => \context_system::instance(), 'objectid' => $id, 'other' => ['what' => $what]]);
        $event->data['crud'] = $what;
        return $event;
    }

    /**
     * What it is about.
     */
    protected function init(): void {
        $this->data['objecttable'] = 'local_moocbuild_contact';
        $this->data['crud'] = 'u';
        $this->data['edulevel'] = self::LEVEL_OTHER;
    }

    /**
     * Its name.
     */
    public static function get_name(): string {
        return get_string('event_contacts_changed', 'local_moocbuild');
    }

    /**
     * What happened.
     */
    public function get_description(): string {
        return "The user with id '$this->userid' changed the help line with id '$this->objectid'.";
    }

    /**
     * Where to look.
     */
    public function get_url(): \core\url {
        return new \core\url('/local/moocbuild/contacts.php');
    }
}
