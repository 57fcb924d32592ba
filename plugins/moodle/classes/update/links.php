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
 * Links between the activities of one course, in words that mean the same in another.
 *
 * A restore makes them addresses with numbers; two courses can only be compared without these.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class links {
    /** @var string What finds an address of an activity, and its number */
    private string $pattern;

    /**
     * Of one course.
     *
     * @param string $root address of the site
     * @param string[] $keys idnumbers by the number of the course module
     */
    public function __construct(
        string $root,
        /** @var string[] Idnumbers by the number of the course module */
        private readonly array $keys,
    ) {
        $this->pattern = '#' . preg_quote($root, '#') . '/mod/(page|quiz|scorm)/view\.php\?id=(\d+)#';
    }

    /**
     * A text with idnumbers for numbers.
     *
     * @param string|null $text
     * @return string
     */
    public function normal(?string $text): string {
        $named = fn(array $found) => isset($this->keys[$found[2]]) ? "@@{$found[1]}:{$this->keys[$found[2]]}@@" : $found[0];
        return preg_replace_callback($this->pattern, $named, $text ?? '');
    }

    /**
     * A text of this course with the numbers of another.
     *
     * @param string|null $text
     * @param int[] $numbers of the other course's modules by idnumber
     * @return string
     */
    public function moved(?string $text, array $numbers): string {
        $number = fn(array $found) => $numbers[$this->keys[$found[2]] ?? ''] ?? $found[2];
        $led = fn(array $found) => substr($found[0], 0, -strlen($found[2])) . $number($found);
        return preg_replace_callback($this->pattern, $led, $text ?? '');
    }
}
