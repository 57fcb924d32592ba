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

namespace local_moocbuild\help;

/**
 * A help line of the site. Pure: knows values, no database.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class contact {
    /** What help lines are for, the most urgent first. */
    public const KINDS = ['emergency', 'emergency_medical', 'suicide_line', 'emotional_support', 'youth_line', 'medical', 'other'];
    /** Those for danger to life. */
    private const EMERGENCY = ['emergency', 'emergency_medical'];
    /** One telephone number: no words, and neither a slash (two numbers) nor brackets (digits that are not always dialled). */
    private const NUMBER = '~^\+?[0-9][0-9 .-]{1,28}[0-9]$~D';
    /** Numbers change: one that was confirmed longer ago is to be confirmed again. */
    private const FRESH_DAYS = 180;

    /**
     * Constructor.
     *
     * @param string $kind what it is for
     * @param string $name who answers
     * @param string $value a telephone number, or an https address
     * @param string $country two letters; '' for any
     * @param string $note when, in which languages
     * @param int $confirmedon time when somebody of the site confirmed it; 0: nobody has
     * @param int $id of its row; 0: it has none yet
     */
    public function __construct(
        /** @var string */
        public readonly string $kind,
        /** @var string */
        public readonly string $name,
        /** @var string */
        public readonly string $value,
        /** @var string */
        public readonly string $country = '',
        /** @var string */
        public readonly string $note = '',
        /** @var int */
        public readonly int $confirmedon = 0,
        /** @var int */
        public readonly int $id = 0,
    ) {
    }

    /**
     * Whether learners may see it: somebody has confirmed it, and it can be called or opened.
     */
    public function shown(): bool {
        return $this->confirmedon > 0 && $this->link() !== '';
    }

    /**
     * Whether it is for danger to life.
     */
    public function emergency(): bool {
        return in_array($this->kind, self::EMERGENCY, true);
    }

    /**
     * Whether it should be confirmed again.
     *
     * @param int $now the time
     */
    public function stale(int $now): bool {
        return $this->confirmedon > 0 && $now - $this->confirmedon > self::FRESH_DAYS * 86400;
    }

    /**
     * What a tap on it opens; '' for what is neither a number nor an address.
     */
    public function link(): string {
        if (preg_match(self::NUMBER, $this->value)) {
            return 'tel:' . preg_replace('/[^+0-9]/', '', $this->value);
        }
        $parts = parse_url($this->value);
        $plain = !preg_match('/[\s<>"\'\\\\]/', $this->value) && strlen($this->value) <= 255;
        $web = $plain && ($parts['scheme'] ?? '') === 'https' && ($parts['host'] ?? '') !== '' && !isset($parts['user']);
        return $web ? $this->value : '';
    }

    /**
     * What tells two of them apart.
     */
    public function key(): string {
        return implode("\0", [$this->country, mb_strtolower($this->value)]);
    }

    /**
     * In the order in which they are shown: danger to life first, then by kind and country.
     *
     * @param self $a one
     * @param self $b another
     */
    public static function compare(self $a, self $b): int {
        $place = fn(self $c) => array_search($c->kind, [...self::KINDS, $c->kind], true);
        return [$place($a), $a->country, $a->name, $a->value] <=> [$place($b), $b->country, $b->name, $b->value];
    }

    /**
     * A row of moocbuild.json as a suggestion; null for what is none.
     *
     * It is never confirmed: whoever wrote the package does not answer for this site. The day on which
     * its authors say they confirmed it stands in the note.
     *
     * @param mixed $row of the list "contacts"
     * @param callable $authors the words for that day
     */
    public static function suggested(mixed $row, callable $authors): ?self {
        $text = fn($key, $length) => is_string($row[$key] ?? null) ? mb_substr(trim($row[$key]), 0, $length) : '';
        $value = is_array($row) ? ($text('number', 255) ?: $text('url', 255)) : '';
        if ($value === '') {
            return null;
        }
        $kind = in_array($text('role', 50), self::KINDS, true) ? $text('role', 50) : 'other';
        $country = preg_match('/^[A-Z]{2}$/D', $text('country', 3)) ? $text('country', 3) : '';
        $languages = implode(', ', array_filter(is_array($row['languages'] ?? null) ? $row['languages'] : [], 'is_string'));
        $day = preg_match('/^\d{4}-\d\d-\d\d$/D', $text('confirmed', 20)) ? $authors($text('confirmed', 20)) : '';
        $page = $value === $text('url', 255) ? '' : $text('url', 255);
        $note = implode('; ', array_filter([$text('hours', 200), mb_substr($languages, 0, 100), $page, $day]));
        return new self($kind, $text('operator', 255), $value, $country, $note);
    }
}
