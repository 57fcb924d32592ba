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
 * A backup may name people, overrule roles and bring files of other parts of the site. One that was
 * made by moocbuild has none of that; one that has is refused as a whole.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/licenses/gpl-3.0.html GNU GPL v3 or later
 */
final class contents {
    /** Elements that name somebody: null, empty or 0 in our packages. */
    private const PEOPLE = ['userid', 'ownerid', 'createdby', 'modifiedby', 'usermodified', 'useridfrom', 'useridto',
        'loggeduser', 'overrider', 'grader', 'reviewerid', 'authorid', 'realuserid'];

    /** Elements that hold what people did or may do: none in our packages. */
    private const DEEDS = ['user', 'attempt', 'override', 'grade_grade', 'grade_letter', 'role_assignment', 'role_override',
        'enrol', 'enrolment', 'user_competency', 'comment', 'rating', 'badge', 'role', 'group', 'outcome', 'subscription',
        'filter_active', 'filter_config', 'event', 'custom_field', 'block', 'log', 'sco_track'];

    /** Where files may go: component/area. */
    private const AREAS = ['mod_page/content', 'mod_page/intro', 'mod_quiz/intro', 'mod_scorm/intro', 'mod_scorm/package',
        'mod_scorm/content', 'question/questiontext', 'question/generalfeedback', 'question/answer',
        'question/answerfeedback', 'question/hint', 'question/correctfeedback', 'question/incorrectfeedback',
        'question/partiallycorrectfeedback', 'qtype_match/subquestion', 'course/section', 'course/summary'];

    /** Settings that would bring more than content. */
    private const OFF = ['users', 'role_assignments', 'blocks', 'filters', 'comments', 'badges', 'calendarevents',
        'userscompletion', 'logs', 'grade_histories', 'customfield', 'contentbankcontent', 'xapistate', 'legacyfiles'];

    /** What a backup writes for null. */
    private const NULL = '$@NULL@$';

    /**
     * Looks through one file.
     *
     * @param string $name the member
     * @param string $xml
     * @throws problem at the first thing that does not belong there
     */
    public static function check(string $name, string $xml): void {
        // Before anything is parsed: no entity can be declared without one.
        if (preg_match('/<!(?:DOCTYPE|ENTITY)/i', $xml) || !mb_check_encoding($xml, 'UTF-8')) {
            throw new problem('xml', $name);
        }
        $reader = new \XMLReader();
        $former = libxml_use_internal_errors(true);
        try {
            $reader->XML($xml, 'UTF-8', LIBXML_NONET | LIBXML_PARSEHUGE);
            self::walk($reader, $name);
            if (libxml_get_errors()) {
                throw new problem('xml', $name);
            }
        } finally {
            libxml_clear_errors();
            libxml_use_internal_errors($former);
            $reader->close();
        }
    }

    /**
     * Every element, and the text in it.
     *
     * @param \XMLReader $reader
     * @param string $name
     */
    private static function walk(\XMLReader $reader, string $name): void {
        $open = '';
        $row = [];
        while ($reader->read()) {
            if ($reader->nodeType === \XMLReader::ELEMENT) {
                $open = $reader->localName;
                // Criteria of completion have a column of that name.
                if (in_array($open, self::DEEDS, true) && "$name/$open" !== 'completion.xml/role') {
                    throw new problem('people', "$name, $open");
                }
                $row = in_array($open, ['file', 'setting'], true) ? [] : $row;
            } else if ($reader->nodeType === \XMLReader::TEXT || $reader->nodeType === \XMLReader::CDATA) {
                self::check_value($open, $reader->value, $name);
                $row[$open] = $reader->value;
            } else if ($reader->nodeType === \XMLReader::END_ELEMENT) {
                self::check_row($reader->localName, $row, $name);
                $open = '';
            }
        }
    }

    /**
     * Nobody is named.
     *
     * @param string $open the element
     * @param string $value
     * @param string $name the member
     */
    private static function check_value(string $open, string $value, string $name): void {
        if (in_array($open, self::PEOPLE, true) && !in_array(trim($value), ['', '0', self::NULL], true)) {
            throw new problem('people', "$name, $open");
        }
    }

    /**
     * A file goes where it may go; a setting brings no people.
     *
     * @param string $element
     * @param string[] $row
     * @param string $name
     */
    private static function check_row(string $element, array $row, string $name): void {
        if ($element === 'setting') {
            $setting = $row['name'] ?? '';
            $off = in_array($setting, self::OFF, true) || str_ends_with($setting, '_userinfo');
            if ($off && ($row['value'] ?? '') !== '0') {
                throw new problem('people', "$name, $setting");
            }
        }
        if ($element === 'file' && $name === 'files.xml') {
            self::check_file($row);
        }
    }

    /**
     * One row of files.xml.
     *
     * @param string[] $row
     */
    private static function check_file(array $row): void {
        $area = ($row['component'] ?? '') . '/' . ($row['filearea'] ?? '');
        $foreign = array_filter(
            [$row['repositorytype'] ?? '', $row['repositoryid'] ?? '', $row['reference'] ?? ''],
            fn($value) => !in_array($value, ['', self::NULL], true)
        );
        $place = ($row['filepath'] ?? '') . ($row['filename'] ?? '');
        $outside = !str_starts_with($place, '/') || preg_match('#(^|/)\.\.?(/|$)|[\\\\\x00-\x1f]#', $place);
        $known = in_array($area, self::AREAS, true) && preg_match('/^[0-9a-f]{40}$/D', $row['contenthash'] ?? '');
        if (!$known || $foreign || $outside) {
            throw new problem('file', substr("$area$place", 0, 100));
        }
    }
}
