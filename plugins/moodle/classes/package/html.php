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
 * HTML as moocbuild writes it: elements, attributes and addresses of a closed list.
 *
 * Read strictly, so that no browser can read it in another way: every `<` begins a whole tag, in small letters and with
 * double quotes. What this refuses a teacher could write in Moodle's own editor; but nobody expects it in a package.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class html {
    /** Elements. */
    private const ELEMENTS = 'a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt
        em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small source span strong sub
        summary sup table tbody td tfoot th thead tr track u ul var video';

    /** Attributes. A name of anything but details could stand in the way of a page's scripts. */
    private const ATTRIBUTES = 'abbr alt aria-describedby aria-hidden aria-label aria-labelledby cite class colspan controls
        datetime decoding dir headers height hidden href id kind label lang loading name open poster preload rel reversed role
        rowspan scope span src srclang start style tabindex title type value width';

    /** Attributes that lead somewhere. */
    private const LINKS = ['href', 'cite'];

    /** Attributes that fetch something at once. */
    private const LOADS = ['src', 'poster'];

    /** A whole tag. */
    private const TAG = '~\G<(/?)([a-z][a-z0-9]*+)((?:\s++[a-z][a-z-]*+(?:="[^"]*+")?+)*+)\s*+/?+>~D';

    /** One attribute of a tag. */
    private const ATTRIBUTE = '~\s([a-z][a-z-]*+)(?:="([^"]*+)")?+~';

    /** The only style: how a cell of a table, or a text from right to left, is aligned. */
    private const STYLE = '~^text-align: (?:left|center|right|start)$~D';

    /** A file of the course. */
    private const FILE = '~^(?:@@PLUGINFILE@@/[^\x00-\x1f\\\\]++)?$~D';

    /** Where a link may lead: to a place of the page, an activity or file of the package, or out into the world. */
    private const ADDRESS = '~^(?:\#[^\x00-\x20]*+|(?i:https?://|mailto:|tel:)[^\x00-\x1f]++
        |\$@(?:PAGE|QUIZ|SCORM)VIEWBYID\*\d{1,18}@\$(?:\#[^\x00-\x20]*+)?)?$~Dx';

    /**
     * What in a text is not moocbuild's.
     *
     * @param string $text
     * @return string|null what is wrong: problem's name, a space and the thing; null if nothing is
     */
    public static function wrong(string $text): ?string {
        $at = 0;
        $outside = '';
        while (($next = strpos($text, '<', $at)) !== false) {
            $outside .= substr($text, $at, $next - $at);
            if (!preg_match(self::TAG, $text, $tag, 0, $next)) {
                return 'html ' . substr($text, $next, 40);
            }
            if ($wrong = self::wrong_tag($tag[1], $tag[2], $tag[3])) {
                return $wrong;
            }
            $at = $next + strlen($tag[0]);
        }
        // Restore decodes what stands between these signs, wherever it finds it.
        $outside .= substr($text, $at);
        return str_contains($outside, '$@') ? 'link ' . substr($outside, strpos($outside, '$@'), 40) : null;
    }

    /**
     * What is wrong in a tag.
     *
     * @param string $slash of an end tag
     * @param string $name
     * @param string $attributes
     * @return string|null
     */
    private static function wrong_tag(string $slash, string $name, string $attributes): ?string {
        if (!in_array($name, self::words(self::ELEMENTS), true) || ($slash && trim($attributes) !== '')) {
            return "html <$slash$name>";
        }
        if (preg_match_all(self::ATTRIBUTE, $attributes, $found, PREG_SET_ORDER) === false) {
            return "html <$name>";
        }
        foreach ($found as $each) {
            if (!in_array($each[1], self::words(self::ATTRIBUTES), true) || ($each[1] === 'name' && $name !== 'details')) {
                return "html <$name $each[1]>";
            }
            if (!self::leads_well($each[1], $each[2] ?? '')) {
                return 'link ' . substr($each[2] ?? '', 0, 80);
            }
        }
        return null;
    }

    /**
     * Whether an attribute leads where it may.
     *
     * @param string $attribute
     * @param string $written with entities
     * @return bool
     */
    private static function leads_well(string $attribute, string $written): bool {
        $value = html_entity_decode($written, ENT_QUOTES | ENT_HTML5, 'UTF-8');
        if (in_array($attribute, self::LOADS, true)) {
            return (bool) preg_match(self::FILE, $value);
        }
        if (in_array($attribute, self::LINKS, true)) {
            return preg_match(self::ADDRESS, $value) || preg_match(self::FILE, $value);
        }
        if ($attribute === 'style') {
            return (bool) preg_match(self::STYLE, $written);
        }
        // Restore looks for these signs in what is written, browsers for none in what is only read.
        return !str_contains($written, '$@');
    }

    /**
     * A list of words.
     *
     * @param string $list
     * @return string[]
     */
    private static function words(string $list): array {
        static $known = [];
        return $known[$list] ??= preg_split('/\s+/', $list);
    }
}
