<?php
// import_competencies.php FILE: a framework by its CSV; one with the same idnumber is deleted before.
require(__DIR__ . '/common.php');
use core_competency\api;
[[$file]] = arguments();
$text = file_get_contents($file);
$id = str_getcsv(explode("\n", $text)[1])[1];
foreach ($DB->get_records('competency_framework', ['idnumber' => $id]) as $old) {
    $DB->delete_records_select('competency_coursecomp', 'competencyid IN (SELECT id FROM {competency}
        WHERE competencyframeworkid = ?)', [$old->id]);
    $DB->delete_records_select('competency_modulecomp', 'competencyid IN (SELECT id FROM {competency}
        WHERE competencyframeworkid = ?)', [$old->id]);
    api::delete_framework($old->id);
}
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
