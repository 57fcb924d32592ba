<?php
// This file is part of local_moocbuild, a plugin for Moodle - https://moodle.org/
//
// local_moocbuild is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// It is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with it.  If not, see <https://www.gnu.org/licenses/>.

/**
 * German strings, in alphabetical order.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['action_created'] = 'Angelegt';
$string['action_failed'] = 'Fehlgeschlagen; nichts wurde geändert';
$string['action_unchanged'] = 'Nichts zu ändern';
$string['action_updated'] = 'Aktualisiert';
$string['already_here'] = 'Auf dieser Website gibt es schon einen Kurs aus diesem Paket. Um ihn zu aktualisieren und zu behalten, was Lernende getan haben, folgen Sie seinem Link und wählen dort das Paket. Der Knopf unten legt einen weiteren Kurs an.';
$string['another_package'] = 'Ein anderes Paket wählen';
$string['answers'] = 'Antworten, Punkte und Grenzen ({$a})';
$string['become'] = '{$a->what}; „{$a->then}“ sagt dasselbe: Wenn es dasselbe ist, geben Sie ihm die alte Kennung';
$string['case_cycle'] = 'Zwei Elemente dieser Datei stehen jeweils untereinander. Fragen Sie, woher die Datei kommt.';
$string['case_idnumber'] = 'Geben Sie dem Kompetenzrahmen eine ID-Nummer mit höchstens 100 Zeichen.';
$string['case_large'] = 'Diese Datei hat mehr als {$a} MB. So groß ist kein Kompetenzrahmen.';
$string['case_long'] = 'Der Code „{$a}…“ hat mehr als 100 Zeichen, mehr als Moodle speichern kann.';
$string['case_many'] = 'Diese Datei hat mehr als {$a} Elemente.';
$string['case_shape'] = 'Das ist keine CASE-Datei. Gebraucht wird die .json-Datei, die moocbuild mit „--target case“ erstellt.';
$string['case_twice'] = '„{$a}“ steht zweimal in dieser Datei. Codes müssen verschieden sein.';
$string['cli_created'] = 'Kurs {$a} angelegt.';
$string['cli_framework'] = 'Bringt einen Kompetenzrahmen auf den Stand einer CASE-Datei.

Optionen:
-f, --file=PFAD      die .json-Datei (CASE 1.0 oder 1.1)
-i, --idnumber=TEXT  ID-Nummer des Rahmens; fehlt sie, die des zuletzt importierten Kurses
-p, --preview        nur sagen, was sich ändern würde
-h, --help           dieser Text

Beispiel:
php local/moocbuild/cli/framework.php --file=framework.json --idnumber=pat-psw';
$string['cli_import'] = 'Legt aus einem moocbuild-Paket (.mbz) einen Kurs an oder aktualisiert den Kurs, der daraus entstanden ist.

Optionen:
  -f, --file=PFAD     das Paket
      --category=ID   wohin ein neuer Kurs kommt (Vorgabe: der erste Kursbereich)
      --course=ID     der Kurs, der aktualisiert wird (Vorgabe: der aus diesem Paket)
      --new           einen neuen Kurs anlegen, auch wenn es schon einen gibt
      --user=NAME     mit den Rechten dieser Person (Vorgabe: der Administration)
  -p, --preview       nur sagen, was sich ändern würde
  -h, --help          dieser Text

Beispiel:
  php local/moocbuild/cli/import.php --file=/tmp/kurs.mbz --preview';
$string['cli_mend'] = 'Repariert einen Kurs, der aus einem Common Cartridge kam: Namen von Abschnitten, Punkte, Summen und was Lernende sehen.

Optionen:
-c, --course=ID   Nummer des Kurses
-p, --preview     nur sagen, was sich ändern würde
-h, --help        dieser Text

Beispiel:
php local/moocbuild/cli/mend.php --course=12 --preview';
$string['cli_mend_changes'] = 'Änderungen: {$a}';
$string['cli_no_course'] = 'Es gibt keinen Kurs mit der Nummer {$a}.';
$string['cli_no_user'] = 'Auf dieser Website gibt es niemanden mit dem Anmeldenamen „{$a}“, der sich anmelden darf.';
$string['cli_preview'] = 'Was eine Aktualisierung des Kurses {$a} ändern würde';
$string['cli_report'] = 'Schreibt den Kompetenzbericht eines Kurses als CSV.

Optionen:
-c, --course=ID    Nummer des Kurses
-v, --view=NAME    cohort (Zahlen, die niemanden nennen; Vorgabe) oder people (eine Zeile für jede lernende Person und Kompetenz)
-g, --group=ID     nur diese Gruppe
-h, --help         dieser Text

Beispiel:
php local/moocbuild/cli/report.php --course=12 > bericht.csv';
$string['cli_several'] = 'Aus diesem Paket sind mehrere Kurse entstanden: {$a}. Sagen Sie mit --course, welcher gemeint ist, oder legen Sie mit --new einen weiteren an.';
$string['cli_unreadable'] = '{$a} kann nicht gelesen werden.';
$string['cli_updated'] = 'Aktualisierung des Kurses {$a}';
$string['code'] = 'Code';
$string['competencies'] = 'Kompetenzen ({$a})';
$string['contact'] = 'Hilfetelefon';
$string['contact_add'] = 'Ein Hilfetelefon hinzufügen';
$string['contact_any_country'] = 'alle Länder';
$string['contact_by_authors'] = 'nach Angabe der Urheber des Kurses am {$a} bestätigt';
$string['contact_confirm'] = 'Bestätigen';
$string['contact_confirm_words'] = 'Ich habe heute diese Nummer angerufen oder diese Seite gesehen, und sie stimmt';
$string['contact_confirmed'] = 'Bestätigt';
$string['contact_confirmed_on'] = 'Bestätigt am {$a}';
$string['contact_kind'] = 'Für';
$string['contact_name'] = 'Wer antwortet';
$string['contact_no_link'] = 'Das ist weder eine einzelne Telefonnummer noch eine Adresse, die mit https:// beginnt. Bitte korrigieren Sie es zuerst.';
$string['contact_note'] = 'Wann und in welchen Sprachen';
$string['contact_remove'] = 'Entfernen';
$string['contact_stale'] = 'Bestätigt am {$a}, vor mehr als einem halben Jahr: Bitte rufen Sie an und bestätigen Sie erneut';
$string['contact_state'] = 'Stand';
$string['contact_unconfirmed'] = 'Nicht bestätigt: Lernende sehen es nicht';
$string['contact_unusable'] = 'Weder eine einzelne Nummer noch eine https-Adresse: Lernende sehen es nicht';
$string['contact_value'] = 'Nummer oder Adresse';
$string['contact_value_help'] = 'Eine einzelne Telefonnummer oder eine Adresse, die mit https:// beginnt. Keine Wörter: Schreiben Sie diese bei „Wann und in welchen Sprachen“.';
$string['contacts_caption'] = 'Hilfetelefone dieser Website';
$string['contacts_intro'] = 'Lernende in Kursen aus Paketen sehen diese Hilfetelefone auf jeder Seite, sobald jemand sie bestätigt hat. Um eines zu bestätigen, rufen Sie zuerst dort an oder sehen sich dessen eigene Seite an. Pakete schlagen Hilfetelefone vor; ein Vorschlag wird nie gezeigt, bevor ihn hier jemand bestätigt.';
$string['contacts_none'] = 'Es gibt noch keine.';
$string['counts'] = '„{$a}“ zählt';
$string['counts_not'] = '„{$a}“ zählt nicht mehr';
$string['created'] = 'Der Kurs ist da. Sehen Sie ihn durch und schreiben Sie dann Personen ein.';
$string['details'] = 'Einzelheiten';
$string['do_create'] = 'Kurs anlegen';
$string['do_update'] = 'Kurs aktualisieren';
$string['empty_log'] = 'Für diesen Kurs wurde noch nichts getan.';
$string['event_cartridge_mended'] = 'Kurs nach dem Import eines Cartridges repariert';
$string['event_contacts_changed'] = 'Hilfetelefon geändert';
$string['event_course_created'] = 'Kurs aus einem Paket angelegt';
$string['event_course_updated'] = 'Kurs aus einem Paket aktualisiert';
$string['event_framework_synced'] = 'Kompetenzrahmen auf den neuesten Stand gebracht';
$string['event_report_viewed'] = 'Kompetenzbericht angesehen';
$string['failed'] = 'Das hat nicht funktioniert, und nichts wurde geändert. Moodle sagt: {$a}';
$string['failed_inside'] = 'Etwas innerhalb der Website ist fehlgeschlagen. Wer die Website verwaltet, sieht im Protokoll mehr.';
$string['field'] = '{$a->part} ({$a->now} → {$a->then})';
$string['field_competencies'] = 'Kompetenzen';
$string['field_content'] = 'Text';
$string['field_files'] = 'Dateien';
$string['field_grade'] = 'beste Bewertung';
$string['field_intro'] = 'Beschreibung';
$string['field_name'] = 'Name';
$string['field_package'] = 'Paket';
$string['field_pass'] = 'Bestehensgrenze';
$string['field_shuffle'] = 'Reihenfolge der Antworten';
$string['field_slots'] = 'gestellte Fragen';
$string['field_summary'] = 'Beschreibung';
$string['field_tags'] = 'Schlagwörter';
$string['field_weight'] = 'Gewicht im Kurs gesamt';
$string['file_changed'] = 'Das ist nicht mehr die Datei aus der Vorschau. Bitte wählen Sie sie noch einmal.';
$string['framework_create'] = 'Neu: {$a}';
$string['framework_delete'] = 'Entfernt, weil nichts davon abhängt: {$a}';
$string['framework_do'] = 'Diese Änderungen ausführen';
$string['framework_done'] = 'Der Kompetenzrahmen ist auf dem neuesten Stand. Änderungen: {$a->changes}. Neue Verknüpfungen von Aktivitäten: {$a->links}.';
$string['framework_file'] = 'CASE-Datei (.json)';
$string['framework_idnumber'] = 'ID-Nummer des Kompetenzrahmens';
$string['framework_idnumber_help'] = 'Daran finden Kurse ihren Kompetenzrahmen. Es ist die „id“ in der Datei framework.yml des Kurses. Hat die Website einen Rahmen mit dieser ID-Nummer, wird er auf den neuesten Stand gebracht; sonst wird er angelegt.';
$string['framework_intro'] = 'Wählen Sie die Datei, die moocbuild mit „--target case“ erstellt hat. Sie sehen, was sich ändert, bevor etwas geschieht. Was Lernende gezeigt haben, geht nie verloren: Eine Kompetenz, die nicht mehr in der Datei ist, bleibt mit einem Vermerk, solange etwas davon abhängt.';
$string['framework_links'] = 'Neue Verknüpfungen von Aktivitäten mit Kompetenzen';
$string['framework_move'] = 'An anderer Stelle: {$a}';
$string['framework_new'] = 'Die Website hat diesen Kompetenzrahmen noch nicht. Er wird angelegt.';
$string['framework_preview'] = 'Was sich in „{$a}“ ändern wird';
$string['framework_renamed'] = 'Der Name oder die Beschreibung des Kompetenzrahmens ändert sich.';
$string['framework_reordered'] = 'Die Reihenfolge der Kompetenzen ändert sich.';
$string['framework_retire'] = 'Nicht mehr in der Datei, mit Vermerk behalten, weil etwas davon abhängt: {$a}';
$string['framework_update'] = 'Mit neuen Texten: {$a}';
$string['from'] = 'Nachweise';
$string['from_final'] = '{$a} Abschlussfragen';
$string['from_final_one'] = '1 Abschlussfrage';
$string['from_nothing'] = 'noch keine';
$string['from_quiz'] = '{$a} Fragen';
$string['from_quiz_one'] = '1 Frage';
$string['from_scenario'] = '{$a} Simulationen';
$string['from_scenario_one'] = '1 Simulation';
$string['help_danger'] = 'Wenn Sie oder jemand anders jetzt in Gefahr sind, rufen Sie die Notrufnummer Ihres Landes an.';
$string['help_danger_heading'] = 'Bei unmittelbarer Gefahr';
$string['help_lines'] = 'Wenn Sie mit jemandem sprechen möchten';
$string['help_more'] = 'Mehr Hilfe';
$string['help_none'] = 'Rufen Sie einen Menschen an, dem Sie vertrauen, oder eine Arztpraxis, oder gehen Sie in die nächste Notaufnahme: Sie brauchen keinen Termin. Öffentliche Listen wie findahelpline.com nennen die Hilfetelefone jedes Landes.';
$string['help_now'] = 'Hilfe, jetzt';
$string['help_pause'] = 'Sie können an jeder Stelle aufhören und an einem anderen Tag wiederkommen. Niemand muss jeden Teil machen.';
$string['help_pause_heading'] = 'Wenn der Kurs heute zu viel ist';
$string['help_talk'] = 'Sie können auch einen Menschen anrufen, dem Sie vertrauen. Sie müssen nicht viel erklären: „Mir geht es nicht gut. Kannst du mit mir am Telefon bleiben?“ genügt.';
$string['import_new'] = 'Wählen Sie das Paket (.mbz), das „moocbuild build --target moodle“ erstellt hat. Sie sehen, was es bringt, bevor etwas geschieht.';
$string['import_update'] = 'Wählen Sie ein neueres Paket dieses Kurses. Sie sehen genau, was sich ändert, bevor etwas geschieht. Versuche, Bewertungen und Abschlüsse bleiben; was das Paket nicht mehr hat, wird verborgen, nie gelöscht.';
$string['in_list'] = '{$a->part}: jetzt mit „{$a->text}“';
$string['item'] = 'Kompetenz';
$string['joined'] = '{$a->one}; {$a->other}';
$string['kind_emergency'] = 'Lebensgefahr';
$string['kind_emergency_medical'] = 'Lebensgefahr (Rettungsdienst)';
$string['kind_emotional_support'] = 'jemand zum Reden';
$string['kind_medical'] = 'medizinischer Rat';
$string['kind_other'] = 'andere Hilfe';
$string['kind_suicide_line'] = 'Suizidgedanken';
$string['kind_youth_line'] = 'Kinder und junge Menschen';
$string['last_import'] = 'Letzter Import';
$string['learner'] = 'Lernende Person';
$string['left_as_is'] = 'Gelassen, wie es ist';
$string['log_caption'] = 'Was aus Paketen an diesem Kurs getan wurde, das Neueste zuerst';
$string['media'] = 'Bilder, Filme und Dateien ({$a})';
$string['mend_caption'] = 'Was repariert wird';
$string['mend_do'] = 'Diesen Kurs reparieren';
$string['mend_done'] = 'Erledigt. Änderungen: {$a}. Abgegebene Versuche wurden neu bewertet.';
$string['mend_from'] = 'Jetzt';
$string['mend_intro'] = 'Der Import eines Common Cartridges durch Moodle lässt einiges falsch: Abschnitte ohne Namen, Quiz, die von vier Punkten bewertet werden, und Rückmeldungen, die niemand sieht. Diese Seite repariert es. Ein Quiz, das seit dem Import jemand eingerichtet hat, bleibt, wie es ist.';
$string['mend_mark'] = 'Punkte der Frage';
$string['mend_name'] = 'Name des Abschnitts';
$string['mend_no_name'] = '(kein Name)';
$string['mend_review'] = 'Was Lernende danach sehen';
$string['mend_review_off'] = 'nichts';
$string['mend_review_on'] = 'ihre Antworten, Punkte und Rückmeldungen';
$string['mend_sum'] = 'Summe der Punkte';
$string['mend_to'] = 'Danach';
$string['mend_what'] = 'Was';
$string['mend_where'] = 'Wo';
$string['moocbuild:import'] = 'Kurse aus moocbuild-Paketen anlegen';
$string['moocbuild:managecontacts'] = 'Hilfetelefone der Website verwalten';
$string['moocbuild:mend'] = 'Einen aus einem Common Cartridge importierten Kurs reparieren';
$string['moocbuild:syncframework'] = 'Einen Kompetenzrahmen auf den neuesten Stand bringen';
$string['moocbuild:update'] = 'Einen Kurs aus einem neueren moocbuild-Paket aktualisieren';
$string['moocbuild:viewownreport'] = 'Den eigenen Kompetenzbericht ansehen';
$string['moocbuild:viewreport'] = 'Den Kompetenzbericht von Lernenden ansehen';
$string['move'] = 'An einen anderen Ort verschoben ({$a})';
$string['no_category'] = 'Diesen Kursbereich gibt es nicht.';
$string['no_course'] = 'Diesen Kurs gibt es nicht.';
$string['no_courses'] = 'Noch kein Kurs dieser Website ist aus einem Paket entstanden.';
$string['nobody'] = 'Niemand, oder jemand, der nicht mehr hier ist';
$string['not_shown'] = 'nicht angegeben';
$string['note_attempts'] = 'Versuche bei Quiz, deren Fragen sich ändern: {$a->attempts}, davon {$a->open} offen. Sie behalten ihre Fragen, Antworten und Punkte; Versuche, die ab jetzt beginnen, stellen die Fragen des Pakets.';
$string['note_first'] = 'Dieser Kurs wurde nicht von diesem Plugin angelegt; deshalb ist nicht bekannt, was frühere Pakete enthielten. Aktivitäten mit einer ID-Nummer, die dieses Paket nicht hat, bleiben sichtbar, wie sie sind: {$a->title}. Verbergen Sie, was verschwinden soll.';
$string['note_first_questions'] = 'Fragen mit einer ID-Nummer, die dieses Paket nicht hat und die in der Fragensammlung bleiben: {$a->count}.';
$string['note_graded'] = '„{$a->title}“ bleibt bewertet, weil Lernende es versucht haben. Das Paket bewertet es nicht.';
$string['note_kind'] = '„{$a->title}“ ist eine andere Art von Aktivität geworden. Es bleibt, wie es ist: Geben Sie dem neuen in der Quelle des Kurses eine andere Kennung.';
$string['note_needed'] = '„{$a->title}“ zieht noch aus Fragenkategorien, in denen dieses Paket zu wenige lässt. Fragen, die dafür darin bleiben: {$a->count}.';
$string['note_older'] = 'Dieses Paket ist älter als das, aus dem der Kurs zuletzt entstanden ist (Version {$a->title}). Eine Aktualisierung bringt den Kurs dahin zurück.';
$string['note_own_name'] = '„{$a->title}“ behält den Namen, den es hier bekommen hat. Das Paket nennt es „{$a->other}“.';
$string['note_own_pass'] = '„{$a->title}“ behält die Bestehensgrenze, die hier eingestellt wurde, {$a->now}. Das Paket setzt {$a->then}.';
$string['note_own_shuffle'] = '„{$a->title}“ behält die Reihenfolge der Antworten, die hier eingestellt wurde. Das Paket ändert sie.';
$string['note_pass'] = 'Andere Bestehensgrenze von „{$a->title}“: Von den Lernenden mit einer Bewertung ({$a->count}) liegen {$a->now} über der jetzigen und {$a->then} über der neuen.';
$string['note_runs'] = 'Versuche bei Simulationen, die sich ändern: {$a->attempts}, davon {$a->open} nicht beendet. Was sie gemeldet haben, bleibt. Wer mittendrin ist, macht nach der letzten Entscheidung weiter, die es noch gibt.';
$string['note_slots'] = '„{$a->title}“ behält die Zahl seiner Fragen und ihre Punkte, weil Lernende es versucht haben (Versuche: {$a->attempts}) und ihre Bewertungen davon abhängen. Texte von Fragen werden trotzdem auf den neuesten Stand gebracht.';
$string['note_totals'] = 'Lernende, deren Kurs gesamt sich ändert: {$a->count} von {$a->all}. Die größte Änderung geht von {$a->now} % zu {$a->then} %.';
$string['note_ungraded'] = '„{$a->title}“ bleibt ohne Bewertung, weil Lernende es versucht haben. Das Paket bewertet es.';
$string['note_weight'] = '„{$a->title}“ behält seinen Anteil am Kurs gesamt unter den Quiz, die Lernende versucht haben, damit deren Ergebnisse bleiben: {$a->now} %. Das Paket gibt ihm {$a->then} %.';
$string['nothing_to_change'] = 'Nichts zu ändern: Alles ist, wie es sein soll.';
$string['of_kind'] = '{$a->title} ({$a->kind})';
$string['on_page'] = '{$a->id}, auf {$a->page}';
$string['package'] = 'Paket (.mbz)';
$string['package_help'] = 'Die Datei, die moocbuild mit „--target moodle“ erstellt. Sie wird von oben bis unten geprüft, bevor Moodle sie bekommt; ein beschädigtes Paket, oder eines mit etwas, das moocbuild nicht schreibt, wird abgelehnt.';
$string['page_contacts'] = 'Hilfetelefone';
$string['page_framework'] = 'Kompetenzrahmen';
$string['page_gone'] = 'Aktivität';
$string['page_import'] = 'Aus einem Paket aktualisieren';
$string['page_import_new'] = 'Neuer Kurs aus einem Paket';
$string['page_index'] = 'Kurse aus Paketen';
$string['page_log'] = 'Protokoll der Aktualisierungen';
$string['page_mend'] = 'Import eines Cartridges reparieren';
$string['page_moved'] = 'jetzt in „{$a}“';
$string['page_report'] = 'Kompetenzbericht';
$string['parts'] = 'mit allem darauf ({$a})';
$string['percent'] = '{$a} %';
$string['pieces'] = 'Anzahl der Nachweise';
$string['plan_count'] = 'Änderungen: {$a}.';
$string['plan_empty'] = 'Nichts ändert sich: Der Kurs ist, wie das Paket ihn will.';
$string['plan_new'] = 'Ein neuer Kurs: „{$a->title}“, Version {$a->version}. Abschnitte: {$a->sections}, Seiten: {$a->pages}, Quiz: {$a->quizzes}, Simulationen: {$a->simulations}, Fragen mit Punkten: {$a->questions}.';
$string['pluginname'] = 'moocbuild-Kurse';
$string['practice'] = 'braucht Übung mit anderen Menschen';
$string['preview'] = 'Zeigen, was sich ändern wird';
$string['preview_of'] = '„{$a->title}“, Version {$a->version}';
$string['privacy:metadata:local_moocbuild_contact'] = 'Hilfetelefone der Website';
$string['privacy:metadata:local_moocbuild_contact:country'] = 'Das Land des Hilfetelefons';
$string['privacy:metadata:local_moocbuild_contact:kind'] = 'Wofür das Hilfetelefon da ist';
$string['privacy:metadata:local_moocbuild_contact:name'] = 'Wer antwortet';
$string['privacy:metadata:local_moocbuild_contact:timemodified'] = 'Wann es geändert oder bestätigt wurde';
$string['privacy:metadata:local_moocbuild_contact:usermodified'] = 'Wer es zuletzt geändert oder bestätigt hat';
$string['privacy:metadata:local_moocbuild_contact:value'] = 'Die Nummer oder Adresse';
$string['privacy:metadata:local_moocbuild_course'] = 'Aus Paketen entstandene Kurse';
$string['privacy:metadata:local_moocbuild_course:coursekey'] = 'Wie die Urheber den Kurs nennen';
$string['privacy:metadata:local_moocbuild_course:timeimported'] = 'Wann das letzte Paket importiert wurde';
$string['privacy:metadata:local_moocbuild_course:userid'] = 'Wer es importiert hat';
$string['privacy:metadata:local_moocbuild_course:version'] = 'Die Version des Pakets';
$string['privacy:metadata:local_moocbuild_log'] = 'Was mit diesem Plugin getan wurde';
$string['privacy:metadata:local_moocbuild_log:action'] = 'Was getan wurde';
$string['privacy:metadata:local_moocbuild_log:summary'] = 'Was daraus wurde';
$string['privacy:metadata:local_moocbuild_log:timecreated'] = 'Wann';
$string['privacy:metadata:local_moocbuild_log:userid'] = 'Wer es getan hat';
$string['problem_busy'] = 'Jemand anders aktualisiert diesen Kurs gerade. Warten Sie eine Minute und versuchen Sie es noch einmal.';
$string['problem_changed'] = 'Die Datei wurde geändert, während sie gelesen wurde. Laden Sie sie noch einmal hoch.';
$string['problem_damaged'] = 'Die Datei ist beschädigt oder gar kein Paket. Kopieren Sie sie noch einmal oder laden Sie sie erneut herunter; ihre Prüfsumme steht in SHA256SUMS daneben. {$a}';
$string['problem_element'] = 'Das Paket enthält etwas, das dieses Plugin von moocbuild nicht kennt ({$a}). Wenn ein neueres moocbuild es gebaut hat, aktualisieren Sie das Plugin; sonst benutzen Sie das Paket nicht.';
$string['problem_facts'] = 'Das Paket sagt von sich selbst, was nicht stimmen kann ({$a}). Bauen Sie es mit moocbuild neu.';
$string['problem_file'] = 'Das Paket will eine Datei dorthin legen, wo ein Kurs keine hat ({$a}). Es wurde nicht allein von moocbuild erstellt: Benutzen Sie es nicht.';
$string['problem_foreign'] = 'Das ist kein von moocbuild erstelltes Paket für Moodle. Bauen Sie eines mit: moocbuild build --target moodle';
$string['problem_gone'] = 'Die hochgeladene Datei ist nicht mehr da. Wählen Sie das Paket noch einmal.';
$string['problem_html'] = 'Ein Text im Paket enthält HTML, das moocbuild nicht schreibt ({$a}). Wenn ein neueres moocbuild es gebaut hat, aktualisieren Sie das Plugin; sonst benutzen Sie das Paket nicht.';
$string['problem_kind'] = 'Das Paket bringt eine Art von Aktivität mit, die moocbuild nicht erstellt ({$a}). Benutzen Sie es nicht.';
$string['problem_lacking'] = 'Im Paket fehlt etwas ({$a}). Bauen Sie es mit moocbuild neu.';
$string['problem_language'] = 'Der Kurs ist in der Sprache „{$a}“, das Paket in einer anderen. Importieren Sie das Paket als eigenen Kurs.';
$string['problem_large'] = 'Das Paket ist größer, als angenommen werden kann ({$a}). Legen Sie große Videos anderswo ab und verlinken Sie sie.';
$string['problem_learners'] = 'Die Aktualisierung hätte geändert, was Lernende getan haben ({$a}). Nichts wurde geändert. Bitte melden Sie das den Entwicklern des Plugins.';
$string['problem_left'] = 'Nach der Aktualisierung wich noch etwas vom Paket ab ({$a}); deshalb wurde sie zurückgenommen: Nichts wurde geändert. Bitte melden Sie das den Entwicklern des Plugins.';
$string['problem_link'] = 'Ein Text im Paket führt an einen Ort, an den kein Kurs führt ({$a}). Benutzen Sie das Paket nicht, und fragen Sie, woher es kommt.';
$string['problem_locked'] = 'Das Paket ist mit einem Passwort gesperrt ({$a}). Erstellen Sie es ohne Passwort neu.';
$string['problem_loose'] = 'Die Teile des Pakets gehören nicht zusammen ({$a}). Es wurde geändert, nachdem moocbuild es gebaut hatte: Bauen Sie es neu.';
$string['problem_many'] = 'Das Paket enthält zu viele Dateien ({$a}). Es wurde nicht allein von moocbuild erstellt.';
$string['problem_missing'] = 'Diese Datei gibt es auf diesem Server nicht.';
$string['problem_moved'] = 'Der Kurs hat sich seit der Vorschau geändert. Nichts wurde getan; sehen Sie sich die neue Vorschau an.';
$string['problem_name'] = 'Das Paket enthält eine Datei mit einem Namen, den moocbuild nie schreibt ({$a}). Es könnte ein Angriff sein: Benutzen Sie es nicht, und fragen Sie, woher es kommt.';
$string['problem_newer'] = 'Das Paket wurde von einem neueren moocbuild erstellt (Format {$a}). Aktualisieren Sie zuerst dieses Plugin.';
$string['problem_other'] = 'Dieser Kurs ist aus einem anderen Paket entstanden ({$a}). Wählen Sie jenes Paket, oder den Kurs, der zu diesem gehört.';
$string['problem_people'] = 'Das Paket nennt Personen, oder was sie getan haben oder dürfen ({$a}). Pakete von moocbuild tun das nie: Benutzen Sie es nicht.';
$string['problem_plain'] = 'Das ist eine Sicherung eines Moodle-Kurses, aber kein von moocbuild erstelltes Paket (oder von einem, das älter ist als dieses Plugin). Stellen Sie sie mit der Kurswiederherstellung von Moodle wieder her, oder bauen Sie sie neu.';
$string['problem_precheck'] = 'Moodle will dieses Paket nicht wiederherstellen: {$a}';
$string['problem_rights'] = 'Ihnen fehlen Rechte, die Moodle hier verlangt: {$a}. Nichts wurde geändert. Wer die Website verwaltet, kann sie erteilen.';
$string['problem_twice'] = 'Das Paket enthält zwei Dinge mit demselben Namen ({$a}). Bauen Sie es mit moocbuild neu.';
$string['problem_unknown'] = 'Dieser Kurs hat nichts aus dem Paket: Keine Aktivität trägt eine seiner ID-Nummern. Importieren Sie das Paket als neuen Kurs.';
$string['problem_value'] = 'Das Paket enthält einen Wert, den dieses Plugin von moocbuild nicht kennt ({$a}). Wenn ein neueres moocbuild es gebaut hat, aktualisieren Sie das Plugin; sonst benutzen Sie das Paket nicht.';
$string['problem_xml'] = 'Eine Datei im Paket kann nicht gelesen werden ({$a}). Bauen Sie es mit moocbuild neu.';
$string['question_gone'] = 'Frage';
$string['quoted'] = '„{$a}“';
$string['renamed'] = 'Umbenannt ({$a})';
$string['report_caption'] = '{$a->title}. Lernende: {$a->size}';
$string['report_cohort'] = 'Alle';
$string['report_cohort_intro'] = 'Wie viele Lernende wo stehen. Zahlen unter {$a} werden nicht angegeben, und auch andere nicht, aus denen man sie durch Abziehen finden könnte: Aus dieser Tabelle soll sich niemand herauslesen lassen.';
$string['report_download'] = 'Diese Tabelle herunterladen (CSV)';
$string['report_group'] = 'Gruppe {$a}';
$string['report_intro'] = 'Was Antworten auf Fragen und Entscheidungen in Simulationen über jede Kompetenz sagen.';
$string['report_legend'] = 'Wie das berechnet wird';
$string['report_limits'] = 'Das zeigt Wissen und Urteilsvermögen in einem Onlinekurs. Es zeigt keine Praxis mit Menschen und ist keine Erlaubnis, zu arbeiten.';
$string['report_nobody'] = 'Hier gibt es keine Lernenden.';
$string['report_of'] = 'Kompetenzen von {$a}';
$string['report_overlap'] = 'Zahlen einzelner Gruppen werden in diesem Kurs nicht angegeben, weil manche Lernende in mehreren Gruppen sind.';
$string['report_own'] = 'Meine Kompetenzen';
$string['report_own_intro'] = 'Was Ihre Antworten und Ihre Entscheidungen in Simulationen bisher sagen. Sie können alles noch einmal versuchen: Das Beste zählt.';
$string['report_people'] = 'Lernende';
$string['report_people_caption'] = 'Lernende nach Namen: wie viele Kompetenzen wo stehen';
$string['report_rules'] = 'Es zählen die beste Antwort auf jede Frage und der beste Durchgang jeder Simulation. Abschlussfragen zählen anderthalbfach; eine Kompetenz, die eine Frage neben ihrer wichtigsten verlangt, zählt halb.';
$string['report_title'] = 'Kompetenzbericht: {$a}';
$string['report_views'] = 'Ansichten des Berichts';
$string['retired_name'] = '(nicht mehr gültig) {$a}';
$string['retired_note'] = 'Diese Kompetenz steht nicht mehr im Rahmen. Sie wird behalten, weil Nachweise von Lernenden davon abhängen.';
$string['scale_name'] = 'Noch nicht – Kompetent';
$string['settings'] = 'Einstellungen und Listen ({$a})';
$string['share'] = 'Anteil der Punkte (%)';
$string['share_short'] = 'Punkte';
$string['state'] = 'Stand';
$string['state_developing'] = 'auf dem Weg';
$string['state_developing_means'] = 'Mindestens die Hälfte der Punkte; auch alle, solange etwas anderes fehlt, das „gezeigt“ verlangt.';
$string['state_emerging'] = 'in Ansätzen';
$string['state_emerging_means'] = 'Weniger als die Hälfte der Punkte.';
$string['state_shown'] = 'gezeigt';
$string['state_shown_means'] = 'Mindestens vier Fünftel der Punkte, aus Nachweisen von zwei Arten, oder aus drei Fragen, wenn keine Abschlussfrage die Kompetenz verlangt.';
$string['state_unseen'] = 'noch offen';
$string['state_unseen_means'] = 'Weniger als zwei Nachweise.';
$string['step_activity_add'] = 'Neue Aktivitäten ({$a})';
$string['step_activity_change'] = 'Geänderte Aktivitäten ({$a})';
$string['step_activity_hide'] = 'Verborgen, weil das Paket sie nicht mehr hat; nichts wird gelöscht ({$a})';
$string['step_activity_show'] = 'Wieder gezeigt ({$a})';
$string['step_category_add'] = 'Neue Fragenkategorien ({$a})';
$string['step_category_change'] = 'Geänderte Fragenkategorien ({$a})';
$string['step_competency_add'] = 'Neue Verknüpfungen mit Kompetenzen ({$a})';
$string['step_criteria'] = 'Was den Kurs abschließt ({$a})';
$string['step_facts'] = 'Was das Paket von sich selbst sagt: Version, Hilfetelefone, was nach welcher Kompetenz fragt ({$a})';
$string['step_lost'] = 'Verlorene Kennungen: verborgen, weil das Paket sie nicht mehr hat; nichts wird gelöscht ({$a})';
$string['step_order'] = 'Andere Reihenfolge der Aktivitäten ({$a})';
$string['step_question_add'] = 'Neue Fragen ({$a})';
$string['step_question_hide'] = 'Fragen, die nicht mehr gestellt werden ({$a})';
$string['step_question_move'] = 'Fragen in einer anderen Kategorie ({$a})';
$string['step_question_show'] = 'Fragen, die wieder gestellt werden ({$a})';
$string['step_question_version'] = 'Fragen mit einer neuen Version ({$a})';
$string['step_section_add'] = 'Neue Abschnitte ({$a})';
$string['step_section_change'] = 'Geänderte Abschnitte ({$a})';
$string['step_section_order'] = 'Andere Reihenfolge der Abschnitte ({$a})';
$string['step_slots'] = 'Quiz, die andere Fragen stellen ({$a})';
$string['text'] = 'Geänderte Texte ({$a})';
$string['turned_partner'] = '„{$a->text}“ gehört zu {$a->then}, vorher zu {$a->now}';
$string['turned_place'] = '„{$a->text}“ ist Schritt {$a->then}, vorher {$a->now}';
$string['turned_share'] = '„{$a->text}“ bringt {$a->then}, vorher {$a->now}';
$string['updated'] = 'Der Kurs ist auf dem neuesten Stand. Änderungen: {$a}.';
$string['version_is'] = 'Version {$a}';
$string['whole_course'] = 'Der ganze Kurs';
$string['with_more'] = '{$a->title}: {$a->more}';
$string['with_parts'] = '{$a->what}, mit allem darauf ({$a->n})';
