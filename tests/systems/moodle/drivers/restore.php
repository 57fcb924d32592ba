<?php
// restore.php FILE [--user=NAME --into=COURSE]: what the web pages do, as an admin into a new course, or as
// a teacher into a course of theirs. A cartridge is converted first.
require(__DIR__ . '/common.php');
[$plain, $options] = arguments();
$user = get_admin();
$course = (int) ($options['into'] ?? 0) ?: new_course();
if (isset($options['user'])) {
    $user = person($options['user']);
    enrol($course, $user, 'editingteacher');
    \core\session\manager::set_user($user);
}
$folder = restore_controller::get_tempdir_name(SITEID, $user->id);
$path = make_backup_temp_directory($folder);
get_file_packer('application/vnd.moodle.backup')->extract_to_pathname(realpath($plain[0]), $path);
$said = ['course' => $course, 'format' => backup_general_helper::detect_backup_format($folder)];
chdir($CFG->dirroot . '/backup'); // the cartridge converter loads files from there
ob_start();
try {
    $target = isset($options['user']) || isset($options['into'])
        ? backup::TARGET_EXISTING_ADDING : backup::TARGET_NEW_COURSE;
    $controller = new restore_controller($folder, $course, backup::INTERACTIVE_YES, backup::MODE_GENERAL,
        $user->id, $target);
    if ($controller->get_status() == backup::STATUS_REQUIRE_CONV) {
        $controller->convert();
    }
    $controller->finish_ui();
    $controller->execute_precheck();
    $said['precheck'] = $controller->get_precheck_results();
    if (empty($said['precheck']['errors'])) {
        $controller->execute_plan();
        $said['ok'] = true;
    }
    $controller->destroy();
} catch (Throwable $e) {
    $said['failed'] = failure($e);
}
answer($said);
