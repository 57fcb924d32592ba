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
 * Catalan strings, in alphabetical order.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['action_created'] = 'Creat';
$string['action_failed'] = 'Ha fallat; no s’ha canviat res';
$string['action_unchanged'] = 'Res per canviar';
$string['action_updated'] = 'Actualitzat';
$string['already_here'] = 'Aquest lloc ja té un curs fet a partir d’aquest paquet. Per actualitzar-lo i conservar el que s’hi ha fet, segueixi el seu enllaç i triï allà el paquet. El botó de sota crea un curs més.';
$string['another_package'] = 'Tria un altre paquet';
$string['answers'] = 'Respostes, punts i límits ({$a})';
$string['become'] = '{$a->what}; «{$a->then}» diu el mateix: si és el mateix, doni-li l’identificador antic';
$string['case_cycle'] = 'Dos elements d’aquest fitxer són l’un sota l’altre. Pregunti d’on ve el fitxer.';
$string['case_idnumber'] = 'Doni al marc un número ID de 100 caràcters com a màxim.';
$string['case_large'] = 'Aquest fitxer té més de {$a} MB. Cap marc no és tan gran.';
$string['case_long'] = 'El codi «{$a}…» té més de 100 caràcters, més dels que Moodle pot desar.';
$string['case_many'] = 'Aquest fitxer té més de {$a} elements.';
$string['case_shape'] = 'Aquest no és un fitxer CASE. Ha de ser el fitxer .json que moocbuild fa amb «--target case».';
$string['case_twice'] = '«{$a}» apareix dues vegades en aquest fitxer. Els codis han de ser diferents.';
$string['cli_created'] = 'Curs {$a} creat.';
$string['cli_framework'] = 'Posa un marc de competències al dia segons un fitxer CASE.

Opcions:
-f, --file=CAMÍ      el fitxer .json (CASE 1.0 o 1.1)
-i, --idnumber=TEXT  número ID del marc; si falta, el de l’últim curs importat
-p, --preview        digues només què canviaria
-h, --help           aquest text

Exemple:
php local/moocbuild/cli/framework.php --file=framework.json --idnumber=pat-psw';
$string['cli_import'] = 'Crea un curs a partir d’un paquet de moocbuild (.mbz), o actualitza el curs fet a partir d’ell.

Opcions:
  -f, --file=CAMÍ     el paquet
      --category=ID   on va un curs nou (per defecte: la primera categoria)
      --course=ID     el curs que s’actualitza (per defecte: el fet a partir d’aquest paquet)
      --new           crea un curs nou encara que n’hi hagi un
      --user=NOM      amb els permisos d’aquest compte (per defecte: els de l’administració)
  -p, --preview       digues només què canviaria
  -h, --help          aquest text

Exemple:
  php local/moocbuild/cli/import.php --file=/tmp/curs.mbz --preview';
$string['cli_mend'] = 'Repara un curs que va venir d’un Common Cartridge: noms de seccions, punts, sumes i el que veuen els estudiants.

Opcions:
-c, --course=ID   número del curs
-p, --preview     digues només què canviaria
-h, --help        aquest text

Exemple:
php local/moocbuild/cli/mend.php --course=12 --preview';
$string['cli_mend_changes'] = 'Canvis: {$a}';
$string['cli_no_course'] = 'No hi ha cap curs amb el número {$a}.';
$string['cli_no_user'] = 'En aquest lloc no hi ha ningú amb el nom d’usuari «{$a}» que pugui entrar.';
$string['cli_preview'] = 'Què canviaria una actualització del curs {$a}';
$string['cli_report'] = 'Escriu l’informe de competències d’un curs en CSV.

Opcions:
-c, --course=ID    número del curs
-v, --view=NOM     cohort (nombres que no anomenen ningú; per defecte) o people (una línia per estudiant i competència)
-g, --group=ID     només d’aquest grup
-h, --help         aquest text

