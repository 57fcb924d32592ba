<?php
// remove.php COURSE…: so that a test leaves a small database behind.
require(__DIR__ . '/common.php');
[$courses] = arguments();
$CFG->forced_plugin_settings['tool_recyclebin'] = ['categorybinenable' => 0, 'coursebinenable' => 0];
foreach ($courses as $id) {
    ob_start();
    delete_course((int) $id, false);
}
answer(count($courses));
