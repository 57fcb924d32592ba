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
 * What stands in the files of a backup: nothing that moocbuild would not write.
 *
 * A backup may name people, overrule roles, bring scales and other things of the whole site, and parts of any plugin. One
 * that was made by moocbuild has none of that; one that has is refused as a whole. Every file is read to its end and held
 * against its {@see shape}, so that what a restore would read is what was looked at here: the whole text of an element, its
 * attributes as well, and no element twice.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class contents {
    /** Elements that name somebody, hold what people did, or give rights: to say so where one is refused. */
    private const PEOPLE = ['userid', 'ownerid', 'createdby', 'modifiedby', 'usermodified', 'useridfrom', 'useridto',
        'loggeduser', 'overrider', 'grader', 'reviewerid', 'authorid', 'realuserid', 'user', 'attempt', 'override',
        'grade_grade', 'role', 'role_assignment', 'role_override', 'enrol', 'enrolment', 'user_competency', 'comment',
        'rating', 'badge', 'group', 'subscription', 'log', 'sco_track'];

    /** What an XML file may begin with. */
    private const START = '~^(?:<\?xml version="1\.0" encoding="UTF-8"\?>\s*)?<[a-z]~';

    /** @var array[] Elements that are open, outermost first: name, shape, row, text, names of children */
    private array $open = [];

    /**
     * Use {@see self::check()}.
     *
     * @param string $member the name of the file
     * @param ties|null $ties notes what files say of each other
     */
    private function __construct(
        /** @var string The name of the file */
        private readonly string $member,
        /** @var ties|null What files say of each other */
        private readonly ?ties $ties,
    ) {
    }

    /**
     * Looks through one file.
     *
     * @param string $member its name in the archive
     * @param string $xml
     * @param ties|null $ties notes what files say of each other
     * @throws problem at the first thing that does not belong there
     */
    public static function check(string $member, string $xml, ?ties $ties = null): void {
        $roots = shape::of($member) ?? throw new problem('name', $member);
        // Before anything is parsed: no entity can be declared without one, and all readers take the same bytes for the same
        // letters.
        if (preg_match('/<!(?:DOCTYPE|ENTITY)/i', $xml) || !mb_check_encoding($xml, 'UTF-8') || !preg_match(self::START, $xml)) {
            throw new problem('xml', $member);
        }
        $reader = new \XMLReader();
        $former = libxml_use_internal_errors(true);
        try {
            $reader->XML($xml, 'UTF-8', LIBXML_NONET | LIBXML_PARSEHUGE);
            (new self($member, $ties))->walk($reader, $roots);
            if (libxml_get_errors()) {
                throw new problem('xml', $member);
            }
        } finally {
            libxml_clear_errors();
            libxml_use_internal_errors($former);
            $reader->close();
        }
    }

    /**
     * Every node.
     *
     * @param \XMLReader $reader
     * @param array[] $roots
     */
    private function walk(\XMLReader $reader, array $roots): void {
        $this->open = [['name' => '', 'shape' => ['attributes' => [], 'columns' => [], 'children' => $roots], 'row' => [],
            'text' => '', 'children' => []]];
        while ($reader->read()) {
            match ($reader->nodeType) {
                \XMLReader::ELEMENT => $this->start($reader),
                \XMLReader::END_ELEMENT => $this->end(),
                \XMLReader::TEXT, \XMLReader::WHITESPACE, \XMLReader::SIGNIFICANT_WHITESPACE =>
                    $this->open[count($this->open) - 1]['text'] .= $reader->value,
                // A comment parts a text in two, and readers differ in what they make of it.
                default => throw new problem('xml', $this->place()),
            };
        }
    }

    /**
     * An element begins: one that may stand here, once unless it is one of a list.
     *
     * @param \XMLReader $reader
     */
    private function start(\XMLReader $reader): void {
        $name = $reader->name;
        $parent = &$this->open[count($this->open) - 1];
        $children = $parent['shape']['children'] ?? [];
        $shape = $children[$name] ?? $children["$name*"] ?? $children["$name?"] ?? null;
        $rule = $parent['shape']['columns'][$name] ?? $parent['shape']['columns']["$name?"] ?? null;
        if ($shape === null && $rule === null) {
            $this->refuse(in_array($name, self::PEOPLE, true) ? 'people' : 'element', $name);
        }
        if (isset($parent['row'][$name]) || (isset($parent['children'][$name]) && !isset($children["$name*"]))) {
            $this->refuse('twice', $name);
        }
        if ($shape !== null) {
            $parent['children'][$name] = true;
        }
        $empty = $reader->isEmptyElement;
        $this->open[] = ['name' => $name, 'shape' => $shape, 'rule' => $rule, 'text' => '', 'children' => [],
            'row' => $this->attributes($reader, $shape['attributes'] ?? [], $name)];
        if ($empty) {
            $this->end();
        }
    }

    /**
     * The attributes of an element: a restore takes them for columns.
     *
     * @param \XMLReader $reader
     * @param string[] $rules
     * @param string $name of the element
     * @return string[]
     */
    private function attributes(\XMLReader $reader, array $rules, string $name): array {
        $row = [];
        while ($reader->moveToNextAttribute()) {
            $rule = $rules[$reader->name] ?? $this->refuse('element', "$name $reader->name");
            $this->value($rule, $reader->value, "$name $reader->name");
            $row[$reader->name] = $reader->value;
        }
        $reader->moveToElement();
        if (count($row) < count($rules)) {
            $this->refuse('lacking', $name . ' ' . implode(' ', array_keys(array_diff_key($rules, $row))));
        }
        return $row;
    }

    /**
     * An element ends: a column gives its value to the element around it, another one is whole.
     */
    private function end(): void {
        $done = array_pop($this->open);
        if ($done['shape'] === null) {
            $this->value($done['rule'], $done['text'], $done['name']);
            $this->open[count($this->open) - 1]['row'][$done['name']] = $done['text'];
            return;
        }
        if (trim($done['text']) !== '') {
            $this->refuse('value', "{$done['name']}: " . substr(trim($done['text']), 0, 60));
        }
        $wanted = preg_grep('/[^*?]$/D', array_keys($done['shape']['columns'] + $done['shape']['children']));
        foreach (array_diff($wanted, array_keys($done['row'] + $done['children'])) as $name) {
            $this->refuse('lacking', "{$done['name']}, $name");
        }
        if ($this->member === 'files.xml' && $done['name'] === 'file') {
            area::check($done['row']);
        }
        $this->ties?->note($this->member, $done['name'], $done['row'], array_keys($done['children']));
    }

    /**
     * A value is one that it may be.
     *
     * @param string $rule
     * @param string $value
     * @param string $name
     */
    private function value(string $rule, string $value, string $name): void {
        $wrong = rule::wrong($rule, $value);
        if ($wrong !== null) {
            [$why, $what] = explode(' ', $wrong, 2);
            $this->refuse($rule === 'null' && in_array($name, self::PEOPLE, true) ? 'people' : $why, "$name: $what");
        }
    }

    /**
     * Refuses the package.
     *
     * @param string $why
     * @param string $what
     * @return never
     */
    private function refuse(string $why, string $what): never {
        $what = preg_replace('/\s+/', ' ', mb_strcut(mb_scrub($what, 'UTF-8'), 0, 150, 'UTF-8'));
        throw new problem($why, $this->place() . ", $what");
    }

    /**
     * Where the reader is.
     *
     * @return string
     */
    private function place(): string {
        return trim("$this->member " . implode('/', array_slice(array_column($this->open, 'name'), -2)));
    }
}
