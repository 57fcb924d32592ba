<?php
// manager.php NAME: somebody who manages the whole site.
require(__DIR__ . '/../../../lms/moodle/drivers/common.php');
[[$name]] = arguments();
$person = person($name);
role_assign($DB->get_field('role', 'id', ['shortname' => 'manager'], MUST_EXIST), $person->id, context_system::instance()->id);
answer((int) $person->id);
