<?php
// harmed.php COURSE: what is said of changed attempts, of learners who are away and of learners who work there just now.
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
