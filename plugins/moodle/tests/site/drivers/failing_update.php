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
 * An update that breaks when PART is done (`harm`: which loses a mark of a learner,
 *
 * `spoil`: which leaves a page unlike the package); what is left of the package in the file pool.
 *
 * Usage: failing_update.php FILE COURSE PART
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

// phpcs:disable moodle.Files.MoodleInternal -- start.php loads config.php.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/start.php');
use local_moocbuild\package\reader;
use local_moocbuild\update\importer;
[[$file, $course, $part]] = arguments();
$package = reader::open($file);
$said = '';
try {
    (new importer($package, fn(string $done) => match ([$done, $part]) {
        [$part, $done] => throw new RuntimeException("broken after $part"),
        ['links', 'harm'] => $DB->set_field_select('quiz_attempts', 'sumgrades', 0,
        'quiz IN (SELECT id FROM {quiz} WHERE course = ?)',
            [$course]),
        ['links', 'spoil'] => $DB->set_field('page', 'content', 'spoilt', ['course' => $course]),
        default => null,
    }))->update((int) $course);
} catch (Throwable $e) {
    $said = $e->getMessage();
}
$system = get_file_storage()->get_file_system();
$orphans = array_filter($package->contents, fn($hash) => !$DB->record_exists('files', ['contenthash' => $hash])
    && is_file("$CFG->dataroot/filedir/" . substr($hash, 0, 2) . '/' . substr($hash, 2, 2) . "/$hash"));
answer(['said' => $said, 'orphans' => count($orphans), 'open' => $DB->is_transaction_started()]);
