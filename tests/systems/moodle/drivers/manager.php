<?php
// manager.php: somebody who may restore backups anywhere.
require(__DIR__ . '/common.php');
$manager = person('manager');
role_assign($DB->get_field('role', 'id', ['shortname' => 'manager'], MUST_EXIST), $manager->id, context_system::instance());
answer($manager->username);
