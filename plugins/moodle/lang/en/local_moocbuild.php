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

/**
 * English strings, in alphabetical order.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['action_created'] = 'Created';
$string['action_failed'] = 'Failed; nothing was changed';
$string['action_unchanged'] = 'Nothing to change';
$string['action_updated'] = 'Updated';
$string['already_here'] = 'This site already has a course made from this package. To update it and keep what learners have done, follow its link and choose the package there. The button below makes one more course.';
$string['another_package'] = 'Choose another package';
$string['answers'] = 'Answers, points and limits ({$a})';
$string['become'] = '{$a->what}; “{$a->then}” says the same: if it is the same thing, give it the old id';
$string['case_cycle'] = 'Two items of this file stand below each other. Ask where the file came from.';
$string['case_idnumber'] = 'Give the framework an ID number of at most 100 characters.';
$string['case_large'] = 'This file has more than {$a} MB. No framework is that large.';
$string['case_long'] = 'The code “{$a}…” has more than 100 characters, more than Moodle can keep.';
$string['case_many'] = 'This file has more than {$a} items.';
$string['case_shape'] = 'This is not a CASE file. It should be the .json file that moocbuild makes with “--target case”.';
$string['case_twice'] = '“{$a}” stands in this file twice. Codes must be different.';
$string['cli_created'] = 'Created course {$a}.';
$string['cli_framework'] = 'Brings a competency framework to the state of a CASE file.

Options:
-f, --file=PATH      the .json file (CASE 1.0 or 1.1)
-i, --idnumber=TEXT  ID number of the framework; if left out, that of the last course imported
-p, --preview        only say what would change
-h, --help           this text

Example:
php local/moocbuild/cli/framework.php --file=framework.json --idnumber=pat-psw';
$string['cli_import'] = 'Creates a course from a moocbuild package (.mbz), or updates the course that was made from it.

Options:
  -f, --file=PATH     the package
      --category=ID   where a new course goes (default: the first category)
      --course=ID     the course to update (default: the one that was made from this package)
      --new           make a new course even if there is one
      --user=NAME     with the rights of this user (default: an administrator’s)
  -p, --preview       only say what would change
  -h, --help          this text

Example:
  php local/moocbuild/cli/import.php --file=/tmp/course.mbz --preview';
$string['cli_mend'] = 'Mends a course that came from a Common Cartridge: names of sections, marks, sums and what learners may see.

Options:
-c, --course=ID   number of the course
-p, --preview     only say what would change
-h, --help        this text

Example:
php local/moocbuild/cli/mend.php --course=12 --preview';
$string['cli_mend_changes'] = 'Changes: {$a}';
$string['cli_no_course'] = 'There is no course with the number {$a}.';
$string['cli_no_user'] = 'There is nobody on this site with the user name “{$a}” who may log in.';
$string['cli_preview'] = 'What an update of course {$a} would change';
$string['cli_report'] = 'Writes the competency report of a course as CSV.

Options:
-c, --course=ID    number of the course
-v, --view=NAME    cohort (numbers that name nobody; the default) or people (a line for each learner and competency)
-g, --group=ID     of this group only
-h, --help         this text

Example:
php local/moocbuild/cli/report.php --course=12 > report.csv';
$string['cli_several'] = 'Several courses were made from this package: {$a}. Say which one with --course, or make another with --new.';
$string['cli_unreadable'] = '{$a} cannot be read.';
$string['cli_updated'] = 'Update of course {$a}';
$string['code'] = 'Code';
$string['competencies'] = 'Competencies ({$a})';
$string['contact'] = 'Help line';
$string['contact_add'] = 'Add a help line';
$string['contact_any_country'] = 'every country';
$string['contact_by_authors'] = 'the course’s authors say they confirmed it on {$a}';
$string['contact_confirm'] = 'Confirm';
$string['contact_confirm_words'] = 'I have rung this number or seen this page today, and it is right';
$string['contact_confirmed'] = 'Confirmed';
$string['contact_confirmed_on'] = 'Confirmed on {$a}';
$string['contact_kind'] = 'For';
$string['contact_name'] = 'Who answers';
$string['contact_no_link'] = 'This is neither one telephone number nor an address that begins with https://. Please correct it first.';
$string['contact_note'] = 'When, and in which languages';
$string['contact_remove'] = 'Remove';
$string['contact_stale'] = 'Confirmed on {$a}, more than half a year ago: please ring it and confirm it again';
$string['contact_state'] = 'State';
$string['contact_unconfirmed'] = 'Not confirmed: learners do not see it';
$string['contact_unusable'] = 'Neither one number nor an https address: learners do not see it';
$string['contact_value'] = 'Number or address';
$string['contact_value_help'] = 'One telephone number, or an address that begins with https://. No words: write them in “When, and in which languages”.';
$string['contacts_caption'] = 'Help lines of this site';
$string['contacts_intro'] = 'Learners in courses from packages see these help lines on every page, once somebody has confirmed them. To confirm one, ring it or look at its own page first. Packages suggest help lines; a suggestion is never shown before somebody here confirms it.';
$string['contacts_none'] = 'There are none yet.';
$string['counts'] = '“{$a}” counts';
$string['counts_not'] = '“{$a}” counts no longer';
$string['created'] = 'The course is there. Look through it, then enrol people.';
$string['details'] = 'Details';
$string['do_create'] = 'Create the course';
$string['do_update'] = 'Update the course';
$string['empty_log'] = 'Nothing has been done to this course yet.';
$string['event_cartridge_mended'] = 'Course mended after a cartridge import';
$string['event_contacts_changed'] = 'Help line changed';
$string['event_course_created'] = 'Course created from a package';
$string['event_course_updated'] = 'Course updated from a package';
$string['event_framework_synced'] = 'Competency framework brought up to date';
$string['event_report_viewed'] = 'Competency report viewed';
$string['failed'] = 'It did not work, and nothing was changed. Moodle said: {$a}';
$string['failed_inside'] = 'Something inside the site failed. Whoever manages the site sees more in the log.';
$string['field'] = '{$a->part} ({$a->now} → {$a->then})';
$string['field_competencies'] = 'competencies';
$string['field_content'] = 'text';
$string['field_files'] = 'files';
$string['field_grade'] = 'highest grade';
$string['field_intro'] = 'description';
$string['field_name'] = 'name';
$string['field_package'] = 'package';
$string['field_pass'] = 'pass mark';
$string['field_shuffle'] = 'order of answers';
$string['field_slots'] = 'questions asked';
$string['field_summary'] = 'description';
$string['field_tags'] = 'tags';
$string['field_weight'] = 'weight in the course total';
$string['file_changed'] = 'The file is no longer the one of the preview. Please choose it again.';
$string['framework_create'] = 'New: {$a}';
$string['framework_delete'] = 'Removed, as nothing hangs on them: {$a}';
$string['framework_do'] = 'Make these changes';
$string['framework_done'] = 'The framework is up to date. Changes: {$a->changes}. New links of activities: {$a->links}.';
$string['framework_file'] = 'CASE file (.json)';
$string['framework_idnumber'] = 'ID number of the framework';
$string['framework_idnumber_help'] = 'Courses find their framework by this. It is the “id” in the course’s framework.yml. If the site has a framework with this ID number, it is brought up to date; if not, it is made.';
$string['framework_intro'] = 'Choose the file that moocbuild made with “--target case”. You will see what changes before anything is done. What learners have shown is never lost: a competency that is no longer in the file stays, with a mark, as long as anything hangs on it.';
$string['framework_links'] = 'New links of activities to competencies';
$string['framework_move'] = 'In another place: {$a}';
$string['framework_new'] = 'The site does not have this framework yet. It will be made.';
$string['framework_preview'] = 'What will change in “{$a}”';
$string['framework_renamed'] = 'The name or the description of the framework changes.';
$string['framework_reordered'] = 'The order of competencies changes.';
$string['framework_retire'] = 'No longer in the file, kept with a mark because something hangs on them: {$a}';
$string['framework_update'] = 'With new texts: {$a}';
$string['from'] = 'Evidence';
$string['from_final'] = '{$a} final questions';
$string['from_final_one'] = '1 final question';
$string['from_nothing'] = 'none yet';
$string['from_quiz'] = '{$a} questions';
$string['from_quiz_one'] = '1 question';
$string['from_scenario'] = '{$a} simulations';
$string['from_scenario_one'] = '1 simulation';
$string['help_danger'] = 'If you or somebody else is in danger now, call the emergency number of your country.';
$string['help_danger_heading'] = 'In immediate danger';
$string['help_lines'] = 'If you need to talk to someone';
$string['help_more'] = 'More help';
$string['help_none'] = 'Call a person you trust or a doctor, or go to the nearest emergency department: you need no appointment. Public lists such as findahelpline.com have the help lines of each country.';
$string['help_now'] = 'Help now';
$string['help_pause'] = 'You can stop at any place and come back another day. Nobody has to do every part.';
$string['help_pause_heading'] = 'If the course is too much today';
$string['help_talk'] = 'You can also call a person you trust. You do not need to explain much: “I’m not well. Can you stay on the phone with me?” is enough.';
$string['import_new'] = 'Choose the package (.mbz) that “moocbuild build --target moodle” made. You will see what it brings before anything is done.';
$string['import_update'] = 'Choose a newer package of this course. You will see exactly what changes before anything is done. Attempts, grades and completion are kept; what the package no longer has is hidden, never deleted.';
$string['in_list'] = '{$a->part}: now with “{$a->text}”';
$string['item'] = 'Competency';
$string['joined'] = '{$a->one}; {$a->other}';
$string['kind_emergency'] = 'danger to life';
$string['kind_emergency_medical'] = 'danger to life (ambulance)';
$string['kind_emotional_support'] = 'someone to talk to';
$string['kind_medical'] = 'medical advice';
$string['kind_other'] = 'other help';
$string['kind_suicide_line'] = 'thoughts of suicide';
$string['kind_youth_line'] = 'children and young people';
$string['last_import'] = 'Last import';
$string['learner'] = 'Learner';
$string['left_as_is'] = 'Left as it is';
$string['log_caption'] = 'What was done to this course from packages, newest first';
$string['media'] = 'Pictures, films and files ({$a})';
$string['mend_caption'] = 'What will be mended';
$string['mend_do'] = 'Mend this course';
$string['mend_done'] = 'Done. Changes: {$a}. Attempts that were handed in have been graded anew.';
$string['mend_from'] = 'Now';
$string['mend_intro'] = 'Moodle’s import of a Common Cartridge leaves some things wrong: sections without names, quizzes that are graded out of four, and feedback that nobody sees. This page mends them. A quiz that somebody has set up since the import is left alone.';
$string['mend_mark'] = 'Mark of the question';
$string['mend_name'] = 'Name of the section';
$string['mend_no_name'] = '(no name)';
$string['mend_review'] = 'What learners see afterwards';
$string['mend_review_off'] = 'nothing';
$string['mend_review_on'] = 'their answers, marks and feedback';
$string['mend_sum'] = 'Sum of marks';
$string['mend_to'] = 'Then';
$string['mend_what'] = 'What';
$string['mend_where'] = 'Where';
$string['moocbuild:import'] = 'Create courses from moocbuild packages';
$string['moocbuild:managecontacts'] = 'Manage the help lines of the site';
$string['moocbuild:mend'] = 'Mend a course imported from a Common Cartridge';
$string['moocbuild:syncframework'] = 'Bring a competency framework up to date';
$string['moocbuild:update'] = 'Update a course from a newer moocbuild package';
$string['moocbuild:viewownreport'] = 'See one’s own competency report';
$string['moocbuild:viewreport'] = 'See the competency report of learners';
$string['move'] = 'Moved to another place ({$a})';
$string['no_category'] = 'There is no such course category.';
$string['no_course'] = 'There is no such course.';
$string['no_courses'] = 'No course of this site was made from a package yet.';
$string['nobody'] = 'Nobody, or somebody who is no longer here';
$string['not_shown'] = 'not given';
$string['note_attempts'] = 'Attempts at quizzes whose questions change: {$a->attempts}, of which {$a->open} open. They keep their questions, answers and marks; attempts begun from now on ask what the package asks.';
$string['note_first'] = 'This course was not made by this plugin, so what earlier packages held is not known. Activities with an ID number that this package has not stay as they are, visible: {$a->title}. Hide those that are to go.';
$string['note_first_questions'] = 'Questions with an ID number that this package has not, and that stay in the question bank: {$a->count}.';
$string['note_graded'] = '“{$a->title}” stays graded, because learners have attempted it. The package does not grade it.';
$string['note_kind'] = '“{$a->title}” has become another kind of activity. It stays as it is: give the new one another id in the course’s source.';
$string['note_needed'] = '“{$a->title}” still draws from question categories that this package leaves with too few. Questions that stay in them for that: {$a->count}.';
$string['note_older'] = 'This package is older than the one that the course was last made from (version {$a->title}). An update takes the course back to it.';
$string['note_own_name'] = '“{$a->title}” keeps the name that it was given here. The package calls it “{$a->other}”.';
$string['note_own_pass'] = '“{$a->title}” keeps the pass mark that was set here, {$a->now}. The package sets {$a->then}.';
$string['note_own_shuffle'] = '“{$a->title}” keeps the order of answers that was set here. The package changes it.';
$string['note_pass'] = 'Another pass mark of “{$a->title}”: of the learners with a grade ({$a->count}), {$a->now} are above the one now, and {$a->then} above the new one.';
$string['note_runs'] = 'Attempts at simulations that change: {$a->attempts}, of which {$a->open} not finished. What they have reported stays. Whoever is in the middle goes on after the last choice that is still there.';
$string['note_slots'] = '“{$a->title}” keeps its number of questions and their marks, because learners have attempted it (attempts: {$a->attempts}) and their grades hang on that. Texts of questions are brought up to date all the same.';
$string['note_totals'] = 'Learners whose course total changes: {$a->count} of {$a->all}. The largest change is from {$a->now} % to {$a->then} %.';
$string['note_ungraded'] = '“{$a->title}” stays without a grade, because learners have attempted it. The package grades it.';
$string['note_weight'] = '“{$a->title}” keeps its share of the course total among the quizzes that learners have attempted, so that their totals stay: {$a->now} %. The package gives it {$a->then} %.';
$string['nothing_to_change'] = 'Nothing to change: all is as it should be.';
$string['of_kind'] = '{$a->title} ({$a->kind})';
$string['on_page'] = '{$a->id}, on {$a->page}';
$string['package'] = 'Package (.mbz)';
$string['package_help'] = 'The file that moocbuild makes with “--target moodle”. It is looked at from top to bottom before Moodle gets it; a package that is damaged, or holds what moocbuild does not write, is refused.';
$string['page_contacts'] = 'Help lines';
$string['page_framework'] = 'Competency framework';
$string['page_gone'] = 'activity';
$string['page_import'] = 'Update from a package';
$string['page_import_new'] = 'New course from a package';
$string['page_index'] = 'Courses from packages';
$string['page_log'] = 'Log of updates';
$string['page_mend'] = 'Mend a cartridge import';
$string['page_moved'] = 'now in “{$a}”';
$string['page_report'] = 'Competency report';
$string['parts'] = 'with what is on it ({$a})';
$string['percent'] = '{$a} %';
$string['pieces'] = 'Pieces of evidence';
$string['plan_count'] = '{$a} changes.';
$string['plan_empty'] = 'Nothing changes: the course is as the package wants it.';
$string['plan_new'] = 'A new course: “{$a->title}”, version {$a->version}. Sections: {$a->sections}, pages: {$a->pages}, quizzes: {$a->quizzes}, simulations: {$a->simulations}, scored questions: {$a->questions}.';
$string['pluginname'] = 'moocbuild courses';
$string['practice'] = 'needs practice with people';
$string['preview'] = 'Show what will change';
$string['preview_of'] = '“{$a->title}”, version {$a->version}';
$string['privacy:metadata:local_moocbuild_contact'] = 'Help lines of the site';
$string['privacy:metadata:local_moocbuild_contact:country'] = 'The country of the help line';
$string['privacy:metadata:local_moocbuild_contact:kind'] = 'What the help line is for';
$string['privacy:metadata:local_moocbuild_contact:name'] = 'Who answers';
$string['privacy:metadata:local_moocbuild_contact:timemodified'] = 'When it was changed or confirmed';
$string['privacy:metadata:local_moocbuild_contact:usermodified'] = 'Who changed or confirmed it last';
$string['privacy:metadata:local_moocbuild_contact:value'] = 'The number or address';
$string['privacy:metadata:local_moocbuild_course'] = 'Courses made from packages';
$string['privacy:metadata:local_moocbuild_course:coursekey'] = 'The author’s name for the course';
$string['privacy:metadata:local_moocbuild_course:timeimported'] = 'When the last package was imported';
$string['privacy:metadata:local_moocbuild_course:userid'] = 'Who imported it';
$string['privacy:metadata:local_moocbuild_course:version'] = 'The version of the package';
$string['privacy:metadata:local_moocbuild_log'] = 'What was done with this plugin';
$string['privacy:metadata:local_moocbuild_log:action'] = 'What was done';
$string['privacy:metadata:local_moocbuild_log:summary'] = 'What came of it';
$string['privacy:metadata:local_moocbuild_log:timecreated'] = 'When';
$string['privacy:metadata:local_moocbuild_log:userid'] = 'Who did it';
$string['problem_busy'] = 'Somebody else is just now updating this course. Wait a minute and try again.';
$string['problem_changed'] = 'The file was changed while it was being read. Upload it again.';
$string['problem_damaged'] = 'The file is damaged, or is no package at all. Copy or download it again; its checksum stands in SHA256SUMS beside it. {$a}';
$string['problem_element'] = 'The package holds something that this plugin does not know from moocbuild ({$a}). If a newer moocbuild built it, update the plugin; otherwise do not use the package.';
$string['problem_facts'] = 'The package says of itself what cannot be right ({$a}). Build it again with moocbuild.';
$string['problem_file'] = 'The package wants to put a file where a course has none ({$a}). It was not made by moocbuild alone: do not use it.';
$string['problem_foreign'] = 'This is not a package for Moodle made by moocbuild. Build one with: moocbuild build --target moodle';
$string['problem_gone'] = 'The upload is no longer there. Choose the package again.';
$string['problem_html'] = 'A text in the package holds HTML that moocbuild does not write ({$a}). If a newer moocbuild built it, update the plugin; otherwise do not use the package.';
$string['problem_kind'] = 'The package brings a kind of activity that moocbuild does not make ({$a}). Do not use it.';
$string['problem_lacking'] = 'Something is missing in the package ({$a}). Build it again with moocbuild.';
$string['problem_language'] = 'The course is in the language “{$a}”, the package in another. Import the package as a course of its own.';
$string['problem_large'] = 'The package is larger than can be taken ({$a}). Put large videos elsewhere and link to them.';
$string['problem_learners'] = 'The update would have changed what learners have done ({$a}). Nothing was changed. Please report this to the makers of the plugin.';
$string['problem_left'] = 'After the update something still differed from the package ({$a}), so it was undone: nothing was changed. Please report this to the makers of the plugin.';
$string['problem_link'] = 'A text in the package leads where no course leads ({$a}). Do not use the package, and ask where it came from.';
$string['problem_locked'] = 'The package is locked with a password ({$a}). Make it again without one.';
$string['problem_loose'] = 'The parts of the package do not belong together ({$a}). It was changed after moocbuild had built it: build it again.';
$string['problem_many'] = 'The package holds too many files ({$a}). It was not made by moocbuild alone.';
$string['problem_missing'] = 'There is no such file on this server.';
$string['problem_moved'] = 'The course has changed since the preview. Nothing was done; look at the new preview.';
$string['problem_name'] = 'The package holds a file with a name that moocbuild never writes ({$a}). It may be an attack: do not use it, and ask where it came from.';
$string['problem_newer'] = 'The package was made by a newer moocbuild (format {$a}). Update this plugin first.';
$string['problem_other'] = 'This course was made from another package ({$a}). Choose that package, or the course that belongs to this one.';
$string['problem_people'] = 'The package names people, or what they did or may do ({$a}). Packages of moocbuild never do: do not use it.';
$string['problem_plain'] = 'This is a backup of a Moodle course, but not a package made by moocbuild (or by one older than this plugin). Restore it with Moodle’s own Course restore, or build it again.';
$string['problem_precheck'] = 'Moodle will not restore this package: {$a}';
$string['problem_rights'] = 'You lack rights that Moodle asks for here: {$a}. Nothing was changed. Whoever manages the site can grant them.';
$string['problem_twice'] = 'The package holds two things of the same name ({$a}). Build it again with moocbuild.';
$string['problem_unknown'] = 'This course has nothing of the package: no activity has an ID number of it. Import the package as a new course.';
$string['problem_value'] = 'The package holds a value that this plugin does not know from moocbuild ({$a}). If a newer moocbuild built it, update the plugin; otherwise do not use the package.';
$string['problem_xml'] = 'A file in the package cannot be read ({$a}). Build it again with moocbuild.';
$string['question_gone'] = 'question';
$string['quoted'] = '“{$a}”';
$string['renamed'] = 'Renamed ({$a})';
$string['report_caption'] = '{$a->title}. Learners: {$a->size}';
$string['report_cohort'] = 'Everybody';
$string['report_cohort_intro'] = 'How many learners stand where. Numbers under {$a} are not given, and others beside them where they could be found by subtraction: nobody is to be picked out by this table.';
$string['report_download'] = 'Download this table (CSV)';
$string['report_group'] = 'Group {$a}';
$string['report_intro'] = 'What answers to questions and choices in simulations say of each competency.';
$string['report_legend'] = 'How this is worked out';
$string['report_limits'] = 'This shows knowledge and judgement in an online course. It does not show practice with people, and it is no licence to work.';
$string['report_nobody'] = 'There are no learners here.';
$string['report_of'] = 'Competencies of {$a}';
$string['report_overlap'] = 'Numbers of single groups are not given in this course, because some learners are in several groups.';
$string['report_own'] = 'My competencies';
$string['report_own_intro'] = 'What your answers and your choices in simulations say so far. You can try everything again: your best counts.';
$string['report_people'] = 'Learners';
$string['report_people_caption'] = 'Learners by name: how many competencies stand where';
$string['report_rules'] = 'The best answer to each question counts, and the best run of each simulation. Final questions count half as much again; a competency that a question asks for beside its main one counts half.';
$string['report_title'] = 'Competency report: {$a}';
$string['report_views'] = 'Views of the report';
$string['retired_name'] = '(retired) {$a}';
$string['retired_note'] = 'This competency is no longer in the framework. It is kept because learners’ records hang on it.';
$string['scale_name'] = 'Not yet – Competent';
$string['settings'] = 'Settings and lists ({$a})';
$string['share'] = 'Share of points (%)';
$string['share_short'] = 'Points';
$string['state'] = 'State';
$string['state_developing'] = 'developing';
$string['state_developing_means'] = 'At least half of the points; also all of them, as long as something else is missing that “shown” needs.';
$string['state_emerging'] = 'emerging';
$string['state_emerging_means'] = 'Less than half of the points.';
$string['state_shown'] = 'shown';
$string['state_shown_means'] = 'At least four fifths of the points, from two kinds of evidence, or from three questions where no final question asks for it.';
$string['state_unseen'] = 'not seen yet';
$string['state_unseen_means'] = 'Fewer than two pieces of evidence.';
$string['step_activity_add'] = 'New activities ({$a})';
$string['step_activity_change'] = 'Changed activities ({$a})';
$string['step_activity_hide'] = 'Hidden, because the package has them no longer; nothing is deleted ({$a})';
$string['step_activity_show'] = 'Shown again ({$a})';
$string['step_category_add'] = 'New question categories ({$a})';
$string['step_category_change'] = 'Changed question categories ({$a})';
$string['step_competency_add'] = 'New links to competencies ({$a})';
$string['step_criteria'] = 'What completes the course ({$a})';
$string['step_facts'] = 'What the package says of itself: version, help lines, what asks for which competency ({$a})';
$string['step_lost'] = 'Ids lost: hidden, because the package has them no longer; nothing is deleted ({$a})';
$string['step_order'] = 'Another order of activities ({$a})';
$string['step_question_add'] = 'New questions ({$a})';
$string['step_question_hide'] = 'Questions that are asked no longer ({$a})';
$string['step_question_move'] = 'Questions in another category ({$a})';
$string['step_question_show'] = 'Questions that are asked again ({$a})';
$string['step_question_version'] = 'Questions with a new version ({$a})';
$string['step_section_add'] = 'New sections ({$a})';
$string['step_section_change'] = 'Changed sections ({$a})';
$string['step_section_order'] = 'Another order of sections ({$a})';
$string['step_slots'] = 'Quizzes that ask other questions ({$a})';
$string['text'] = 'Changed texts ({$a})';
$string['turned_partner'] = '“{$a->text}” goes with {$a->then}, before with {$a->now}';
$string['turned_place'] = '“{$a->text}” is step {$a->then}, before {$a->now}';
$string['turned_share'] = '“{$a->text}” earns {$a->then}, before {$a->now}';
$string['updated'] = 'The course is up to date. Changes: {$a}.';
$string['version_is'] = 'Version {$a}';
$string['whole_course'] = 'The whole course';
$string['with_more'] = '{$a->title}: {$a->more}';
$string['with_parts'] = '{$a->what}, with what is on it ({$a->n})';
