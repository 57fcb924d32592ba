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
 * A course was made from a package.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class course_created extends \core\event\base {
    #[\Override]
    protected function init() {
        $this->data['crud'] = 'c';
        $this->data['edulevel'] = self::LEVEL_OTHER;
        $this->data['objecttable'] = 'course';
    }

    /**
     * The event.
     *
     * @param int $course
     * @param string $version of the package
     * @return self
     */
    public static function of(int $course, string $version): self {
        return self::create(['objectid' => $course, 'context' => \context_course::instance($course),
            'other' => ['version' => $version]]);
    }

    #[\Override]
    public static function get_name() {
        return get_string('event_course_created', 'local_moocbuild');
    }

    #[\Override]
    public function get_description() {
        return "The user with id '$this->userid' made the course with id '$this->objectid' from a package, version "
            . s($this->other['version']) . '.';
    }

    #[\Override]
    public function get_url() {
        return new \core\url('/local/moocbuild/log.php', ['course' => $this->objectid]);
    }
}
