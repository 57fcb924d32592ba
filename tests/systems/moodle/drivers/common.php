<?php
// start.php, and the libraries of Moodle that drivers use themselves.
require(__DIR__ . '/start.php');
foreach (['clilib', 'filelib', 'questionlib', 'gradelib', 'completionlib'] as $library) {
    require_once("$CFG->libdir/$library.php");
}
require_once($CFG->dirroot . '/course/lib.php');
require_once($CFG->dirroot . '/user/lib.php');
require_once($CFG->dirroot . '/backup/util/includes/backup_includes.php');
require_once($CFG->dirroot . '/backup/util/includes/restore_includes.php');
