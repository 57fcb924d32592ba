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
 * What an update will do: steps, and notes on what it leaves as it is.
 *
 * A step has `do`, `key`, `title`, and what that kind of step needs.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class plan {
    /** Notes that say nothing but how much learners have done. */
    private const FIGURES = ['attempts', 'runs', 'pass', 'totals'];

    /**
     * From steps and notes.
     *
     * @param array[] $steps
     * @param array[] $notes
     */
    public function __construct(
        /** @var array[] What is done, in order */
        public readonly array $steps,
        /** @var array[] What is left, and why */
        public readonly array $notes = [],
    ) {
    }

    /**
     * Whether there is nothing to do.
     *
     * @return bool
     */
    public function empty(): bool {
        return $this->steps === [];
    }

    /**
     * The same plan with more to say.
     *
     * @param array[] $notes
     * @return self
     */
    public function noted(array $notes): self {
        return new self($this->steps, [...$this->notes, ...$notes]);
    }

    /**
     * The steps of a kind.
     *
     * @param string ...$kinds
     * @return array[]
     */
    public function of(string ...$kinds): array {
        return array_values(array_filter($this->steps, fn($step) => in_array($step['do'], $kinds, true)));
    }

    /**
     * How many steps there are of each kind.
     *
     * @return int[]
     */
    public function counts(): array {
        return array_count_values(array_column($this->steps, 'do'));
    }

    /**
     * The same for the same plan: what was confirmed is what is done. Learners go on working in between, so figures of
     * what they have done do not count.
     *
     * @return string
     */
    public function fingerprint(): string {
        $notes = array_filter($this->notes, fn($note) => !in_array($note['note'], self::FIGURES, true));
        $notes = array_map(fn($note) => array_diff_key($note, ['attempts' => 0]), array_values($notes));
        return hash('sha256', json_encode([$this->steps, $notes], JSON_THROW_ON_ERROR));
    }
}
