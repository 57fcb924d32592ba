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

namespace local_moocbuild\framework;

/**
 * What to do so that a framework of the site becomes that of a file. Pure: knows values, no database.
 *
 * Nothing that learners' evidence hangs on is ever deleted: it is kept, and marked.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class plan {
    /** @var bool whether the site has the framework already. */
    public readonly bool $exists;
    /** @var bool whether its own name or description change. */
    public readonly bool $renamed;
    /** @var competency[] by code, parents first. */
    public readonly array $create;
    /** @var competency[] with another name or description, by code. */
    public readonly array $update;
    /** @var competency[] that get another parent, by code, parents first. */
    public readonly array $move;
    /** @var existing[] that are gone from the file, and that something hangs on. */
    public readonly array $retire;
    /** @var existing[] that are gone from the file and free, children first. */
    public readonly array $delete;
    /** @var string[][] codes in order by code of the parent, where the order changes. */
    public readonly array $order;

    /**
     * Compares.
     *
     * @param framework $wanted the file's
     * @param array|null $head name and description of the site's framework; null: it has none
     * @param existing[] $current the site's competencies by code, siblings in order
     */
    public function __construct(
        /** @var framework */
        public readonly framework $wanted,
        ?array $head,
        array $current,
    ) {
        $here = $wanted->competencies;
        $this->exists = $head !== null;
        $this->renamed = $head !== null && $head !== [$wanted->name, $wanted->description];
        $this->create = array_diff_key($here, $current);
        $both = array_intersect_key($here, $current);
        $same = fn(competency $c) => [$c->name, $c->description] === [$current[$c->code]->name, $current[$c->code]->description];
        $this->update = array_filter($both, fn($each) => !$same($each));
        $this->move = array_filter($both, fn($each) => $each->parent !== $current[$each->code]->parent);
        $gone = array_diff_key($current, $here);
        $kept = self::kept($gone, $current);
        $this->retire = array_filter($kept, fn($each) => !$each->retired());
        $this->delete = array_reverse(self::parents_first(array_diff_key($gone, $kept)), true);
        $this->order = $this->orders($current, $kept);
    }

    /**
     * Whether there is nothing to do.
     */
    public function empty(): bool {
        return $this->exists && !$this->renamed && array_sum($this->counts()) === 0;
    }

    /**
     * How many of each kind.
     *
     * @return int[] by name of the list
     */
    public function counts(): array {
        $lists = ['create', 'update', 'move', 'retire', 'delete', 'order'];
        return array_combine($lists, array_map(fn($list) => count($this->$list), $lists));
    }

    /**
     * Those of the gone that stay: something hangs on them, or on what is below them.
     *
     * @param existing[] $gone by code
     * @param existing[] $current all, by code
     * @return existing[] by code
     */
    private static function kept(array $gone, array $current): array {
        $kept = [];
        foreach ($gone as $each) {
            $above = $each->used ? $each : null;
            while ($above !== null && !isset($kept[$above->code])) {
                if (isset($gone[$above->code])) {
                    $kept[$above->code] = $above;
                }
                $above = $current[$above->parent] ?? null;
            }
        }
        return $kept;
    }

    /**
     * Sorted so that each comes after what is above it.
     *
     * @param existing[] $some by code
     * @return existing[] by code
     */
    private static function parents_first(array $some): array {
        $depth = function (existing $each) use (&$depth, $some): int {
            return isset($some[$each->parent]) ? 1 + $depth($some[$each->parent]) : 0;
        };
        uasort($some, fn($a, $b) => $depth($a) <=> $depth($b));
        return $some;
    }

    /**
     * Orders that change once everything else is done: what comes new stands last at first.
     *
     * @param existing[] $current by code, siblings in order
     * @param existing[] $kept the gone that stay
     * @return string[][] by parent
     */
    private function orders(array $current, array $kept): array {
        $now = [];
        foreach ($current as $each) {
            if (!isset($this->delete[$each->code]) && !isset($this->move[$each->code])) {
                $now[$each->parent][] = $each->code;
            }
        }
        foreach ($this->create + $this->move as $each) {
            $now[$each->parent][] = $each->code;
        }
        $then = [];
        foreach ($this->wanted->competencies as $each) {
            $then[$each->parent][] = $each->code;
        }
        foreach ($kept as $each) {
            $then[$each->parent][] = $each->code;
        }
        return array_filter($then, fn($codes, $parent) => $codes !== ($now[$parent] ?? []), ARRAY_FILTER_USE_BOTH);
    }
}
