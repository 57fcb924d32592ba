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
 * What the files of a backup say of each other: whatever one of them names is in the package.
 *
 * A restore that does not find a number in the backup keeps it as it is: then it is the number of somebody else's question
 * or file on the site.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class ties {
    /** The course's own context in a backup. */
    private const COURSE = '1';

    /** Settings of the whole backup: no people, nothing of the site. */
    private const SETTINGS = ['users' => 0, 'anonymize' => 0, 'role_assignments' => 0, 'activities' => 1, 'blocks' => 0,
        'files' => 1, 'filters' => 1, 'comments' => 0, 'badges' => 0, 'calendarevents' => 0, 'userscompletion' => 0,
        'logs' => 0, 'grade_histories' => 0, 'questionbank' => 1, 'groups' => 0, 'competencies' => 1, 'customfield' => 0,
        'contentbankcontent' => 0, 'xapistate' => 0, 'legacyfiles' => 0];

    /** What packages of earlier releases say otherwise, and may: 0.1 turned no filter off. */
    private const EARLIER = ['filters' => ['0']];

    /** @var array[] Things of the package: by sort (activity, section, file …) and number */
    private array $things = [];

    /** @var string[][] What must be in the package: sort, number, and the file that says so */
    private array $wanted = [];

    /** @var string[] Settings by name */
    private array $settings = [];

    /**
     * Notes an element that was read.
     *
     * @param string $member the file
     * @param string $element
     * @param string[] $row
     * @param string[] $children names of elements in it
     */
    public function note(string $member, string $element, array $row, array $children): void {
        $file = basename($member, '.xml');
        match ("$file $element") {
            'moodle_backup activity', 'moodle_backup section' => $this->named($element, $row),
            'moodle_backup setting' => $this->setting($row),
            'section section' => $this->section($member, $row),
            'module module' => $this->module($member, $row),
            'page activity', 'quiz activity', 'scorm activity' => $this->activity($member, $row),
            'files file' => $this->file($row),
            'inforef file' => $this->want('file', $row['id'], $member),
            'inforef question_category' => $this->want('category', $row['id'], $member),
            'questions question_category' => $this->category($member, $row),
            'questions question_bank_entry' => $this->entry($member, $row),
            'questions question' => $this->question($member, $row, $children),
            'questions answer' => $this->thing($member, 'answer', $row['id'], $row),
            'questions truefalse' => $this->answers($member, $row['trueanswer'], $row['falseanswer']),
            'questions multianswer' => $this->within($member, $row),
            'questions numerical_record' => $this->answers($member, $row['answer']),
            'quiz question_instance' => $this->same(count($children), 1, $member, 'question_instance'),
            'quiz question_reference' => $this->reference($member, $row, 'entry', $row['questionbankentryid']),
            'quiz question_set_reference' => $this->reference($member, $row, 'category',
                (string) rule::category($row['filtercondition'])),
            'grades grade_item' => $this->want('instance', "{$row['itemmodule']} {$row['iteminstance']}", $member),
            'completion course_completion_criteria' => $this->want('module', $row['moduleinstance'], $member),
            default => null,
        };
    }

    /**
     * Everything fits together, and nothing lies in the archive that the package does not name.
     *
     * @param facts $facts
     * @param string[] $members names of all files in the archive
     * @throws problem
     */
    public function check(facts $facts, array $members): void {
        $this->whole($members);
        foreach ($this->wanted as [$sort, $number, $member]) {
            if (!isset($this->things[$sort][$number])) {
                throw new problem('loose', "$member: $sort $number");
            }
        }
        $told = array_combine(array_map('strval', array_keys($facts->activities())), $facts->kinds());
        $made = array_column($this->things['module'] ?? [], 'modulename', 'idnumber');
        foreach ([[$told, $made], [$made, $told]] as [$some, $others]) {
            foreach (array_diff_assoc($some, $others) as $name => $kind) {
                throw new problem('loose', "moocbuild.json: $kind $name");
            }
        }
        $this->same(count($made), count($this->things['module'] ?? []), 'moocbuild.json', 'activities');
        // One behind the other: a course would grow by as many sections as a number says.
        $places = $this->things['place'] ?? [];
        $this->same(max(array_keys($places ?: [0 => []])), count($places) - 1, 'sections', 'number');
    }

    /**
     * The archive holds the files that the package names, each of them whole, and no others.
     *
     * @param string[] $members
     */
    private function whole(array $members): void {
        $wanted = ['moocbuild.json', ...array_map(fn($name) => "$name.xml", shape::WHOLE),
            ...array_map(fn($name) => "course/$name.xml", shape::COURSE)];
        foreach (array_keys($this->things['section'] ?? []) as $number) {
            $wanted[] = "sections/section_$number/section.xml";
        }
        foreach ($this->things['activity'] ?? [] as $number => $row) {
            foreach ([...shape::ACTIVITY, $row['modulename']] as $name) {
                $wanted[] = "activities/{$row['modulename']}_$number/$name.xml";
            }
            $this->want('module', (string) $number, 'moodle_backup.xml');
        }
        foreach ($this->things['file'] ?? [] as $row) {
            $wanted[] = 'files/' . substr($row['contenthash'], 0, 2) . "/{$row['contenthash']}";
        }
        foreach (array_diff($wanted, $members) as $name) {
            throw new problem('lacking', $name);
        }
        foreach (array_diff($members, $wanted) as $name) {
            throw new problem('loose', $name);
        }
        $this->settings_whole();
    }

    /**
     * Every setting is there, and those of sections and activities belong to some.
     */
    private function settings_whole(): void {
        $known = ['filename' => true] + self::SETTINGS;
        $folders = array_map(
            fn($row) => basename($row['directory']),
            [...array_values($this->things['section'] ?? []), ...array_values($this->things['activity'] ?? [])]
        );
        foreach ($folders as $folder) {
            $known += ["{$folder}_included" => true, "{$folder}_userinfo" => true];
        }
        foreach (array_diff_key($known, $this->settings) as $name => $value) {
            throw new problem('lacking', "moodle_backup.xml: $name");
        }
        foreach (array_diff_key($this->settings, $known) as $name => $value) {
            throw new problem('loose', "moodle_backup.xml: $name");
        }
    }

    /**
     * A section or an activity that moodle_backup.xml names: restore reads the folder that stands there.
     *
     * @param string $sort
     * @param string[] $row
     */
    private function named(string $sort, array $row): void {
        $number = $sort === 'section' ? $row['sectionid'] : $row['moduleid'];
        $folder = $sort === 'section' ? "sections/section_$number" : "activities/{$row['modulename']}_$number";
        $this->same($row['directory'], $folder, 'moodle_backup.xml', 'directory');
        $this->thing('moodle_backup.xml', $sort, $number, $row);
        if ($sort === 'activity') {
            $this->want('section', $row['sectionid'], 'moodle_backup.xml');
        }
    }

    /**
     * A section itself.
     *
     * @param string $member
     * @param string[] $row
     */
    private function section(string $member, array $row): void {
        $this->same(basename(dirname($member)), "section_{$row['id']}", $member, 'section');
        $this->thing($member, 'place', $row['number'], $row);
    }

    /**
     * Answers that a question names.
     *
     * @param string $member
     * @param string ...$numbers
     */
    private function answers(string $member, string ...$numbers): void {
        foreach ($numbers as $number) {
            $this->want('answer', $number, $member);
        }
    }

    /**
     * A setting: it brings no people.
     *
     * @param string[] $row
     */
    private function setting(array $row): void {
        ['name' => $name, 'value' => $value] = $row;
        if (isset($this->settings[$name])) {
            throw new problem('twice', "moodle_backup.xml, $name");
        }
        $this->settings[$name] = $value;
        if ($name === 'filename') {
            return;
        }
        $right = self::SETTINGS[$name] ?? (int) str_ends_with($name, '_included');
        if (in_array($value, self::EARLIER[$name] ?? [], true)) {
            $right = $value;
        }
        $level = isset(self::SETTINGS[$name]) ? 'root' : strtok($name, '_');
        $level = in_array($level, facts::KINDS, true) ? 'activity' : $level;
        if ($value !== (string) $right) {
            throw new problem(str_ends_with($name, '_included') ? 'value' : 'people', "moodle_backup.xml, $name: $value");
        }
        $this->same($row['level'], $level, 'moodle_backup.xml', $name);
        if ($level !== 'root') {
            $this->same(preg_replace('/_(included|userinfo)$/D', '', $name), $row[$level] ?? '', 'moodle_backup.xml', $name);
        }
    }

    /**
     * The course module of an activity.
     *
     * @param string $member
     * @param string[] $row
     */
    private function module(string $member, array $row): void {
        $this->same(basename(dirname($member)), "{$row['modulename']}_{$row['id']}", $member, 'module');
        $this->thing($member, 'module', $row['id'], $row);
        $this->want('activity', $row['id'], $member);
        $this->want('section', $row['sectionid'], $member);
    }

    /**
     * An activity itself: its context is its own.
     *
     * @param string $member
     * @param string[] $row
     */
    private function activity(string $member, array $row): void {
        $this->same(basename(dirname($member)), "{$row['modulename']}_{$row['moduleid']}", $member, 'activity');
        if (in_array($row['contextid'], [self::COURSE, '2'], true)) {
            throw new problem('loose', "$member: contextid {$row['contextid']}");
        }
        $this->thing($member, 'context', $row['contextid'], $row);
        $this->thing($member, 'instance', "{$row['modulename']} {$row['id']}", $row);
        $this->thing($member, 'context of', "{$row['contextid']} " . basename(dirname($member)), $row);
        $this->thing($member, 'files of', "{$row['contextid']} {$row['modulename']}", $row);
    }

    /**
     * A file: it belongs to the course's questions, or to an activity of its kind.
     *
     * @param string[] $row
     */
    private function file(array $row): void {
        $this->thing('files.xml', 'file', $row['id'], $row);
        $kind = area::kind($row['component']);
        if ($kind === '') {
            $this->same($row['contextid'], self::COURSE, 'files.xml', "file {$row['id']}");
        } else {
            $this->want('files of', "{$row['contextid']} $kind", 'files.xml');
        }
    }

    /**
     * A category of the question bank; the topmost has none above it.
     *
     * @param string $member
     * @param string[] $row
     */
    private function category(string $member, array $row): void {
        $this->thing($member, 'category', $row['id'], $row);
        if ($row['parent'] === '0') {
            $this->thing($member, 'topmost', '', $row);
        } else {
            $this->want('category', $row['parent'], $member);
        }
    }

    /**
     * An entry of the question bank.
     *
     * @param string $member
     * @param string[] $row
     */
    private function entry(string $member, array $row): void {
        $this->thing($member, 'entry', $row['id'], $row);
        $this->want('category', $row['questioncategoryid'], $member);
    }

    /**
     * A question has what its type needs, and nothing of another type. One in the text of another says whose it is.
     *
     * @param string $member
     * @param string[] $row
     * @param string[] $children
     */
    private function question(string $member, array $row, array $children): void {
        $this->thing($member, 'question', $row['id'], $row);
        if ($row['parent'] === '0') {
            $this->thing($member, 'whole question', $row['id'], $row);
        } else {
            $this->want('whole question', $row['parent'], $member);
        }
        $plugins = array_values(array_diff($children, ['question_hints', 'tags']));
        $wanted = $row['qtype'] === 'description' ? [] : ["plugin_qtype_{$row['qtype']}_question"];
        $this->same(implode(' ', $plugins), implode(' ', $wanted), $member, "question {$row['id']}");
    }

    /**
     * A question that holds others in its text names itself and them.
     *
     * @param string $member
     * @param string[] $row
     */
    private function within(string $member, array $row): void {
        foreach ([$row['question'], ...explode(',', $row['sequence'])] as $number) {
            $this->want('question', $number, $member);
        }
    }

    /**
     * What a place of a quiz asks: something of the package, for this quiz.
     *
     * @param string $member
     * @param string[] $row
     * @param string $sort
     * @param string $number
     */
    private function reference(string $member, array $row, string $sort, string $number): void {
        $this->want($sort, $number, $member);
        $this->want('context of', "{$row['usingcontextid']} " . basename(dirname($member)), $member);
    }

    /**
     * Remembers a thing of the package.
     *
     * @param string $member
     * @param string $sort
     * @param string $number
     * @param string[] $row
     */
    private function thing(string $member, string $sort, string $number, array $row): void {
        if (isset($this->things[$sort][$number])) {
            throw new problem('twice', trim("$member, $sort $number"));
        }
        $this->things[$sort][$number] = array_intersect_key(
            $row,
            array_flip(['modulename', 'idnumber', 'contenthash', 'directory'])
        );
    }

    /**
     * Remembers what must be in the package.
     *
     * @param string $sort
     * @param string $number
     * @param string $member
     */
    private function want(string $sort, string $number, string $member): void {
        $this->wanted["$sort $number"] ??= [$sort, $number, $member];
    }

    /**
     * Two things are the same.
     *
     * @param string|int $one
     * @param string|int $other
     * @param string $member
     * @param string $what
     */
    private function same(string|int $one, string|int $other, string $member, string $what): void {
        if ($one !== $other) {
            throw new problem('loose', "$member, $what: " . mb_strcut((string) $one, 0, 60, 'UTF-8'));
        }
    }
}
