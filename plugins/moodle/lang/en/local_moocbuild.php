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

$string['case_cycle'] = 'Two items of this file stand below each other. Ask where the file came from.';
$string['case_idnumber'] = 'Give the framework an ID number of at most 100 characters.';
$string['case_large'] = 'This file has more than {$a} MB. No framework is that large.';
$string['case_long'] = 'The code “{$a}…” has more than 100 characters, more than Moodle can keep.';
$string['case_many'] = 'This file has more than {$a} items.';
$string['case_shape'] = 'This is not a CASE file. It should be the .json file that moocbuild makes with “--target case”.';
$string['case_twice'] = '“{$a}” stands in this file twice. Codes must be different.';
$string['cli_framework'] = 'Brings a competency framework to the state of a CASE file.

Options:
-f, --file=PATH      the .json file (CASE 1.0 or 1.1)
-i, --idnumber=TEXT  ID number of the framework; if left out, that of the last course imported
-p, --preview        only say what would change
-h, --help           this text

Example:
php local/moocbuild/cli/framework.php --file=framework.json --idnumber=pat-psw';
$string['cli_unreadable'] = '{$a} cannot be read.';
$string['event_framework_synced'] = 'Competency framework brought up to date';
$string['file_changed'] = 'The file is no longer the one of the preview. Please choose it again.';
$string['framework_create'] = 'New: {$a}';
$string['framework_delete'] = 'Removed, as nothing hangs on them: {$a}';
$string['framework_do'] = 'Make these changes';
$string['framework_done'] = 'The framework is up to date. Changes: {$a->changes}. New links of activities: {$a->links}.';
$string['framework_file'] = 'CASE file (.json)';
$string['framework_idnumber'] = 'ID number of the framework';
$string['framework_idnumber_help'] = 'Courses find their framework by this. It is the “id” in the course’s framework.yml. If the site has a framework with this ID number, it is brought up to date; if not, it is made.';
$string['framework_intro'] = 'Choose the file that moocbuild made with “--target case”. You will see what changes before anything is done. What learners have shown is never lost: a competency that is no longer in the file stays, with a mark, as long as anything hangs on it.';
$string['framework_links'] = 'New links of activities to competencies';
$string['framework_move'] = 'In another place: {$a}';
$string['framework_new'] = 'The site does not have this framework yet. It will be made.';
$string['framework_preview'] = 'What will change in “{$a}”';
$string['framework_renamed'] = 'The name or the description of the framework changes.';
$string['framework_reordered'] = 'The order of competencies changes.';
$string['framework_retire'] = 'No longer in the file, kept with a mark because something hangs on them: {$a}';
$string['framework_update'] = 'With new texts: {$a}';
$string['moocbuild:import'] = 'Create courses from moocbuild packages';
$string['moocbuild:managecontacts'] = 'Manage the help lines of the site';
$string['moocbuild:mend'] = 'Mend a course imported from a Common Cartridge';
$string['moocbuild:syncframework'] = 'Bring a competency framework up to date';
$string['moocbuild:update'] = 'Update a course from a newer moocbuild package';
$string['moocbuild:viewownreport'] = 'See one’s own competency report';
$string['moocbuild:viewreport'] = 'See the competency report of learners';
$string['nothing_to_change'] = 'Nothing to change: all is as it should be.';
$string['page:contacts'] = 'Help lines';
$string['page:framework'] = 'Competency framework';
$string['page:index'] = 'Courses from packages';
$string['pluginname'] = 'moocbuild courses';
$string['preview'] = 'Show what will change';
$string['retired_name'] = '(retired) {$a}';
$string['retired_note'] = 'This competency is no longer in the framework. It is kept because learners’ records hang on it.';
$string['scalename'] = 'Not yet – Competent';
