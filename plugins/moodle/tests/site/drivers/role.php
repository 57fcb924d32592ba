<?php
// role.php COURSE NAME ROLE: somebody with a role in a course; gives their number.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/common.php');
[[$course, $name, $role]] = arguments();
$person = person($name);
enrol((int) $course, $person, $role);
answer((int) $person->id);
