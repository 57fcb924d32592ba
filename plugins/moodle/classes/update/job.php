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
 * What every step of an update needs to know.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class job {
    /** @var int[]|null Numbers of modules, once all are there */
    private ?array $numbers = null;

    /**
     * One update.
     *
     * @param int $course the course
     * @param array $here what it is
     * @param array $new what the package wants; numbers in it are of the staging course
     * @param string $framework idnumber of the competency framework
     * @param string[] $sections the package's sections by number, from 1
     * @param string[] $places section by idnumber
     */
    public function __construct(
        /** @var int The course */
        public readonly int $course,
        /** @var array What it is */
        public readonly array $here,
        /** @var array What the package wants */
        public readonly array $new,
        /** @var string Idnumber of the competency framework */
        public readonly string $framework,
        /** @var string[] The package's sections */
        public readonly array $sections,
        /** @var string[] Section by idnumber */
        public readonly array $places,
    ) {
    }

    /**
     * Numbers of the course's modules by idnumber, those added meanwhile as well.
     *
     * @return int[]
     */
    public function numbers(): array {
        if ($this->numbers !== null) {
            return $this->numbers;
        }
        $found = array_map(fn($row) => $row['cm'], $this->here['activities']);
        foreach (snapshot::modules_of($this->course) as $module) {
            if (isset($this->new['activities'][$module->idnumber])) {
                $found[$module->idnumber] ??= (int) $module->id;
            }
        }
        if (!array_diff_key($this->new['activities'], $found)) {
            $this->numbers = $found;
        }
        return $found;
    }

    /**
     * A text of the staging course with links into the course.
     *
     * @param string|null $text
     * @return string
     */
    public function text(?string $text): string {
        return $this->new['links']->moved($text, $this->numbers());
    }
}
