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

use local_moocbuild\title;

/**
 * CASE JSON (a CFPackage, 1.0 or 1.1) to a framework. Pure: knows text, no database.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class case_reader {
    /** Bytes of a file: real frameworks are far smaller. */
    public const MAX_BYTES = 5 << 20;
    /** Nesting of its JSON. */
    private const MAX_DEPTH = 32;
    /** Items: more would take a site minutes. */
    private const MAX_ITEMS = 5000;
    /** What Moodle has room for in names and idnumbers. */
    public const LENGTH = 100;

    /**
     * Reads a file.
     *
     * @param string $json its bytes
     * @throws unreadable where it is no framework
     */
    public static function read(string $json): framework {
        if (strlen($json) > self::MAX_BYTES) {
            throw new unreadable('large', (string) (self::MAX_BYTES >> 20));
        }
        $package = json_decode($json, true, self::MAX_DEPTH);
        $document = is_array($package) ? $package['CFDocument'] ?? null : null;
        if (!is_array($document) || !is_array($package['CFItems'] ?? null) || self::text($document, 'title') === '') {
            throw new unreadable('shape');
        }
        $items = self::items($package['CFItems']);
        $links = is_array($package['CFAssociations'] ?? null) ? $package['CFAssociations'] : [];
        [$parents, $order] = self::places($links, $items);
        return new framework(
            self::short(self::text($document, 'title')),
            self::paragraphs(self::text($document, 'description'), self::text($document, 'notes')),
            self::arranged($items, $parents, $order)
        );
    }

    /**
     * The items by identifier; each has a code.
     *
     * @param array $rows CFItems
     * @return array[]
     */
    private static function items(array $rows): array {
        if (!$rows || count($rows) > self::MAX_ITEMS) {
            throw new unreadable($rows ? 'many' : 'shape', (string) self::MAX_ITEMS);
        }
        $items = [];
        $codes = [];
        foreach ($rows as $row) {
            $id = is_array($row) ? self::text($row, 'identifier') : '';
            if ($id === '' || self::text($row, 'fullStatement') === '') {
                throw new unreadable('shape');
            }
            $code = self::text($row, 'humanCodingScheme') ?: $id;
            if (mb_strlen($code) > self::LENGTH || isset($codes[$code]) || isset($items[$id])) {
                throw new unreadable(mb_strlen($code) > self::LENGTH ? 'long' : 'twice', mb_substr($code, 0, self::LENGTH));
            }
            $codes[$code] = true;
            $items[$id] = ['code' => $code] + $row;
        }
        return $items;
    }

    /**
     * Parent and place of each item.
     *
     * @param array $links CFAssociations
     * @param array[] $items by identifier
     * @return array[] identifiers of parents ('' at the top), and sequence numbers; both by identifier
     */
    private static function places(array $links, array $items): array {
        $parents = [];
        $order = [];
        foreach ($links as $link) {
            if (!is_array($link) || ($link['associationType'] ?? '') !== 'isChildOf') {
                continue;
            }
            $child = self::text(is_array($link['originNodeURI'] ?? null) ? $link['originNodeURI'] : [], 'identifier');
            $above = self::text(is_array($link['destinationNodeURI'] ?? null) ? $link['destinationNodeURI'] : [], 'identifier');
            if (isset($items[$child]) && !isset($parents[$child])) {
                $parents[$child] = isset($items[$above]) ? $above : '';
                $order[$child] = is_int($link['sequenceNumber'] ?? null) ? $link['sequenceNumber'] : PHP_INT_MAX;
            }
        }
        return [$parents, $order];
    }

    /**
     * Parents first, siblings in order; every item once.
     *
     * @param array[] $items by identifier
     * @param string[] $parents by identifier
     * @param int[] $order by identifier
     * @return competency[] by code
     */
    private static function arranged(array $items, array $parents, array $order): array {
        $children = [];
        foreach (array_keys($items) as $id) {
            $children[$parents[$id] ?? ''][] = $id;
        }
        $found = [];
        $open = self::sorted($children[''] ?? [], $order);
        while ($open) {
            $id = array_shift($open);
            $item = $items[$id];
            $above = $parents[$id] ?? '';
            $found[$item['code']] = self::competency($item, $above === '' ? '' : $items[$above]['code']);
            array_unshift($open, ...self::sorted($children[$id] ?? [], $order));
        }
        if (count($found) < count($items)) {
            throw new unreadable('cycle');
        }
        return $found;
    }

    /**
     * Siblings by sequence number, else as they stand.
     *
     * @param array $ids identifiers
     * @param int[] $order by identifier
     */
    private static function sorted(array $ids, array $order): array {
        usort($ids, fn($a, $b) => ($order[$a] ?? PHP_INT_MAX) <=> ($order[$b] ?? PHP_INT_MAX));
        return $ids;
    }

    /**
     * One item.
     *
     * @param array $item CFItem with its code
     * @param string $parent code of what is above it
     */
    private static function competency(array $item, string $parent): competency {
        $statement = self::text($item, 'fullStatement');
        $label = self::text($item, 'alternativeLabel') ?: self::text($item, 'abbreviatedStatement') ?: $statement;
        return new competency(
            $item['code'],
            self::short("{$item['code']} $label"),
            self::paragraphs($statement, self::text($item, 'notes')),
            $parent
        );
    }

    /**
     * A text of an object, '' where there is none.
     *
     * @param array $row the object
     * @param string $key of the text
     */
    private static function text(array $row, string $key): string {
        return is_string($row[$key] ?? null) ? trim($row[$key]) : '';
    }

    /**
     * One line that fits, as Moodle keeps it; what is cut is marked.
     *
     * @param string $text of any length
     */
    private static function short(string $text): string {
        return title::fitting($text, self::LENGTH);
    }

    /**
     * Lines as paragraphs of HTML.
     *
     * @param string ...$texts plain texts
     */
    private static function paragraphs(string ...$texts): string {
        $lines = array_filter(array_map('trim', explode("\n", implode("\n", $texts))), 'strlen');
        return implode('', array_map(fn($line) => '<p>' . htmlspecialchars($line, ENT_NOQUOTES) . '</p>', $lines));
    }
}
