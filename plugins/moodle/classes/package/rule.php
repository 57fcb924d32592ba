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
 * What a value in a backup may be.
 *
 * A rule is the name of one of the kinds below, or `=` and the values that it may have, with `|` between them.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class rule {
    /** What a backup writes for null. */
    public const NULL = '$@NULL@$';

    /** Kinds of values that a pattern tells. */
    private const PATTERNS = [
        'id' => '/^[1-9]\d{0,17}$/D',
        'ids' => '/^(?:[1-9]\d{0,17}(?:,[1-9]\d{0,17})*+)?$/D',
        'number' => '/^-?\d{1,18}$/D',
        'decimal' => '/^-?\d{1,12}(?:\.\d{1,15})?$/D',
        'figure' => '/^-?\d{1,400}(?:\.\d{1,400})?$/D',
        'flag' => '/^[01]$/D',
        'null' => '/^\$@NULL@\$$/D',
        'maybe' => '/^(?:\$@NULL@\$|-?\d{1,18})$/D',
        'release' => '/^[1-9]\d?\.\d{1,2}$/D',
        // Of 4.5 or later: for older backups a restore has ways of its own.
        'version' => '/^20(?:24[01]\d|2[5-9]\d\d|[3-9]\d{3})\d{4}$/D',
        'language' => '/^[a-z_]{0,30}$/D',
        'sha1' => '/^[0-9a-f]{40}$/D',
        'key' => '/^[0-9a-f]{32}$/D',
        'stamp' => '/^moocbuild\+[a-z]+\+[0-9a-f]{20}$/D',
        'file' => '/^[^\x00-\x1f\\\\\/]{1,255}$/Du',
        'folder' => '/^(?:course|sections\/section_\d{1,18}|activities\/[a-z]+_\d{1,18})$/D',
        'code' => '/^[\w.+\/-]{0,255}$/Du',
        // A file beside the manifest: no host, no scheme, no way up.
        'launch' => '/^(?:(?!.*\.\.)[\w][\w. \/%+~-]*(?:\?[\w.=&%+~-]*)?(?:#[\w.%~-]*)?)?$/Du',
        // A title: no tag can begin in it, and nothing that a restore would decode.
        'name' => '/^(?!.*(?:<[a-z\/!?]|\$@))[^\x00-\x1f]*+$/Diu',
        'idnumber' => '/^(?:\$@NULL@\$|(?!.*\$@)[^\x00-\x1f]{0,100})$/Du',
        'text' => '/^(?!\$@NULL@\$$)/D',
    ];

    /** The condition of a question that is drawn: from one category of the package, and nothing else. */
    private const DRAWN = '/^\{"filter":\{"category":\{"jointype":1,"values":\[(\d{1,18})\],"filteroptions":'
        . '\{"includesubcategories":(?:true|false)\}\}\},"tabname":"questions","qpage":0,"qperpage":\d{1,4},"cat":"\1,1",'
        . '"jointype":2\}$/D';

    /**
     * What is wrong with a value.
     *
     * @param string $rule
     * @param string $value
     * @return string|null problem's name, a space and the thing; null if nothing is
     */
    public static function wrong(string $rule, string $value): ?string {
        if ($rule === 'html') {
            return html::wrong($value);
        }
        if ($rule === 'kind') {
            return in_array($value, facts::KINDS, true) ? null : 'kind ' . substr($value, 0, 60);
        }
        $right = match (true) {
            $rule[0] === '=' => in_array($value, explode('|', substr($rule, 1)), true),
            $rule === 'drawn' => self::category($value) > 0,
            default => (bool) preg_match(self::PATTERNS[$rule], $value),
        };
        return $right ? null : 'value ' . substr($value, 0, 60);
    }

    /**
     * The category that a question is drawn from.
     *
     * @param string $condition
     * @return int 0 where the condition is another one
     */
    public static function category(string $condition): int {
        return preg_match(self::DRAWN, $condition, $found) ? (int) $found[1] : 0;
    }
}
