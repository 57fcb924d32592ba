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
 * What is said of changed attempts, of learners who are away and of learners who work there just now.
 *
 * Usage: harmed.php COURSE
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

// phpcs:disable moodle.Files.MoodleInternal -- start.php loads config.php.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/start.php');
use local_moocbuild\update\learners;
[[$course]] = arguments();
$course = (int) $course;
$transaction = $DB->start_delegated_transaction();
$DB->delete_records('user_lastaccess', ['courseid' => $course]);
[$since, $before] = [time(), learners::records($course)];
$quizzes = 'quiz IN (SELECT id FROM {quiz} WHERE course = ?)';
$DB->set_field_select('quiz_attempts', 'timefinish', 1, $quizzes, [$course]);
$away = learners::harmed($course, $before, $since);
foreach ($DB->get_fieldset_select('quiz_attempts', 'DISTINCT userid', $quizzes, [$course]) as $learner) {
    $DB->insert_record('user_lastaccess', ['userid' => $learner, 'courseid' => $course, 'timeaccess' => $since]);
}
$here = learners::harmed($course, $before, $since);
$DB->force_transaction_rollback();
answer(['away' => $away, 'here' => $here]);
