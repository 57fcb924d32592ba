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
 * Courses of this site that were made from packages.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use local_moocbuild\update\listing;

require(__DIR__ . '/../../config.php');
require_once($CFG->libdir . '/adminlib.php');

admin_externalpage_setup('local_moocbuild_index');
require_capability('local/moocbuild:import', context_system::instance());
$PAGE->set_title(get_string('page_index', 'local_moocbuild'));

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('page_index', 'local_moocbuild'));
echo $OUTPUT->render_from_template('local_moocbuild/courses', listing::courses());
echo $OUTPUT->footer();
