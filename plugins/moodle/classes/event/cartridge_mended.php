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
 * A course that came from a Common Cartridge was mended.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class cartridge_mended extends \core\event\base {
    /**
     * The event of a course.
     *
     * @param int $courseid the course
     * @param int $changes how many
     */
    public static function of(int $courseid, int $changes): self {
        return self::create(['context' => \context_course::instance($courseid), 'other' => ['changes' => $changes]]);
    }

    /**
     * What it is about.
     */
    protected function init(): void {
        $this->data['crud'] = 'u';
        $this->data['edulevel'] = self::LEVEL_TEACHING;
    }

    /**
     * Its name.
     */
    public static function get_name(): string {
        return get_string('event_cartridge_mended', 'local_moocbuild');
    }

    /**
     * What happened.
     */
    public function get_description(): string {
        return "The user with id '$this->userid' mended the course with id '$this->courseid' after a cartridge import.";
    }

    /**
     * Where to look.
     */
    public function get_url(): \core\url {
        return new \core\url('/local/moocbuild/mend.php', ['course' => $this->courseid]);
    }
}
