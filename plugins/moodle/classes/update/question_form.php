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
 * What a question is, without what differs between two copies of it.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class question_form {
    /** Columns that tell where or when, not what. */
    private const WHERE = ['id', 'question', 'questionid', 'category', 'categoryobject', 'questioncategoryid', 'contextid',
        'stamp', 'version', 'versionid', 'questionbankentryid', 'timecreated', 'timemodified', 'createdby', 'modifiedby',
        'idnumber', 'status', 'hidden', 'export_process', 'questionsetcontextid', 'parent'];

    /** Columns that hold the number of an answer. */
    private const ANSWERS = ['trueanswer', 'falseanswer', 'answer'];

    /**
     * The same text for the same question, whatever its numbers.
     *
     * @param mixed $data as question_bank::load_question_data gives it
     * @param callable $text what makes a text comparable
     * @param array $others what else belongs to it: tags, files
     * @return string
     */
    public static function of(mixed $data, callable $text, array $others = []): string {
        // Objects that can be written as JSON; numbers come from the database as texts, in both copies alike.
        $rows = json_decode(json_encode($data, JSON_THROW_ON_ERROR), true, 64, JSON_THROW_ON_ERROR);
        $answers = array_flip(array_map('strval', array_keys($rows['options']['answers'] ?? [])));
        return json_encode([self::plain($rows, $answers, $text), $others], JSON_THROW_ON_ERROR);
    }

    /**
     * What earns what: the share of each answer, the partner of each row, the place of each step.
     *
     * @param \stdClass $data as question_bank::load_question_data gives it
     * @return array texts as they are kept => [sort of value, value]
     */
    public static function right(\stdClass $data): array {
        $found = [];
        $sort = ($data->qtype ?? '') === 'ordering' ? 'place' : 'share';
        foreach ($data->options->answers ?? [] as $answer) {
            $found[(string) $answer->answer] = [$sort, (float) $answer->fraction];
        }
        foreach ($data->options->subquestions ?? [] as $pair) {
            $found[(string) $pair->questiontext] = ['partner', (string) $pair->answertext];
        }
        foreach (array_values($data->options->questions ?? []) as $number => $part) {
            foreach (is_object($part) ? self::right($part) : [] as $text => $value) {
                $found['[' . ($number + 1) . "] $text"] = $value;
            }
        }
        unset($found['']);
        return $found;
    }

    /**
     * What is another in a new version: its name, its worth, or its texts.
     *
     * @param array $now a row as {@see difference} has them
     * @param array $then the same of the new version
     * @return array with what, and where there is something to say values, turned
     */
    public static function changed(array $now, array $then): array {
        $turned = self::turned($now['right'] ?? [], $then['right'] ?? []);
        $named = $now['title'] !== $then['title'];
        $text = !$turned && (!$named || self::unnamed($now['form']) !== self::unnamed($then['form']));
        return ['what' => [...($named ? ['name'] : []), ...($text ? ['text'] : [])], 'turned' => $turned]
            + ($named ? ['values' => ['name' => [$now['title'], $then['title']]]] : []);
    }

    /**
     * A form without the question's name.
     *
     * @param string $form what `of` gave
     * @return mixed
     */
    private static function unnamed(string $form): mixed {
        $read = json_decode($form, true);
        unset($read[0]['name']);
        return $read ?? $form;
    }

    /**
     * What has another worth in a new version, of texts that stand in both.
     *
     * @param array $now what `right` gave
     * @param array $then the same of the new version
     * @return array[] rows with text, sort, now, then
     */
    public static function turned(array $now, array $then): array {
        [$now, $then] = [self::placed($now, $then), self::placed($then, $now)];
        $found = [];
        foreach (array_intersect_key($now, $then) as $text => [$sort, $value]) {
            if ($then[$text] !== [$sort, $value]) {
                $found[] = ['text' => (string) $text, 'sort' => $sort, 'now' => $value, 'then' => $then[$text][1]];
            }
        }
        return $found;
    }

    /**
     * Places of steps among those that stand in both versions.
     *
     * @param array $rows
     * @param array $others
     * @return array
     */
    private static function placed(array $rows, array $others): array {
        $steps = array_filter(array_intersect_key($rows, $others), fn($row) => $row[0] === 'place');
        uasort($steps, fn($one, $two) => $one[1] <=> $two[1]);
        foreach (array_keys($steps) as $place => $text) {
            $rows[$text] = ['place', $place + 1];
        }
        return $rows;
    }

    /**
     * Rows without numbers of rows; lists in order.
     *
     * @param array $rows
     * @param int[] $answers places of answers by their numbers
     * @param callable $text
     * @return array
     */
    private static function plain(array $rows, array $answers, callable $text): array {
        $listed = $rows !== [] && array_filter(array_keys($rows), 'is_int') === array_keys($rows);
        $found = [];
        foreach ($listed ? array_values($rows) : $rows as $name => $value) {
            if (in_array($name, self::WHERE, true)) {
                continue;
            }
            if (is_array($value)) {
                $value = self::plain($value, $answers, $text);
            } else if (in_array($name, self::ANSWERS, true) && isset($answers[(string) $value])) {
                $value = "answer {$answers[(string) $value]}";
            } else if ($name === 'options') {
                // Of a hint: an ordering question writes 1 for null as soon as somebody is asked (4.5 and 5.1).
                $value = $value ?? '1';
            } else if ($value !== null) {
                $value = $text((string) $value);
            }
            $found[$name] = $value;
        }
        if (!$listed) {
            ksort($found);
        }
        return $found;
    }
}
