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
 * English strings, in alphabetical order.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/licenses/gpl-3.0.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['moocbuild:import'] = 'Create courses from moocbuild packages';
$string['moocbuild:managecontacts'] = 'Manage the help lines of the site';
$string['moocbuild:mend'] = 'Mend a course imported from a Common Cartridge';
$string['moocbuild:syncframework'] = 'Bring a competency framework up to date';
$string['moocbuild:update'] = 'Update a course from a newer moocbuild package';
$string['moocbuild:viewownreport'] = 'See one’s own competency report';
$string['moocbuild:viewreport'] = 'See the competency report of learners';
$string['page:contacts'] = 'Help lines';
$string['page:framework'] = 'Competency framework';
$string['page:index'] = 'Courses from packages';
$string['pluginname'] = 'moocbuild courses';
