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
 * @license   https://www.gnu.org/licenses/gpl-3.0.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['case_cycle'] = 'Deux éléments de ce fichier se trouvent l’un sous l’autre. Demandez d’où vient le fichier.';
$string['case_idnumber'] = 'Donnez au référentiel un numéro d’identification de 100 caractères au plus.';
$string['case_large'] = 'Ce fichier dépasse {$a} Mo. Aucun référentiel n’est aussi grand.';
$string['case_long'] = 'Le code « {$a}… » a plus de 100 caractères, plus que Moodle ne peut garder.';
$string['case_many'] = 'Ce fichier a plus de {$a} éléments.';
$string['case_shape'] = 'Ce n’est pas un fichier CASE. Il faut le fichier .json que moocbuild produit avec « --target case ».';
$string['case_twice'] = '« {$a} » figure deux fois dans ce fichier. Les codes doivent être différents.';
$string['cli_framework'] = 'Met un référentiel de compétences à jour d’après un fichier CASE.

Options :
-f, --file=CHEMIN    le fichier .json (CASE 1.0 ou 1.1)
-i, --idnumber=TEXTE numéro d’identification du référentiel ; à défaut, celui du dernier cours importé
-p, --preview        dire seulement ce qui changerait
-h, --help           ce texte

Exemple :
php local/moocbuild/cli/framework.php --file=framework.json --idnumber=pat-psw';
$string['cli_unreadable'] = '{$a} est illisible.';
$string['event_framework_synced'] = 'Référentiel de compétences mis à jour';
$string['file_changed'] = 'Le fichier n’est plus celui de l’aperçu. Choisissez-le de nouveau.';
$string['framework_create'] = 'Nouvelles : {$a}';
$string['framework_delete'] = 'Supprimées, car rien n’en dépend : {$a}';
$string['framework_do'] = 'Faire ces changements';
$string['framework_done'] = 'Le référentiel est à jour. Changements : {$a->changes}. Nouveaux liens d’activités : {$a->links}.';
$string['framework_file'] = 'Fichier CASE (.json)';
$string['framework_idnumber'] = 'Numéro d’identification du référentiel';
$string['framework_idnumber_help'] = 'C’est par lui que les cours trouvent leur référentiel : l’« id » du fichier framework.yml du cours. Si le site a un référentiel de ce numéro, il est mis à jour ; sinon, il est créé.';
$string['framework_intro'] = 'Choisissez le fichier que moocbuild a produit avec « --target case ». Vous verrez ce qui change avant que rien ne soit fait. Ce que les apprenants ont montré n’est jamais perdu : une compétence absente du fichier reste, avec une marque, tant que quelque chose en dépend.';
$string['framework_links'] = 'Nouveaux liens d’activités vers des compétences';
$string['framework_move'] = 'À une autre place : {$a}';
$string['framework_new'] = 'Le site n’a pas encore ce référentiel. Il sera créé.';
$string['framework_preview'] = 'Ce qui va changer dans « {$a} »';
$string['framework_renamed'] = 'Le nom ou la description du référentiel change.';
$string['framework_reordered'] = 'L’ordre des compétences change.';
$string['framework_retire'] = 'Absentes du fichier, gardées avec une marque car quelque chose en dépend : {$a}';
$string['framework_update'] = 'Avec de nouveaux textes : {$a}';
$string['moocbuild:import'] = 'Créer des cours à partir de paquets moocbuild';
$string['moocbuild:managecontacts'] = 'Gérer les lignes d’aide du site';
$string['moocbuild:mend'] = 'Réparer un cours importé d’un Common Cartridge';
$string['moocbuild:syncframework'] = 'Mettre à jour un référentiel de compétences';
$string['moocbuild:update'] = 'Mettre à jour un cours avec un paquet moocbuild plus récent';
$string['moocbuild:viewownreport'] = 'Voir son propre rapport de compétences';
$string['moocbuild:viewreport'] = 'Voir le rapport de compétences des apprenants';
$string['nothing_to_change'] = 'Rien à changer : tout est en ordre.';
$string['page:contacts'] = 'Lignes d’aide';
$string['page:framework'] = 'Référentiel de compétences';
$string['page:index'] = 'Cours issus de paquets';
$string['pluginname'] = 'Cours moocbuild';
$string['preview'] = 'Voir ce qui va changer';
$string['retired_name'] = '(retirée) {$a}';
$string['retired_note'] = 'Cette compétence n’est plus dans le référentiel. Elle est gardée parce que des traces d’apprenants en dépendent.';
$string['scalename'] = 'Pas encore – Compétent';
