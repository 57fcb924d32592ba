<?php
// failing_update.php FILE COURSE PART: an update that breaks when PART is done; what is left of the package in the file pool.
require(__DIR__ . '/../../../lms/moodle/drivers/common.php');
use local_moocbuild\package\reader;
use local_moocbuild\update\importer;
[[$file, $course, $part]] = arguments();
$package = reader::open($file);
$said = '';
try {
    (new importer($package, fn(string $done) => $done === $part ? throw new RuntimeException("broken after $part") : null))
        ->update((int) $course);
} catch (Throwable $e) {
    $said = $e->getMessage();
}
$system = get_file_storage()->get_file_system();
$orphans = array_filter($package->contents, fn($hash) => !$DB->record_exists('files', ['contenthash' => $hash])
    && is_file("$CFG->dataroot/filedir/" . substr($hash, 0, 2) . '/' . substr($hash, 2, 2) . "/$hash"));
answer(['said' => $said, 'orphans' => count($orphans), 'open' => $DB->is_transaction_started()]);
