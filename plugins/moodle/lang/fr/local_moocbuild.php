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
 * French strings, in alphabetical order.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['action_created'] = 'Créé';
$string['action_failed'] = 'Échec ; rien n’a été modifié';
$string['action_unchanged'] = 'Rien à modifier';
$string['action_updated'] = 'Mis à jour';
$string['already_here'] = 'Ce site a déjà un cours issu de ce paquet. Pour le mettre à jour en gardant ce que les apprenants ont fait, suivez son lien et choisissez-y le paquet. Le bouton ci-dessous crée un cours de plus.';
$string['another_package'] = 'Choisir un autre paquet';
$string['answers'] = 'Réponses, points et limites ({$a})';
$string['become'] = '{$a->what} ; « {$a->then} » dit la même chose : si c’est bien elle, redonnez-lui l’ancien identifiant';
$string['case_cycle'] = 'Deux éléments de ce fichier se trouvent l’un sous l’autre. Demandez d’où vient le fichier.';
$string['case_idnumber'] = 'Donnez au référentiel un numéro d’identification de 100 caractères au plus.';
$string['case_large'] = 'Ce fichier dépasse {$a} Mo. Aucun référentiel n’est aussi grand.';
$string['case_long'] = 'Le code « {$a}… » a plus de 100 caractères, plus que Moodle ne peut garder.';
$string['case_many'] = 'Ce fichier a plus de {$a} éléments.';
$string['case_shape'] = 'Ce n’est pas un fichier CASE. Il faut le fichier .json que moocbuild produit avec « --target case ».';
$string['case_twice'] = '« {$a} » figure deux fois dans ce fichier. Les codes doivent être différents.';
$string['cli_created'] = 'Cours {$a} créé.';
$string['cli_framework'] = 'Met un référentiel de compétences à jour d’après un fichier CASE.

Options :
-f, --file=CHEMIN    le fichier .json (CASE 1.0 ou 1.1)
-i, --idnumber=TEXTE numéro d’identification du référentiel ; à défaut, celui du dernier cours importé
-p, --preview        dire seulement ce qui changerait
-h, --help           ce texte

Exemple :
php local/moocbuild/cli/framework.php --file=framework.json --idnumber=pat-psw';
$string['cli_import'] = 'Crée un cours à partir d’un paquet moocbuild (.mbz), ou met à jour le cours qui en est issu.

Options :
  -f, --file=CHEMIN   le paquet
      --category=ID   où placer un nouveau cours (par défaut : la première catégorie)
      --course=ID     le cours à mettre à jour (par défaut : celui qui est issu de ce paquet)
      --new           créer un nouveau cours même s’il y en a un
      --user=NOM      avec les droits de cet utilisateur (par défaut : ceux d’un administrateur)
  -p, --preview       dire seulement ce qui changerait
  -h, --help          ce texte

Exemple :
  php local/moocbuild/cli/import.php --file=/tmp/cours.mbz --preview';
$string['cli_mend'] = 'Répare un cours venu d’une cartouche Common Cartridge : noms de sections, notes, sommes et ce que voient les apprenants.

Options :
-c, --course=ID   numéro du cours
-p, --preview     dire seulement ce qui changerait
-h, --help        ce texte

Exemple :
php local/moocbuild/cli/mend.php --course=12 --preview';
$string['cli_mend_changes'] = 'Changements : {$a}';
$string['cli_no_course'] = 'Il n’y a pas de cours numéro {$a}.';
$string['cli_no_user'] = 'Personne sur ce site n’a le nom d’utilisateur « {$a} » et le droit de se connecter.';
$string['cli_preview'] = 'Ce qu’une mise à jour du cours {$a} changerait';
$string['cli_report'] = 'Écrit le rapport de compétences d’un cours en CSV.

Options :
-c, --course=ID    numéro du cours
-v, --view=NOM     cohort (des nombres qui ne désignent personne ; par défaut) ou people (une ligne par apprenant et compétence)
-g, --group=ID     de ce groupe seulement
-h, --help         ce texte

