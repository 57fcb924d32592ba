<?php
// This file is part of local_moocbuild, a plugin for Moodle - https://moodle.org/
//
// local_moocbuild is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// local_moocbuild is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <https://www.gnu.org/licenses/>.

namespace local_moocbuild\evidence;

/**
 * From answers and runs of one learner to pieces of evidence. Pure: knows no database.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class pieces {
    /**
     * Constructor.
     *
     * @param course_map $map what the course says of its questions
     */
    public function __construct(
        /** @var course_map */
        private readonly course_map $map,
    ) {
    }

    /**
     * All pieces of a learner.
     *
     * @param answer[] $answers in any order; of a question the best one in a final counts, else the best one
     * @param array[][] $runs shares by code of each run, oldest first, by simulation
     * @return piece[]
     */
    public function of(array $answers, array $runs): array {
        $pieces = [];
        foreach ($this->best($answers) as $answer) {
            array_push($pieces, ...$this->of_answer($answer));
        }
        foreach ($runs as $simulation) {
            foreach (arithmetic::best($simulation) as $code => $share) {
                $pieces[] = new piece((string) $code, piece::SCENARIO, $share);
            }
        }
        return $pieces;
    }

    /**
     * The answer to each question that counts: the best one in a final, else the best one.
     *
     * @param answer[] $answers of one learner
     * @return answer[]
     */
    private function best(array $answers): array {
        $best = [];
        foreach ($answers as $answer) {
            $key = "question $answer->question"; // PHP makes a number of a key that looks like one.
            $worth = [$answer->final, $answer->share()];
            if ($answer->share() !== null && (!isset($best[$key]) || $worth > [$best[$key]->final, $best[$key]->share()])) {
                $best[$key] = $answer;
            }
        }
        return array_values($best);
    }

    /**
     * The pieces that one answer gives: one for each item that the question asks for.
     *
     * @param answer $answer the best one
     * @return piece[]
     */
    private function of_answer(answer $answer): array {
        $kind = $answer->final ? piece::FINAL : piece::QUIZ;
        $pieces = [];
        foreach ($this->map->asked($answer->question, $answer->tags) as $place => $code) {
            $pieces[] = new piece($code, $kind, $answer->share(), $this->points($answer), $place === 0);
        }
        return $pieces;
    }

    /**
     * What a question counts: as its package says, else its default mark.
     *
     * @param answer $answer to the question
     */
    private function points(answer $answer): float {
        return $this->map->questions[$answer->question]['points'] ?? $answer->points;
    }
}
