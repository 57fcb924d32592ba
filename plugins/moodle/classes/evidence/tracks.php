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
 * Objectives that simulations have reported through SCORM: shares by item for each run.
 *
 * What comes in was written by a browser: each objective is believed only as far as its id is an
 * item of the course and its score a plain number within its bounds. One that is not is left out,
 * the others of the same run stay. Pure: knows rows, no database.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class tracks {
    /** Names that are read; Moodle has written both forms. */
    private const NAME = '/^cmi\.objectives[._](\d{1,3})\.(id|score\.(?:raw|min|max|scaled))$/D';
    /** A number as SCORM writes one: no exponent, no hexadecimal, not NaN, not infinite. */
    private const NUMBER = '/^-?\d{1,6}(?:\.\d{1,9})?$/D';
    /** Longer ids are none of ours. */
    private const ID_LENGTH = 250;

    /** @var string[] item codes by the form in which packages report them. */
    private array $known = [];

    /**
     * Constructor.
     *
     * @param string[] $codes the course's items
     */
    public function __construct(array $codes) {
        foreach ($codes as $code) {
            $this->known[self::identifier((string) $code)] = (string) $code;
        }
    }

    /**
     * A code as packages report it: no blanks, plain ASCII.
     *
     * @param string $code of an item
     */
    public static function identifier(string $code): string {
        return substr(preg_replace('/[^A-Za-z0-9_.-]/u', '_', $code) ?? '', 0, self::ID_LENGTH);
    }

    /**
     * Shares of one run.
     *
     * @param iterable $rows pairs of element and value, oldest first: the newest of one name counts
     * @return float[] share by code
     */
    public function shares(iterable $rows): array {
        $objectives = [];
        foreach ($rows as [$element, $value]) {
            if (preg_match(self::NAME, (string) $element, $found)) {
                $objectives[(int) $found[1]][$found[2]] = (string) $value;
            }
        }
        ksort($objectives);
        $shares = [];
        foreach ($objectives as $objective) {
            $code = $this->known[$objective['id'] ?? ''] ?? null;
            $share = self::share($objective);
            if ($code !== null && $share !== null) {
                $shares[$code] = $share;
            }
        }
        return $shares;
    }

    /**
     * The share of one objective; null where its score cannot be believed.
     *
     * @param string[] $objective values by name
     */
    private static function share(array $objective): ?float {
        $raw = self::number($objective['score.raw'] ?? '');
        if ($raw === null) {
            return isset($objective['score.raw']) ? null : self::within(self::number($objective['score.scaled'] ?? ''), 0.0, 1.0);
        }
        $min = self::number($objective['score.min'] ?? '0');
        $max = self::number($objective['score.max'] ?? '100');
        return $min === null || $max === null ? null : self::within($raw, $min, $max);
    }

    /**
     * Where a number lies between its bounds, from 0 to 1; null outside of them.
     *
     * @param float|null $value the number
     * @param float $min lower bound
     * @param float $max upper bound
     */
    private static function within(?float $value, float $min, float $max): ?float {
        if ($value === null || $max <= $min || $value < $min || $value > $max) {
            return null;
        }
        return ($value - $min) / ($max - $min);
    }

    /**
     * A number, null for what is none.
     *
     * @param string $text as reported
     */
    private static function number(string $text): ?float {
        return preg_match(self::NUMBER, $text) ? (float) $text : null;
    }
}
