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
 * Which questions the places of a quiz may ask, in a course as it is or will be. Pure.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class pool {
    /**
     * Of one state of a course (rows as {@see difference} has them).
     *
     * @param array[] $questions
     * @param array[] $categories
     */
    public function __construct(
        /** @var array[] Questions by idnumber */
        private readonly array $questions,
        /** @var array[] Categories by idnumber */
        private readonly array $categories,
    ) {
    }

    /**
     * The same after an update, if every question goes where the package has it.
     *
     * @param array $new the package
     * @param string[] $gone idnumbers of questions that it has no longer
     * @param string[] $back of those that it has again
     * @return self
     */
    public function after(array $new, array $gone, array $back): self {
        $questions = $new['questions'] + $this->questions;
        foreach ($questions as $key => $row) {
            $hidden = $this->questions[$key]['hidden'] ?? false;
            $questions[$key]['hidden'] = in_array((string) $key, $gone, true)
                || ($hidden && !in_array((string) $key, $back, true));
        }
        return new self($questions, $new['categories'] + $this->categories);
    }

    /**
     * What one place may ask.
     *
     * @param array $slot
     * @return string[] idnumbers
     */
    public function of(array $slot): array {
        if (!isset($slot['category'])) {
            return array_filter([$slot['question'] ?? '']);
        }
        $drawn = fn($row) => !$row['hidden'] && ($row['kind'] ?? '') !== 'description' && $this->within($row['category'], $slot);
        return array_map('strval', array_keys(array_filter($this->questions, $drawn)));
    }

    /**
     * Questions that must not leave their categories, as draws of a quiz would find too few without them.
     *
     * @param array[] $slots
     * @param self $after
     * @return string[] idnumbers
     */
    public function needed(array $slots, self $after): array {
        $found = [];
        foreach (array_filter($slots, fn($slot) => isset($slot['category'])) as $slot) {
            $now = $this->of($slot);
            $then = $after->of($slot);
            // Places that ask nothing but what this one may draw compete with it.
            $rivals = array_filter($slots, fn($other) => !array_diff($this->of($other), $now));
            if (count($then) < count($rivals)) {
                array_push($found, ...array_diff($now, $then));
            }
        }
        return array_values(array_unique($found));
    }

    /**
     * Whether a place draws from a category.
     *
     * @param string $category
     * @param array $slot
     * @return bool
     */
    private function within(string $category, array $slot): bool {
        while ($slot['below'] && $category !== '' && $category !== $slot['category']) {
            $category = $this->categories[$category]['parent'] ?? '';
        }
        return $category === $slot['category'];
    }
}
