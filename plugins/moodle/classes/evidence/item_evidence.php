<?php
// This file is part of local_moocbuild, a plugin for Moodle - https://moodle.org/
//
// local_moocbuild is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// local_moocbuild is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <https://www.gnu.org/licenses/>.

namespace local_moocbuild\evidence;

/**
 * All evidence of one item, summed up.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class item_evidence {
    /** @var float weighted points earned. */
    public float $earned = 0.0;
    /** @var float weighted points possible. */
    public float $possible = 0.0;
    /** @var int[] number of pieces by kind. */
    public array $kinds = [];
    /** @var state what it says. */
    public state $state = state::unseen;

    /**
     * Adds a piece.
     *
     * @param piece $piece the piece
     * @param float $weight what its points count
     */
    public function add(piece $piece, float $weight): void {
        $this->earned += $weight * $piece->points * $piece->share;
        $this->possible += $weight * $piece->points;
        $this->kinds[$piece->kind] = ($this->kinds[$piece->kind] ?? 0) + 1;
    }

    /**
     * Earned ÷ possible, from 0 to 1.
     */
    public function share(): float {
        return $this->possible > 0 ? $this->earned / $this->possible : 0.0;
    }

    /**
     * The share in whole percent.
     */
    public function percent(): int {
        return (int) round(100 * $this->share());
    }

    /**
     * How many pieces there are.
     */
    public function pieces(): int {
        return array_sum($this->kinds);
    }

    /**
     * How many of them are answers to questions.
     */
    public function questions(): int {
        return $this->pieces() - ($this->kinds[piece::SCENARIO] ?? 0);
    }
}
