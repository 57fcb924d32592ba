<?php
// draft.php FILE NAME: a file in somebody's drafts, as the file picker puts it there; gives the number of the draft.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/common.php');
[[$file, $name]] = arguments();
$person = person($name);
\core\session\manager::set_user($person);
$draft = file_get_unused_draft_itemid();
get_file_storage()->create_file_from_pathname(['contextid' => context_user::instance($person->id)->id, 'component' => 'user',
    'filearea' => 'draft', 'itemid' => $draft, 'filepath' => '/', 'filename' => 'package.mbz'], realpath($file));
answer($draft);
