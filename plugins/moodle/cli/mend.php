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
 * Mends a course that came from a Common Cartridge, at the command line.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use local_moocbuild\mend\course as mendable;
use local_moocbuild\mend\mender;
use local_moocbuild\mend\change_text;

define('CLI_SCRIPT', true);

require(__DIR__ . '/../../../config.php');
require_once($CFG->libdir . '/clilib.php');

[$options, $unknown] = cli_get_params(
    ['help' => false, 'course' => 0, 'preview' => false],
    ['h' => 'help', 'c' => 'course', 'p' => 'preview']
);
if ($unknown) {
    cli_error(get_string('cliunknowoption', 'admin', implode(' ', $unknown)), 2);
}
if ($options['help'] || !(int) $options['course']) {
    cli_writeln(get_string('cli_mend', 'local_moocbuild'));
    exit($options['help'] ? 0 : 2);
}
if (!$DB->record_exists('course', ['id' => (int) $options['course']])) {
    cli_error(get_string('cli_no_course', 'local_moocbuild', (int) $options['course']), 2);
}

\core\session\manager::set_user(get_admin());
$mendable = new mendable((int) $options['course']);
$plan = $options['preview'] ? $mendable->plan() : (new mender($mendable))->mend();
foreach ($plan->changes as $change) {
    cli_writeln(change_text::line($change));
}
cli_writeln(get_string('cli_mend_changes', 'local_moocbuild', count($plan->changes)));
