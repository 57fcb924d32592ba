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

$string['moocbuild:import'] = 'Créer des cours à partir de paquets moocbuild';
$string['moocbuild:managecontacts'] = 'Gérer les lignes d’aide du site';
$string['moocbuild:mend'] = 'Réparer un cours importé d’un Common Cartridge';
$string['moocbuild:syncframework'] = 'Mettre à jour un référentiel de compétences';
$string['moocbuild:update'] = 'Mettre à jour un cours avec un paquet moocbuild plus récent';
$string['moocbuild:viewownreport'] = 'Voir son propre rapport de compétences';
$string['moocbuild:viewreport'] = 'Voir le rapport de compétences des apprenants';
$string['page:contacts'] = 'Lignes d’aide';
$string['page:framework'] = 'Référentiel de compétences';
$string['page:index'] = 'Cours issus de paquets';
$string['pluginname'] = 'Cours moocbuild';
