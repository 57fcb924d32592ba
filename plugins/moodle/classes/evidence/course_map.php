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
 * @license   https://www.gnu.org/licenses/gpl-3.0.html GNU GPL v3 or later
 */
final class course_map {
    /**
     * Constructor.
     *
     * @param array[] $items label and category (its code, '' for none) by item code, in order
     * @param string[] $categories label by category code
     * @param array[] $questions items (codes, the main one first), points and final by question idnumber
     * @param bool[] $finals idnumbers of final quizzes, as keys
     * @param bool[] $simulations idnumbers of simulations, as keys
     */
    public function __construct(
        public readonly array $items,
        public readonly array $categories,
        public readonly array $questions,
        public readonly array $finals,
        public readonly array $simulations,
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
            $items[$row['code']] = ['label' => self::text($row, 'label'), 'category' => self::text($row, 'category')];
        }
        $categories = [];
        foreach (self::rows($manifest, 'categories', 'code') as $row) {
            $categories[$row['code']] = self::text($row, 'label');
        }
        $finals = [];
        $simulations = [];
        foreach (self::rows($manifest, 'activities', 'idnumber') as $row) {
            if (self::text($row, 'kind') === 'scorm') {
                $simulations[$row['idnumber']] = true;
            }
            if (!empty($row['final'])) {
                $finals[$row['idnumber']] = true;
            }
        }
        return new self($items, $categories, self::questions($manifest, $items), $finals, $simulations);
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
     * Codes of the items that final questions ask for.
     *
     * @return string[]
     */
    public function in_final(): array {
        $codes = [];
        foreach ($this->questions as $question) {
            $codes = $question['final'] ? array_merge($codes, $question['items']) : $codes;
        }
        return array_values(array_unique($codes));
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
            $tagged[\core_text::strtolower($tag)] = true;
        }
        $known = $this->questions[$idnumber]['items'] ?? [];
        $order = array_merge($known, array_diff($this->in_order_of($tags), $known));
        return array_values(array_filter($order, fn($code) => isset($tagged[\core_text::strtolower($code)])));
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
            $codes[\core_text::strtolower($code)] = $code;
        }
        $found = array_map(fn($tag) => $codes[\core_text::strtolower($tag)] ?? null, $tags);
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
        foreach (is_array($manifest['questions'] ?? null) ? $manifest['questions'] : [] as $idnumber => $row) {
            if (!is_array($row) || !is_array($row['items'] ?? null)) {
                continue;
            }
            $codes = array_map('strval', array_filter($row['items'], 'is_scalar'));
            $points = $row['points'] ?? 1;
            $questions[(string) $idnumber] = [
                'items' => array_values(array_filter($codes, fn($code) => isset($items[$code]))),
                'points' => (is_int($points) || is_float($points)) && $points > 0 && $points <= 1000 ? (float) $points : 1.0,
                'final' => !empty($row['final']),
            ];
        }
        return $questions;
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

    /**
     * A text of a row, '' where there is none.
     *
     * @param array $row an object of the file
     * @param string $key of the text
     */
    private static function text(array $row, string $key): string {
        return is_scalar($row[$key] ?? null) ? (string) $row[$key] : '';
    }
}