Exemple :
php local/moocbuild/cli/report.php --course=12 > rapport.csv';
$string['cli_several'] = 'Plusieurs cours sont issus de ce paquet : {$a}. Dites lequel avec --course, ou créez-en un autre avec --new.';
$string['cli_unreadable'] = '{$a} est illisible.';
$string['cli_updated'] = 'Mise à jour du cours {$a}';
$string['code'] = 'Code';
$string['competencies'] = 'Compétences ({$a})';
$string['contact'] = 'Ligne d’aide';
$string['contact_add'] = 'Ajouter une ligne d’aide';
$string['contact_any_country'] = 'tous les pays';
$string['contact_by_authors'] = 'les auteurs du cours disent l’avoir confirmée le {$a}';
$string['contact_confirm'] = 'Confirmer';
$string['contact_confirm_words'] = 'J’ai appelé ce numéro ou vu cette page aujourd’hui, et c’est juste';
$string['contact_confirmed'] = 'Confirmée';
$string['contact_confirmed_on'] = 'Confirmée le {$a}';
$string['contact_kind'] = 'Pour';
$string['contact_name'] = 'Qui répond';
$string['contact_no_link'] = 'Ce n’est ni un seul numéro de téléphone, ni une adresse qui commence par https://. Corrigez-la d’abord.';
$string['contact_note'] = 'Quand, et en quelles langues';
$string['contact_remove'] = 'Supprimer';
$string['contact_stale'] = 'Confirmée le {$a}, il y a plus de six mois : appelez-la et confirmez-la de nouveau';
$string['contact_state'] = 'État';
$string['contact_unconfirmed'] = 'Non confirmée : les apprenants ne la voient pas';
$string['contact_unusable'] = 'Ni un seul numéro, ni une adresse https : les apprenants ne la voient pas';
$string['contact_value'] = 'Numéro ou adresse';
$string['contact_value_help'] = 'Un seul numéro de téléphone, ou une adresse qui commence par https://. Pas de mots : écrivez-les dans « Quand, et en quelles langues ».';
$string['contacts_caption'] = 'Lignes d’aide de ce site';
$string['contacts_intro'] = 'Les apprenants des cours venus de paquets voient ces lignes d’aide sur chaque page, une fois que quelqu’un les a confirmées. Pour en confirmer une, appelez-la ou regardez d’abord sa propre page. Les paquets suggèrent des lignes d’aide ; une suggestion n’est jamais montrée avant d’être confirmée ici.';
$string['contacts_none'] = 'Il n’y en a pas encore.';
$string['counts'] = '« {$a} » compte';
$string['counts_not'] = '« {$a} » ne compte plus';
$string['created'] = 'Le cours est là. Parcourez-le, puis inscrivez des personnes.';
$string['details'] = 'Détails';
$string['do_create'] = 'Créer le cours';
$string['do_update'] = 'Mettre le cours à jour';
$string['empty_log'] = 'Rien n’a encore été fait pour ce cours.';
$string['event_cartridge_mended'] = 'Cours réparé après l’import d’une cartouche';
$string['event_contacts_changed'] = 'Ligne d’aide modifiée';
$string['event_course_created'] = 'Cours créé à partir d’un paquet';
$string['event_course_updated'] = 'Cours mis à jour à partir d’un paquet';
$string['event_framework_synced'] = 'Référentiel de compétences mis à jour';
$string['event_report_viewed'] = 'Rapport de compétences consulté';
$string['failed'] = 'Cela n’a pas fonctionné, et rien n’a été modifié. Moodle a répondu : {$a}';
$string['failed_inside'] = 'Quelque chose a échoué à l’intérieur du site. La personne qui gère le site en voit davantage dans le journal.';
$string['field'] = '{$a->part} ({$a->now} → {$a->then})';
$string['field_competencies'] = 'compétences';
$string['field_content'] = 'texte';
$string['field_files'] = 'fichiers';
$string['field_grade'] = 'note maximale';
$string['field_intro'] = 'description';
$string['field_name'] = 'nom';
$string['field_package'] = 'paquet';
$string['field_pass'] = 'note de réussite';
$string['field_shuffle'] = 'ordre des réponses';
$string['field_slots'] = 'questions posées';
$string['field_summary'] = 'description';
$string['field_tags'] = 'tags';
$string['field_weight'] = 'poids dans le total du cours';
$string['file_changed'] = 'Le fichier n’est plus celui de l’aperçu. Choisissez-le de nouveau.';
$string['framework_create'] = 'Nouvelles : {$a}';
$string['framework_delete'] = 'Supprimées, car rien n’en dépend : {$a}';
$string['framework_do'] = 'Faire ces changements';
$string['framework_done'] = 'Le référentiel est à jour. Changements : {$a->changes}. Nouveaux liens d’activités : {$a->links}.';
$string['framework_file'] = 'Fichier CASE (.json)';
$string['framework_idnumber'] = 'Numéro d’identification du référentiel';
$string['framework_idnumber_help'] = 'C’est par lui que les cours trouvent leur référentiel : l’« id » du fichier framework.yml du cours. Si le site a un référentiel de ce numéro, il est mis à jour ; sinon, il est créé.';
$string['framework_intro'] = 'Choisissez le fichier que moocbuild a produit avec « --target case ». Vous verrez ce qui change avant que rien ne soit fait. Ce que les apprenants ont montré n’est jamais perdu : une compétence absente du fichier reste, avec une marque, tant que quelque chose en dépend.';
$string['framework_links'] = 'Nouveaux liens d’activités vers des compétences';
$string['framework_move'] = 'À une autre place : {$a}';
$string['framework_new'] = 'Le site n’a pas encore ce référentiel. Il sera créé.';
$string['framework_preview'] = 'Ce qui va changer dans « {$a} »';
$string['framework_renamed'] = 'Le nom ou la description du référentiel change.';
$string['framework_reordered'] = 'L’ordre des compétences change.';
$string['framework_retire'] = 'Absentes du fichier, gardées avec une marque car quelque chose en dépend : {$a}';
$string['framework_update'] = 'Avec de nouveaux textes : {$a}';
$string['from'] = 'Traces';
$string['from_final'] = '{$a} questions finales';
$string['from_final_one'] = '1 question finale';
$string['from_nothing'] = 'aucune encore';
$string['from_quiz'] = '{$a} questions';
$string['from_quiz_one'] = '1 question';
$string['from_scenario'] = '{$a} simulations';
$string['from_scenario_one'] = '1 simulation';
$string['help_danger'] = 'Si vous ou quelqu’un d’autre êtes en danger maintenant, appelez le numéro d’urgence de votre pays.';
$string['help_danger_heading'] = 'En danger immédiat';
$string['help_lines'] = 'Si vous avez besoin de parler à quelqu’un';
$string['help_more'] = 'Plus d’aide';
$string['help_none'] = 'Appelez une personne de confiance ou un médecin, ou allez au service d’urgences le plus proche : il ne faut pas de rendez-vous. Des listes publiques comme findahelpline.com donnent les lignes d’aide de chaque pays.';
$string['help_now'] = 'Aide immédiate';
$string['help_pause'] = 'Vous pouvez vous arrêter où vous voulez et revenir un autre jour. Personne n’est obligé de tout faire.';
$string['help_pause_heading'] = 'Si le cours est trop lourd aujourd’hui';
$string['help_talk'] = 'Vous pouvez aussi appeler une personne de confiance. Inutile d’expliquer beaucoup : « Je ne vais pas bien. Peux-tu rester au téléphone avec moi ? » suffit.';
$string['import_new'] = 'Choisissez le paquet (.mbz) produit par « moocbuild build --target moodle ». Vous verrez ce qu’il apporte avant que quoi que ce soit soit fait.';
$string['import_update'] = 'Choisissez un paquet plus récent de ce cours. Vous verrez exactement ce qui change avant que quoi que ce soit soit fait. Les tentatives, les notes et l’achèvement sont conservés ; ce que le paquet ne contient plus est masqué, jamais supprimé.';
$string['in_list'] = '{$a->part} : désormais avec « {$a->text} »';
$string['item'] = 'Compétence';
$string['joined'] = '{$a->one} ; {$a->other}';
$string['kind_emergency'] = 'danger de mort';
$string['kind_emergency_medical'] = 'danger de mort (ambulance)';
$string['kind_emotional_support'] = 'quelqu’un à qui parler';
$string['kind_medical'] = 'conseil médical';
$string['kind_other'] = 'autre aide';
$string['kind_suicide_line'] = 'pensées de suicide';
$string['kind_youth_line'] = 'enfants et jeunes';
$string['last_import'] = 'Dernier import';
$string['learner'] = 'Apprenant';
$string['left_as_is'] = 'Laissé tel quel';
$string['log_caption'] = 'Ce qui a été fait pour ce cours à partir de paquets, le plus récent d’abord';
$string['media'] = 'Images, films et fichiers ({$a})';
$string['mend_caption'] = 'Ce qui sera réparé';
$string['mend_do'] = 'Réparer ce cours';
$string['mend_done'] = 'C’est fait. Changements : {$a}. Les tentatives déjà remises ont été notées de nouveau.';
$string['mend_from'] = 'Maintenant';
$string['mend_intro'] = 'L’import d’une cartouche Common Cartridge par Moodle laisse des défauts : sections sans nom, tests notés sur quatre, et un feedback que personne ne voit. Cette page les répare. Un test que quelqu’un a réglé depuis l’import reste comme il est.';
$string['mend_mark'] = 'Note de la question';
$string['mend_name'] = 'Nom de la section';
$string['mend_no_name'] = '(sans nom)';
$string['mend_review'] = 'Ce que voient les apprenants ensuite';
$string['mend_review_off'] = 'rien';
$string['mend_review_on'] = 'leurs réponses, notes et feedbacks';
$string['mend_sum'] = 'Somme des notes';
$string['mend_to'] = 'Ensuite';
$string['mend_what'] = 'Quoi';
$string['mend_where'] = 'Où';
$string['moocbuild:import'] = 'Créer des cours à partir de paquets moocbuild';
$string['moocbuild:managecontacts'] = 'Gérer les lignes d’aide du site';
$string['moocbuild:mend'] = 'Réparer un cours importé d’un Common Cartridge';
$string['moocbuild:syncframework'] = 'Mettre à jour un référentiel de compétences';
$string['moocbuild:update'] = 'Mettre à jour un cours avec un paquet moocbuild plus récent';
$string['moocbuild:viewownreport'] = 'Voir son propre rapport de compétences';
$string['moocbuild:viewreport'] = 'Voir le rapport de compétences des apprenants';
$string['move'] = 'Déplacés ({$a})';
$string['no_category'] = 'Cette catégorie de cours n’existe pas.';
$string['no_course'] = 'Ce cours n’existe pas.';
$string['no_courses'] = 'Aucun cours de ce site n’est encore issu d’un paquet.';
$string['nobody'] = 'Personne, ou quelqu’un qui n’est plus là';
$string['not_shown'] = 'non donné';
$string['note_attempts'] = 'Tentatives de tests dont des questions changent : {$a->attempts}, dont {$a->open} en cours. Elles gardent leurs questions, leurs réponses et leurs points ; les tentatives commencées dès maintenant posent les questions du paquet.';
$string['note_first'] = 'Ce cours n’a pas été créé par ce plugin : ce que contenaient les paquets précédents n’est pas connu. Les activités qui ont un numéro d’identification et qui ne sont pas dans ce paquet restent telles quelles, visibles : {$a->title}. Cachez celles qui doivent disparaître.';
$string['note_first_questions'] = 'Questions qui ont un numéro d’identification, ne sont pas dans ce paquet et restent dans la banque de questions : {$a->count}.';
$string['note_graded'] = '« {$a->title} » reste noté, car des apprenants l’ont déjà tenté. Le paquet ne le note pas.';
$string['note_kind'] = '« {$a->title} » est devenu un autre type d’activité. Il reste tel quel : donnez un autre identifiant au nouveau dans la source du cours.';
$string['note_needed'] = '« {$a->title} » tire encore des questions de catégories où ce paquet en laisse trop peu. Questions qui y restent pour cela : {$a->count}.';
$string['note_older'] = 'Ce paquet est plus ancien que celui dont le cours a été tiré en dernier (version {$a->title}). Une mise à jour ramène le cours à cet état.';
$string['note_own_name'] = '« {$a->title} » garde le nom qui lui a été donné ici. Le paquet l’appelle « {$a->other} ».';
$string['note_own_pass'] = '« {$a->title} » garde la note de passage fixée ici, {$a->now}. Le paquet fixe {$a->then}.';
$string['note_own_shuffle'] = '« {$a->title} » garde l’ordre des réponses fixé ici. Le paquet le change.';
$string['note_pass'] = 'Autre note de passage de « {$a->title} » : parmi les apprenants notés ({$a->count}), {$a->now} atteignent l’actuelle et {$a->then} la nouvelle.';
$string['note_runs'] = 'Tentatives de simulations qui changent : {$a->attempts}, dont {$a->open} non terminées. Ce qu’elles ont transmis reste. Qui est au milieu d’une simulation reprend après le dernier choix qui existe encore.';
$string['note_slots'] = '« {$a->title} » garde le nombre de ses questions et leurs points, car des apprenants l’ont déjà tenté (tentatives : {$a->attempts}) et leurs notes en dépendent. Les textes des questions sont tout de même mis à jour.';
$string['note_totals'] = 'Apprenants dont le total du cours change : {$a->count} sur {$a->all}. Le plus grand changement va de {$a->now} % à {$a->then} %.';
$string['note_ungraded'] = '« {$a->title} » reste sans note, car des apprenants l’ont déjà tenté. Le paquet le note.';
$string['note_weight'] = '« {$a->title} » garde sa part du total du cours parmi les tests que des apprenants ont tentés, pour que leurs totaux restent : {$a->now} %. Le paquet lui donne {$a->then} %.';
$string['nothing_to_change'] = 'Rien à changer : tout est en ordre.';
$string['of_kind'] = '{$a->title} ({$a->kind})';
$string['on_page'] = '{$a->id}, sur {$a->page}';
$string['package'] = 'Paquet (.mbz)';
$string['package_help'] = 'Le fichier que moocbuild produit avec « --target moodle ». Il est examiné de bout en bout avant que Moodle le reçoive ; un paquet endommagé, ou qui contient ce que moocbuild n’écrit pas, est refusé.';
$string['page_contacts'] = 'Lignes d’aide';
$string['page_framework'] = 'Référentiel de compétences';
$string['page_gone'] = 'activité';
$string['page_import'] = 'Mettre à jour à partir d’un paquet';
$string['page_import_new'] = 'Nouveau cours à partir d’un paquet';
$string['page_index'] = 'Cours issus de paquets';
$string['page_log'] = 'Journal des mises à jour';
$string['page_mend'] = 'Réparer l’import d’une cartouche';
$string['page_moved'] = 'maintenant dans « {$a} »';
$string['page_report'] = 'Rapport de compétences';
$string['parts'] = 'avec ce qui s’y trouve ({$a})';
$string['percent'] = '{$a} %';
$string['pieces'] = 'Nombre de traces';
$string['plan_count'] = '{$a} modifications.';
$string['plan_empty'] = 'Rien ne change : le cours est tel que le paquet le veut.';
$string['plan_new'] = 'Un nouveau cours : « {$a->title} », version {$a->version}. Sections : {$a->sections}, pages : {$a->pages}, tests : {$a->quizzes}, simulations : {$a->simulations}, questions notées : {$a->questions}.';
$string['pluginname'] = 'Cours moocbuild';
$string['practice'] = 'demande de la pratique avec d’autres personnes';
$string['preview'] = 'Voir ce qui va changer';
$string['preview_of'] = '« {$a->title} », version {$a->version}';
$string['privacy:metadata:local_moocbuild_contact'] = 'Lignes d’aide du site';
$string['privacy:metadata:local_moocbuild_contact:country'] = 'Le pays de la ligne d’aide';
$string['privacy:metadata:local_moocbuild_contact:kind'] = 'À quoi sert la ligne d’aide';
$string['privacy:metadata:local_moocbuild_contact:name'] = 'Qui répond';
$string['privacy:metadata:local_moocbuild_contact:timemodified'] = 'Quand elle a été modifiée ou confirmée';
$string['privacy:metadata:local_moocbuild_contact:usermodified'] = 'Qui l’a modifiée ou confirmée en dernier';
$string['privacy:metadata:local_moocbuild_contact:value'] = 'Le numéro ou l’adresse';
$string['privacy:metadata:local_moocbuild_course'] = 'Cours venus de paquets';
$string['privacy:metadata:local_moocbuild_course:coursekey'] = 'Le nom que l’auteur donne au cours';
$string['privacy:metadata:local_moocbuild_course:timeimported'] = 'Quand le dernier paquet a été importé';
$string['privacy:metadata:local_moocbuild_course:userid'] = 'Qui l’a importé';
$string['privacy:metadata:local_moocbuild_course:version'] = 'La version du paquet';
$string['privacy:metadata:local_moocbuild_log'] = 'Ce qui a été fait avec ce plugin';
$string['privacy:metadata:local_moocbuild_log:action'] = 'Ce qui a été fait';
$string['privacy:metadata:local_moocbuild_log:summary'] = 'Ce qu’il en est sorti';
$string['privacy:metadata:local_moocbuild_log:timecreated'] = 'Quand';
$string['privacy:metadata:local_moocbuild_log:userid'] = 'Qui l’a fait';
$string['problem_busy'] = 'Quelqu’un d’autre met ce cours à jour en ce moment. Attendez une minute et réessayez.';
$string['problem_changed'] = 'Le fichier a été modifié pendant sa lecture. Envoyez-le à nouveau.';
$string['problem_damaged'] = 'Le fichier est endommagé, ou n’est pas un paquet. Copiez ou téléchargez-le à nouveau ; sa somme de contrôle se trouve dans SHA256SUMS à côté de lui. {$a}';
$string['problem_element'] = 'Le paquet contient quelque chose que ce plugin ne connaît pas de moocbuild ({$a}). S’il a été produit par un moocbuild plus récent, mettez le plugin à jour ; sinon, ne l’utilisez pas.';
$string['problem_facts'] = 'Le paquet dit de lui-même quelque chose d’impossible ({$a}). Produisez-le à nouveau avec moocbuild.';
$string['problem_file'] = 'Le paquet veut placer un fichier là où un cours n’en a pas ({$a}). Il n’a pas été produit par moocbuild seul : ne l’utilisez pas.';
$string['problem_foreign'] = 'Ce n’est pas un paquet pour Moodle produit par moocbuild. Produisez-en un avec : moocbuild build --target moodle';
$string['problem_gone'] = 'Le fichier envoyé n’est plus là. Choisissez à nouveau le paquet.';
$string['problem_html'] = 'Un texte du paquet contient du HTML que moocbuild n’écrit pas ({$a}). S’il a été produit par un moocbuild plus récent, mettez le plugin à jour ; sinon, ne l’utilisez pas.';
$string['problem_kind'] = 'Le paquet apporte un type d’activité que moocbuild ne produit pas ({$a}). Ne l’utilisez pas.';
$string['problem_lacking'] = 'Il manque quelque chose dans le paquet ({$a}). Produisez-le à nouveau avec moocbuild.';
$string['problem_language'] = 'Le cours est dans la langue « {$a} », le paquet dans une autre. Importez le paquet comme un cours à part.';
$string['problem_large'] = 'Le paquet est trop grand ({$a}). Placez les grandes vidéos ailleurs et mettez des liens.';
$string['problem_learners'] = 'La mise à jour aurait modifié ce que des apprenants ont fait ({$a}). Rien n’a été modifié. Signalez-le aux auteurs du plugin.';
$string['problem_left'] = 'Après la mise à jour, quelque chose différait encore du paquet ({$a}) ; elle a donc été annulée : rien n’a été modifié. Signalez-le aux auteurs du plugin.';
$string['problem_link'] = 'Un texte du paquet mène là où aucun cours ne mène ({$a}). N’utilisez pas ce paquet, et demandez d’où il vient.';
$string['problem_locked'] = 'Le paquet est protégé par un mot de passe ({$a}). Produisez-le à nouveau sans mot de passe.';
$string['problem_loose'] = 'Les parties du paquet ne vont pas ensemble ({$a}). Il a été modifié après avoir été produit par moocbuild : produisez-le à nouveau.';
$string['problem_many'] = 'Le paquet contient trop de fichiers ({$a}). Il n’a pas été produit par moocbuild seul.';
$string['problem_missing'] = 'Ce fichier n’existe pas sur ce serveur.';
$string['problem_moved'] = 'Le cours a changé depuis l’aperçu. Rien n’a été fait ; regardez le nouvel aperçu.';
$string['problem_name'] = 'Le paquet contient un fichier dont moocbuild n’écrit jamais le nom ({$a}). C’est peut-être une attaque : ne l’utilisez pas, et demandez d’où il vient.';
$string['problem_newer'] = 'Le paquet a été produit par un moocbuild plus récent (format {$a}). Mettez d’abord ce plugin à jour.';
$string['problem_other'] = 'Ce cours est issu d’un autre paquet ({$a}). Choisissez ce paquet-là, ou le cours qui va avec celui-ci.';
$string['problem_people'] = 'Le paquet nomme des personnes, ou ce qu’elles ont fait ou peuvent faire ({$a}). Les paquets de moocbuild ne le font jamais : ne l’utilisez pas.';
$string['problem_plain'] = 'C’est une sauvegarde d’un cours Moodle, mais pas un paquet produit par moocbuild (ou par une version plus ancienne que ce plugin). Restaurez-la avec la restauration de Moodle, ou produisez-la à nouveau.';
$string['problem_precheck'] = 'Moodle ne veut pas restaurer ce paquet : {$a}';
$string['problem_rights'] = 'Il vous manque des droits que Moodle demande ici : {$a}. Rien n’a été modifié. La personne qui gère le site peut les accorder.';
$string['problem_twice'] = 'Le paquet contient deux choses du même nom ({$a}). Produisez-le à nouveau avec moocbuild.';
$string['problem_unknown'] = 'Ce cours n’a rien du paquet : aucune activité n’en porte un numéro d’identification. Importez le paquet comme un nouveau cours.';
$string['problem_value'] = 'Le paquet contient une valeur que ce plugin ne connaît pas de moocbuild ({$a}). S’il a été produit par un moocbuild plus récent, mettez le plugin à jour ; sinon, ne l’utilisez pas.';
$string['problem_xml'] = 'Un fichier du paquet ne peut pas être lu ({$a}). Produisez-le à nouveau avec moocbuild.';
$string['question_gone'] = 'question';
$string['quoted'] = '« {$a} »';
$string['renamed'] = 'Renommés ({$a})';
$string['report_caption'] = '{$a->title}. Apprenants : {$a->size}';
$string['report_cohort'] = 'Tout le monde';
$string['report_cohort_intro'] = 'Combien d’apprenants en sont où. Les nombres inférieurs à {$a} ne sont pas donnés, ni ceux qui permettraient de les trouver par soustraction : ce tableau ne doit désigner personne.';
$string['report_download'] = 'Télécharger ce tableau (CSV)';
$string['report_group'] = 'Groupe {$a}';
$string['report_intro'] = 'Ce que les réponses aux questions et les choix dans les simulations disent de chaque compétence.';
$string['report_legend'] = 'Comment c’est calculé';
$string['report_limits'] = 'Ceci montre des connaissances et du jugement dans un cours en ligne. Cela ne montre pas la pratique avec des personnes, et n’autorise pas à exercer.';
$string['report_nobody'] = 'Il n’y a pas d’apprenants ici.';
$string['report_of'] = 'Compétences de {$a}';
$string['report_overlap'] = 'Les nombres des groupes ne sont pas donnés dans ce cours, car des apprenants sont dans plusieurs groupes.';
$string['report_own'] = 'Mes compétences';
$string['report_own_intro'] = 'Ce que disent jusqu’ici vos réponses et vos choix dans les simulations. Vous pouvez tout refaire : le meilleur compte.';
$string['report_people'] = 'Apprenants';
$string['report_people_caption'] = 'Apprenants par nom : combien de compétences en sont où';
$string['report_rules'] = 'La meilleure réponse à chaque question compte, et le meilleur essai de chaque simulation. Les questions finales comptent moitié plus ; une compétence qu’une question demande à côté de la principale compte pour moitié.';
$string['report_title'] = 'Rapport de compétences : {$a}';
$string['report_views'] = 'Vues du rapport';
$string['retired_name'] = '(retirée) {$a}';
$string['retired_note'] = 'Cette compétence n’est plus dans le référentiel. Elle est gardée parce que des traces d’apprenants en dépendent.';
$string['scale_name'] = 'Pas encore – Compétent';
$string['settings'] = 'Réglages et listes ({$a})';
$string['share'] = 'Part des points (%)';
$string['share_short'] = 'Points';
$string['state'] = 'État';
$string['state_developing'] = 'en progrès';
$string['state_developing_means'] = 'Au moins la moitié des points ; tous les points aussi, tant qu’il manque autre chose que demande « montrée ».';
$string['state_emerging'] = 'émergente';
$string['state_emerging_means'] = 'Moins de la moitié des points.';
$string['state_shown'] = 'montrée';
$string['state_shown_means'] = 'Au moins quatre cinquièmes des points, par deux sortes de traces, ou par trois questions là où aucune question finale ne la demande.';
$string['state_unseen'] = 'pas encore vue';
$string['state_unseen_means'] = 'Moins de deux traces.';
$string['step_activity_add'] = 'Nouvelles activités ({$a})';
$string['step_activity_change'] = 'Activités modifiées ({$a})';
$string['step_activity_hide'] = 'Masquées, car le paquet ne les contient plus ; rien n’est supprimé ({$a})';
$string['step_activity_show'] = 'Affichées à nouveau ({$a})';
$string['step_category_add'] = 'Nouvelles catégories de questions ({$a})';
$string['step_category_change'] = 'Catégories de questions modifiées ({$a})';
$string['step_competency_add'] = 'Nouveaux liens vers des compétences ({$a})';
$string['step_criteria'] = 'Ce qui achève le cours ({$a})';
$string['step_facts'] = 'Ce que le paquet dit de lui-même : version, lignes d’aide, quelle question vise quelle compétence ({$a})';
$string['step_lost'] = 'Identifiants perdus : masqués, car le paquet ne les contient plus ; rien n’est supprimé ({$a})';
$string['step_order'] = 'Autre ordre des activités ({$a})';
$string['step_question_add'] = 'Nouvelles questions ({$a})';
$string['step_question_hide'] = 'Questions qui ne sont plus posées ({$a})';
$string['step_question_move'] = 'Questions dans une autre catégorie ({$a})';
$string['step_question_show'] = 'Questions posées à nouveau ({$a})';
$string['step_question_version'] = 'Questions avec une nouvelle version ({$a})';
$string['step_section_add'] = 'Nouvelles sections ({$a})';
$string['step_section_change'] = 'Sections modifiées ({$a})';
$string['step_section_order'] = 'Autre ordre des sections ({$a})';
$string['step_slots'] = 'Tests qui posent d’autres questions ({$a})';
$string['text'] = 'Textes modifiés ({$a})';
$string['turned_partner'] = '« {$a->text} » va avec {$a->then}, avant avec {$a->now}';
$string['turned_place'] = '« {$a->text} » est l’étape {$a->then}, avant {$a->now}';
$string['turned_share'] = '« {$a->text} » rapporte {$a->then}, avant {$a->now}';
$string['updated'] = 'Le cours est à jour. Modifications : {$a}.';
$string['version_is'] = 'Version {$a}';
$string['whole_course'] = 'Tout le cours';
$string['with_more'] = '{$a->title} : {$a->more}';
$string['with_parts'] = '{$a->what}, avec ce qui s’y trouve ({$a->n})';
