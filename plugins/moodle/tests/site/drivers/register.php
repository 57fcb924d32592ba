<?php
// register.php COURSE FILE: what the plugin's own import notes of a course that came from a package.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/common.php');
[[$course, $file]] = arguments();
$zip = new ZipArchive();
$zip->open($file, ZipArchive::RDONLY);
$facts = $zip->getFromName('moocbuild.json');
$DB->insert_record('local_moocbuild_course', ['courseid' => $course, 'coursekey' => json_decode($facts)->course->id,
    'version' => '1.0.0', 'lang' => 'en', 'packagehash' => hash_file('sha256', $file), 'facts' => $facts,
    'timeimported' => time(), 'userid' => get_admin()->id]);
answer((int) $course);
