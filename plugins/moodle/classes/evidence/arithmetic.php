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
 * The rules of the course: what pieces of evidence say of each item.
 *
 * The same arithmetic as the course player's; both pass the golden vectors in tests/evidence.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class arithmetic {
    /**
     * Sums up evidence by item.
     *
     * @param piece[] $pieces evidence of one learner
     * @param string[] $infinal codes of the items that final questions ask for
     * @return item_evidence[] by code
     */
    public static function of(array $pieces, array $infinal): array {
        $rules = rules::get();
        $items = [];
        foreach ($pieces as $piece) {
            $items[$piece->item] ??= new item_evidence();
            $items[$piece->item]->add($piece, $rules->weights[$piece->kind] * ($piece->main ? 1.0 : $rules->secondary));
        }
        foreach ($items as $code => $evidence) {
            $evidence->state = self::state($evidence, in_array((string) $code, $infinal, true));
        }
        return $items;
    }

    /**
     * The shares of one run of a simulation, from what its choices are worth.
     *
     * @param array[] $evidence pairs of a code and a value from 0 to 2
     * @return float[] share by code
     */
    public static function run(array $evidence): array {
        $values = [];
        foreach ($evidence as [$code, $value]) {
            $values[$code][] = $value / rules::get()->choice;
        }
        return array_map(fn($shares) => array_sum($shares) / count($shares), $values);
    }

    /**
     * The best of several runs: the one with the highest mean share, the later of two that are equal.
     *
     * @param array[] $runs each share by code, in order of time
     * @return float[] share by code
     */
    public static function best(array $runs): array {
        $best = [];
        foreach ($runs as $run) {
            if (self::mean($run) >= self::mean($best)) {
                $best = $run;
            }
        }
        return $best;
    }

    /**
     * The mean of shares.
     *
     * @param float[] $shares of one run
     */
    private static function mean(array $shares): float {
        return $shares ? array_sum($shares) / count($shares) : 0.0;
    }

    /**
     * What a sum says.
     *
     * @param item_evidence $evidence evidence of an item
     * @param bool $infinal whether a final question asks for the item
     */
    private static function state(item_evidence $evidence, bool $infinal): state {
        $rules = rules::get();
        $share = $evidence->share() + $rules->nearly;
        if ($evidence->pieces() < $rules->pieces) {
            return state::unseen;
        }
        if ($share < $rules->developing) {
            return state::emerging;
        }
        $broad = count($evidence->kinds) >= $rules->kinds || (!$infinal && $evidence->questions() >= $rules->questions);
        return $share >= $rules->shown && $broad ? state::shown : state::developing;
    }
}
