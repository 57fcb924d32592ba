<?php
// manager.php NAME: somebody who manages the whole site.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/common.php');
[[$name]] = arguments();
$person = person($name);
update_internal_user_password($person, "$name-Moocbuild#1"); // a site may know the name from before
role_assign($DB->get_field('role', 'id', ['shortname' => 'manager'], MUST_EXIST), $person->id, context_system::instance()->id);
answer((int) $person->id);
