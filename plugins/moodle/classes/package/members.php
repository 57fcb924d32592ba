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

namespace local_moocbuild\package;

/**
 * The names in an archive: only such as moocbuild writes, none of which could leave the folder.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class members {
    /** Files in a package at most. */
    private const MOST = 50000;

    /** Bytes of all files at most, unpacked. */
    private const LARGEST = 4 * 1024 ** 3;

    /** What moocbuild's archives hold, and nothing else. */
    private const KNOWN = '#^(?:
        moocbuild\.json
        | [a-z_]+\.xml
        | course/[a-z]+\.xml
        | sections/section_\d{1,18}/section\.xml
        | activities/[a-z]+_\d{1,18}/[a-z_]+\.xml
        | files/[0-9a-f]{2}/[0-9a-f]{40}
    )$#Dx';

    /**
     * Looks at every name.
     *
     * @param \ZipArchive $zip
     * @throws problem if one is not moocbuild's
     */
    public static function check(\ZipArchive $zip): void {
        if ($zip->numFiles > self::MOST) {
            throw new problem('many', (string) $zip->numFiles);
        }
        $met = [];
        $size = 0;
        for ($at = 0; $at < $zip->numFiles; $at++) {
            $entry = $zip->statIndex($at);
            if ($entry === false) {
                throw new problem('damaged');
            }
            self::check_name($entry['name'], $met);
            self::check_kind($zip, $at, $entry['name']);
            $size += $entry['size'];
        }
        if ($size > self::LARGEST) {
            throw new problem('large', (string) intdiv($size, 1024 ** 2));
        }
    }

    /**
     * A known name that did not come before.
     *
     * @param string $name
     * @param array $met names so far, as keys
     */
    private static function check_name(string $name, array &$met): void {
        if (!preg_match(self::KNOWN, $name)) {
            throw new problem('name', self::shown($name));
        }
        if (isset($met[$name])) {
            throw new problem('twice', $name);
        }
        $met[$name] = true;
    }

    /**
     * A plain file: no link, no device, not locked with a password.
     *
     * @param \ZipArchive $zip
     * @param int $at
     * @param string $name
     */
    private static function check_kind(\ZipArchive $zip, int $at, string $name): void {
        $system = 0;
        $attributes = 0;
        $zip->getExternalAttributesIndex($at, $system, $attributes);
        $type = ($attributes >> 16) & 0170000;
        if ($system === \ZipArchive::OPSYS_UNIX && $type !== 0 && $type !== 0100000) {
            throw new problem('name', $name);
        }
        $entry = $zip->statIndex($at);
        if (($entry['encryption_method'] ?? 0) !== \ZipArchive::EM_NONE) {
            throw new problem('locked', $name);
        }
    }

    /**
     * A name fit to be shown.
     *
     * @param string $name
     * @return string
     */
    private static function shown(string $name): string {
        return substr(preg_replace('/[^\x20-\x7e]/', '?', $name), 0, 100);
    }
}
