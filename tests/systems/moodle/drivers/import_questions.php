<?php
// import_questions.php FILE: Moodle XML, or GIFT (.txt), into a new course's question bank, as the web page does.
require(__DIR__ . '/common.php');
require_once($CFG->dirroot . '/question/format.php');
require_once($CFG->dirroot . '/question/editlib.php');
[[$file]] = arguments();
$name = str_ends_with($file, '.txt') ? 'gift' : 'xml';
require_once($CFG->dirroot . "/question/format/$name/format.php");
$course = get_course(new_course());
$helper = '\core_question\local\bank\question_bank_helper';
if (class_exists($helper)) {
    $context = context_module::instance($helper::get_default_open_instance_system_type($course, true)->id);
} else {
    $context = context_course::instance($course->id);
}
$category = question_get_default_category($context->id, true) ?: question_make_default_categories([$context]);
$class = "qformat_$name";
$format = new $class();
$format->setContexts([$context]);
$format->setCategory($category);
$format->setCourse($course);
$format->setFilename($file);
$format->setRealfilename(basename($file));
$format->setMatchgrades('error');
$format->setCatfromfile(true);
$format->setContextfromfile(true);
$format->setStoponerror(false);
$format->set_display_progress(false);
ob_start();
try {
    $ok = $format->importpreprocess() && $format->importprocess() && $format->importpostprocess();
} catch (Throwable $e) {
    $ok = failure($e);
}
answer(['course' => (int) $course->id, 'ok' => $ok, 'said' => trim(strip_tags(ob_get_clean()))]);
