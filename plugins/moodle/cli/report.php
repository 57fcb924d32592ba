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

/**
 * The competency report of a course as CSV, at the command line.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use local_moocbuild\event\report_viewed;
use local_moocbuild\report\csv;
use local_moocbuild\report\report_access;

define('CLI_SCRIPT', true);

require(__DIR__ . '/../../../config.php');
require_once($CFG->libdir . '/clilib.php');

[$options, $unknown] = cli_get_params(
    ['help' => false, 'course' => 0, 'view' => 'cohort', 'group' => 0],
    ['h' => 'help', 'c' => 'course', 'v' => 'view', 'g' => 'group']
);
if ($unknown) {
    cli_error(get_string('cliunknowoption', 'admin', implode(' ', $unknown)), 2);
}
if ($options['help'] || !(int) $options['course'] || !in_array($options['view'], ['cohort', 'people'], true)) {
    cli_writeln(get_string('cli_report', 'local_moocbuild'));
    exit($options['help'] ? 0 : 2);
}
$course = $DB->get_record('course', ['id' => (int) $options['course']]);
if (!$course) {
    cli_error(get_string('cli_no_course', 'local_moocbuild', (int) $options['course']), 2);
}

\core\session\manager::set_user(get_admin());
$access = new report_access($course);
echo csv::of($access->view($options['view'], 0, (int) $options['group'], 0)->rows());
report_viewed::of($access->context, $options['view'], 0, true)->trigger();
