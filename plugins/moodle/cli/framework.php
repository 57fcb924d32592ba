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
 * Brings a competency framework to the state of a CASE file, at the command line.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use local_moocbuild\framework\linker;
use local_moocbuild\framework\sync;
use local_moocbuild\framework\unreadable;

define('CLI_SCRIPT', true);

require(__DIR__ . '/../../../config.php');
require_once($CFG->libdir . '/clilib.php');

[$options, $unknown] = cli_get_params(
    ['help' => false, 'file' => '', 'idnumber' => '', 'preview' => false],
    ['h' => 'help', 'f' => 'file', 'i' => 'idnumber', 'p' => 'preview']
);
if ($unknown) {
    cli_error(get_string('cliunknowoption', 'admin', implode(' ', $unknown)), 2);
}
if ($options['help'] || !is_string($options['file']) || $options['file'] === '') {
    cli_writeln(get_string('cli_framework', 'local_moocbuild'));
    exit($options['help'] ? 0 : 2);
}
if (!is_readable($options['file'])) {
    cli_error(get_string('cli_unreadable', 'local_moocbuild', $options['file']), 2);
}

\core\session\manager::set_user(get_admin());
$idnumber = trim((string) $options['idnumber']) ?: linker::usual_idnumber();
$linker = new linker($idnumber);
$json = file_get_contents($options['file'], false, null, 0, \local_moocbuild\framework\case_reader::MAX_BYTES + 1);
try {
    $plan = $options['preview'] ? sync::plan($json, $idnumber) : sync::from_case($json, $idnumber);
} catch (unreadable $e) {
    cli_error($e->explain());
}
foreach ($plan->counts() as $list => $number) {
    cli_writeln("$list: $number");
}
$links = $options['preview'] ? array_sum(array_column($linker->missing($plan->wanted), 1)) : $linker->add_everywhere();
cli_writeln("links: $links");
