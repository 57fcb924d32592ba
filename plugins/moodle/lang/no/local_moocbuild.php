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
 * Norwegian (Bokmål) strings, in alphabetical order.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['action_created'] = 'Opprettet';
$string['action_failed'] = 'Mislyktes; ingenting ble endret';
$string['action_unchanged'] = 'Ingenting å endre';
$string['action_updated'] = 'Oppdatert';
$string['already_here'] = 'Dette nettstedet har allerede et kurs laget av denne pakken. For å oppdatere det og beholde det de lærende har gjort, følg lenken til kurset og velg pakken der. Knappen nedenfor lager ett kurs til.';
$string['another_package'] = 'Velg en annen pakke';
$string['answers'] = 'Svar, poeng og grenser ({$a})';
$string['become'] = '{$a->what}; «{$a->then}» sier det samme: hvis det er det samme, gi det den gamle id-en';
$string['case_cycle'] = 'To elementer i denne filen står under hverandre. Spør hvor filen kommer fra.';
$string['case_idnumber'] = 'Gi rammeverket et ID-nummer på høyst 100 tegn.';
$string['case_large'] = 'Denne filen er på mer enn {$a} MB. Så stort er ikke noe rammeverk.';
$string['case_long'] = 'Koden «{$a}…» har mer enn 100 tegn, mer enn Moodle kan lagre.';
$string['case_many'] = 'Denne filen har mer enn {$a} elementer.';
$string['case_shape'] = 'Dette er ikke en CASE-fil. Det skal være .json-filen som moocbuild lager med «--target case».';
$string['case_twice'] = '«{$a}» står to ganger i denne filen. Koder må være forskjellige.';
$string['cli_created'] = 'Opprettet kurs {$a}.';
$string['cli_framework'] = 'Bringer et kompetanserammeverk i samsvar med en CASE-fil.

Valg:
-f, --file=STI        .json-filen (CASE 1.0 eller 1.1)
-i, --idnumber=TEKST  ID-nummer for rammeverket; uten dette det til kurset som sist ble importert
-p, --preview         bare si hva som ville endres
-h, --help            denne teksten

Eksempel:
php local/moocbuild/cli/framework.php --file=framework.json --idnumber=pat-psw';
$string['cli_import'] = 'Oppretter et kurs fra en moocbuild-pakke (.mbz), eller oppdaterer kurset som ble laget av den.

Valg:
  -f, --file=STI      pakken
      --category=ID   hvor et nytt kurs skal være (standard: den første kategorien)
      --course=ID     kurset som skal oppdateres (standard: det som ble laget av denne pakken)
      --new           lag et nytt kurs selv om det finnes ett
      --user=NAVN     med rettighetene til denne brukeren (standard: en administrators)
  -p, --preview       bare si hva som ville endres
  -h, --help          denne teksten

Eksempel:
  php local/moocbuild/cli/import.php --file=/tmp/kurs.mbz --preview';
$string['cli_mend'] = 'Retter opp et kurs som kom fra Common Cartridge: navn på deler, poeng, summer og hva de lærende ser.

Valg:
-c, --course=ID   nummeret på kurset
-p, --preview     bare si hva som ville endres
-h, --help        denne teksten

Eksempel:
php local/moocbuild/cli/mend.php --course=12 --preview';
$string['cli_mend_changes'] = 'Endringer: {$a}';
$string['cli_no_course'] = 'Det finnes ikke noe kurs med nummeret {$a}.';
$string['cli_no_user'] = 'Det er ingen på dette nettstedet med brukernavnet «{$a}» som kan logge inn.';
$string['cli_preview'] = 'Hva en oppdatering av kurs {$a} ville endre';
$string['cli_report'] = 'Skriver kompetanserapporten for et kurs som CSV.

Valg:
-c, --course=ID    nummeret på kurset
-v, --view=NAVN    cohort (tall som ikke nevner noen; standard) eller people (en linje for hver lærende og kompetanse)
-g, --group=ID     bare for denne gruppen
-h, --help         denne teksten

