<?php
// import_competencies.php FILE: a framework by its CSV; one with the same idnumber is renamed before.
require(__DIR__ . '/common.php');
[[$file]] = arguments();
$text = file_get_contents($file);
$id = str_getcsv(explode("\n", $text)[1], escape: "")[1];
// An older one gives way: what learners have shown hangs on it, so it cannot simply be deleted.
$DB->set_field('competency_framework', 'idnumber', uniqid('old'), ['idnumber' => $id]);
$importer = new \tool_lpimportcsv\framework_importer($text, 'UTF-8', 'comma', 0, null, false);
$said = ['error' => $importer->get_error()];
if (!$said['error']) {
    try {
        $framework = $importer->import();
        $said['framework'] = $framework->get('idnumber');
        foreach ($DB->get_records('competency', ['competencyframeworkid' => $framework->get('id')], 'id') as $row) {
            $parent = $row->parentid ? $DB->get_field('competency', 'idnumber', ['id' => $row->parentid]) : '';
            $said['competencies'][] = ['code' => $row->idnumber, 'parent' => $parent, 'label' => $row->shortname,
                'description' => $row->description];
        }
    } catch (Throwable $e) {
        $said['error'] = failure($e);
    }
}
answer($said);
