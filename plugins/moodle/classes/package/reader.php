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
 * Opens a package and looks at all of it before Moodle may see any of it.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class reader {
    /** Bytes of a file that is read as a whole. */
    private const WHOLE = 64 * 1024 ** 2;

    /**
     * Use {@see self::open()}.
     *
     * @param string $path of the archive
     * @param string $hash sha256 of it
     * @param facts $facts what it says of itself
     * @param string[] $contents sha1 of every file that it brings
     */
    private function __construct(
        /** @var string Path of the archive */
        public readonly string $path,
        /** @var string Its sha256 */
        public readonly string $hash,
        /** @var facts What it says of itself */
        public readonly facts $facts,
        /** @var string[] The sha1 of every file that it brings */
        public readonly array $contents,
    ) {
    }

    /**
     * Opens a package on this machine; there is no way to name one elsewhere.
     *
     * @param string $path of a file
     * @return self
     * @throws problem if it is damaged, foreign or hostile
     */
    public static function open(string $path): self {
        if (preg_match('#^[a-z0-9.+-]+://#i', $path) || !is_file($path)) {
            throw new problem('missing');
        }
        $zip = self::unlocked($path);
        try {
            if ($zip->locateName('moodle_backup.xml') === false) {
                throw new problem('foreign');
            }
            if ($zip->locateName('moocbuild.json') === false) {
                throw new problem('plain');
            }
            members::check($zip);
            $facts = facts::read(self::member($zip, 'moocbuild.json'));
            $contents = self::check_all($zip, $facts);
        } finally {
            $zip->close();
        }
        return new self($path, hash_file('sha256', $path), $facts, $contents);
    }

    /**
     * The archive, if it is one.
     *
     * @param string $path
     * @return \ZipArchive
     */
    private static function unlocked(string $path): \ZipArchive {
        $start = (string) file_get_contents($path, false, null, 0, 4);
        if (str_starts_with($start, "\x1f\x8b")) {
            throw new problem('foreign');
        }
        $zip = new \ZipArchive();
        if (!str_starts_with($start, "PK\x03\x04")) {
            throw new problem('damaged');
        }
        if (self::quietly(fn() => $zip->open($path, \ZipArchive::RDONLY), '') !== true) {
            throw new problem('damaged');
        }
        return $zip;
    }

    /**
     * Reads every member: the files of the backup by what they say, the others by their hash.
     *
     * @param \ZipArchive $zip
     * @param facts $facts
     * @return string[]
     */
    private static function check_all(\ZipArchive $zip, facts $facts): array {
        $contents = [];
        $ties = new ties();
        $names = array_map($zip->getNameIndex(...), range(0, $zip->numFiles - 1));
        foreach ($names as $name) {
            if (str_ends_with($name, '.xml')) {
                contents::check($name, self::member($zip, $name), $ties);
            } else if (str_starts_with($name, 'files/')) {
                $contents[] = self::quietly(fn() => self::check_hash($zip, $name), $name);
            }
        }
        $ties->check($facts, $names);
        return $contents;
    }

    /**
     * Reads from the archive. PHP warns of damage that is met on the way: here it has a message of its own.
     *
     * @param callable $work
     * @param string $name of what is read
     * @return mixed
     */
    private static function quietly(callable $work, string $name): mixed {
        set_error_handler(fn() => throw new problem('damaged', $name));
        try {
            return $work();
        } finally {
            restore_error_handler();
        }
    }

    /**
     * A whole member.
     *
     * @param \ZipArchive $zip
     * @param string $name
     * @return string
     */
    private static function member(\ZipArchive $zip, string $name): string {
        $entry = $zip->statName($name);
        if ($entry === false) {
            throw new problem('damaged', $name);
        }
        if ($entry['size'] > self::WHOLE) {
            throw new problem('large', $name);
        }
        $text = self::quietly(fn() => $zip->getFromName($name), $name);
        if ($text === false || strlen($text) !== $entry['size']) {
            throw new problem('damaged', $name);
        }
        return $text;
    }

    /**
     * A file is what its name says; a large one is never whole in memory.
     *
     * @param \ZipArchive $zip
     * @param string $name
     * @return string its sha1
     */
    private static function check_hash(\ZipArchive $zip, string $name): string {
        $stream = $zip->getStream($name);
        if ($stream === false) {
            throw new problem('damaged', $name);
        }
        $hash = hash_init('sha1');
        hash_update_stream($hash, $stream);
        fclose($stream);
        if (!str_ends_with($name, $found = hash_final($hash)) || substr($name, 6, 2) !== substr($found, 0, 2)) {
            throw new problem('damaged', $name);
        }
        return $found;
    }
}