Eksempel:
php local/moocbuild/cli/report.php --course=12 > rapport.csv';
$string['cli_several'] = 'Flere kurs ble laget av denne pakken: {$a}. Si hvilket med --course, eller lag et nytt med --new.';
$string['cli_unreadable'] = '{$a} kan ikke leses.';
$string['cli_updated'] = 'Oppdatering av kurs {$a}';
$string['code'] = 'Kode';
$string['competencies'] = 'Kompetanser ({$a})';
$string['contact'] = 'Hjelpetelefon';
$string['contact_add'] = 'Legg til en hjelpetelefon';
$string['contact_any_country'] = 'alle land';
$string['contact_by_authors'] = 'forfatterne av kurset sier at de bekreftet den {$a}';
$string['contact_confirm'] = 'Bekreft';
$string['contact_confirm_words'] = 'Jeg har ringt dette nummeret eller sett denne siden i dag, og det stemmer';
$string['contact_confirmed'] = 'Bekreftet';
$string['contact_confirmed_on'] = 'Bekreftet {$a}';
$string['contact_kind'] = 'For';
$string['contact_name'] = 'Hvem som svarer';
$string['contact_no_link'] = 'Dette er verken ett telefonnummer eller en adresse som begynner med https://. Rett det først.';
$string['contact_note'] = 'Når, og på hvilke språk';
$string['contact_remove'] = 'Fjern';
$string['contact_stale'] = 'Bekreftet {$a}, for mer enn et halvt år siden: ring den og bekreft den på nytt';
$string['contact_state'] = 'Status';
$string['contact_unconfirmed'] = 'Ikke bekreftet: de lærende ser den ikke';
$string['contact_unusable'] = 'Verken ett nummer eller en https-adresse: de lærende ser den ikke';
$string['contact_value'] = 'Nummer eller adresse';
$string['contact_value_help'] = 'Ett telefonnummer, eller en adresse som begynner med https://. Ingen ord: skriv dem under «Når, og på hvilke språk».';
$string['contacts_caption'] = 'Hjelpetelefoner for dette nettstedet';
$string['contacts_intro'] = 'De lærende i kurs fra pakker ser disse hjelpetelefonene på hver side når noen har bekreftet dem. For å bekrefte en, ring den eller se på dens egen side først. Pakker foreslår hjelpetelefoner; et forslag vises aldri før noen her bekrefter det.';
$string['contacts_none'] = 'Det er ingen ennå.';
$string['counts'] = '«{$a}» teller';
$string['counts_not'] = '«{$a}» teller ikke lenger';
$string['created'] = 'Kurset er klart. Se gjennom det, og meld så på deltakere.';
$string['details'] = 'Detaljer';
$string['do_create'] = 'Opprett kurset';
$string['do_update'] = 'Oppdater kurset';
$string['empty_log'] = 'Ingenting er gjort med dette kurset ennå.';
$string['event_cartridge_mended'] = 'Kurs rettet opp etter import av Common Cartridge';
$string['event_contacts_changed'] = 'Hjelpetelefon endret';
$string['event_course_created'] = 'Kurs opprettet fra en pakke';
$string['event_course_updated'] = 'Kurs oppdatert fra en pakke';
$string['event_framework_synced'] = 'Kompetanserammeverk oppdatert';
$string['event_report_viewed'] = 'Kompetanserapport vist';
$string['failed'] = 'Det virket ikke, og ingenting ble endret. Moodle sier: {$a}';
$string['failed_inside'] = 'Noe inne i nettstedet sviktet. Den som administrerer nettstedet, ser mer i loggen.';
$string['field'] = '{$a->part} ({$a->now} → {$a->then})';
$string['field_competencies'] = 'kompetanser';
$string['field_content'] = 'tekst';
$string['field_files'] = 'filer';
$string['field_grade'] = 'høyeste karakter';
$string['field_intro'] = 'beskrivelse';
$string['field_name'] = 'navn';
$string['field_package'] = 'pakke';
$string['field_pass'] = 'grense for bestått';
$string['field_shuffle'] = 'rekkefølge på svarene';
$string['field_slots'] = 'spørsmål som stilles';
$string['field_summary'] = 'beskrivelse';
$string['field_tags'] = 'emneord';
$string['field_weight'] = 'vekt i kurset totalt';
$string['file_changed'] = 'Filen er ikke lenger den i forhåndsvisningen. Velg den på nytt.';
$string['framework_create'] = 'Nye: {$a}';
$string['framework_delete'] = 'Fjernet, for ingenting avhenger av dem: {$a}';
$string['framework_do'] = 'Gjør disse endringene';
$string['framework_done'] = 'Rammeverket er oppdatert. Endringer: {$a->changes}. Nye koblinger fra aktiviteter: {$a->links}.';
$string['framework_file'] = 'CASE-fil (.json)';
$string['framework_idnumber'] = 'ID-nummer for rammeverket';
$string['framework_idnumber_help'] = 'Kursene finner rammeverket sitt med dette. Det er «id» i kursets framework.yml. Hvis nettstedet har et rammeverk med dette ID-nummeret, blir det oppdatert; ellers blir det laget.';
$string['framework_intro'] = 'Velg filen som moocbuild laget med «--target case». Du ser hva som endres før noe blir gjort. Det de lærende har vist, går aldri tapt: en kompetanse som ikke lenger er i filen, blir værende, med et merke, så lenge noe avhenger av den.';
$string['framework_links'] = 'Nye koblinger fra aktiviteter til kompetanser';
$string['framework_move'] = 'På et annet sted: {$a}';
$string['framework_new'] = 'Nettstedet har ikke dette rammeverket ennå. Det blir laget.';
$string['framework_preview'] = 'Hva som vil endres i «{$a}»';
$string['framework_renamed'] = 'Navnet på eller beskrivelsen av rammeverket endres.';
$string['framework_reordered'] = 'Rekkefølgen på kompetansene endres.';
$string['framework_retire'] = 'Ikke lenger i filen, beholdt med et merke fordi noe avhenger av dem: {$a}';
$string['framework_update'] = 'Med nye tekster: {$a}';
$string['from'] = 'Belegg';
$string['from_final'] = '{$a} avsluttende spørsmål';
$string['from_final_one'] = '1 avsluttende spørsmål';
$string['from_nothing'] = 'ingen ennå';
$string['from_quiz'] = '{$a} spørsmål';
$string['from_quiz_one'] = '1 spørsmål';
$string['from_scenario'] = '{$a} simuleringer';
$string['from_scenario_one'] = '1 simulering';
$string['help_danger'] = 'Hvis du eller noen andre er i fare nå, ring nødnummeret i landet ditt.';
$string['help_danger_heading'] = 'Ved umiddelbar fare';
$string['help_lines'] = 'Hvis du trenger å snakke med noen';
$string['help_more'] = 'Mer hjelp';
$string['help_none'] = 'Ring en du stoler på, eller en lege, eller dra til nærmeste legevakt eller akuttmottak: du trenger ingen time. Offentlige lister som findahelpline.com har hjelpetelefonene i hvert land.';
$string['help_now'] = 'Hjelp nå';
$string['help_pause'] = 'Du kan stoppe hvor som helst og komme tilbake en annen dag. Ingen må gjøre alle deler.';
$string['help_pause_heading'] = 'Hvis kurset er for mye i dag';
$string['help_talk'] = 'Du kan også ringe en du stoler på. Du trenger ikke forklare mye: «Jeg har det ikke bra. Kan du bli på telefonen med meg?» er nok.';
$string['import_new'] = 'Velg pakken (.mbz) som «moocbuild build --target moodle» laget. Du ser hva den inneholder før noe blir gjort.';
$string['import_update'] = 'Velg en nyere pakke for dette kurset. Du ser nøyaktig hva som endres før noe blir gjort. Forsøk, karakterer og fullføring beholdes; det pakken ikke lenger har, skjules og slettes aldri.';
$string['in_list'] = '{$a->part}: nå med «{$a->text}»';
$string['item'] = 'Kompetanse';
$string['joined'] = '{$a->one}; {$a->other}';
$string['kind_emergency'] = 'livsfare';
$string['kind_emergency_medical'] = 'livsfare (ambulanse)';
$string['kind_emotional_support'] = 'noen å snakke med';
$string['kind_medical'] = 'medisinske råd';
$string['kind_other'] = 'annen hjelp';
$string['kind_suicide_line'] = 'selvmordstanker';
$string['kind_youth_line'] = 'barn og unge';
$string['last_import'] = 'Siste import';
$string['learner'] = 'Lærende';
$string['left_as_is'] = 'Latt være som det er';
$string['log_caption'] = 'Hva som er gjort med dette kurset fra pakker, det nyeste først';
$string['media'] = 'Bilder, filmer og filer ({$a})';
$string['mend_caption'] = 'Hva som blir rettet opp';
$string['mend_do'] = 'Rett opp dette kurset';
$string['mend_done'] = 'Ferdig. Endringer: {$a}. Leverte forsøk er vurdert på nytt.';
$string['mend_from'] = 'Nå';
$string['mend_intro'] = 'Moodles import av Common Cartridge etterlater noe galt: deler uten navn, quizer som vurderes av fire, og tilbakemeldinger som ingen ser. Denne siden retter det opp. En quiz som noen har satt opp etter importen, får være i fred.';
$string['mend_mark'] = 'Poeng for spørsmålet';
$string['mend_name'] = 'Navn på delen';
$string['mend_no_name'] = '(uten navn)';
$string['mend_review'] = 'Hva de lærende ser etterpå';
$string['mend_review_off'] = 'ingenting';
$string['mend_review_on'] = 'svarene, poengene og tilbakemeldingene sine';
$string['mend_sum'] = 'Sum av poeng';
$string['mend_to'] = 'Etterpå';
$string['mend_what'] = 'Hva';
$string['mend_where'] = 'Hvor';
$string['moocbuild:import'] = 'Opprette kurs fra moocbuild-pakker';
$string['moocbuild:managecontacts'] = 'Administrere hjelpetelefonene for nettstedet';
$string['moocbuild:mend'] = 'Rette opp et kurs importert fra Common Cartridge';
$string['moocbuild:syncframework'] = 'Oppdatere et kompetanserammeverk';
$string['moocbuild:update'] = 'Oppdatere et kurs fra en nyere moocbuild-pakke';
$string['moocbuild:viewownreport'] = 'Se sin egen kompetanserapport';
$string['moocbuild:viewreport'] = 'Se kompetanserapporten for de lærende';
$string['move'] = 'Flyttet til et annet sted ({$a})';
$string['no_category'] = 'Det finnes ingen slik kurskategori.';
$string['no_course'] = 'Det finnes ikke noe slikt kurs.';
$string['no_courses'] = 'Ingen kurs på dette nettstedet er laget av en pakke ennå.';
$string['nobody'] = 'Ingen, eller noen som ikke er her lenger';
$string['not_shown'] = 'ikke oppgitt';
$string['note_attempts'] = 'Forsøk på quizer der spørsmålene endres: {$a->attempts}, av dem {$a->open} åpne. De beholder spørsmålene, svarene og poengene sine; forsøk som begynner fra nå av, stiller spørsmålene i pakken.';
$string['note_first'] = 'Dette kurset ble ikke laget av dette programtillegget, så det er ikke kjent hva tidligere pakker inneholdt. Aktiviteter med et ID-nummer som denne pakken ikke har, blir værende som de er, synlige: {$a->title}. Skjul dem som skal bort.';
$string['note_first_questions'] = 'Spørsmål med et ID-nummer som denne pakken ikke har, og som blir værende i spørsmålsbanken: {$a->count}.';
$string['note_graded'] = '«{$a->title}» beholder karakter, fordi noen har forsøkt den. Pakken gir ikke karakter.';
$string['note_kind'] = '«{$a->title}» er blitt en annen type aktivitet. Den blir værende som den er: gi den nye en annen id i kursets kilde.';
$string['note_needed'] = '«{$a->title}» trekker fortsatt fra spørsmålskategorier der denne pakken etterlater for få. Spørsmål som blir værende i dem av den grunn: {$a->count}.';
$string['note_older'] = 'Denne pakken er eldre enn den kurset sist ble laget av (versjon {$a->title}). En oppdatering fører kurset tilbake til den.';
$string['note_own_name'] = '«{$a->title}» beholder navnet den fikk her. Pakken kaller den «{$a->other}».';
$string['note_own_pass'] = '«{$a->title}» beholder grensen for bestått som ble satt her, {$a->now}. Pakken setter {$a->then}.';
$string['note_own_shuffle'] = '«{$a->title}» beholder rekkefølgen på svarene som ble satt her. Pakken endrer den.';
$string['note_pass'] = 'Ny grense for bestått for «{$a->title}»: av de lærende med karakter ({$a->count}) er {$a->now} over den nåværende og {$a->then} over den nye.';
$string['note_runs'] = 'Forsøk på simuleringer som endres: {$a->attempts}, av dem {$a->open} ikke fullført. Det de har meldt, blir værende. Den som er midt i, fortsetter etter det siste valget som fortsatt finnes.';
$string['note_slots'] = '«{$a->title}» beholder antallet spørsmål og poengene for dem, fordi noen har forsøkt den (forsøk: {$a->attempts}) og karakterene avhenger av det. Tekstene i spørsmålene oppdateres likevel.';
$string['note_totals'] = 'Lærende som får endret kurs totalt: {$a->count} av {$a->all}. Den største endringen er fra {$a->now} % til {$a->then} %.';
$string['note_ungraded'] = '«{$a->title}» forblir uten karakter, fordi noen har forsøkt den. Pakken gir karakter.';
$string['note_weight'] = '«{$a->title}» beholder sin andel av kurset totalt blant quizene som er forsøkt, slik at resultatene blir som de er: {$a->now} %. Pakken gir den {$a->then} %.';
$string['nothing_to_change'] = 'Ingenting å endre: alt er som det skal være.';
$string['of_kind'] = '{$a->title} ({$a->kind})';
$string['on_page'] = '{$a->id}, på {$a->page}';
$string['package'] = 'Pakke (.mbz)';
$string['package_help'] = 'Filen som moocbuild lager med «--target moodle». Den undersøkes fra ende til annen før Moodle får den; en pakke som er skadet, eller som inneholder noe moocbuild ikke skriver, blir avvist.';
$string['page_contacts'] = 'Hjelpetelefoner';
$string['page_framework'] = 'Kompetanserammeverk';
$string['page_gone'] = 'aktivitet';
$string['page_import'] = 'Oppdater fra en pakke';
$string['page_import_new'] = 'Nytt kurs fra en pakke';
$string['page_index'] = 'Kurs fra pakker';
$string['page_log'] = 'Logg over oppdateringer';
$string['page_mend'] = 'Rett opp import av Common Cartridge';
$string['page_moved'] = 'nå i «{$a}»';
$string['page_report'] = 'Kompetanserapport';
$string['parts'] = 'med det som er på den ({$a})';
$string['percent'] = '{$a} %';
$string['pieces'] = 'Antall belegg';
$string['plan_count'] = 'Endringer: {$a}.';
$string['plan_empty'] = 'Ingenting endres: kurset er slik pakken vil ha det.';
$string['plan_new'] = 'Et nytt kurs: «{$a->title}», versjon {$a->version}. Deler: {$a->sections}, sider: {$a->pages}, quizer: {$a->quizzes}, simuleringer: {$a->simulations}, spørsmål som gir poeng: {$a->questions}.';
$string['pluginname'] = 'moocbuild-kurs';
$string['practice'] = 'krever øving med andre mennesker';
$string['preview'] = 'Vis hva som vil endres';
$string['preview_of'] = '«{$a->title}», versjon {$a->version}';
$string['privacy:metadata:local_moocbuild_contact'] = 'Hjelpetelefoner for nettstedet';
$string['privacy:metadata:local_moocbuild_contact:country'] = 'Landet til hjelpetelefonen';
$string['privacy:metadata:local_moocbuild_contact:kind'] = 'Hva hjelpetelefonen er for';
$string['privacy:metadata:local_moocbuild_contact:name'] = 'Hvem som svarer';
$string['privacy:metadata:local_moocbuild_contact:timemodified'] = 'Når den ble endret eller bekreftet';
$string['privacy:metadata:local_moocbuild_contact:usermodified'] = 'Hvem som sist endret eller bekreftet den';
$string['privacy:metadata:local_moocbuild_contact:value'] = 'Nummeret eller adressen';
$string['privacy:metadata:local_moocbuild_course'] = 'Kurs laget av pakker';
$string['privacy:metadata:local_moocbuild_course:coursekey'] = 'Forfatterens navn på kurset';
$string['privacy:metadata:local_moocbuild_course:timeimported'] = 'Når den siste pakken ble importert';
$string['privacy:metadata:local_moocbuild_course:userid'] = 'Hvem som importerte den';
$string['privacy:metadata:local_moocbuild_course:version'] = 'Versjonen av pakken';
$string['privacy:metadata:local_moocbuild_log'] = 'Hva som er gjort med dette programtillegget';
$string['privacy:metadata:local_moocbuild_log:action'] = 'Hva som ble gjort';
$string['privacy:metadata:local_moocbuild_log:summary'] = 'Hva som kom ut av det';
$string['privacy:metadata:local_moocbuild_log:timecreated'] = 'Når';
$string['privacy:metadata:local_moocbuild_log:userid'] = 'Hvem som gjorde det';
$string['problem_busy'] = 'Noen andre oppdaterer dette kurset akkurat nå. Vent et minutt og prøv igjen.';
$string['problem_changed'] = 'Filen ble endret mens den ble lest. Last den opp på nytt.';
$string['problem_damaged'] = 'Filen er skadet, eller er ikke noen pakke. Kopier den eller last den ned på nytt; kontrollsummen står i SHA256SUMS ved siden av den. {$a}';
$string['problem_element'] = 'Pakken inneholder noe som dette programtillegget ikke kjenner fra moocbuild ({$a}). Hvis en nyere moocbuild bygde den, oppdater programtillegget; ellers ikke bruk pakken.';
$string['problem_facts'] = 'Pakken sier om seg selv det som ikke kan stemme ({$a}). Bygg den på nytt med moocbuild.';
$string['problem_file'] = 'Pakken vil legge en fil der et kurs ikke har noen ({$a}). Den ble ikke laget av moocbuild alene: ikke bruk den.';
$string['problem_foreign'] = 'Dette er ikke en pakke for Moodle laget av moocbuild. Bygg en med: moocbuild build --target moodle';
$string['problem_gone'] = 'Den opplastede filen er ikke der lenger. Velg pakken på nytt.';
$string['problem_html'] = 'En tekst i pakken inneholder HTML som moocbuild ikke skriver ({$a}). Hvis en nyere moocbuild bygde den, oppdater programtillegget; ellers ikke bruk pakken.';
$string['problem_kind'] = 'Pakken har en type aktivitet som moocbuild ikke lager ({$a}). Ikke bruk den.';
$string['problem_lacking'] = 'Noe mangler i pakken ({$a}). Bygg den på nytt med moocbuild.';
$string['problem_language'] = 'Kurset er på språket «{$a}», pakken på et annet. Importer pakken som et eget kurs.';
$string['problem_large'] = 'Pakken er større enn det som kan tas imot ({$a}). Legg store videoer et annet sted og lenk til dem.';
$string['problem_learners'] = 'Oppdateringen ville ha endret det de lærende har gjort ({$a}). Ingenting ble endret. Meld fra om dette til dem som lager programtillegget.';
$string['problem_left'] = 'Etter oppdateringen var noe fortsatt annerledes enn i pakken ({$a}), så den ble angret: ingenting ble endret. Meld fra om dette til dem som lager programtillegget.';
$string['problem_link'] = 'En tekst i pakken fører dit ingen kurs fører ({$a}). Ikke bruk pakken, og spør hvor den kommer fra.';
$string['problem_locked'] = 'Pakken er låst med et passord ({$a}). Lag den på nytt uten.';
$string['problem_loose'] = 'Delene i pakken hører ikke sammen ({$a}). Den ble endret etter at moocbuild hadde bygd den: bygg den på nytt.';
$string['problem_many'] = 'Pakken inneholder for mange filer ({$a}). Den ble ikke laget av moocbuild alene.';
$string['problem_missing'] = 'Det finnes ingen slik fil på denne serveren.';
$string['problem_moved'] = 'Kurset er endret siden forhåndsvisningen. Ingenting ble gjort; se på den nye forhåndsvisningen.';
$string['problem_name'] = 'Pakken inneholder en fil med et navn som moocbuild aldri skriver ({$a}). Det kan være et angrep: ikke bruk den, og spør hvor den kommer fra.';
$string['problem_newer'] = 'Pakken ble laget av en nyere moocbuild (format {$a}). Oppdater dette programtillegget først.';
$string['problem_other'] = 'Dette kurset ble laget av en annen pakke ({$a}). Velg den pakken, eller kurset som hører til denne.';
$string['problem_people'] = 'Pakken nevner personer, eller hva de har gjort eller kan gjøre ({$a}). Pakker fra moocbuild gjør aldri det: ikke bruk den.';
$string['problem_plain'] = 'Dette er en sikkerhetskopi av et Moodle-kurs, men ikke en pakke laget av moocbuild (eller av en som er eldre enn dette programtillegget). Gjenopprett den med Moodles egen kursgjenoppretting, eller bygg den på nytt.';
$string['problem_precheck'] = 'Moodle vil ikke gjenopprette denne pakken: {$a}';
$string['problem_rights'] = 'Du mangler rettigheter som Moodle krever her: {$a}. Ingenting ble endret. Den som administrerer nettstedet, kan gi dem.';
$string['problem_twice'] = 'Pakken inneholder to ting med samme navn ({$a}). Bygg den på nytt med moocbuild.';
$string['problem_unknown'] = 'Dette kurset har ingenting fra pakken: ingen aktivitet har et ID-nummer fra den. Importer pakken som et nytt kurs.';
$string['problem_value'] = 'Pakken inneholder en verdi som dette programtillegget ikke kjenner fra moocbuild ({$a}). Hvis en nyere moocbuild bygde den, oppdater programtillegget; ellers ikke bruk pakken.';
$string['problem_xml'] = 'En fil i pakken kan ikke leses ({$a}). Bygg den på nytt med moocbuild.';
$string['question_gone'] = 'spørsmål';
$string['quoted'] = '«{$a}»';
$string['renamed'] = 'Nytt navn ({$a})';
$string['report_caption'] = '{$a->title}. Lærende: {$a->size}';
$string['report_cohort'] = 'Alle';
$string['report_cohort_intro'] = 'Hvor mange lærende som står hvor. Tall under {$a} oppgis ikke, og heller ikke andre som kunne brukes til å regne dem ut: ingen skal kunne plukkes ut av denne tabellen.';
$string['report_download'] = 'Last ned denne tabellen (CSV)';
$string['report_group'] = 'Gruppe {$a}';
$string['report_intro'] = 'Hva svar på spørsmål og valg i simuleringer sier om hver kompetanse.';
$string['report_legend'] = 'Slik regnes dette ut';
$string['report_limits'] = 'Dette viser kunnskap og dømmekraft i et nettkurs. Det viser ikke praksis med mennesker, og det gir ingen rett til å arbeide.';
$string['report_nobody'] = 'Det er ingen lærende her.';
$string['report_of'] = 'Kompetansene til {$a}';
$string['report_overlap'] = 'Tall for enkeltgrupper oppgis ikke i dette kurset, fordi noen lærende er i flere grupper.';
$string['report_own'] = 'Mine kompetanser';
$string['report_own_intro'] = 'Hva svarene dine og valgene dine i simuleringer sier så langt. Du kan prøve alt på nytt: det beste teller.';
$string['report_people'] = 'Lærende';
$string['report_people_caption'] = 'Lærende etter navn: hvor mange kompetanser som står hvor';
$string['report_rules'] = 'Det beste svaret på hvert spørsmål teller, og den beste gjennomføringen av hver simulering. Avsluttende spørsmål teller halvannen gang; en kompetanse som et spørsmål gjelder ved siden av den viktigste, teller halvt.';
$string['report_title'] = 'Kompetanserapport: {$a}';
$string['report_views'] = 'Visninger av rapporten';
$string['retired_name'] = '(utgått) {$a}';
$string['retired_note'] = 'Denne kompetansen er ikke lenger i rammeverket. Den beholdes fordi det de lærende har gjort, avhenger av den.';
$string['scale_name'] = 'Ikke ennå – Kompetent';
$string['settings'] = 'Innstillinger og lister ({$a})';
$string['share'] = 'Andel av poeng (%)';
$string['share_short'] = 'Poeng';
$string['state'] = 'Status';
$string['state_developing'] = 'på vei';
$string['state_developing_means'] = 'Minst halvparten av poengene; også alle, så lenge noe annet mangler som «vist» krever.';
$string['state_emerging'] = 'begynnende';
$string['state_emerging_means'] = 'Mindre enn halvparten av poengene.';
$string['state_shown'] = 'vist';
$string['state_shown_means'] = 'Minst fire femtedeler av poengene, fra to slags belegg, eller fra tre spørsmål når ingen avsluttende spørsmål gjelder kompetansen.';
$string['state_unseen'] = 'ikke sett ennå';
$string['state_unseen_means'] = 'Færre enn to belegg.';
$string['step_activity_add'] = 'Nye aktiviteter ({$a})';
$string['step_activity_change'] = 'Endrede aktiviteter ({$a})';
$string['step_activity_hide'] = 'Skjult, fordi pakken ikke har dem lenger; ingenting slettes ({$a})';
$string['step_activity_show'] = 'Vist igjen ({$a})';
$string['step_category_add'] = 'Nye spørsmålskategorier ({$a})';
$string['step_category_change'] = 'Endrede spørsmålskategorier ({$a})';
$string['step_competency_add'] = 'Nye koblinger til kompetanser ({$a})';
$string['step_criteria'] = 'Hva som fullfører kurset ({$a})';
$string['step_facts'] = 'Hva pakken sier om seg selv: versjon, hjelpetelefoner, hva som spør etter hvilken kompetanse ({$a})';
$string['step_lost'] = 'Tapte id-er: skjult, fordi pakken ikke har dem lenger; ingenting slettes ({$a})';
$string['step_order'] = 'Ny rekkefølge på aktivitetene ({$a})';
$string['step_question_add'] = 'Nye spørsmål ({$a})';
$string['step_question_hide'] = 'Spørsmål som ikke stilles lenger ({$a})';
$string['step_question_move'] = 'Spørsmål i en annen kategori ({$a})';
$string['step_question_show'] = 'Spørsmål som stilles igjen ({$a})';
$string['step_question_version'] = 'Spørsmål med en ny versjon ({$a})';
$string['step_section_add'] = 'Nye deler ({$a})';
$string['step_section_change'] = 'Endrede deler ({$a})';
$string['step_section_order'] = 'Ny rekkefølge på delene ({$a})';
$string['step_slots'] = 'Quizer som stiller andre spørsmål ({$a})';
$string['text'] = 'Endrede tekster ({$a})';
$string['turned_partner'] = '«{$a->text}» hører til {$a->then}, før til {$a->now}';
$string['turned_place'] = '«{$a->text}» er trinn {$a->then}, før {$a->now}';
$string['turned_share'] = '«{$a->text}» gir {$a->then}, før {$a->now}';
$string['updated'] = 'Kurset er oppdatert. Endringer: {$a}.';
$string['version_is'] = 'Versjon {$a}';
$string['whole_course'] = 'Hele kurset';
$string['with_more'] = '{$a->title}: {$a->more}';
$string['with_parts'] = '{$a->what}, med det som er på den ({$a->n})';
