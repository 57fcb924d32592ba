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
 * Romanian strings, in alphabetical order.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['action_created'] = 'Creat';
$string['action_failed'] = 'A eșuat; nu s-a schimbat nimic';
$string['action_unchanged'] = 'Nimic de schimbat';
$string['action_updated'] = 'Actualizat';
$string['already_here'] = 'Acest site are deja un curs făcut din acest pachet. Pentru a-l actualiza și a păstra ce au făcut cursanții, urmați-i linkul și alegeți acolo pachetul. Butonul de mai jos creează încă un curs.';
$string['another_package'] = 'Alegerea altui pachet';
$string['answers'] = 'Răspunsuri, puncte și limite ({$a})';
$string['become'] = '{$a->what}; „{$a->then}” spune același lucru: dacă este același lucru, dați-i identificatorul vechi';
$string['case_cycle'] = 'Două elemente din acest fișier se află unul sub celălalt. Întrebați de unde vine fișierul.';
$string['case_idnumber'] = 'Dați cadrului un număr de identificare de cel mult 100 de caractere.';
$string['case_large'] = 'Acest fișier depășește {$a} MB. Niciun cadru nu este atât de mare.';
$string['case_long'] = 'Codul „{$a}…” are peste 100 de caractere, mai mult decât poate păstra Moodle.';
$string['case_many'] = 'Numărul de elemente din acest fișier depășește {$a}.';
$string['case_shape'] = 'Acesta nu este un fișier CASE. Trebuie să fie fișierul .json pe care moocbuild îl face cu „--target case”.';
$string['case_twice'] = '„{$a}” apare de două ori în acest fișier. Codurile trebuie să fie diferite.';
$string['cli_created'] = 'Cursul {$a} a fost creat.';
$string['cli_framework'] = 'Aduce un cadru de competențe la starea unui fișier CASE.

Opțiuni:
-f, --file=CALE      fișierul .json (CASE 1.0 sau 1.1)
-i, --idnumber=TEXT  numărul de identificare al cadrului; dacă lipsește, cel al ultimului curs importat
-p, --preview        spune doar ce s-ar schimba
-h, --help           acest text

Exemplu:
php local/moocbuild/cli/framework.php --file=framework.json --idnumber=pat-psw';
$string['cli_import'] = 'Creează un curs dintr-un pachet moocbuild (.mbz) sau actualizează cursul făcut din el.

Opțiuni:
  -f, --file=CALE     pachetul
      --category=ID   unde se pune un curs nou (implicit: prima categorie)
      --course=ID     cursul de actualizat (implicit: cel făcut din acest pachet)
      --new           creează un curs nou chiar dacă există unul
      --user=NUME     cu drepturile acestui utilizator (implicit: ale unui administrator)
  -p, --preview       spune doar ce s-ar schimba
  -h, --help          acest text

Exemplu:
  php local/moocbuild/cli/import.php --file=/tmp/curs.mbz --preview';
$string['cli_mend'] = 'Repară un curs venit dintr-un Common Cartridge: nume de secțiuni, puncte, sume și ce văd cursanții.

Opțiuni:
-c, --course=ID   numărul cursului
-p, --preview     spune doar ce s-ar schimba
-h, --help        acest text

Exemplu:
php local/moocbuild/cli/mend.php --course=12 --preview';
$string['cli_mend_changes'] = 'Modificări: {$a}';
$string['cli_no_course'] = 'Nu există niciun curs cu numărul {$a}.';
$string['cli_no_user'] = 'Pe acest site nu există nimeni cu numele de utilizator „{$a}” care să se poată autentifica.';
$string['cli_preview'] = 'Ce ar schimba o actualizare a cursului {$a}';
$string['cli_report'] = 'Scrie raportul de competențe al unui curs în format CSV.

Opțiuni:
-c, --course=ID    numărul cursului
-v, --view=NUME    cohort (numere care nu numesc pe nimeni; implicit) sau people (câte un rând pentru fiecare cursant și competență)
-g, --group=ID     doar pentru acest grup
-h, --help         acest text

