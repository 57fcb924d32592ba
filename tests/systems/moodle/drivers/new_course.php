<?php
// new_course.php: an empty course.
require(__DIR__ . '/common.php');
answer(new_course());
