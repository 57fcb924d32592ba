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
 * What a course says of itself: its items, what its questions ask for, which activities are finals.
 *
 * Read from the moocbuild.json that came with its package. Pure: knows arrays, no database.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class course_map {
    /** More points than any question has. */
    private const MOST_POINTS = 1000;

    /**
     * Constructor.
     *
     * @param array[] $items label and practice (whether it can only be shown with people) by code, in order
     * @param array[] $questions items (codes, the main one first) and points by question idnumber
     * @param string[] $infinal codes of the items that final questions ask for
     * @param bool[] $finals idnumbers of final quizzes, as keys
     * @param bool[] $simulations idnumbers of simulations, as keys
     */
    public function __construct(
        /** @var array */
        public readonly array $items,
        /** @var array */
        public readonly array $questions = [],
        /** @var array */
        public readonly array $infinal = [],
        /** @var array */
        public readonly array $finals = [],
        /** @var array */
        public readonly array $simulations = [],
    ) {
    }

    /**
     * Reads moocbuild.json. What has not the expected shape is left out.
     *
     * @param array $manifest the decoded file
     */
    public static function from_manifest(array $manifest): self {
        $items = [];
        foreach (self::rows($manifest, 'items', 'code') as $row) {
            $label = is_string($row['label'] ?? null) ? $row['label'] : '';
            $items[$row['code']] = ['label' => $label, 'practice' => !empty($row['practice'])];
        }
        $finals = [];
        $simulations = [];
        foreach (self::rows($manifest, 'activities', 'idnumber') as $row) {
            if (($row['kind'] ?? '') === 'scorm') {
                $simulations[$row['idnumber']] = true;
            }
            if (!empty($row['final'])) {
                $finals[$row['idnumber']] = true;
            }
        }
        $infinal = self::codes_in($manifest['inFinal'] ?? null, $items);
        return new self($items, self::questions($manifest, $items), $infinal, $finals, $simulations);
    }

    /**
     * The codes of all items.
     *
     * @return string[]
     */
    public function codes(): array {
        return array_map('strval', array_keys($this->items));
    }

    /**
     * The items that a question gives evidence of, the main one first.
     *
     * Its tags say which; the order is the package's, as far as that knows the question and them.
     *
     * @param string $idnumber of the question
     * @param string[] $tags of the question, in order
     * @return string[] codes
     */
    public function asked(string $idnumber, array $tags): array {
        $tagged = [];
        foreach ($tags as $tag) {
            $tagged[mb_strtolower($tag)] = true;
        }
        $known = $this->questions[$idnumber]['items'] ?? [];
        $order = array_merge($known, array_diff($this->in_order_of($tags), $known));
        return array_values(array_filter($order, fn($code) => isset($tagged[mb_strtolower($code)])));
    }

    /**
     * Those tags that are items.
     *
     * @param string[] $tags in order
     * @return string[] codes
     */
    private function in_order_of(array $tags): array {
        $codes = [];
        foreach ($this->codes() as $code) {
            $codes[mb_strtolower($code)] = $code;
        }
        $found = array_map(fn($tag) => $codes[mb_strtolower($tag)] ?? null, $tags);
        return array_values(array_unique(array_filter($found, 'is_string')));
    }

    /**
     * The questions of a manifest.
     *
     * @param array $manifest the decoded file
     * @param array[] $items known items, by code
     */
    private static function questions(array $manifest, array $items): array {
        $questions = [];
        foreach (self::rows($manifest, 'questions', 'idnumber') as $row) {
            $points = $row['points'] ?? 1;
            $plain = (is_int($points) || is_float($points)) && $points > 0 && $points <= self::MOST_POINTS;
            $questions[$row['idnumber']] = [
                'items' => self::codes_in($row['items'] ?? null, $items),
                'points' => $plain ? (float) $points : 1.0,
            ];
        }
        return $questions;
    }

    /**
     * Those entries of a list that are known items.
     *
     * @param mixed $list of the file
     * @param array[] $items known items, by code
     * @return string[] codes
     */
    private static function codes_in(mixed $list, array $items): array {
        $codes = array_map('strval', array_filter(is_array($list) ? $list : [], 'is_scalar'));
        return array_values(array_unique(array_filter($codes, fn($code) => isset($items[$code]))));
    }

    /**
     * The objects of a list that have a key, which is made text.
     *
     * @param array $manifest the decoded file
     * @param string $list name of the list
     * @param string $key what each must have
     * @return array[]
     */
    private static function rows(array $manifest, string $list, string $key): array {
        $rows = [];
        foreach (is_array($manifest[$list] ?? null) ? $manifest[$list] : [] as $row) {
            if (is_array($row) && is_scalar($row[$key] ?? null) && (string) $row[$key] !== '') {
                $rows[] = [$key => (string) $row[$key]] + $row;
            }
        }
        return $rows;
    }
}
