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

use local_moocbuild\package\problem;
use local_moocbuild\package\reader;

/**
 * The package as a course, made by Moodle's own restore, with the rights of whoever is logged in.
 *
 * For an update it stands beside the course to be updated, gives nobody more rights than that one, and never outlives its
 * transaction.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class staging_course {
    /** Settings of a restore that bring people or things of the site; a package has none of them. */
    private const OFF = ['users', 'role_assignments', 'permissions', 'blocks', 'comments', 'badges', 'calendarevents',
        'userscompletion', 'logs', 'grade_histories', 'contentbankcontent', 'xapistate', 'legacyfiles'];

    /**
     * Restores a package into a new course.
     *
     * @param reader $package
     * @param int $category
     * @param string $shortname
     * @return int number of the course
     * @throws problem if Moodle will not restore it
     */
    public static function restore(reader $package, int $category, string $shortname): int {
        $course = \restore_dbops::create_new_course($shortname, $shortname, $category);
        self::fill($course, $package);
        return $course;
    }

    /**
     * Restores a package into a course beside another one. A restore asks for rights in the course that it fills, and
     * somebody may have theirs in the other one alone: they have the same in both.
     *
     * @param reader $package
     * @param int $beside
     * @return int number of the second course
     * @throws problem if Moodle will not restore it
     */
    public static function beside(reader $package, int $beside): int {
        global $CFG;
        $name = self::free_name("moocbuild-update-$beside");
        $course = \restore_dbops::create_new_course($name, $name, (int) get_course($beside)->category);
        self::same_rights($beside, $course);
        // Nobody joins this course: a restore would enrol whoever restores.
        $joins = $CFG->restorernewroleid ?? 0;
        $CFG->restorernewroleid = 0;
        try {
            self::fill($course, $package);
        } finally {
            $CFG->restorernewroleid = $joins;
        }
        return $course;
    }

    /**
     * Restores a package into an empty course.
     *
     * @param int $course
     * @param reader $package
     */
    private static function fill(int $course, reader $package): void {
        global $USER;
        $folder = \restore_controller::get_tempdir_name(SITEID, $USER->id);
        $path = make_backup_temp_directory($folder);
        try {
            self::unpack($package, $path);
            $controller = new \restore_controller(
                $folder,
                $course,
                \backup::INTERACTIVE_NO,
                \backup::MODE_GENERAL,
                $USER->id,
                \backup::TARGET_NEW_COURSE,
            );
            try {
                self::execute($controller);
            } finally {
                $controller->destroy();
            }
        } finally {
            fulldelete($path);
        }
    }

    /**
     * Whoever is logged in has the same rights in two courses of one category: roles, and what is said of them there.
     *
     * @param int $from
     * @param int $to
     */
    private static function same_rights(int $from, int $to): void {
        global $DB, $USER;
        [$from, $to] = [\context_course::instance($from)->id, \context_course::instance($to)->id];
        foreach ($DB->get_records('role_capabilities', ['contextid' => $from]) as $row) {
            assign_capability($row->capability, $row->permission, $row->roleid, $to, true);
        }
        $mine = ['contextid' => $from, 'userid' => $USER->id];
        $roles = $DB->get_fieldset_select(
            'role_assignments',
            'DISTINCT roleid',
            'contextid = :contextid AND userid = :userid',
            $mine
        );
        foreach ($roles as $role) {
            role_assign($role, $USER->id, $to);
        }
    }

    /**
     * A short name that no course has.
     *
     * @param string $wanted
     * @return string
     */
    public static function free_name(string $wanted): string {
        global $DB;
        $name = $wanted;
        for ($number = 2; $DB->record_exists('course', ['shortname' => $name]); $number++) {
            $name = "$wanted-$number";
        }
        return $name;
    }

    /**
     * Removes it; the site's recycle bin is not for it.
     *
     * @param int $course
     */
    public static function delete(int $course): void {
        $row = get_course($course, false);
        $row->deletesource = 'restore';
        delete_course($row, false);
        fix_course_sortorder();
    }

    /**
     * Unpacks, after every name was looked at.
     *
     * @param reader $package
     * @param string $path
     */
    private static function unpack(reader $package, string $path): void {
        $done = get_file_packer('application/zip')->extract_to_pathname($package->path, $path, null, null, true);
        if ($done !== true) {
            throw new problem('damaged');
        }
        if (hash_file('sha256', $package->path) !== $package->hash) {
            throw new problem('changed');
        }
    }

    /**
     * Checks and restores.
     *
     * @param \restore_controller $controller
     * @throws problem if Moodle will not restore it
     */
    public static function execute(\restore_controller $controller): void {
        foreach (self::OFF as $name) {
            if ($controller->get_plan()->setting_exists($name)) {
                $setting = $controller->get_plan()->get_setting($name);
                $setting->get_status() === \base_setting::NOT_LOCKED ? $setting->set_value(0) : null;
            }
        }
        if (!$controller->execute_precheck()) {
            $said = $controller->get_precheck_results();
            if (!empty($said['errors'])) {
                throw new problem('precheck', implode('; ', $said['errors']));
            }
        }
        $controller->execute_plan();
    }
}
