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
 * Its pages in the site administration.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$ADMIN->add('courses', new admin_category('local_moocbuild', new lang_string('pluginname', 'local_moocbuild')));

foreach (
    [
        'index' => 'local/moocbuild:import',
        'framework' => 'local/moocbuild:syncframework',
        'contacts' => 'local/moocbuild:managecontacts',
    ] as $localmoocbuildpage => $localmoocbuildright
) {
    $ADMIN->add('local_moocbuild', new admin_externalpage(
        "local_moocbuild_$localmoocbuildpage",
        new lang_string("page_$localmoocbuildpage", 'local_moocbuild'),
        new core\url("/local/moocbuild/$localmoocbuildpage.php"),
        $localmoocbuildright
    ));
}
