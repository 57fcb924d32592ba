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
 * A framework of the site, and what hangs on it.
 *
 * Usage: framework.php ACTION …
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

// phpcs:disable moodle.Files.MoodleInternal -- start.php loads config.php.
require(__DIR__ . '/../../../../../tests/systems/moodle/drivers/start.php');
use core_competency\api;
use core_competency\competency;
use core_competency\competency_framework;
use local_moocbuild\framework\linker;
use local_moocbuild\framework\sync;
use local_moocbuild\framework\unreadable;

/**
 * Number of a competency.
 *
 * @param string $framework its ID number
 * @param string $code of the competency
 */
function id_of(string $framework, string $code): int {
    $id = competency_framework::get_record(['idnumber' => $framework], MUST_EXIST)->get('id');
    return competency::get_record(['idnumber' => $code, 'competencyframeworkid' => $id], MUST_EXIST)->get('id');
}

/**
 * Everything that a sync may change, with ids: two that are equal mean that nothing happened.
 *
 * @param string $idnumber of the framework
 */
function state(string $idnumber): array {
    global $DB;
    $framework = $DB->get_record('competency_framework', ['idnumber' => $idnumber], 'id, shortname, description, timemodified');
    if (!$framework) {
        return [];
    }
    $rows = $DB->get_records_sql('SELECT c.id, c.idnumber, c.shortname, c.description, c.sortorder, c.path, c.timemodified,
        p.idnumber AS parent FROM {competency} c LEFT JOIN {competency} p ON p.id = c.parentid
        WHERE c.competencyframeworkid = ? ORDER BY c.path, c.sortorder', [$framework->id]);
    return ['framework' => $framework, 'competencies' => array_values($rows)];
}

/**
 * A sync of a file, and what it says.
 *
 * @param string $file path of the file
 * @param string $idnumber of the framework
 */
function synced(string $file, string $idnumber): array {
    try {
        return sync::from_case(file_get_contents($file), $idnumber)->counts();
    } catch (unreadable $e) {
        return ['refused' => $e->reason, 'says' => $e->explain()];
    } catch (required_capability_exception $e) {
        return ['refused' => 'right'];
    }
}

[$plain, $options] = arguments();
[$action, $idnumber] = $plain;
switch ($action) {
    case 'sync':
        if (isset($options['user'])) {
            \core\session\manager::set_user(person($options['user']));
        }
        answer(synced($plain[2], $idnumber));
        break;
    case 'state':
        answer(state($idnumber));
        break;
    case 'evidence': // Of three sorts: a rating, a learner's own proof, a rating in a course that it was taken out of.
        $learner = person('learner');
        [, , $rated, $proved, $left] = $plain;
        api::grade_competency($learner->id, id_of($idnumber, $rated), 2, 'seen at work');
        $proof = api::create_user_evidence((object) ['userid' => $learner->id, 'name' => 'A diploma']);
        api::create_user_evidence_competency($proof->get('id'), id_of($idnumber, $proved));
        $DB->delete_records('competency_usercomp', ['competencyid' => id_of($idnumber, $proved)]);
        $course = new_course();
        $row = (object) ['userid' => $learner->id, 'courseid' => $course, 'competencyid' => id_of($idnumber, $left)];
        (new core_competency\user_competency_course(0, $row))->create();
        answer(['course' => $course]);
        break;
    case 'scales': // Hides the site's scales of these steps from the plugin, and shows them again; how many there are.
        [, $from, $to] = $plain;
        $found = $DB->get_fieldset_select('scale', 'id', $DB->sql_compare_text('scale') . ' = ?', [$from]);
        array_map(fn($id) => $DB->set_field('scale', 'scale', $to, ['id' => $id]), $found);
        answer(count($found));
        break;
    case 'hanging':
        $ids = [];
        $tables = ['competency_usercomp', 'competency_userevidencecomp', 'competency_usercompcourse', 'competency_evidence'];
        foreach ($tables as $table) {
            $column = match ($table) {
                'competency_evidence' => 'usercompetencyid IN (SELECT id FROM {competency_usercomp} WHERE competencyid',
                default => 'id IN (SELECT id FROM {' . $table . '} WHERE competencyid',
            };
            $ids[$table] = $DB->count_records_select($table, "$column IN (SELECT c.id FROM {competency} c
                JOIN {competency_framework} f ON f.id = c.competencyframeworkid WHERE f.idnumber = ?))", [$idnumber]);
        }
        answer($ids);
        break;
    case 'course': // One with two tagged pages, as a package of this framework leaves it.
        $id = new_course();
        require_once($CFG->dirroot . '/course/modlib.php');
        foreach (array_slice($plain, 2) as $number => $tag) {
            $cm = create_module((object) ['modulename' => 'page', 'course' => $id, 'section' => 0, 'visible' => 1,
                'name' => "Page $number", 'introeditor' => ['text' => '', 'format' => FORMAT_HTML, 'itemid' => 0],
                'content' => 'Text', 'contentformat' => FORMAT_HTML, 'display' => 5, 'printintro' => 0,
                'printlastmodified' => 0, 'cmidnumber' => '']);
            core_tag_tag::set_item_tags(
                'core',
                'course_modules',
                $cm->coursemodule,
                context_module::instance($cm->coursemodule),
                [$tag, 'hard']
            );
        }
        $DB->insert_record('local_moocbuild_course', ['courseid' => $id, 'coursekey' => "t$id", 'version' => '1', 'lang' => 'en',
            'packagehash' => '', 'facts' => json_encode(['framework' => $idnumber]), 'timeimported' => 0]);
        answer($id);
        break;
    case 'links':
        $course = (int) $plain[2];
        $added = (new linker($idnumber))->add($course);
        answer(['added' => $added, 'course' => $DB->count_records('competency_coursecomp', ['courseid' => $course]),
            'modules' => $DB->get_fieldset_sql('SELECT c.idnumber FROM {competency_modulecomp} m JOIN {competency} c
                ON c.id = m.competencyid JOIN {course_modules} cm ON cm.id = m.cmid
            WHERE cm.course = ? ORDER BY c.id', [$course])]);
        break;
    case 'remove':
        $framework = competency_framework::get_record(['idnumber' => $idnumber]);
        foreach (array_slice($plain, 2) as $course) {
            $DB->delete_records('local_moocbuild_course', ['courseid' => $course]);
            ob_start();
            delete_course((int) $course, false);
            ob_end_clean();
        }
        if ($framework) {
            $all = $DB->get_fieldset_select('competency', 'id', 'competencyframeworkid = ?', [$framework->get('id')]);
            [$in, $params] = $DB->get_in_or_equal($all);
            foreach (['usercomp', 'userevidencecomp', 'usercompcourse', 'coursecomp', 'modulecomp'] as $table) {
                $DB->delete_records_select("competency_$table", "competencyid $in", $params);
            }
            api::delete_framework($framework->get('id'));
        }
        answer((bool) $framework);
        break;
}
