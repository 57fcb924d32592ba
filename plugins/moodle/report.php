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
 * The competency report of a course: everybody, learners by name, one learner; or one's own.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use local_moocbuild\event\report_viewed;
use local_moocbuild\report\csv;
use local_moocbuild\report\report_access;
use local_moocbuild\report\menu;

require(__DIR__ . '/../../config.php');

$course = get_course(required_param('course', PARAM_INT));
require_login($course);
$access = new report_access($course);
$name = optional_param('view', 'cohort', PARAM_ALPHA);
$user = optional_param('user', 0, PARAM_INT);
$group = $access->group(optional_param('group', 0, PARAM_INT));
$page = max(0, optional_param('page', 0, PARAM_INT));
$download = optional_param('download', false, PARAM_BOOL);

$PAGE->set_url($access->url());
$PAGE->set_context($access->context);
$PAGE->set_pagelayout('report');
$view = $access->view($name, $user, $group, $page);
$PAGE->set_title($view->title() . moodle_page::TITLE_SEPARATOR . format_string($course->shortname));
$PAGE->set_heading(format_string($course->fullname));
$of = $access->teaches ? ($name === 'learner' ? $user : 0) : (int) $USER->id;
report_viewed::of($access->context, $access->teaches ? $name : 'own', $of, $download)->trigger();

if ($download) {
    $file = csv::of($view->rows());
    send_file($file, clean_filename($view->title()) . '.csv', 0, 0, true, true, 'text/csv');
}

$menu = new menu($access, $name, $user, $group);
echo $OUTPUT->header();
$several = $access->teaches && $name !== 'learner';
echo $OUTPUT->heading($several ? get_string('report_title', 'local_moocbuild', s($view->title())) : s($view->title()));
echo $OUTPUT->render($menu);
echo $OUTPUT->render($view);
if ($access->teaches && $name === 'people') {
    $url = new core\url($access->url(), ['view' => 'people', 'group' => $group]);
    echo $OUTPUT->paging_bar(count($access->people->learners($group)), $page, report_access::PER_PAGE, $url);
}
echo $OUTPUT->footer();
