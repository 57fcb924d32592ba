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
 * Creates a course from a moocbuild package, or updates one.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

define('CLI_SCRIPT', true);

require(__DIR__ . '/../../../config.php');
require_once($CFG->libdir . '/clilib.php');

use local_moocbuild\package\problem;
use local_moocbuild\package\reader;
use local_moocbuild\update\importer;
use local_moocbuild\update\record;
use local_moocbuild\update\plan_text;

[$options, $unrecognized] = cli_get_params(
    ['help' => false, 'file' => '', 'category' => '', 'course' => '', 'new' => false, 'preview' => false,
        'user' => ''],
    ['h' => 'help', 'f' => 'file', 'p' => 'preview']
);
if ($unrecognized) {
    cli_error(get_string('cliunknowoption', 'admin', implode("\n  ", $unrecognized)), 2);
}
if ($options['help'] || $options['file'] === '') {
    cli_writeln(get_string('cli_import', 'local_moocbuild'));
    exit($options['help'] ? 0 : 2);
}

\core\cron::setup_user(local_moocbuild_cli_user($options['user']));

try {
    $package = reader::open(local_moocbuild_cli_path($options['file']));
    $importer = new importer($package);
    $course = local_moocbuild_cli_course($options, $package);
    if ($course === 0) {
        local_moocbuild_cli_create($options, $package, $importer);
        exit(0);
    }
    $plan = $options['preview'] ? $importer->preview($course) : $importer->update($course);
} catch (problem $problem) {
    cli_error(plan_text::problem($problem), 1);
} catch (\Throwable $e) {
    cli_error(get_string('failed', 'local_moocbuild', $e->getMessage()), 1);
}

cli_heading(get_string($options['preview'] ? 'cli_preview' : 'cli_updated', 'local_moocbuild', $course));
foreach (plan_text::groups($plan) as $group) {
    cli_writeln(($group['loud'] ? '!! ' : '') . $group['heading']);
    foreach ($group['lines'] as $line) {
        cli_writeln("  - $line");
    }
}
foreach (plan_text::notes($plan) as $note) {
    cli_writeln("! $note");
}
cli_writeln(plan_text::summary($plan));

/**
 * With whose rights it is done: an administrator's, or those of somebody named.
 *
 * @param string $name
 * @return stdClass|null
 */
function local_moocbuild_cli_user(string $name): ?stdClass {
    if ($name === '') {
        return null;
    }
    $user = core_user::get_user_by_username($name);
    if (!$user || $user->deleted || $user->suspended) {
        cli_error(get_string('cli_no_user', 'local_moocbuild', $name), 2);
    }
    return $user;
}

/**
 * The path as it was meant: Moodle has changed the directory meanwhile.
 *
 * @param string $path
 * @return string
 */
function local_moocbuild_cli_path(string $path): string {
    return str_starts_with($path, '/') || is_file($path) ? $path : getenv('PWD') . "/$path";
}

/**
 * The course to be updated; 0 for a new one.
 *
 * @param array $options
 * @param reader $package
 * @return int
 */
function local_moocbuild_cli_course(array $options, reader $package): int {
    global $DB;
    if ($options['course'] !== '') {
        if (!$DB->record_exists('course', ['id' => (int) $options['course']]) || (int) $options['course'] === SITEID) {
            cli_error(get_string('no_course', 'local_moocbuild'), 2);
        }
        return (int) $options['course'];
    }
    $courses = $options['new'] ? [] : record::courses($package->facts->key());
    if (count($courses) > 1) {
        cli_error(get_string('cli_several', 'local_moocbuild', implode(', ', $courses)), 2);
    }
    return $courses[0] ?? 0;
}

/**
 * Makes a new course.
 *
 * @param array $options
 * @param reader $package
 * @param importer $importer
 */
function local_moocbuild_cli_create(array $options, reader $package, importer $importer): void {
    global $DB;
    $category = (int) ($options['category'] ?: core_course_category::get_default()->id);
    if (!$DB->record_exists('course_categories', ['id' => $category])) {
        cli_error(get_string('no_category', 'local_moocbuild'), 2);
    }
    cli_writeln(plan_text::of_new($package->facts));
    if (!$options['preview']) {
        cli_writeln(get_string('cli_created', 'local_moocbuild', $importer->create($category)));
    }
}
