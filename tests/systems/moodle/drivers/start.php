<?php
// What the drivers share: Moodle's own start, people to act as, options, and one JSON value as the answer.
// No library of Moodle is loaded: what is driven must load what it needs, as it must on a site.
define('CLI_SCRIPT', true);
define('NO_OUTPUT_BUFFERING', true);
require(getenv('MOODLE_DIR') . '/config.php');
global $CFG, $DB, $USER, $NOTICES;
$CFG->noemailever = true;
$CFG->noreplyaddress ??= 'noreply@example.invalid'; // a site installed at the command line has none yet
$NOTICES = [];
set_error_handler(function ($number, $text, $file, $line) {
    global $NOTICES, $CFG;
    $NOTICES[] = "[$number] $text @ " . str_replace($CFG->dirroot, '', $file) . ":$line";
    return true;
});
\core\session\manager::set_user(get_admin());

/** The arguments without `--name=value`, and those. */
function arguments(): array {
    global $argv;
    $plain = [];
    $options = [];
    foreach (array_slice($argv, 1) as $argument) {
        if (preg_match('/^--(\w+)=(.*)$/s', $argument, $found)) {
            $options[$found[1]] = $found[2];
        } else {
            $plain[] = $argument;
        }
    }
    return [$plain, $options];
}

function answer($value): void {
    global $NOTICES;
    while (ob_get_level()) {
        ob_end_clean();
    }
    $flags = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE;
    echo "\nANSWER ", json_encode(['answer' => $value, 'notices' => $NOTICES], $flags), "\n";
}

/** A person of this name, made when needed; the password is the name and some more. */
function person(string $name): stdClass {
    global $DB, $CFG;
    $found = $DB->get_record('user', ['username' => $name]);
    if (!$found) {
        require_once($CFG->dirroot . '/user/lib.php');
        $id = user_create_user(['username' => $name, 'password' => "$name-Moocbuild#1", 'firstname' => $name,
            'lastname' => 'Test', 'email' => "$name@example.invalid", 'confirmed' => 1,
            'mnethostid' => $CFG->mnet_localhost_id], true, false);
        $found = $DB->get_record('user', ['id' => $id]);
    }
    // The file picker opens what somebody used last: its form for uploads (see picker.py).
    $upload = $DB->get_field_sql("SELECT MIN(i.id) FROM {repository_instances} i JOIN {repository} r ON r.id = i.typeid
        WHERE r.type = 'upload'");
    set_user_preference('filepicker_recentrepository', $upload, $found->id);
    return $found;
}

function enrol(int $course, stdClass $user, string $role): void {
    global $DB;
    $plugin = enrol_get_plugin('manual');
    $key = ['courseid' => $course, 'enrol' => 'manual'];
    if (!$DB->record_exists('enrol', $key)) {
        $plugin->add_default_instance(get_course($course));
    }
    $role = $DB->get_field('role', 'id', ['shortname' => $role], MUST_EXIST);
    $plugin->enrol_user($DB->get_record('enrol', $key), $user->id, $role);
}

function new_course(): int {
    global $CFG, $DB;
    require_once($CFG->dirroot . '/course/lib.php');
    $category = $DB->get_field_sql('SELECT MIN(id) FROM {course_categories}');
    $name = 'T' . uniqid();
    return create_course((object) ['fullname' => $name, 'shortname' => $name, 'category' => $category,
        'numsections' => 0, 'enablecompletion' => 1])->id;
}

function failure(Throwable $e): string {
    global $CFG;
    return get_class($e) . ': ' . $e->getMessage() . ' ' . ($e->debuginfo ?? '') . ' @ '
        . str_replace($CFG->dirroot, '', $e->getFile()) . ':' . $e->getLine();
}