Exemplu:
php local/moocbuild/cli/report.php --course=12 > raport.csv';
$string['cli_several'] = 'Mai multe cursuri au fost făcute din acest pachet: {$a}. Spuneți care cu --course sau creați altul cu --new.';
$string['cli_unreadable'] = '{$a} nu poate fi citit.';
$string['cli_updated'] = 'Actualizarea cursului {$a}';
$string['code'] = 'Cod';
$string['competencies'] = 'Competențe ({$a})';
$string['contact'] = 'Linie de ajutor';
$string['contact_add'] = 'Adăugarea unei linii de ajutor';
$string['contact_any_country'] = 'toate țările';
$string['contact_by_authors'] = 'autorii cursului spun că au confirmat-o la {$a}';
$string['contact_confirm'] = 'Confirmare';
$string['contact_confirm_words'] = 'Astăzi am sunat la acest număr sau am văzut această pagină și este corect';
$string['contact_confirmed'] = 'Confirmată';
$string['contact_confirmed_on'] = 'Confirmată la {$a}';
$string['contact_kind'] = 'Pentru';
$string['contact_name'] = 'Cine răspunde';
$string['contact_no_link'] = 'Acesta nu este nici un singur număr de telefon, nici o adresă care începe cu https://. Vă rugăm să corectați mai întâi.';
$string['contact_note'] = 'Când și în ce limbi';
$string['contact_remove'] = 'Eliminare';
$string['contact_stale'] = 'Confirmată la {$a}, acum mai bine de o jumătate de an: vă rugăm să sunați și să o confirmați din nou';
$string['contact_state'] = 'Stare';
$string['contact_unconfirmed'] = 'Neconfirmată: cursanții nu o văd';
$string['contact_unusable'] = 'Nici un singur număr, nici o adresă https: cursanții nu o văd';
$string['contact_value'] = 'Număr sau adresă';
$string['contact_value_help'] = 'Un singur număr de telefon sau o adresă care începe cu https://. Fără cuvinte: scrieți-le la „Când și în ce limbi”.';
$string['contacts_caption'] = 'Liniile de ajutor ale acestui site';
$string['contacts_intro'] = 'Cursanții din cursurile făcute din pachete văd aceste linii de ajutor pe fiecare pagină, după ce cineva le-a confirmat. Pentru a confirma una, sunați sau priviți mai întâi pagina ei. Pachetele propun linii de ajutor; o propunere nu se arată niciodată înainte ca cineva de aici să o confirme.';
$string['contacts_none'] = 'Nu există încă niciuna.';
$string['counts'] = '„{$a}” contează';
$string['counts_not'] = '„{$a}” nu mai contează';
$string['created'] = 'Cursul este gata. Priviți-l, apoi înscrieți persoane.';
$string['details'] = 'Detalii';
$string['do_create'] = 'Crearea cursului';
$string['do_update'] = 'Actualizarea cursului';
$string['empty_log'] = 'Încă nu s-a făcut nimic la acest curs.';
$string['event_cartridge_mended'] = 'Curs reparat după importul unui cartuș';
$string['event_contacts_changed'] = 'Linie de ajutor modificată';
$string['event_course_created'] = 'Curs creat dintr-un pachet';
$string['event_course_updated'] = 'Curs actualizat dintr-un pachet';
$string['event_framework_synced'] = 'Cadru de competențe adus la zi';
$string['event_report_viewed'] = 'Raport de competențe consultat';
$string['failed'] = 'Nu a funcționat și nu s-a schimbat nimic. Moodle spune: {$a}';
$string['failed_inside'] = 'Ceva din interiorul site-ului a eșuat. Cine administrează site-ul vede mai mult în jurnal.';
$string['field'] = '{$a->part} ({$a->now} → {$a->then})';
$string['field_competencies'] = 'competențe';
$string['field_content'] = 'text';
$string['field_files'] = 'fișiere';
$string['field_grade'] = 'nota cea mai mare';
$string['field_intro'] = 'descriere';
$string['field_name'] = 'nume';
$string['field_package'] = 'pachet';
$string['field_pass'] = 'prag de promovare';
$string['field_shuffle'] = 'ordinea răspunsurilor';
$string['field_slots'] = 'întrebări puse';
$string['field_summary'] = 'descriere';
$string['field_tags'] = 'etichete';
$string['field_weight'] = 'pondere în totalul cursului';
$string['file_changed'] = 'Fișierul nu mai este cel din previzualizare. Vă rugăm să îl alegeți din nou.';
$string['framework_create'] = 'Noi: {$a}';
$string['framework_delete'] = 'Eliminate, fiindcă nimic nu depinde de ele: {$a}';
$string['framework_do'] = 'Aplicarea acestor modificări';
$string['framework_done'] = 'Cadrul este adus la zi. Modificări: {$a->changes}. Legături noi ale activităților: {$a->links}.';
$string['framework_file'] = 'Fișier CASE (.json)';
$string['framework_idnumber'] = 'Numărul de identificare al cadrului';
$string['framework_idnumber_help'] = 'Cursurile își găsesc cadrul după acest număr. Este „id” din fișierul framework.yml al cursului. Dacă site-ul are un cadru cu acest număr de identificare, este adus la zi; dacă nu, este creat.';
$string['framework_intro'] = 'Alegeți fișierul făcut de moocbuild cu „--target case”. Veți vedea ce se schimbă înainte de a se face ceva. Ce au arătat cursanții nu se pierde niciodată: o competență care nu mai este în fișier rămâne, cu un semn, cât timp ceva depinde de ea.';
$string['framework_links'] = 'Legături noi ale activităților cu competențe';
$string['framework_move'] = 'În alt loc: {$a}';
$string['framework_new'] = 'Site-ul nu are încă acest cadru. Va fi creat.';
$string['framework_preview'] = 'Ce se va schimba în „{$a}”';
$string['framework_renamed'] = 'Se schimbă numele sau descrierea cadrului.';
$string['framework_reordered'] = 'Se schimbă ordinea competențelor.';
$string['framework_retire'] = 'Nu mai sunt în fișier, păstrate cu un semn fiindcă ceva depinde de ele: {$a}';
$string['framework_update'] = 'Cu texte noi: {$a}';
$string['from'] = 'Dovezi';
$string['from_final'] = 'întrebări finale: {$a}';
$string['from_final_one'] = '1 întrebare finală';
$string['from_nothing'] = 'încă niciuna';
$string['from_quiz'] = 'întrebări: {$a}';
$string['from_quiz_one'] = '1 întrebare';
$string['from_scenario'] = 'simulări: {$a}';
$string['from_scenario_one'] = '1 simulare';
$string['help_danger'] = 'Dacă dumneavoastră sau altcineva este în pericol acum, sunați la numărul de urgență al țării în care vă aflați.';
$string['help_danger_heading'] = 'În pericol imediat';
$string['help_lines'] = 'Dacă aveți nevoie să vorbiți cu cineva';
$string['help_more'] = 'Mai mult ajutor';
$string['help_none'] = 'Sunați o persoană de încredere sau un medic ori mergeți la cel mai apropiat serviciu de urgență: nu este nevoie de programare. Liste publice precum findahelpline.com au liniile de ajutor din fiecare țară.';
$string['help_now'] = 'Ajutor acum';
$string['help_pause'] = 'Vă puteți opri în orice loc și puteți reveni în altă zi. Nimeni nu trebuie să facă toate părțile.';
$string['help_pause_heading'] = 'Dacă astăzi cursul este prea mult';
$string['help_talk'] = 'Puteți suna și o persoană de încredere. Nu trebuie să explicați mult: „Nu mi-e bine. Poți rămâne la telefon cu mine?” este de ajuns.';
$string['import_new'] = 'Alegeți pachetul (.mbz) făcut cu „moocbuild build --target moodle”. Veți vedea ce aduce înainte de a se face ceva.';
$string['import_update'] = 'Alegeți un pachet mai nou al acestui curs. Veți vedea exact ce se schimbă înainte de a se face ceva. Încercările, notele și finalizarea se păstrează; ce nu mai are pachetul se ascunde și nu se șterge niciodată.';
$string['in_list'] = '{$a->part}: acum cu „{$a->text}”';
$string['item'] = 'Competență';
$string['joined'] = '{$a->one}; {$a->other}';
$string['kind_emergency'] = 'pericol de moarte';
$string['kind_emergency_medical'] = 'pericol de moarte (ambulanță)';
$string['kind_emotional_support'] = 'cineva cu care să vorbiți';
$string['kind_medical'] = 'sfat medical';
$string['kind_other'] = 'alt ajutor';
$string['kind_suicide_line'] = 'gânduri de sinucidere';
$string['kind_youth_line'] = 'copii și tineri';
$string['last_import'] = 'Ultimul import';
$string['learner'] = 'Cursant';
$string['left_as_is'] = 'Lăsat așa cum este';
$string['log_caption'] = 'Ce s-a făcut la acest curs din pachete, cele mai noi întâi';
$string['media'] = 'Imagini, filme și fișiere ({$a})';
$string['mend_caption'] = 'Ce se va repara';
$string['mend_do'] = 'Repararea acestui curs';
$string['mend_done'] = 'Gata. Modificări: {$a}. Încercările predate au fost notate din nou.';
$string['mend_from'] = 'Acum';
$string['mend_intro'] = 'Importul unui Common Cartridge în Moodle lasă unele lucruri greșite: secțiuni fără nume, teste notate din patru și comentarii pe care nu le vede nimeni. Această pagină le repară. Un test configurat de cineva după import este lăsat așa cum este.';
$string['mend_mark'] = 'Punctele întrebării';
$string['mend_name'] = 'Numele secțiunii';
$string['mend_no_name'] = '(fără nume)';
$string['mend_review'] = 'Ce văd cursanții după aceea';
$string['mend_review_off'] = 'nimic';
$string['mend_review_on'] = 'răspunsurile, punctele și comentariile lor';
$string['mend_sum'] = 'Suma punctelor';
$string['mend_to'] = 'Apoi';
$string['mend_what'] = 'Ce';
$string['mend_where'] = 'Unde';
$string['moocbuild:import'] = 'Crearea de cursuri din pachete moocbuild';
$string['moocbuild:managecontacts'] = 'Administrarea liniilor de ajutor ale site-ului';
$string['moocbuild:mend'] = 'Repararea unui curs importat dintr-un Common Cartridge';
$string['moocbuild:syncframework'] = 'Aducerea la zi a unui cadru de competențe';
$string['moocbuild:update'] = 'Actualizarea unui curs dintr-un pachet moocbuild mai nou';
$string['moocbuild:viewownreport'] = 'Vizualizarea propriului raport de competențe';
$string['moocbuild:viewreport'] = 'Vizualizarea raportului de competențe al cursanților';
$string['move'] = 'Mutate în alt loc ({$a})';
$string['no_category'] = 'Nu există această categorie de cursuri.';
$string['no_course'] = 'Nu există acest curs.';
$string['no_courses'] = 'Niciun curs de pe acest site nu a fost făcut încă dintr-un pachet.';
$string['nobody'] = 'Nimeni sau cineva care nu mai este aici';
$string['not_shown'] = 'nu se indică';
$string['note_attempts'] = 'Încercări la teste ale căror întrebări se schimbă: {$a->attempts}, dintre care {$a->open} deschise. Își păstrează întrebările, răspunsurile și punctele; încercările începute de acum pun întrebările din pachet.';
$string['note_first'] = 'Acest curs nu a fost creat de acest plugin, așa că nu se știe ce conțineau pachetele anterioare. Activitățile cu un număr de identificare pe care acest pachet nu îl are rămân așa cum sunt, vizibile: {$a->title}. Ascundeți-le pe cele care trebuie să dispară.';
$string['note_first_questions'] = 'Întrebări cu un număr de identificare pe care acest pachet nu îl are și care rămân în banca de întrebări: {$a->count}.';
$string['note_graded'] = '„{$a->title}” rămâne notat, fiindcă unii cursanți l-au încercat. Pachetul nu îl notează.';
$string['note_kind'] = '„{$a->title}” a devenit alt tip de activitate. Rămâne așa cum este: dați-i celui nou alt identificator în sursa cursului.';
$string['note_needed'] = '„{$a->title}” încă extrage din categorii de întrebări în care acest pachet lasă prea puține. Întrebări care rămân în ele din acest motiv: {$a->count}.';
$string['note_older'] = 'Acest pachet este mai vechi decât cel din care a fost făcut ultima dată cursul (versiunea {$a->title}). O actualizare duce cursul înapoi la el.';
$string['note_own_name'] = '„{$a->title}” păstrează numele primit aici. Pachetul îl numește „{$a->other}”.';
$string['note_own_pass'] = '„{$a->title}” păstrează pragul de promovare stabilit aici, {$a->now}. Pachetul stabilește {$a->then}.';
$string['note_own_shuffle'] = '„{$a->title}” păstrează ordinea răspunsurilor stabilită aici. Pachetul o schimbă.';
$string['note_pass'] = 'Alt prag de promovare pentru „{$a->title}”: dintre cursanții cu notă ({$a->count}), {$a->now} sunt peste cel de acum și {$a->then} peste cel nou.';
$string['note_runs'] = 'Încercări la simulări care se schimbă: {$a->attempts}, dintre care {$a->open} neterminate. Ce au raportat rămâne. Cine se află la mijloc continuă după ultima alegere care mai există.';
$string['note_slots'] = '„{$a->title}” își păstrează numărul de întrebări și punctele lor, fiindcă unii cursanți l-au încercat (încercări: {$a->attempts}) și notele lor depind de aceasta. Textele întrebărilor sunt totuși aduse la zi.';
$string['note_totals'] = 'Cursanți al căror total al cursului se schimbă: {$a->count} din {$a->all}. Cea mai mare schimbare este de la {$a->now} % la {$a->then} %.';
$string['note_ungraded'] = '„{$a->title}” rămâne fără notă, fiindcă unii cursanți l-au încercat. Pachetul îl notează.';
$string['note_weight'] = '„{$a->title}” își păstrează ponderea în totalul cursului printre testele încercate de cursanți, ca totalurile lor să rămână: {$a->now} %. Pachetul îi dă {$a->then} %.';
$string['nothing_to_change'] = 'Nimic de schimbat: totul este așa cum trebuie.';
$string['of_kind'] = '{$a->title} ({$a->kind})';
$string['on_page'] = '{$a->id}, pe {$a->page}';
$string['package'] = 'Pachet (.mbz)';
$string['package_help'] = 'Fișierul pe care moocbuild îl face cu „--target moodle”. Este verificat de la un capăt la altul înainte de a ajunge la Moodle; un pachet deteriorat sau care conține ce nu scrie moocbuild este refuzat.';
$string['page_contacts'] = 'Linii de ajutor';
$string['page_framework'] = 'Cadru de competențe';
$string['page_gone'] = 'activitate';
$string['page_import'] = 'Actualizare dintr-un pachet';
$string['page_import_new'] = 'Curs nou dintr-un pachet';
$string['page_index'] = 'Cursuri din pachete';
$string['page_log'] = 'Jurnalul actualizărilor';
$string['page_mend'] = 'Repararea importului unui cartuș';
$string['page_moved'] = 'acum în „{$a}”';
$string['page_report'] = 'Raport de competențe';
$string['parts'] = 'cu tot ce conține ({$a})';
$string['percent'] = '{$a} %';
$string['pieces'] = 'Numărul de dovezi';
$string['plan_count'] = 'Modificări: {$a}.';
$string['plan_empty'] = 'Nu se schimbă nimic: cursul este așa cum îl vrea pachetul.';
$string['plan_new'] = 'Un curs nou: „{$a->title}”, versiunea {$a->version}; secțiuni: {$a->sections}, pagini: {$a->pages}, teste: {$a->quizzes}, simulări: {$a->simulations}, întrebări cu punctaj: {$a->questions}.';
$string['pluginname'] = 'Cursuri moocbuild';
$string['practice'] = 'cere practică împreună cu alți oameni';
$string['preview'] = 'Vizualizarea modificărilor';
$string['preview_of'] = '„{$a->title}”, versiunea {$a->version}';
$string['privacy:metadata:local_moocbuild_contact'] = 'Liniile de ajutor ale site-ului';
$string['privacy:metadata:local_moocbuild_contact:country'] = 'Țara liniei de ajutor';
$string['privacy:metadata:local_moocbuild_contact:kind'] = 'Pentru ce este linia de ajutor';
$string['privacy:metadata:local_moocbuild_contact:name'] = 'Cine răspunde';
$string['privacy:metadata:local_moocbuild_contact:timemodified'] = 'Când a fost modificată sau confirmată';
$string['privacy:metadata:local_moocbuild_contact:usermodified'] = 'Cine a modificat-o sau a confirmat-o ultima dată';
$string['privacy:metadata:local_moocbuild_contact:value'] = 'Numărul sau adresa';
$string['privacy:metadata:local_moocbuild_course'] = 'Cursuri făcute din pachete';
$string['privacy:metadata:local_moocbuild_course:coursekey'] = 'Numele dat cursului de autor';
$string['privacy:metadata:local_moocbuild_course:timeimported'] = 'Când a fost importat ultimul pachet';
$string['privacy:metadata:local_moocbuild_course:userid'] = 'Cine l-a importat';
$string['privacy:metadata:local_moocbuild_course:version'] = 'Versiunea pachetului';
$string['privacy:metadata:local_moocbuild_log'] = 'Ce s-a făcut cu acest plugin';
$string['privacy:metadata:local_moocbuild_log:action'] = 'Ce s-a făcut';
$string['privacy:metadata:local_moocbuild_log:summary'] = 'Ce a ieșit';
$string['privacy:metadata:local_moocbuild_log:timecreated'] = 'Când';
$string['privacy:metadata:local_moocbuild_log:userid'] = 'Cine a făcut';
$string['problem_busy'] = 'Altcineva actualizează acum acest curs. Așteptați un minut și încercați din nou.';
$string['problem_changed'] = 'Fișierul s-a schimbat în timp ce era citit. Încărcați-l din nou.';
$string['problem_damaged'] = 'Fișierul este deteriorat sau nu este deloc un pachet. Copiați-l sau descărcați-l din nou; suma lui de control se află în SHA256SUMS, lângă el. {$a}';
$string['problem_element'] = 'Pachetul conține ceva ce acest plugin nu cunoaște de la moocbuild ({$a}). Dacă l-a construit un moocbuild mai nou, actualizați pluginul; altfel, nu folosiți pachetul.';
$string['problem_facts'] = 'Pachetul spune despre sine ceva ce nu poate fi adevărat ({$a}). Construiți-l din nou cu moocbuild.';
$string['problem_file'] = 'Pachetul vrea să pună un fișier unde un curs nu are niciunul ({$a}). Nu a fost făcut doar de moocbuild: nu îl folosiți.';
$string['problem_foreign'] = 'Acesta nu este un pachet pentru Moodle făcut de moocbuild. Construiți unul cu: moocbuild build --target moodle';
$string['problem_gone'] = 'Fișierul încărcat nu mai este acolo. Alegeți din nou pachetul.';
$string['problem_html'] = 'Un text din pachet conține HTML pe care moocbuild nu îl scrie ({$a}). Dacă l-a construit un moocbuild mai nou, actualizați pluginul; altfel, nu folosiți pachetul.';
$string['problem_kind'] = 'Pachetul aduce un tip de activitate pe care moocbuild nu îl face ({$a}). Nu îl folosiți.';
$string['problem_lacking'] = 'Lipsește ceva din pachet ({$a}). Construiți-l din nou cu moocbuild.';
$string['problem_language'] = 'Cursul este în limba „{$a}”, iar pachetul în alta. Importați pachetul ca un curs separat.';
$string['problem_large'] = 'Pachetul este mai mare decât se poate accepta ({$a}). Puneți videoclipurile mari în altă parte și faceți linkuri către ele.';
$string['problem_learners'] = 'Actualizarea ar fi schimbat ce au făcut cursanții ({$a}). Nu s-a schimbat nimic. Vă rugăm să anunțați autorii pluginului.';
$string['problem_left'] = 'După actualizare ceva încă diferea de pachet ({$a}), așa că a fost anulată: nu s-a schimbat nimic. Vă rugăm să anunțați autorii pluginului.';
$string['problem_link'] = 'Un text din pachet duce unde nu duce niciun curs ({$a}). Nu folosiți pachetul și întrebați de unde vine.';
$string['problem_locked'] = 'Pachetul este blocat cu o parolă ({$a}). Faceți-l din nou fără parolă.';
$string['problem_loose'] = 'Părțile pachetului nu se potrivesc ({$a}). A fost schimbat după ce moocbuild l-a construit: construiți-l din nou.';
$string['problem_many'] = 'Pachetul conține prea multe fișiere ({$a}). Nu a fost făcut doar de moocbuild.';
$string['problem_missing'] = 'Nu există acest fișier pe server.';
$string['problem_moved'] = 'Cursul s-a schimbat de la previzualizare. Nu s-a făcut nimic; priviți noua previzualizare.';
$string['problem_name'] = 'Pachetul conține un fișier cu un nume pe care moocbuild nu îl scrie niciodată ({$a}). Poate fi un atac: nu îl folosiți și întrebați de unde vine.';
$string['problem_newer'] = 'Pachetul a fost făcut de un moocbuild mai nou (format {$a}). Actualizați mai întâi acest plugin.';
$string['problem_other'] = 'Acest curs a fost făcut din alt pachet ({$a}). Alegeți acel pachet sau cursul care îi corespunde acestuia.';
$string['problem_people'] = 'Pachetul numește persoane sau ce au făcut ori au voie să facă ({$a}). Pachetele moocbuild nu fac niciodată acest lucru: nu îl folosiți.';
$string['problem_plain'] = 'Aceasta este o copie de rezervă a unui curs Moodle, dar nu un pachet făcut de moocbuild (sau de unul mai vechi decât acest plugin). Restaurați-o cu restaurarea cursurilor din Moodle sau construiți-o din nou.';
$string['problem_precheck'] = 'Moodle nu vrea să restaureze acest pachet: {$a}';
$string['problem_rights'] = 'Vă lipsesc drepturi pe care Moodle le cere aici: {$a}. Nu s-a schimbat nimic. Cine administrează site-ul le poate acorda.';
$string['problem_twice'] = 'Pachetul conține două lucruri cu același nume ({$a}). Construiți-l din nou cu moocbuild.';
$string['problem_unknown'] = 'Acest curs nu are nimic din pachet: nicio activitate nu are un număr de identificare din el. Importați pachetul ca un curs nou.';
$string['problem_value'] = 'Pachetul conține o valoare pe care acest plugin nu o cunoaște de la moocbuild ({$a}). Dacă l-a construit un moocbuild mai nou, actualizați pluginul; altfel, nu folosiți pachetul.';
$string['problem_xml'] = 'Un fișier din pachet nu poate fi citit ({$a}). Construiți-l din nou cu moocbuild.';
$string['question_gone'] = 'întrebare';
$string['quoted'] = '„{$a}”';
$string['renamed'] = 'Redenumite ({$a})';
$string['report_caption'] = '{$a->title}. Cursanți: {$a->size}';
$string['report_cohort'] = 'Toți';
$string['report_cohort_intro'] = 'Câți cursanți se află în fiecare stare. Nu se dau numere sub {$a}, nici altele din care s-ar putea afla prin scădere: acest tabel nu trebuie să arate pe nimeni.';
$string['report_download'] = 'Descărcarea acestui tabel (CSV)';
$string['report_group'] = 'Grupul {$a}';
$string['report_intro'] = 'Ce spun despre fiecare competență răspunsurile la întrebări și alegerile din simulări.';
$string['report_legend'] = 'Cum se calculează';
$string['report_limits'] = 'Aceasta arată cunoștințe și judecată într-un curs online. Nu arată practica împreună cu oameni și nu dă dreptul de a lucra.';
$string['report_nobody'] = 'Aici nu există cursanți.';
$string['report_of'] = 'Competențele: {$a}';
$string['report_overlap'] = 'În acest curs nu se dau numerele fiecărui grup, fiindcă unii cursanți sunt în mai multe grupuri.';
$string['report_own'] = 'Competențele mele';
$string['report_own_intro'] = 'Ce spun până acum răspunsurile și alegerile dumneavoastră din simulări. Puteți încerca totul din nou: contează ce este mai bun.';
$string['report_people'] = 'Cursanți';
$string['report_people_caption'] = 'Cursanți după nume: câte competențe se află în fiecare stare';
$string['report_rules'] = 'Contează cel mai bun răspuns la fiecare întrebare și cea mai bună parcurgere a fiecărei simulări. Întrebările finale contează o dată și jumătate; o competență pe care o întrebare o cere pe lângă cea principală contează pe jumătate.';
$string['report_title'] = 'Raport de competențe: {$a}';
$string['report_views'] = 'Vizualizările raportului';
$string['retired_name'] = '(retrasă) {$a}';
$string['retired_note'] = 'Această competență nu mai este în cadru. Este păstrată fiindcă de ea depind înregistrări ale cursanților.';
$string['scale_name'] = 'Încă nu – Competent';
$string['settings'] = 'Setări și liste ({$a})';
$string['share'] = 'Parte din puncte (%)';
$string['share_short'] = 'Puncte';
$string['state'] = 'Stare';
$string['state_developing'] = 'în dezvoltare';
$string['state_developing_means'] = 'Cel puțin jumătate din puncte; chiar și toate, cât timp mai lipsește ceva ce cere „arătată”.';
$string['state_emerging'] = 'la început';
$string['state_emerging_means'] = 'Mai puțin de jumătate din puncte.';
$string['state_shown'] = 'arătată';
$string['state_shown_means'] = 'Cel puțin patru cincimi din puncte, din două feluri de dovezi, sau din trei întrebări când nicio întrebare finală nu cere competența.';
$string['state_unseen'] = 'încă nevăzută';
$string['state_unseen_means'] = 'Mai puțin de două dovezi.';
$string['step_activity_add'] = 'Activități noi ({$a})';
$string['step_activity_change'] = 'Activități modificate ({$a})';
$string['step_activity_hide'] = 'Ascunse, fiindcă pachetul nu le mai are; nu se șterge nimic ({$a})';
$string['step_activity_show'] = 'Arătate din nou ({$a})';
$string['step_category_add'] = 'Categorii de întrebări noi ({$a})';
$string['step_category_change'] = 'Categorii de întrebări modificate ({$a})';
$string['step_competency_add'] = 'Legături noi cu competențe ({$a})';
$string['step_criteria'] = 'Ce finalizează cursul ({$a})';
$string['step_facts'] = 'Ce spune pachetul despre sine: versiune, linii de ajutor, ce întreabă despre ce competență ({$a})';
$string['step_lost'] = 'Identificatori pierduți: ascunși, fiindcă pachetul nu îi mai are; nu se șterge nimic ({$a})';
$string['step_order'] = 'Altă ordine a activităților ({$a})';
$string['step_question_add'] = 'Întrebări noi ({$a})';
$string['step_question_hide'] = 'Întrebări care nu se mai pun ({$a})';
$string['step_question_move'] = 'Întrebări în altă categorie ({$a})';
$string['step_question_show'] = 'Întrebări care se pun din nou ({$a})';
$string['step_question_version'] = 'Întrebări cu o versiune nouă ({$a})';
$string['step_section_add'] = 'Secțiuni noi ({$a})';
$string['step_section_change'] = 'Secțiuni modificate ({$a})';
$string['step_section_order'] = 'Altă ordine a secțiunilor ({$a})';
$string['step_slots'] = 'Teste care pun alte întrebări ({$a})';
$string['text'] = 'Texte modificate ({$a})';
$string['turned_partner'] = '„{$a->text}” se potrivește cu {$a->then}, înainte cu {$a->now}';
$string['turned_place'] = '„{$a->text}” este pasul {$a->then}, înainte {$a->now}';
$string['turned_share'] = '„{$a->text}” aduce {$a->then}, înainte {$a->now}';
$string['updated'] = 'Cursul este adus la zi. Modificări: {$a}.';
$string['version_is'] = 'Versiunea {$a}';
$string['whole_course'] = 'Tot cursul';
$string['with_more'] = '{$a->title}: {$a->more}';
$string['with_parts'] = '{$a->what}, cu tot ce conține ({$a->n})';
