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

use core_competency\competency_framework;

/**
 * A competency framework was brought to the state of a file.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class framework_synced extends \core\event\base {
    /**
     * The event of a framework.
     *
     * @param competency_framework $framework as it is now
     * @param string $idnumber of the framework
     * @param int[] $counts of changes, by kind
     */
    public static function of(competency_framework $framework, string $idnumber, array $counts): self {
        return self::create([
            'context' => $framework->get_context(),
            'objectid' => $framework->get('id'),
            'other' => ['idnumber' => $idnumber] + $counts,
        ]);
    }

    /**
     * What it is about.
     */
    protected function init(): void {
        $this->data['objecttable'] = competency_framework::TABLE;
        $this->data['crud'] = 'u';
        $this->data['edulevel'] = self::LEVEL_OTHER;
    }

    /**
     * Its name.
     */
    public static function get_name(): string {
        return get_string('event_framework_synced', 'local_moocbuild');
    }

    /**
     * What happened.
     */
    public function get_description(): string {
        return "The user with id '$this->userid' brought the competency framework with id '$this->objectid' up to date.";
    }

    /**
     * Where to look.
     */
    public function get_url(): \core\url {
        return new \core\url('/local/moocbuild/framework.php');
    }
}