Exemple:
php local/moocbuild/cli/report.php --course=12 > informe.csv';
$string['cli_several'] = 'Diversos cursos es van fer a partir d’aquest paquet: {$a}. Indiqui quin amb --course, o creï’n un altre amb --new.';
$string['cli_unreadable'] = '{$a} no es pot llegir.';
$string['cli_updated'] = 'Actualització del curs {$a}';
$string['code'] = 'Codi';
$string['competencies'] = 'Competències ({$a})';
$string['contact'] = 'Línia d’ajuda';
$string['contact_add'] = 'Afegeix una línia d’ajuda';
$string['contact_any_country'] = 'tots els països';
$string['contact_by_authors'] = 'segons l’autoria del curs, confirmada el {$a}';
$string['contact_confirm'] = 'Confirma';
$string['contact_confirm_words'] = 'Avui he trucat a aquest número o he vist aquesta pàgina, i és correcte';
$string['contact_confirmed'] = 'Confirmada';
$string['contact_confirmed_on'] = 'Confirmada el {$a}';
$string['contact_kind'] = 'Per a';
$string['contact_name'] = 'Qui respon';
$string['contact_no_link'] = 'Això no és ni un sol número de telèfon ni una adreça que comenci per https://. Corregeixi-ho primer, si us plau.';
$string['contact_note'] = 'Quan i en quines llengües';
$string['contact_remove'] = 'Treu';
$string['contact_stale'] = 'Confirmada el {$a}, fa més de mig any: si us plau, truqui-hi i confirmi-la de nou';
$string['contact_state'] = 'Estat';
$string['contact_unconfirmed'] = 'Sense confirmar: els estudiants no la veuen';
$string['contact_unusable'] = 'Ni un sol número ni una adreça https: els estudiants no la veuen';
$string['contact_value'] = 'Número o adreça';
$string['contact_value_help'] = 'Un sol número de telèfon, o una adreça que comenci per https://. Sense paraules: escrigui-les a «Quan i en quines llengües».';
$string['contacts_caption'] = 'Línies d’ajuda d’aquest lloc';
$string['contacts_intro'] = 'Els estudiants dels cursos fets a partir de paquets veuen aquestes línies d’ajuda a cada pàgina, un cop algú les ha confirmades. Per confirmar-ne una, truqui-hi o miri abans la seva pròpia pàgina. Els paquets suggereixen línies d’ajuda; un suggeriment no es mostra mai abans que algú el confirmi aquí.';
$string['contacts_none'] = 'Encara no n’hi ha cap.';
$string['counts'] = '«{$a}» compta';
$string['counts_not'] = '«{$a}» ja no compta';
$string['created'] = 'El curs ja hi és. Repassi’l i després inscrigui-hi persones.';
$string['details'] = 'Detalls';
$string['do_create'] = 'Crea el curs';
$string['do_update'] = 'Actualitza el curs';
$string['empty_log'] = 'Encara no s’ha fet res en aquest curs.';
$string['event_cartridge_mended'] = 'Curs reparat després d’importar un cartutx';
$string['event_contacts_changed'] = 'Línia d’ajuda modificada';
$string['event_course_created'] = 'Curs creat a partir d’un paquet';
$string['event_course_updated'] = 'Curs actualitzat a partir d’un paquet';
$string['event_framework_synced'] = 'Marc de competències posat al dia';
$string['event_report_viewed'] = 'Informe de competències consultat';
$string['failed'] = 'No ha funcionat i no s’ha canviat res. Moodle diu: {$a}';
$string['failed_inside'] = 'Alguna cosa ha fallat dins del lloc. Qui administra el lloc en veu més al registre.';
$string['field'] = '{$a->part} ({$a->now} → {$a->then})';
$string['field_competencies'] = 'competències';
$string['field_content'] = 'text';
$string['field_files'] = 'fitxers';
$string['field_grade'] = 'qualificació més alta';
$string['field_intro'] = 'descripció';
$string['field_name'] = 'nom';
$string['field_package'] = 'paquet';
$string['field_pass'] = 'nota per aprovar';
$string['field_shuffle'] = 'ordre de les respostes';
$string['field_slots'] = 'preguntes que es fan';
$string['field_summary'] = 'descripció';
$string['field_tags'] = 'etiquetes';
$string['field_weight'] = 'pes en el total del curs';
$string['file_changed'] = 'El fitxer ja no és el de la previsualització. Torni’l a triar, si us plau.';
$string['framework_create'] = 'Noves: {$a}';
$string['framework_delete'] = 'Eliminades, perquè res no en depèn: {$a}';
$string['framework_do'] = 'Fes aquests canvis';
$string['framework_done'] = 'El marc està al dia. Canvis: {$a->changes}. Vincles nous d’activitats: {$a->links}.';
$string['framework_file'] = 'Fitxer CASE (.json)';
$string['framework_idnumber'] = 'Número ID del marc';
$string['framework_idnumber_help'] = 'Els cursos troben el seu marc per aquest número. És l’«id» del fitxer framework.yml del curs. Si el lloc té un marc amb aquest número ID, es posa al dia; si no, es crea.';
$string['framework_intro'] = 'Triï el fitxer que moocbuild va fer amb «--target case». Veurà què canvia abans que es faci res. El que els estudiants han mostrat no es perd mai: una competència que ja no és al fitxer es queda, amb una marca, mentre alguna cosa en depengui.';
$string['framework_links'] = 'Vincles nous d’activitats amb competències';
$string['framework_move'] = 'En un altre lloc: {$a}';
$string['framework_new'] = 'El lloc encara no té aquest marc. Es crearà.';
$string['framework_preview'] = 'Què canviarà a «{$a}»';
$string['framework_renamed'] = 'Canvia el nom o la descripció del marc.';
$string['framework_reordered'] = 'Canvia l’ordre de les competències.';
$string['framework_retire'] = 'Ja no són al fitxer; es conserven amb una marca perquè alguna cosa en depèn: {$a}';
$string['framework_update'] = 'Amb textos nous: {$a}';
$string['from'] = 'Evidències';
$string['from_final'] = '{$a} preguntes finals';
$string['from_final_one'] = '1 pregunta final';
$string['from_nothing'] = 'cap encara';
$string['from_quiz'] = '{$a} preguntes';
$string['from_quiz_one'] = '1 pregunta';
$string['from_scenario'] = '{$a} simulacions';
$string['from_scenario_one'] = '1 simulació';
$string['help_danger'] = 'Si vostè o una altra persona és en perill ara, truqui al número d’emergències del seu país.';
$string['help_danger_heading'] = 'En perill immediat';
$string['help_lines'] = 'Si necessita parlar amb algú';
$string['help_more'] = 'Més ajuda';
$string['help_none'] = 'Truqui a una persona de confiança o a un servei mèdic, o vagi al servei d’urgències més proper: no cal cita. Llistes públiques com findahelpline.com tenen les línies d’ajuda de cada país.';
$string['help_now'] = 'Ajuda immediata';
$string['help_pause'] = 'Pot parar en qualsevol punt i tornar un altre dia. Ningú no ha de fer totes les parts.';
$string['help_pause_heading'] = 'Si el curs és massa avui';
$string['help_talk'] = 'També pot trucar a una persona de confiança. No cal explicar gaire: «No estic bé. Et pots quedar al telèfon amb mi?» és suficient.';
$string['import_new'] = 'Triï el paquet (.mbz) que va fer «moocbuild build --target moodle». Veurà què porta abans que es faci res.';
$string['import_update'] = 'Triï un paquet més recent d’aquest curs. Veurà exactament què canvia abans que es faci res. Els intents, les qualificacions i la compleció es conserven; el que el paquet ja no té s’amaga, no s’esborra mai.';
$string['in_list'] = '{$a->part}: ara amb «{$a->text}»';
$string['item'] = 'Competència';
$string['joined'] = '{$a->one}; {$a->other}';
$string['kind_emergency'] = 'perill de mort';
$string['kind_emergency_medical'] = 'perill de mort (ambulància)';
$string['kind_emotional_support'] = 'algú amb qui parlar';
$string['kind_medical'] = 'consell mèdic';
$string['kind_other'] = 'una altra ajuda';
$string['kind_suicide_line'] = 'pensaments de suïcidi';
$string['kind_youth_line'] = 'infància i joventut';
$string['last_import'] = 'Última importació';
$string['learner'] = 'Estudiant';
$string['left_as_is'] = 'Es deixa com està';
$string['log_caption'] = 'Què s’ha fet en aquest curs a partir de paquets, el més recent primer';
$string['media'] = 'Imatges, vídeos i fitxers ({$a})';
$string['mend_caption'] = 'Què es repararà';
$string['mend_do'] = 'Repara aquest curs';
$string['mend_done'] = 'Fet. Canvis: {$a}. Els intents lliurats s’han qualificat de nou.';
$string['mend_from'] = 'Ara';
$string['mend_intro'] = 'La importació d’un Common Cartridge per Moodle deixa algunes coses malament: seccions sense nom, qüestionaris qualificats sobre quatre i comentaris que ningú no veu. Aquesta pàgina ho repara. Un qüestionari que algú hagi configurat des de la importació es deixa com està.';
$string['mend_mark'] = 'Punts de la pregunta';
$string['mend_name'] = 'Nom de la secció';
$string['mend_no_name'] = '(sense nom)';
$string['mend_review'] = 'Què veuen després els estudiants';
$string['mend_review_off'] = 'res';
$string['mend_review_on'] = 'les seves respostes, punts i comentaris';
$string['mend_sum'] = 'Suma de punts';
$string['mend_to'] = 'Després';
$string['mend_what'] = 'Què';
$string['mend_where'] = 'On';
$string['moocbuild:import'] = 'Crear cursos a partir de paquets de moocbuild';
$string['moocbuild:managecontacts'] = 'Gestionar les línies d’ajuda del lloc';
$string['moocbuild:mend'] = 'Reparar un curs importat d’un Common Cartridge';
$string['moocbuild:syncframework'] = 'Posar al dia un marc de competències';
$string['moocbuild:update'] = 'Actualitzar un curs amb un paquet més recent de moocbuild';
$string['moocbuild:viewownreport'] = 'Veure el propi informe de competències';
$string['moocbuild:viewreport'] = 'Veure l’informe de competències dels estudiants';
$string['move'] = 'Canvis de lloc ({$a})';
$string['no_category'] = 'No existeix aquesta categoria de cursos.';
$string['no_course'] = 'No existeix aquest curs.';
$string['no_courses'] = 'Cap curs d’aquest lloc no s’ha fet encara a partir d’un paquet.';
$string['nobody'] = 'Ningú, o algú que ja no és aquí';
$string['not_shown'] = 'no s’indica';
$string['note_attempts'] = 'Intents de qüestionaris les preguntes dels quals canvien: {$a->attempts}, dels quals {$a->open} oberts. Conserven les seves preguntes, respostes i punts; els intents que comencin a partir d’ara fan les preguntes del paquet.';
$string['note_first'] = 'Aquest curs no el va crear aquest connector, de manera que no se sap què contenien els paquets anteriors. Les activitats amb un número ID que no és en aquest paquet es queden com estan, visibles: {$a->title}. Amagui les que hagin de desaparèixer.';
$string['note_first_questions'] = 'Preguntes amb un número ID que no és en aquest paquet i que es queden al banc de preguntes: {$a->count}.';
$string['note_graded'] = '«{$a->title}» continua qualificat, perquè hi ha estudiants que l’han intentat. El paquet no el qualifica.';
$string['note_kind'] = '«{$a->title}» s’ha convertit en un altre tipus d’activitat. Es queda com està: doni al nou un altre identificador a la font del curs.';
$string['note_needed'] = '«{$a->title}» encara sorteja de categories de preguntes en què aquest paquet en deixa massa poques. Preguntes que s’hi queden per això: {$a->count}.';
$string['note_older'] = 'Aquest paquet és més antic que l’últim amb què es va fer el curs (versió {$a->title}). Una actualització torna el curs a aquell estat.';
$string['note_own_name'] = '«{$a->title}» conserva el nom que se li va donar aquí. El paquet l’anomena «{$a->other}».';
$string['note_own_pass'] = '«{$a->title}» conserva la nota per aprovar fixada aquí, {$a->now}. El paquet fixa {$a->then}.';
$string['note_own_shuffle'] = '«{$a->title}» conserva l’ordre de les respostes fixat aquí. El paquet el canvia.';
$string['note_pass'] = 'Una altra nota per aprovar de «{$a->title}»: dels estudiants amb qualificació ({$a->count}), {$a->now} superen l’actual i {$a->then} la nova.';
$string['note_runs'] = 'Intents de simulacions que canvien: {$a->attempts}, dels quals {$a->open} sense acabar. El que han comunicat es conserva. Qui és a mig fer continua després de l’última decisió que encara existeix.';
$string['note_slots'] = '«{$a->title}» conserva el seu nombre de preguntes i els seus punts, perquè hi ha estudiants que l’han intentat (intents: {$a->attempts}) i les seves qualificacions en depenen. Els textos de les preguntes es posen al dia igualment.';
$string['note_totals'] = 'Estudiants el total del curs dels quals canvia: {$a->count} de {$a->all}. El canvi més gran va del {$a->now} % al {$a->then} %.';
$string['note_ungraded'] = '«{$a->title}» continua sense qualificació, perquè hi ha estudiants que l’han intentat. El paquet el qualifica.';
$string['note_weight'] = '«{$a->title}» conserva la seva part del total del curs entre els qüestionaris que s’han intentat, perquè els totals no canviïn: {$a->now} %. El paquet li dona el {$a->then} %.';
$string['nothing_to_change'] = 'Res per canviar: tot està com ha d’estar.';
$string['of_kind'] = '{$a->title} ({$a->kind})';
$string['on_page'] = '{$a->id}, a {$a->page}';
$string['package'] = 'Paquet (.mbz)';
$string['package_help'] = 'El fitxer que moocbuild fa amb «--target moodle». Es revisa de dalt a baix abans de donar-lo a Moodle; un paquet malmès, o que conté alguna cosa que moocbuild no escriu, es rebutja.';
$string['page_contacts'] = 'Línies d’ajuda';
$string['page_framework'] = 'Marc de competències';
$string['page_gone'] = 'activitat';
$string['page_import'] = 'Actualitza a partir d’un paquet';
$string['page_import_new'] = 'Curs nou a partir d’un paquet';
$string['page_index'] = 'Cursos fets a partir de paquets';
$string['page_log'] = 'Registre d’actualitzacions';
$string['page_mend'] = 'Repara la importació d’un cartutx';
$string['page_moved'] = 'ara a «{$a}»';
$string['page_report'] = 'Informe de competències';
$string['parts'] = 'amb el que conté ({$a})';
$string['percent'] = '{$a} %';
$string['pieces'] = 'Nombre d’evidències';
$string['plan_count'] = 'Canvis: {$a}.';
$string['plan_empty'] = 'No canvia res: el curs està com vol el paquet.';
$string['plan_new'] = 'Un curs nou: «{$a->title}», versió {$a->version}. Seccions: {$a->sections}, pàgines: {$a->pages}, qüestionaris: {$a->quizzes}, simulacions: {$a->simulations}, preguntes puntuades: {$a->questions}.';
$string['pluginname'] = 'Cursos de moocbuild';
$string['practice'] = 'demana pràctica amb altres persones';
$string['preview'] = 'Mostra què canviarà';
$string['preview_of'] = '«{$a->title}», versió {$a->version}';
$string['privacy:metadata:local_moocbuild_contact'] = 'Línies d’ajuda del lloc';
$string['privacy:metadata:local_moocbuild_contact:country'] = 'El país de la línia d’ajuda';
$string['privacy:metadata:local_moocbuild_contact:kind'] = 'Per a què serveix la línia d’ajuda';
$string['privacy:metadata:local_moocbuild_contact:name'] = 'Qui respon';
$string['privacy:metadata:local_moocbuild_contact:timemodified'] = 'Quan es va modificar o confirmar';
$string['privacy:metadata:local_moocbuild_contact:usermodified'] = 'Qui la va modificar o confirmar per última vegada';
$string['privacy:metadata:local_moocbuild_contact:value'] = 'El número o l’adreça';
$string['privacy:metadata:local_moocbuild_course'] = 'Cursos fets a partir de paquets';
$string['privacy:metadata:local_moocbuild_course:coursekey'] = 'El nom que l’autoria dona al curs';
$string['privacy:metadata:local_moocbuild_course:timeimported'] = 'Quan es va importar l’últim paquet';
$string['privacy:metadata:local_moocbuild_course:userid'] = 'Qui el va importar';
$string['privacy:metadata:local_moocbuild_course:version'] = 'La versió del paquet';
$string['privacy:metadata:local_moocbuild_log'] = 'Què s’ha fet amb aquest connector';
$string['privacy:metadata:local_moocbuild_log:action'] = 'Què es va fer';
$string['privacy:metadata:local_moocbuild_log:summary'] = 'Què en va resultar';
$string['privacy:metadata:local_moocbuild_log:timecreated'] = 'Quan';
$string['privacy:metadata:local_moocbuild_log:userid'] = 'Qui ho va fer';
$string['problem_busy'] = 'Una altra persona està actualitzant aquest curs en aquest moment. Esperi un minut i torni-ho a provar.';
$string['problem_changed'] = 'El fitxer va canviar mentre es llegia. Torni’l a pujar.';
$string['problem_damaged'] = 'El fitxer està malmès o no és cap paquet. Torni’l a copiar o a baixar; la seva suma de verificació és a SHA256SUMS, al seu costat. {$a}';
$string['problem_element'] = 'El paquet conté alguna cosa que aquest connector no coneix de moocbuild ({$a}). Si el va construir un moocbuild més recent, actualitzi el connector; si no, no faci servir el paquet.';
$string['problem_facts'] = 'El paquet diu de si mateix una cosa que no pot ser ({$a}). Torni’l a construir amb moocbuild.';
$string['problem_file'] = 'El paquet vol posar un fitxer on un curs no en té cap ({$a}). No el va fer moocbuild sol: no el faci servir.';
$string['problem_foreign'] = 'Aquest no és un paquet per a Moodle fet per moocbuild. Construeixi’n un amb: moocbuild build --target moodle';
$string['problem_gone'] = 'El fitxer pujat ja no hi és. Torni a triar el paquet.';
$string['problem_html'] = 'Un text del paquet conté HTML que moocbuild no escriu ({$a}). Si el va construir un moocbuild més recent, actualitzi el connector; si no, no faci servir el paquet.';
$string['problem_kind'] = 'El paquet porta un tipus d’activitat que moocbuild no fa ({$a}). No el faci servir.';
$string['problem_lacking'] = 'Falta alguna cosa al paquet ({$a}). Torni’l a construir amb moocbuild.';
$string['problem_language'] = 'El curs és en la llengua «{$a}» i el paquet en una altra. Importi el paquet com un curs propi.';
$string['problem_large'] = 'El paquet és més gran del que es pot acceptar ({$a}). Posi els vídeos grans en un altre lloc i enllaci’ls.';
$string['problem_learners'] = 'L’actualització hauria canviat el que han fet els estudiants ({$a}). No s’ha canviat res. Si us plau, comuniqui-ho a qui desenvolupa el connector.';
$string['problem_left'] = 'Després de l’actualització alguna cosa encara era diferent del paquet ({$a}), de manera que es va desfer: no s’ha canviat res. Si us plau, comuniqui-ho a qui desenvolupa el connector.';
$string['problem_link'] = 'Un text del paquet porta on no porta cap curs ({$a}). No faci servir el paquet i pregunti d’on ve.';
$string['problem_locked'] = 'El paquet està protegit amb una contrasenya ({$a}). Torni’l a fer sense.';
$string['problem_loose'] = 'Les parts del paquet no van juntes ({$a}). Es va canviar després que moocbuild el construís: torni’l a construir.';
$string['problem_many'] = 'El paquet conté massa fitxers ({$a}). No el va fer moocbuild sol.';
$string['problem_missing'] = 'No existeix aquest fitxer en aquest servidor.';
$string['problem_moved'] = 'El curs ha canviat des de la previsualització. No s’ha fet res; miri la nova previsualització.';
$string['problem_name'] = 'El paquet conté un fitxer amb un nom que moocbuild no escriu mai ({$a}). Pot ser un atac: no el faci servir i pregunti d’on ve.';
$string['problem_newer'] = 'El paquet el va fer un moocbuild més recent (format {$a}). Actualitzi primer aquest connector.';
$string['problem_other'] = 'Aquest curs es va fer a partir d’un altre paquet ({$a}). Triï aquell paquet, o el curs que correspon a aquest.';
$string['problem_people'] = 'El paquet anomena persones, o el que van fer o poden fer ({$a}). Els paquets de moocbuild no ho fan mai: no el faci servir.';
$string['problem_plain'] = 'Aquesta és una còpia de seguretat d’un curs de Moodle, però no un paquet fet per moocbuild (o el va fer un de més antic que aquest connector). Restauri-la amb la restauració de cursos de Moodle, o torni-la a construir.';
$string['problem_precheck'] = 'Moodle no vol restaurar aquest paquet: {$a}';
$string['problem_rights'] = 'Li falten permisos que Moodle demana aquí: {$a}. No s’ha canviat res. Qui administra el lloc els pot concedir.';
$string['problem_twice'] = 'El paquet conté dues coses amb el mateix nom ({$a}). Torni’l a construir amb moocbuild.';
$string['problem_unknown'] = 'Aquest curs no té res del paquet: cap activitat no porta un dels seus números ID. Importi el paquet com un curs nou.';
$string['problem_value'] = 'El paquet conté un valor que aquest connector no coneix de moocbuild ({$a}). Si el va construir un moocbuild més recent, actualitzi el connector; si no, no faci servir el paquet.';
$string['problem_xml'] = 'No es pot llegir un fitxer del paquet ({$a}). Torni’l a construir amb moocbuild.';
$string['question_gone'] = 'pregunta';
$string['quoted'] = '«{$a}»';
$string['renamed'] = 'Canvis de nom ({$a})';
$string['report_caption'] = '{$a->title}. Estudiants: {$a->size}';
$string['report_cohort'] = 'Tothom';
$string['report_cohort_intro'] = 'Quants estudiants són a cada punt. No es donen nombres menors que {$a}, ni d’altres amb què es podrien trobar per resta: aquesta taula no ha d’assenyalar ningú.';
$string['report_download'] = 'Baixa aquesta taula (CSV)';
$string['report_group'] = 'Grup {$a}';
$string['report_intro'] = 'Què diuen de cada competència les respostes a les preguntes i les decisions en les simulacions.';
$string['report_legend'] = 'Com es calcula';
$string['report_limits'] = 'Això mostra coneixement i criteri en un curs en línia. No mostra la pràctica amb persones ni autoritza a treballar.';
$string['report_nobody'] = 'Aquí no hi ha estudiants.';
$string['report_of'] = 'Competències de {$a}';
$string['report_overlap'] = 'En aquest curs no es donen els nombres de cada grup, perquè hi ha estudiants que són en diversos.';
$string['report_own'] = 'Les meves competències';
$string['report_own_intro'] = 'Què diuen fins ara les seves respostes i les seves decisions en les simulacions. Pot tornar a provar-ho tot: compta el millor.';
$string['report_people'] = 'Estudiants';
$string['report_people_caption'] = 'Estudiants per nom: quantes competències són a cada punt';
$string['report_rules'] = 'Compta la millor resposta a cada pregunta i el millor recorregut de cada simulació. Les preguntes finals compten una vegada i mitja; una competència que una pregunta tracta a més de la principal compta la meitat.';
$string['report_title'] = 'Informe de competències: {$a}';
$string['report_views'] = 'Vistes de l’informe';
$string['retired_name'] = '(retirada) {$a}';
$string['retired_note'] = 'Aquesta competència ja no és al marc. Es conserva perquè en depenen registres d’estudiants.';
$string['scale_name'] = 'Encara no – Competent';
$string['settings'] = 'Configuració i llistes ({$a})';
$string['share'] = 'Part dels punts (%)';
$string['share_short'] = 'Punts';
$string['state'] = 'Estat';
$string['state_developing'] = 'en progrés';
$string['state_developing_means'] = 'Almenys la meitat dels punts; també tots, mentre falti alguna altra cosa que «mostrada» demana.';
$string['state_emerging'] = 'incipient';
$string['state_emerging_means'] = 'Menys de la meitat dels punts.';
$string['state_shown'] = 'mostrada';
$string['state_shown_means'] = 'Almenys quatre cinquens dels punts, amb evidències de dues menes, o amb tres preguntes quan cap pregunta final no tracta la competència.';
$string['state_unseen'] = 'encara no vista';
$string['state_unseen_means'] = 'Menys de dues evidències.';
$string['step_activity_add'] = 'Activitats noves ({$a})';
$string['step_activity_change'] = 'Activitats modificades ({$a})';
$string['step_activity_hide'] = 'Amagades, perquè el paquet ja no les té; no s’esborra res ({$a})';
$string['step_activity_show'] = 'Mostrades de nou ({$a})';
$string['step_category_add'] = 'Categories de preguntes noves ({$a})';
$string['step_category_change'] = 'Categories de preguntes modificades ({$a})';
$string['step_competency_add'] = 'Vincles nous amb competències ({$a})';
$string['step_criteria'] = 'Què completa el curs ({$a})';
$string['step_facts'] = 'Què diu el paquet de si mateix: versió, línies d’ajuda, què pregunta per quina competència ({$a})';
$string['step_lost'] = 'Identificadors perduts: amagats, perquè el paquet ja no els té; no s’esborra res ({$a})';
$string['step_order'] = 'Un altre ordre de les activitats ({$a})';
$string['step_question_add'] = 'Preguntes noves ({$a})';
$string['step_question_hide'] = 'Preguntes que ja no es fan ({$a})';
$string['step_question_move'] = 'Preguntes en una altra categoria ({$a})';
$string['step_question_show'] = 'Preguntes que es tornen a fer ({$a})';
$string['step_question_version'] = 'Preguntes amb una versió nova ({$a})';
$string['step_section_add'] = 'Seccions noves ({$a})';
$string['step_section_change'] = 'Seccions modificades ({$a})';
$string['step_section_order'] = 'Un altre ordre de les seccions ({$a})';
$string['step_slots'] = 'Qüestionaris que fan altres preguntes ({$a})';
$string['text'] = 'Textos modificats ({$a})';
$string['turned_partner'] = '«{$a->text}» va amb {$a->then}, abans amb {$a->now}';
$string['turned_place'] = '«{$a->text}» és el pas {$a->then}, abans {$a->now}';
$string['turned_share'] = '«{$a->text}» val {$a->then}, abans {$a->now}';
$string['updated'] = 'El curs està al dia. Canvis: {$a}.';
$string['version_is'] = 'Versió {$a}';
$string['whole_course'] = 'Tot el curs';
$string['with_more'] = '{$a->title}: {$a->more}';
$string['with_parts'] = '{$a->what}, amb el que conté ({$a->n})';
