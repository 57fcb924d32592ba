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
 * Which section is which, and in what order things stand, without losing what the site has added.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class order {
    /**
     * The section in which most activities of each of the package's sections stand.
     *
     * @param array $sections rows with id and sequence, the course's own; the first one is section 0
     * @param string[] $places section of the package by idnumber
     * @return int[] number of the section by the package's name for it; section 0 is ''
     */
    public static function sections(array $sections, array $places): array {
        $votes = [];
        foreach (array_slice($sections, 1) as $section) {
            foreach ($section['sequence'] as $token) {
                if (isset($places[$token])) {
                    $votes[$places[$token]][$section['id']] = ($votes[$places[$token]][$section['id']] ?? 0) + 1;
                }
            }
        }
        return ['' => $sections[0]['id'] ?? 0] + self::elected($votes);
    }

    /**
     * Each name its most voted section; a section stands for one name only.
     *
     * @param array $votes counts by name and section
     * @return int[]
     */
    private static function elected(array $votes): array {
        $claims = [];
        foreach ($votes as $name => $counts) {
            foreach ($counts as $id => $count) {
                $claims[] = [$count, $name, $id];
            }
        }
        // A stable sort: where counts are equal, the section that comes first wins.
        usort($claims, fn($one, $other) => $other[0] <=> $one[0]);
        $found = [];
        foreach ($claims as [, $name, $id]) {
            if (!isset($found[$name]) && !in_array($id, $found, true)) {
                $found[$name] = $id;
            }
        }
        return $found;
    }

    /**
     * What a section shows after the update.
     *
     * What is not the package's stays behind what it stands behind now.
     *
     * @param string[] $now
     * @param string[] $wanted the package's, in its order
     * @param string[] $ours all that the package has anywhere
     * @return string[]
     */
    public static function arranged(array $now, array $wanted, array $ours): array {
        $behind = ['' => []];
        $last = '';
        foreach ($now as $token) {
            if (in_array($token, $wanted, true)) {
                $last = $token;
            } else if (!in_array($token, $ours, true)) {
                $behind[$last][] = $token;
            }
        }
        $found = $behind[''];
        foreach ($wanted as $token) {
            array_push($found, $token, ...($behind[$token] ?? []));
        }
        return $found;
    }

    /**
     * Whether what both lists have stands in another order.
     *
     * @param string[] $now
     * @param string[] $then
     * @return bool
     */
    public static function differs(array $now, array $then): bool {
        return array_values(array_intersect($now, $then)) !== array_values(array_intersect($then, $now));
    }
}
