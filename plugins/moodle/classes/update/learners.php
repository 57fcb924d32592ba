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

namespace local_moocbuild\update;

/**
 * What learners have done in a course, as fingerprints: an update that changes one of them is undone.
 *
 * Learners go on working while a course is updated. What changes for somebody who is here just now is
 * their own doing, and no reason to undo anything.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class learners {
    /** Rows that hang on the course (:course), in an order that stays; each says whose it is. */
    private const ROWS = [
        'attempts' => 'SELECT a.id, a.userid, a.state, a.sumgrades, a.layout, a.timefinish FROM {quiz_attempts} a
            JOIN {quiz} z ON z.id = a.quiz WHERE z.course = :course AND a.preview = 0 ORDER BY a.id',
        'answers' => 'SELECT q.id, a.userid, q.questionid, q.maxmark, q.minfraction, q.responsesummary FROM {question_attempts} q
            JOIN {quiz_attempts} a ON a.uniqueid = q.questionusageid
            JOIN {quiz} z ON z.id = a.quiz WHERE z.course = :course AND a.preview = 0 ORDER BY q.id',
        'tracks' => 'SELECT v.id, a.userid, v.scoid, v.attemptid, v.elementid FROM {scorm_scoes_value} v
            JOIN {scorm_attempt} a ON a.id = v.attemptid
            JOIN {scorm} s ON s.id = a.scormid WHERE s.course = :course ORDER BY v.id',
        'grades' => "SELECT g.id, g.userid, g.rawgrade, g.finalgrade FROM {grade_grades} g
            JOIN {grade_items} i ON i.id = g.itemid
            WHERE i.courseid = :course AND i.itemtype IN ('mod', 'manual') AND g.rawgrade IS NOT NULL ORDER BY g.id",
        'completion' => 'SELECT c.id, c.userid, c.coursemoduleid, c.completionstate FROM {course_modules_completion} c
            JOIN {course_modules} m ON m.id = c.coursemoduleid WHERE m.course = :course ORDER BY c.id',
        'completed' => 'SELECT c.id, c.userid, c.timecompleted FROM {course_completions} c WHERE c.course = :course ORDER BY c.id',
    ];

    /**
     * A fingerprint of each learner's records.
     *
     * @param int $course
     * @return string[][] by kind of record and number of the learner
     */
    public static function records(int $course): array {
        global $DB;
        $found = [];
        foreach (self::ROWS as $name => $sql) {
            $found[$name] = [];
            $rows = $DB->get_recordset_sql($sql, ['course' => $course]);
            foreach ($rows as $row) {
                $before = $found[$name][$row->userid] ?? '';
                $found[$name][$row->userid] = sha1($before . json_encode((array) $row));
            }
            $rows->close();
        }
        return $found;
    }

    /**
     * How many attempts at an activity learners have begun, and not finished.
     *
     * @param string $kind
     * @param int $instance
     * @return int[] attempts, open; nothing for what is not attempted
     */
    public static function begun(string $kind, int $instance): array {
        global $DB;
        if ($kind === 'quiz') {
            $own = ['quiz' => $instance, 'preview' => 0];
            $open = array_map(
                fn($state) => $DB->count_records('quiz_attempts', $own + ['state' => $state]),
                ['inprogress', 'overdue']
            );
            return ['attempts' => $DB->count_records('quiz_attempts', $own), 'open' => array_sum($open)];
        }
        if ($kind === 'scorm') {
            $all = $DB->count_records('scorm_attempt', ['scormid' => $instance]);
            return ['attempts' => $all, 'open' => $all - self::ended($instance)];
        }
        return [];
    }

    /**
     * How many runs of a simulation have come to their end.
     *
     * @param int $scorm
     * @return int
     */
    private static function ended(int $scorm): int {
        global $DB;
        $column = $DB->sql_compare_text('v.value');
        return $DB->count_records_sql(
            "SELECT COUNT(DISTINCT a.id) FROM {scorm_attempt} a
            JOIN {scorm_scoes_value} v ON v.attemptid = a.id JOIN {scorm_element} e ON e.id = v.elementid
            WHERE a.scormid = :scorm AND e.element = 'cmi.core.lesson_status' AND $column IN ('completed', 'passed')",
            ['scorm' => $scorm]
        );
    }

    /**
     * Kinds of records that have changed for somebody who did not touch them.
     *
     * @param int $course
     * @param string[][] $before what `records` gave
     * @param int $since when that was
     * @return string[]
     */
    public static function harmed(int $course, array $before, int $since): array {
        $here = self::here($course, $since);
        $changed = function (string $name, array $now) use ($before, $here): bool {
            $differ = array_diff_assoc($before[$name], $now) + array_diff_assoc($now, $before[$name]);
            return (bool) array_diff_key($differ, $here);
        };
        return array_keys(array_filter(self::records($course), fn($now, $name) => $changed($name, $now), ARRAY_FILTER_USE_BOTH));
    }

    /**
     * Who is working in the course. Moodle notes that at most once in LASTACCESS_UPDATE_SECS.
     *
     * @param int $course
     * @param int $since
     * @return string[] by number of the learner
     */
    private static function here(int $course, int $since): array {
        global $DB;
        return $DB->get_records_select_menu(
            'user_lastaccess',
            'courseid = :course AND timeaccess >= :since',
            ['course' => $course, 'since' => $since - LASTACCESS_UPDATE_SECS],
            '',
            'userid, userid AS id'
        );
    }
}
