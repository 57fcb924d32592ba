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
 * What a site has set by itself, and an update leaves: decided from plain structures (see {@see difference}). Pure.
 *
 * It is what differs from the last package: names of sections and activities, pass mark and order of answers of quizzes.
 * Where the package changes it as well, a note says what it would be.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class own {
    /**
     * The package with what the site has set; with it notes.
     *
     * @param array $here the course
     * @param array $new the package
     * @param array $last what the last package said: `activities` by idnumber, titles of `sections` by name
     * @param int[] $ids numbers of the course's sections by name
     * @param string[] $names of the package's sections, in order
     * @return array of the package, and notes
     */
    public static function kept(array $here, array $new, array $last, array $ids, array $names): array {
        $notes = [];
        foreach ($new['activities'] as $key => $wanted) {
            $row = $here['activities'][$key] ?? null;
            $said = $last['activities'][$key] ?? [];
            if (!$row || $row['kind'] !== $wanted['kind']) {
                continue;
            }
            foreach (self::set($row, $said) as $field => $was) {
                $note = self::note($field, (string) $key, $row, $wanted, $was);
                $notes = [...$notes, ...$note];
                $new['activities'][$key]['fields'][$field] = $row['fields'][$field];
                if ($field === 'name') {
                    $new['activities'][$key]['title'] = $row['title'];
                }
            }
        }
        $rows = array_column($here['sections'], 'name', 'id');
        foreach ($names as $at => $name) {
            $now = $rows[$ids[$name] ?? 0] ?? null;
            $was = $last['sections'][$name] ?? null;
            if ($now !== null && $was !== null && $now !== $was && isset($new['sections'][$at + 1])) {
                $then = $new['sections'][$at + 1]['name'];
                $notes = [...$notes, ...($then === $was || $then === $now ? [] : [self::named($name, $now, $then)])];
                $new['sections'][$at + 1]['name'] = $now;
            }
        }
        return [$new, $notes];
    }

    /**
     * Fields of an activity that the site has set.
     *
     * @param array $row
     * @param array $said what the last package said of it
     * @return array what they were in the last package
     */
    private static function set(array $row, array $said): array {
        $was = ['name' => $said['title'] ?? null];
        if ($row['kind'] === 'quiz') {
            $grade = $row['fields']['grade'] ?? 0;
            // A pass mark is in percent, whatever the quiz is graded out of.
            $was['pass'] = isset($said['pass']) && $grade > 0 ? $said['pass'] * $grade / 100 : null;
            $was['shuffle'] = isset($said['shuffle']) ? (int) $said['shuffle'] : null;
        }
        $differs = fn($value, $field) => $value !== null && isset($row['fields'][$field]) && (is_string($value)
            ? $row['fields'][$field] !== $value : abs($row['fields'][$field] - $value) > 0.001);
        return array_filter($was, $differs, ARRAY_FILTER_USE_BOTH);
    }

    /**
     * A note where the package changes a field that the site has set.
     *
     * @param string $field
     * @param string $key
     * @param array $row
     * @param array $wanted
     * @param mixed $was in the last package
     * @return array[]
     */
    private static function note(string $field, string $key, array $row, array $wanted, mixed $was): array {
        [$now, $then] = [$row['fields'][$field], $wanted['fields'][$field]];
        if (is_string($was) ? $then === $was : abs($then - $was) <= 0.001) {
            return [];
        }
        if ($now === $then) {
            return [];
        }
        return [match ($field) {
            'name' => self::named($key, $now, $then),
            'pass' => ['note' => 'own_pass', 'key' => $key, 'title' => $row['title'], 'now' => $now, 'then' => $then],
            default => ['note' => 'own_shuffle', 'key' => $key, 'title' => $row['title']],
        }];
    }

    /**
     * A note on a name.
     *
     * @param string $key
     * @param string $now
     * @param string $then
     * @return array
     */
    private static function named(string $key, string $now, string $then): array {
        return ['note' => 'own_name', 'key' => $key, 'title' => $now, 'other' => $then];
    }
}
