<?php
// restoring.php NAME: the course into which this person restored last.
require(__DIR__ . '/common.php');
[[$name]] = arguments();
$rows = $DB->get_records('backup_controllers', ['userid' => person($name)->id, 'operation' => 'restore'], 'id DESC', 'itemid', 0, 1);
answer((int) reset($rows)->itemid);
