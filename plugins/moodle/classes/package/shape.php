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
 * The files of a backup, element by element, as moocbuild writes them: what is not here is refused.
 *
 * An element has attributes, columns (elements that hold a value) and children (elements that hold elements). Columns are
 * told as `name:rule`, see {@see rule}. All of them must be there, but those with `?`; children with `*` may come any number
 * of times. Derived from what src/moocbuild/targets/moodle writes; a test holds both together.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class shape {
    /** Files of a backup as a whole. */
    public const WHOLE = ['moodle_backup', 'completion', 'files', 'groups', 'outcomes', 'questions', 'roles', 'scales'];

    /** Files of the course. */
    public const COURSE = ['calendar', 'competencies', 'contentbank', 'course', 'filters', 'inforef', 'roles'];

    /** Files of each activity, beside the one that has the name of its kind. */
    public const ACTIVITY = ['calendar', 'competencies', 'filters', 'grades', 'inforef', 'module', 'roles'];

    /** Feedback to all answers of a question together. */
    public const COMBINED = 'correctfeedback:html correctfeedbackformat:=1 partiallycorrectfeedback:html
        partiallycorrectfeedbackformat:=1 incorrectfeedback:html incorrectfeedbackformat:=1 shownumcorrect:flag ';

    /** What says which question a place of a quiz asks. */
    private const REFERENCE = 'usingcontextid:id component:=mod_quiz questionarea:=slot ';

    /**
     * What may be the root of a file.
     *
     * @param string $member its name in the archive
     * @return array[]|null elements by name; null for a file that moocbuild does not write
     */
    public static function of(string $member): ?array {
        static $known = [];
        $folder = str_contains($member, '/') ? strstr($member, '/', true) : '';
        $name = basename($member, '.xml');
        $kind = $folder === 'activities' ? strtok(basename(dirname($member)), '_') : '';
        [$list, $own] = match ($folder) {
            '' => [self::WHOLE, ''],
            'course' => [self::COURSE, ''],
            'sections' => [['section'], ''],
            'activities' => [in_array($kind, facts::KINDS, true) ? [...self::ACTIVITY, $kind] : [], 'activity '],
            default => [[], ''],
        };
        if (!in_array($name, $list, true)) {
            return null;
        }
        return $known["$own$name"] ??= match ($own . $name) {
            'activity competencies' => self::module_competencies(),
            'activity filters' => ['filters' => self::nothing('filter_actives', 'filter_configs')],
            'activity page', 'activity quiz', 'activity scorm' => ['activity' => self::element(
                "id:id moduleid:id modulename:=$kind contextid:id",
                '',
                [$kind => self::$kind()]
            )],
            default => self::{$name}(),
        };
    }

    /**
     * An element.
     *
     * @param string $attributes
     * @param string $columns
     * @param array $children
     * @return array
     */
    public static function element(string $attributes = '', string $columns = '', array $children = []): array {
        $rules = fn($list) => array_column(array_map(
            fn($each) => explode(':', $each, 2),
            preg_split('/\s+/', $list, -1, PREG_SPLIT_NO_EMPTY)
        ), 1, 0);
        return ['attributes' => $rules($attributes), 'columns' => $rules($columns), 'children' => $children];
    }

    /**
     * An element that holds rows only.
     *
     * @param string $name of a row
     * @param array $row
     * @return array
     */
    public static function listed(string $name, array $row): array {
        return self::element('', '', ["$name*" => $row]);
    }

    /**
     * An element that holds empty ones.
     *
     * @param string ...$names
     * @return array
     */
    private static function nothing(string ...$names): array {
        return self::element('', '', array_fill_keys($names, self::element()));
    }

    /**
     * What the backup is and holds. It says of itself that it comes from nowhere: a restore that took it for one of this
     * site would trust its numbers of people and things.
     *
     * @return array
     */
    private static function moodle_backup(): array {
        $activity = self::element('', 'moduleid:id sectionid:id modulename:kind title:name directory:folder');
        $section = self::element('', 'sectionid:id title:name directory:folder');
        $information = self::element('', 'name:file moodle_version:version moodle_release:release backup_version:version
            backup_release:release backup_date:number mnet_remoteusers:=0 include_files:=1
            include_file_references_to_external_content:=0 original_wwwroot:=https://moocbuild.invalid
            original_site_identifier_hash:=0 original_course_id:=1 original_course_format:=topics
            original_course_fullname:name original_course_shortname:name original_course_startdate:number
            original_course_enddate:number original_course_contextid:=1 original_system_contextid:=2', [
                'details' => self::listed('detail', self::element('backup_id:key', 'type:=course format:=moodle2
                    interactive:flag mode:=10 execution:=1 executiontime:=0')),
                'contents' => self::element('', '', [
                    'activities' => self::listed('activity', $activity),
                    'sections' => self::listed('section', $section),
                    'course' => self::element('', 'courseid:=1 title:name directory:=course'),
                ]),
                'settings' => self::listed('setting', self::element('', 'level:=root|section|activity section?:code
                    activity?:code name:code value:file')),
            ]);
        return ['moodle_backup' => self::element('', '', ['information' => $information])];
    }

    /**
     * What completes the course: activities, and neither people nor other courses.
     *
     * @return array
     */
    private static function completion(): array {
        return ['course_completion' => self::element('', '', [
            'course_completion_criteria*' => self::element('id:id', 'course:=1 criteriatype:=4 module:kind
                moduleinstance:id courseinstanceshortname:null enrolperiod:null timeend:null gradepass:null role:null
                roleshortname:null'),
            'course_completion_aggr_methd*' => self::element('id:id', 'course:=1 criteriatype:=4|' . rule::NULL
                . ' method:=1|2 value:null'),
        ])];
    }

    /**
     * Rows of files; where they may go is checked apart.
     *
     * @return array
     */
    private static function files(): array {
        return ['files' => self::listed('file', self::element('id:id', 'contenthash:sha1 contextid:id component:code
            filearea:code itemid:number filepath:text filename:file userid:null filesize:number mimetype:code status:=0
            timecreated:number timemodified:number source:file author:null license:code sortorder:number
            repositorytype:null repositoryid:null reference:null'))];
    }

    /**
     * No groups.
     *
     * @return array
     */
    private static function groups(): array {
        return ['groups' => self::nothing('groupings')];
    }

    /**
     * No outcomes.
     *
     * @return array
     */
    private static function outcomes(): array {
        return ['outcomes_definition' => self::element()];
    }

    /**
     * No scales: a restore would give them to the whole site.
     *
     * @return array
     */
    private static function scales(): array {
        return ['scales_definition' => self::element()];
    }

    /**
     * No roles: neither of the site nor of the course or an activity.
     *
     * @return array
     */
    private static function roles(): array {
        return [
            'roles_definition' => self::element(),
            'roles' => self::nothing('role_overrides', 'role_assignments'),
        ];
    }

    /**
     * No dates.
     *
     * @return array
     */
    private static function calendar(): array {
        return ['events' => self::element()];
    }

    /**
     * One filter that the course turns off: it would link words to the activities that they name. 0.1 had none.
     *
     * @return array
     */
    private static function filters(): array {
        return ['filters' => self::element('', '', [
            'filter_actives' => self::element('', '', [
                'filter_active?' => self::element('', 'filter:=activitynames active:=-1'),
            ]),
            'filter_configs' => self::element(),
        ])];
    }

    /**
     * Nothing in the content bank.
     *
     * @return array
     */
    private static function contentbank(): array {
        return ['contents' => self::element()];
    }

    /**
     * What of the backup a part of it needs: files and questions, no people, roles, scales or groups.
     *
     * @return array
     */
    private static function inforef(): array {
        return ['inforef' => self::element('', '', [
            'fileref?' => self::listed('file', self::element('', 'id:id')),
            'question_categoryref?' => self::listed('question_category', self::element('', 'id:id')),
        ])];
    }

    /**
     * The course.
     *
     * @return array
     */
    private static function course(): array {
        return ['course' => self::element('id:=1 contextid:=1', 'shortname:name fullname:name idnumber:idnumber summary:html
            summaryformat:=1 format:=topics showgrades:flag newsitems:=0 startdate:number enddate:number marker:number
            maxbytes:=0 legacyfiles:=0 showreports:flag visible:=1 groupmode:=0 groupmodeforce:=0 defaultgroupingid:=0
            lang:language theme:= timecreated:number timemodified:number requested:=0 showactivitydates:flag
            showcompletionconditions:flag enablecompletion:=1 completionnotify:flag', [
                'category' => self::element('id:=1', 'name:=moocbuild description:='),
                'tags' => self::element(),
                'customfields' => self::element(),
                'courseformatoptions' => self::element(),
            ])];
    }

    /**
     * Links of the course to competencies: each gives evidence, none says that somebody has it.
     *
     * @return array
     */
    private static function competencies(): array {
        return ['course_competencies' => self::element('', '', [
            'competencies' => self::listed('competency', self::element('', 'id:id idnumber:idnumber ruleoutcome:=0|1
                sortorder:number frameworkid:=1 frameworkidnumber:idnumber')),
            'user_competencies' => self::element(),
        ])];
    }

    /**
     * Links of an activity to competencies.
     *
     * @return array
     */
    private static function module_competencies(): array {
        return ['course_module_competencies' => self::element('', '', [
            'competencies' => self::listed('competency', self::element('', 'idnumber:idnumber ruleoutcome:=0|1
                sortorder:number frameworkidnumber:idnumber overridegrade:=0')),
        ])];
    }

    /**
     * A section.
     *
     * @return array
     */
    private static function section(): array {
        return ['section' => self::element('id:id', 'number:number name:name summary:html summaryformat:=1 sequence:ids
            visible:flag availabilityjson:null timemodified:number')];
    }

    /**
     * The course module of an activity.
     *
     * @return array
     */
    private static function module(): array {
        return ['module' => self::element('id:id version:version', 'modulename:kind sectionid:id
            sectionnumber:number idnumber:idnumber added:number score:=0 indent:number visible:flag visibleoncoursepage:flag
            visibleold:flag groupmode:=0 groupingid:=0 completion:=0|1|2 completiongradeitemnumber:=0|' . rule::NULL . '
            completionpassgrade:flag completionview:flag completionexpected:=0 availability:null showdescription:flag
            downloadcontent:flag lang:null', ['tags' => self::listed('tag', self::element('id:id', 'name:name rawname:name'))])];
    }

    /**
     * The gradebook's row of an activity: points, no scale and no formula.
     *
     * @return array
     */
    private static function grades(): array {
        $item = self::element('id:id', 'categoryid:null itemname:name itemtype:=mod itemnumber:=0 iteminfo:null
            idnumber:idnumber calculation:null gradetype:=1 grademax:decimal grademin:decimal scaleid:null outcomeid:null
            gradepass:decimal multfactor:=1 plusfactor:=0 aggregationcoef:decimal aggregationcoef2:decimal weightoverride:flag
            sortorder:number display:number decimals:maybe hidden:=0 locked:=0 locktime:=0 needsupdate:flag timecreated:number
            timemodified:number itemmodule:=quiz|scorm iteminstance:id', ['grade_grades' => self::element()]);
        return ['activity_gradebook' => self::element('', '', [
            'grade_items' => self::listed('grade_item', $item),
            'grade_letters' => self::element(),
        ])];
    }

    /**
     * A page. Its options are data of PHP, of which there is one form.
     *
     * @return array
     */
    private static function page(): array {
        return self::element('id:id', 'name:name intro:html introformat:=1 content:html contentformat:=1 legacyfiles:=0
            legacyfileslast:null display:=5 displayoptions:=a:2:{s:10:"printintro";i:0;s:17:"printlastmodified";i:0;}
            revision:number timemodified:number');
    }

    /**
     * A quiz: no password, no addresses, no browser of its own.
     *
     * @return array
     */
    private static function quiz(): array {
        $reference = self::element('id:id', self::REFERENCE . 'questionbankentryid:id version:null');
        $drawn = self::element('id:id', self::REFERENCE . 'questionscontextid:=1 filtercondition:drawn');
        $place = self::element('id:id', 'quizid:id slot:id page:id displaynumber:null requireprevious:flag maxmark:decimal
            quizgradeitemid:null', ['question_reference?' => $reference, 'question_set_reference?' => $drawn]);
        return self::element('id:id', 'introformat:=1 timeopen:number timeclose:number timelimit:number
            overduehandling:=autosubmit graceperiod:number preferredbehaviour:=interactive|deferredfeedback
            canredoquestions:flag
            attempts_number:number attemptonlast:flag grademethod:number decimalpoints:number questiondecimalpoints:number
            reviewattempt:number reviewcorrectness:number reviewmaxmarks:number reviewmarks:number reviewspecificfeedback:number
            reviewgeneralfeedback:number reviewrightanswer:number reviewoverallfeedback:number questionsperpage:number
            navmethod:=free password:= subnet:= browsersecurity:=- delay1:number delay2:number showuserpicture:=0
            showblocks:=0 completionattemptsexhausted:flag allowofflineattempts:=0 name:name intro:html shuffleanswers:flag
            sumgrades:decimal grade:decimal completionminattempts:number timecreated:number timemodified:number', [
                'question_instances' => self::listed('question_instance', $place),
                'sections' => self::listed('section', self::element('id:id', 'firstslot:=1 heading:name
                    shufflequestions:flag')),
                'feedbacks' => self::element(),
                'overrides' => self::element(),
                'grades' => self::element(),
                'attempts' => self::element(),
            ]);
    }

    /**
     * A simulation: a package that lies in the backup, played inside the page.
     *
     * @return array
     */
    private static function scorm(): array {
        $sco = self::element('id:id', 'manifest:code organization:code parent:code identifier:code launch:launch
            scormtype:=|sco title:text sortorder:number', ['sco_datas' => self::element()]);
        return self::element('id:id', 'scormtype:=local introformat:=1 version:=SCORM_1.2 maxgrade:decimal grademethod:number
            whatgrade:number maxattempt:number forcecompleted:flag forcenewattempt:number lastattemptlock:flag
            masteryoverride:flag displayattemptstatus:number displaycoursestructure:flag updatefreq:=0 md5hash:= revision:number
            skipview:number hidebrowse:flag hidetoc:number nav:number navpositionleft:number navpositiontop:number auto:flag
            popup:=0 options:= width:number height:number timeopen:number timeclose:number timemodified:number
            completionstatusrequired:maybe completionscorerequired:maybe completionstatusallscos:flag autocommit:flag name:name
            reference:file intro:html sha1hash:sha1 launch:id', ['scoes' => self::listed('sco', $sco)]);
    }

    /**
     * The question bank of the course: of no other context, and without people.
     *
     * @return array
     */
    private static function questions(): array {
        $versions = self::element('id:id', 'version:=1 status:=ready', [
            'questions' => self::listed('question', self::question()),
        ]);
        $entry = self::element('id:id', 'questioncategoryid:id idnumber:idnumber ownerid:null', [
            'question_version' => self::element('', '', ['question_versions' => $versions]),
        ]);
        $category = self::element('id:id', 'name:name contextid:=1 contextlevel:=50 contextinstanceid:=1 info:html
            infoformat:=1 stamp:stamp parent:number sortorder:number idnumber:idnumber', [
                'question_bank_entries' => self::listed('question_bank_entry', $entry),
            ]);
        return ['question_categories' => self::listed('question_category', $category)];
    }

    /**
     * The answers of a question.
     *
     * @param string $text rule of an answer, with that of its format
     * @return array[]
     */
    public static function answers(string $text): array {
        return ['answers' => self::listed('answer', self::element('id:id', "answertext:$text
            fraction:decimal feedback:html feedbackformat:=1"))];
    }

    /**
     * A question, with what belongs to its type.
     *
     * @return array
     */
    private static function question(): array {
        $hint = self::element('id:id', 'hint:html hintformat:=1 shownumcorrect:flag clearwrong:flag options:null');
        $tag = self::element('id:id contextid:=1', 'name:name rawname:name');
        $known = self::types();
        $types = [];
        foreach (array_filter($known) as $type => $parts) {
            $types["plugin_qtype_{$type}_question?"] = self::element('', '', $parts);
        }
        return self::element('id:id', 'parent:number name:name questiontext:html questiontextformat:=1 generalfeedback:html
            generalfeedbackformat:=1 defaultmark:decimal penalty:decimal qtype:=' . implode('|', array_keys($known)) . '
            length:flag stamp:stamp timecreated:number timemodified:number createdby:null modifiedby:null', $types + [
                'question_hints?' => self::listed('question_hint', $hint),
                'tags?' => self::listed('tag', $tag),
            ]);
    }

    /**
     * Types of questions by name, with what belongs to each: the classes in the folder types, and no others.
     *
     * @return array[]
     */
    private static function types(): array {
        $found = [];
        foreach (glob(__DIR__ . '/types/*_type.php') as $file) {
            $class = basename($file, '.php');
            $found[substr($class, 0, -strlen('_type'))] = (__NAMESPACE__ . "\\types\\$class")::parts();
        }
        return $found;
    }
}
