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
 * Files of texts: what there is, and making one area equal to another.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class files {
    /** Areas of the parts of a question; the others belong to the question itself. */
    private const PARTS = ['answer' => 'answers', 'answerfeedback' => 'answers', 'hint' => 'hints',
        'subquestion' => 'subquestions'];

    /**
     * Hashes of contents by area and path.
     *
     * @param int $context
     * @param string $component
     * @param string[] $areas
     * @return string[]
     */
    public static function listed(int $context, string $component, array $areas): array {
        $found = [];
        foreach ($areas as $area) {
            foreach (get_file_storage()->get_area_files($context, $component, $area, 0, 'id', false) as $file) {
                $found[$area . $file->get_filepath() . $file->get_filename()] = $file->get_contenthash();
            }
        }
        ksort($found);
        return $found;
    }

    /**
     * The files of a question: area, path and hash of each.
     *
     * @param \stdClass $data as question_bank::load_question_data gives it
     * @param int $context
     * @return string[]
     */
    public static function of_question(\stdClass $data, int $context): array {
        global $DB;
        // Those of questions in its text, too.
        $asked = [$data, ...array_values((array) ($data->options->questions ?? []))];
        $answers = array_map(fn($each) => array_keys((array) ($each->options->answers ?? [])), $asked);
        $numbers = [
            'answers' => array_merge(...$answers),
            'hints' => array_keys((array) ($data->hints ?? [])),
            'subquestions' => array_keys((array) ($data->options->subquestions ?? [])),
        ];
        $all = array_merge([(int) $data->id], ...array_values($numbers));
        [$in, $params] = $DB->get_in_or_equal($all, SQL_PARAMS_NAMED);
        $rows = $DB->get_records_select('files', "contextid = :context AND itemid $in AND filename <> '.'
            AND component IN ('question', 'qtype_match')", $params + ['context' => $context], 'id');
        $found = [];
        foreach ($rows as $row) {
            $part = self::PARTS[$row->filearea] ?? null;
            $own = $part === null ? [$data->id] : $numbers[$part];
            if (in_array($row->itemid, $own)) {
                $found[] = "$row->filearea/" . array_search($row->itemid, $own) . "$row->filepath$row->filename $row->contenthash";
            }
        }
        sort($found);
        return $found;
    }

    /**
     * Makes an area of one activity equal to that of another.
     *
     * @param int $from context
     * @param int $to context
     * @param string $component
     * @param string $area
     */
    public static function copy(int $from, int $to, string $component, string $area): void {
        $storage = get_file_storage();
        $wanted = $storage->get_area_files($from, $component, $area, 0, 'id', false);
        $names = array_map(fn($file) => $file->get_filepath() . $file->get_filename() . $file->get_contenthash(), $wanted);
        $kept = [];
        foreach ($storage->get_area_files($to, $component, $area, 0, 'id', false) as $file) {
            $name = $file->get_filepath() . $file->get_filename() . $file->get_contenthash();
            in_array($name, $names, true) ? $kept[] = $name : $file->delete();
        }
        foreach ($wanted as $file) {
            if (!in_array($file->get_filepath() . $file->get_filename() . $file->get_contenthash(), $kept, true)) {
                $storage->create_file_from_storedfile(['contextid' => $to], $file);
            }
        }
    }
}
