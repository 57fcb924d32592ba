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

namespace local_moocbuild\evidence;

/**
 * Reads what learners have answered and played from the database.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class collector {
    /** Learners that are asked for at a time. */
    private const CHUNK = 500;
    /** Longer values are no score and no id of ours, and are never read. */
    private const VALUE_LENGTH = 255;

    /** @var pieces makes evidence of answers and runs. */
    private readonly pieces $pieces;
    /** @var tracks reads objectives. */
    private readonly tracks $tracks;

    /**
     * Constructor.
     *
     * @param source $source the course
     */
    public function __construct(
        /** @var source */
        private readonly source $source,
    ) {
        $this->pieces = new pieces($source->map);
        $this->tracks = new tracks($source->map->codes());
    }

    /**
     * Sums of evidence.
     *
     * @param int[] $userids learners
     * @return item_evidence[][] by learner and code
     */
    public function evidence(array $userids): array {
        $found = [];
        foreach (array_chunk($userids, self::CHUNK) as $some) {
            $answers = $this->answers($some);
            $runs = $this->runs($some);
            foreach ($some as $id) {
                $pieces = $this->pieces->of($answers[$id] ?? [], $runs[$id] ?? []);
                $found[$id] = arithmetic::of($pieces, $this->source->map->infinal);
            }
        }
        return $found;
    }

    /**
     * The best answer of each learner to each question in each quiz, of attempts that are handed in.
     *
     * @param int[] $userids learners
     * @return answer[][] by learner
     */
    private function answers(array $userids): array {
        global $DB;
        [$in, $params] = $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED);
        $rows = $DB->get_recordset_sql(
            "SELECT a.userid, a.quiz, v.questionbankentryid AS entry, MAX(s.fraction) AS fraction
               FROM {quiz} q
               JOIN {quiz_attempts} a ON a.quiz = q.id
               JOIN {question_attempts} qa ON qa.questionusageid = a.uniqueid
               JOIN {question_attempt_steps} s ON s.questionattemptid = qa.id
               JOIN {question_versions} v ON v.questionid = qa.questionid
              WHERE q.course = :course AND a.preview = 0 AND a.state = :finished AND a.userid $in
                AND s.fraction IS NOT NULL
                AND s.sequencenumber = (SELECT MAX(l.sequencenumber)
                                          FROM {question_attempt_steps} l
                                         WHERE l.questionattemptid = qa.id)
           GROUP BY a.userid, a.quiz, v.questionbankentryid",
            $params + ['course' => $this->source->courseid, 'finished' => 'finished']
        );
        return $this->as_answers(self::all($rows));
    }

    /**
     * Rows of best fractions as answers.
     *
     * @param \stdClass[] $rows userid, quiz, entry and fraction
     * @return answer[][] by learner
     */
    private function as_answers(array $rows): array {
        $questions = (new questions(array_unique(array_column($rows, 'entry'))))->all();
        $finals = array_intersect_key($this->instances('quiz'), $this->source->map->finals);
        $answers = [];
        foreach ($rows as $row) {
            $question = $questions[$row->entry] ?? null;
            if ($question) {
                $final = in_array((int) $row->quiz, $finals, true);
                $made = new answer($question->key, $question->tags, (float) $row->fraction, $question->points, $final);
                $answers[$row->userid][] = $made;
            }
        }
        return $answers;
    }

    /**
     * Shares of each run of each simulation, oldest first.
     *
     * @param int[] $userids learners
     * @return float[][][][] by learner, simulation, run and code
     */
    private function runs(array $userids): array {
        global $DB;
        $instances = $this->instances('scorm');
        $played = $this->source->packaged ? array_intersect_key($instances, $this->source->map->simulations) : $instances;
        if (!$played) {
            return [];
        }
        [$inusers, $users] = $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED);
        [$inscorms, $scorms] = $DB->get_in_or_equal(array_values($played), SQL_PARAMS_NAMED);
        $rows = $DB->get_recordset_sql(
            "SELECT v.id, a.userid, a.scormid, a.attempt, v.scoid, e.element, v.value
               FROM {scorm_attempt} a
               JOIN {scorm_scoes_value} v ON v.attemptid = a.id
               JOIN {scorm_element} e ON e.id = v.elementid
              WHERE a.scormid $inscorms AND a.userid $inusers
                AND {$DB->sql_like('e.element', ':objectives')}
                AND {$DB->sql_length('v.value')} <= :longest
           ORDER BY a.attempt, v.timemodified, v.id",
            $users + $scorms + ['objectives' => 'cmi.objectives%', 'longest' => self::VALUE_LENGTH]
        );
        $tracked = [];
        foreach ($rows as $row) {
            $tracked[$row->userid][$row->scormid]["$row->attempt/$row->scoid"][] = [$row->element, $row->value];
        }
        $rows->close();
        $of = fn($runs) => array_values(array_map($this->tracks->shares(...), $runs));
        return array_map(fn($simulations) => array_map($of, $simulations), $tracked);
    }

    /**
     * Activities of a kind: numbers of their instances, by idnumber (or a made one).
     *
     * @param string $kind of activity
     * @return int[]
     */
    private function instances(string $kind): array {
        global $DB;
        $rows = $DB->get_records_sql(
            'SELECT cm.id, cm.idnumber, cm.instance
               FROM {course_modules} cm
               JOIN {modules} m ON m.id = cm.module
              WHERE cm.course = :course AND m.name = :kind AND cm.deletioninprogress = 0',
            ['course' => $this->source->courseid, 'kind' => $kind]
        );
        $found = [];
        foreach ($rows as $row) {
            $found[(string) $row->idnumber === '' ? "#$row->id" : $row->idnumber] = (int) $row->instance;
        }
        return $found;
    }

    /**
     * All rows of a set that has no column of its own that tells them apart.
     *
     * @param \moodle_recordset $rows is closed
     * @return \stdClass[]
     */
    private static function all(\moodle_recordset $rows): array {
        $found = [];
        foreach ($rows as $row) {
            $found[] = $row;
        }
        $rows->close();
        return $found;
    }
}
