<?php
// planned.php FILE COURSE: the fingerprint of what an update would do, which the page's form carries.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/start.php');
[[$file, $course]] = arguments();
$package = \local_moocbuild\package\reader::open($file);
$plan = (new \local_moocbuild\update\importer($package))->preview((int) $course);
answer(['plan' => $plan->fingerprint(), 'hash' => $package->hash, 'context' => context_course::instance((int) $course)->id]);
