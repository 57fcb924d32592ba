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

use context_course;

/**
 * Somebody looked at the competency report.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class report_viewed extends \core\event\base {
    /**
     * The event of a view.
     *
     * @param context_course $context the course's
     * @param string $view its name
     * @param int $user whose evidence it is; 0: of several
     * @param bool $download whether it was taken away as a file
     */
    public static function of(context_course $context, string $view, int $user, bool $download): self {
        $data = ['context' => $context, 'other' => ['view' => $view, 'download' => $download]];
        return self::create($user ? $data + ['relateduserid' => $user] : $data);
    }

    /**
     * What it is about.
     */
    protected function init(): void {
        $this->data['crud'] = 'r';
        $this->data['edulevel'] = self::LEVEL_TEACHING;
    }

    /**
     * Its name.
     */
    public static function get_name(): string {
        return get_string('event_report_viewed', 'local_moocbuild');
    }

    /**
     * What happened.
     */
    public function get_description(): string {
        $of = $this->relateduserid ? " of the user with id '$this->relateduserid'" : '';
        return "The user with id '$this->userid' viewed the competency report$of in the course with id '$this->courseid'.";
    }

    /**
     * Where to look.
     */
    public function get_url(): \core\url {
        return new \core\url('/local/moocbuild/report.php', ['course' => $this->courseid]);
    }
}
