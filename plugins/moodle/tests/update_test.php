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

namespace local_moocbuild;

use local_moocbuild\update\changes;
use local_moocbuild\update\difference;
use local_moocbuild\update\grading;
use local_moocbuild\update\links;
use local_moocbuild\update\order;
use local_moocbuild\update\own;
use local_moocbuild\update\plan;
use local_moocbuild\update\question_form;
use PHPUnit\Framework\TestCase;

/**
 * Plans: what an update does to a course, decided from two plain structures.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class update_test extends TestCase {
    /** Section by idnumber. */
    private const PLACES = ['m/index' => 'm', 'm/lesson' => 'm', 'm/quiz' => 'm', 'n/index' => 'n', 'n/more' => 'n'];

    /**
     * A course with two modules.
     *
     * @return array
     */
    private static function course(): array {
        $page = fn(string $title) => ['kind' => 'page', 'title' => $title, 'visible' => true, 'competencies' => ['I.1'],
            'fields' => ['name' => $title, 'content' => "Text of $title", 'files' => []]];
        $quiz = ['kind' => 'quiz', 'title' => 'Check', 'visible' => true, 'competencies' => [], 'attempts' => 0,
            'slots' => [['mark' => 1.0, 'question' => 'q1']],
            'fields' => ['name' => 'Check', 'pass' => 70.0, 'weight' => 0.5]];
        $question = fn(string $form) => ['title' => "Question $form", 'category' => 'm', 'form' => $form, 'hidden' => false];
        return [
            'sections' => [
                ['id' => 10, 'name' => 'Course', 'summary' => '', 'sequence' => ['#1']],
                ['id' => 11, 'name' => 'M', 'summary' => 'About M', 'sequence' => ['m/index', 'm/lesson', '#7', 'm/quiz']],
                ['id' => 12, 'name' => 'N', 'summary' => 'About N', 'sequence' => ['n/index']],
            ],
            'activities' => ['m/index' => $page('M'), 'm/lesson' => $page('Lesson'), 'm/quiz' => $quiz, 'n/index' => $page('N')],
            'categories' => ['m' => ['name' => 'M', 'parent' => '']],
            'questions' => ['q1' => $question('one'), 'q2' => $question('two')],
            'competencies' => ['I.1'],
            'criteria' => ['m/lesson', 'm/quiz'],
        ];
    }

    /**
     * The plan for a course and a package.
     *
     * @param array $here
     * @param array $new
     * @param array $hidden
     * @return plan
     */
    private static function plan(array $here, array $new, array $hidden = []): plan {
        $known = ['activities' => array_keys(self::PLACES), 'questions' => ['q1', 'q2']];
        return difference::plan($here, $new, self::PLACES, ['m', 'n'], $known, $hidden);
    }

    /**
     * Kinds and keys of the steps.
     *
     * @param plan $plan
     * @return string[]
     */
    private static function told(plan $plan): array {
        return array_map(fn($step) => "{$step['do']} {$step['key']}", $plan->steps);
    }

    public function test_the_same_package_changes_nothing(): void {
        $plan = self::plan(self::course(), self::course());
        $this->assertTrue($plan->empty());
        $this->assertSame([], $plan->notes);
    }

    public function test_what_the_site_has_added_is_left_alone(): void {
        $here = self::course();
        $here['activities']['mine'] = $here['activities']['m/lesson'];
        $here['sections'][1]['sequence'] = ['m/index', 'mine', 'm/lesson', '#7', 'm/quiz'];
        $here['sections'][] = ['id' => 13, 'name' => 'Mine', 'summary' => '', 'sequence' => ['#8']];
        $here['questions']['own'] = $here['questions']['q1'];
        $this->assertTrue(self::plan($here, self::course())->empty());
    }

    public function test_changes_of_every_kind_become_steps(): void {
        $new = self::course();
        $new['sections'][1]['name'] = 'M, new';
        $new['sections'][2]['sequence'] = ['n/index', 'n/more'];
        $new['sections'][1]['sequence'] = ['m/index', 'm/quiz'];
        $new['activities']['n/more'] = $new['activities']['m/lesson'];
        unset($new['activities']['m/lesson'], $new['questions']['q2']);
        $new['activities']['m/quiz']['fields']['pass'] = 60.0;
        $new['activities']['n/index']['competencies'] = ['I.1', 'I.2'];
        $new['categories']['n'] = ['name' => 'N', 'parent' => ''];
        $new['questions']['q1']['form'] = 'changed';
        $new['questions']['q3'] = ['category' => 'n'] + $new['questions']['q1'];
        $new['criteria'] = ['m/quiz', 'n/more'];
        $plan = self::plan(self::course(), $new);
        $this->assertSame(['section_change m', 'category_add n', 'question_version q1', 'question_add q3', 'question_hide q2',
            'activity_change m/quiz', 'competency_add n/index', 'activity_add n/more', 'activity_hide m/lesson', 'order n',
            'criteria '], self::told($plan));
        $this->assertSame(['pass'], $plan->of('activity_change')[0]['what']);
        $this->assertSame([['I.2']], array_column($plan->of('competency_add'), 'codes'));
        $this->assertSame('n', $plan->of('activity_add')[0]['section']);
        $this->assertFalse($plan->of('order')[0]['shown']);
        $this->assertSame(['add' => ['n/more'], 'drop' => ['m/lesson']], array_intersect_key(
            $plan->of('criteria')[0],
            ['add' => 0, 'drop' => 0]
        ));
    }

    /**
     * Headings, below them the keys of things with what is said of each.
     *
     * @param plan $plan
     * @return array
     */
    private static function headed(plan $plan): array {
        $flat = fn(array $row) => trim($row['step']['key'] . ' ' . implode('; ', array_map(
            fn($said) => implode(' ', array_map(json_encode(...), $said)),
            $row['said']
        )));
        return array_map(fn($rows) => array_map($flat, $rows), changes::of($plan));
    }

    public function test_changes_are_told_as_diff_tells_them(): void {
        $here = self::course();
        $here['questions']['q1']['right'] = ['Yes' => ['share', 1.0], 'No' => ['share', 0.0]];
        $new = self::course();
        $new['sections'][1]['name'] = 'M, new';
        $new['sections'][1]['sequence'] = ['m/index', 'm/quiz'];
        $new['sections'][2]['sequence'] = ['n/more', 'n/index'];
        $new['activities']['n/more'] = ['fields' => ['content' => 'Other'] + $new['activities']['m/lesson']['fields']]
            + $new['activities']['m/lesson'];
        unset($new['activities']['m/lesson'], $new['questions']['q2']);
        $quiz = &$new['activities']['m/quiz'];
        $quiz['title'] = $quiz['fields']['name'] = 'Check again';
        $quiz['fields'] = ['pass' => 60.0] + $quiz['fields'];
        $quiz['slots'][] = ['mark' => 1.0, 'question' => 'q3'];
        $new['activities']['n/index']['fields']['content'] = 'Other words';
        $new['activities']['n/index']['competencies'] = ['I.1', 'I.2'];
        $new['questions']['q1'] = ['form' => 'changed', 'right' => ['Yes' => ['share', 0.0], 'No' => ['share', 1.0]]]
            + $new['questions']['q1'];
        $new['questions']['q3'] = ['title' => 'Third', 'form' => 'three'] + $new['questions']['q1'];
        $new['criteria'] = ['m/quiz', 'n/more'];
        $turned = fn($text, $now, $then) => json_encode(['text' => $text, 'sort' => 'share', 'now' => $now, 'then' => $then]);
        $this->assertSame([
            'answers' => ['m/quiz "field" "pass" [70,60]; "field" "slots" [1,2]',
                "q1 \"turned\" {$turned('Yes', 1.0, 0.0)}; \"turned\" {$turned('No', 0.0, 1.0)}"],
            'lost' => ['m/lesson "kind" "page_gone"', 'q2 "kind" "question_gone"'],
            'step_activity_add' => ['n/more'],
            'step_question_add' => ['q3'],
            'renamed' => ['m "field" "name" ["M","M, new"]', 'm/quiz "field" "name" ["Check","Check again"]'],
            'text' => ['n/index "field" "content" null'],
            'competencies' => ['n/index "code" "I.2"'],
            'step_criteria' => ['"counts" "Lesson"; "counts_not" "Lesson"'],
        ], self::headed(self::plan($here, $new)));
    }

    public function test_what_came_under_another_id_is_said(): void {
        $new = self::course();
        $new['sections'][1]['sequence'] = ['m/index', 'm/renamed', 'm/quiz'];
        $new['activities']['m/renamed'] = $new['activities']['m/lesson'];
        $new['questions']['q9'] = $new['questions']['q2'];
        unset($new['activities']['m/lesson'], $new['questions']['q2']);
        $this->assertSame(
            ['m/lesson "become" "page_gone" "m\/renamed"', 'q2 "become" "question_gone" "q9"'],
            self::headed(self::plan(self::course(), $new))['lost']
        );
    }

    public function test_questions_come_and_go_with_their_quiz(): void {
        $with = self::course();
        $without = self::course();
        unset($without['activities']['m/quiz'], $without['questions']['q1']);
        $without['criteria'] = ['m/lesson'];
        $without['sections'][1]['sequence'] = ['m/index', 'm/lesson'];
        $told = self::headed(self::plan($with, $without));
        $this->assertSame(['m/quiz "with_parts" "page_gone" 1'], $told['lost']);
        $told = self::headed(self::plan($without, $with));
        $this->assertSame([['m/quiz "parts" 1'], false], [$told['step_activity_add'], isset($told['step_question_add'])]);
        $draws = $with;
        $draws['activities']['m/quiz']['slots'] = [['mark' => 1.0, 'category' => 'm', 'below' => false]];
        $this->assertSame(['m/quiz "parts" 1'], self::headed(self::plan($without, $draws))['step_activity_add']);
    }

    public function test_what_moves_is_told_where_it_went(): void {
        $new = self::course();
        $new['sections'][1]['sequence'] = ['m/index', 'm/quiz'];
        $new['sections'][2]['sequence'] = ['n/index', 'm/lesson'];
        $new['categories']['n'] = ['name' => 'N', 'parent' => ''];
        $new['questions']['q1']['category'] = 'n';
        $this->assertSame(['move' => ['m/lesson "to" "N"', 'q1 "to" "N"'], 'step_category_add' => ['n']],
            self::headed(self::plan(self::course(), $new)));
        $new['sections'][2]['sequence'] = ['m/lesson', 'n/index'];
        $this->assertArrayNotHasKey('step_order', self::headed(self::plan(self::course(), $new)), 'n/index stands where it stood');
    }

    public function test_a_question_with_another_name_alone_has_no_other_text(): void {
        $form = fn(string $name, string $text) => json_encode([['name' => $name, 'questiontext' => $text], []]);
        $here = self::course();
        $here['questions']['q1']['form'] = $form('One', 'Is it?');
        $new = $here;
        $new['questions']['q1'] = ['title' => 'Uno', 'form' => $form('Uno', 'Is it?')] + $new['questions']['q1'];
        $this->assertSame(['renamed' => ['q1 "field" "name" ["Question one","Uno"]']], self::headed(self::plan($here, $new)));
        $new['questions']['q1']['form'] = $form('Uno', 'Was it?');
        $this->assertSame(['renamed', 'text'], array_keys(self::headed(self::plan($here, $new))));
    }

    public function test_nothing_is_ever_deleted(): void {
        $empty = ['sections' => [['id' => 1, 'name' => 'Course', 'summary' => '', 'sequence' => []]], 'activities' => [],
            'categories' => [], 'questions' => [], 'competencies' => [], 'criteria' => []];
        $plan = difference::plan(self::course(), $empty, self::PLACES, [], ['activities' => array_keys(self::PLACES),
            'questions' => ['q1', 'q2']], []);
        $kinds = array_unique(array_column($plan->steps, 'do'));
        $this->assertSame(['question_hide', 'activity_hide', 'criteria'], array_values($kinds));
    }

    public function test_what_is_hidden_stays_hidden_and_comes_back_with_the_package(): void {
        $here = self::course();
        $here['activities']['m/lesson']['visible'] = false;
        $here['questions']['q2']['hidden'] = true;
        $this->assertTrue(self::plan($here, self::course())->empty(), 'hidden by a teacher');
        $plan = self::plan($here, self::course(), ['activities' => ['m/lesson'], 'questions' => ['q2']]);
        $this->assertSame(['question_show q2', 'activity_show m/lesson'], self::told($plan));
        $new = self::course();
        unset($new['activities']['m/lesson'], $new['questions']['q2']);
        $new['sections'][1]['sequence'] = ['m/index', 'm/quiz'];
        $new['criteria'] = $here['criteria'] = ['m/quiz'];
        $this->assertTrue(self::plan($here, $new)->empty(), 'hidden already');
    }

    public function test_a_quiz_with_attempts_keeps_its_places(): void {
        $here = self::course();
        $new = self::course();
        $new['activities']['m/quiz']['slots'][] = ['mark' => 1.0, 'question' => 'q2'];
        $this->assertSame(['slots m/quiz'], self::told(self::plan($here, $new)));
        $here['activities']['m/quiz']['attempts'] = 3;
        $plan = self::plan($here, $new);
        $this->assertTrue($plan->empty());
        $this->assertSame([['note' => 'slots', 'key' => 'm/quiz', 'title' => 'Check', 'attempts' => 3]], $plan->notes);
    }

    public function test_a_quiz_with_attempts_asks_other_questions_for_the_same_marks(): void {
        $here = self::course();
        $here['activities']['m/quiz'] = ['attempts' => 3, 'open' => 1] + $here['activities']['m/quiz'];
        $new = self::course();
        $new['activities']['m/quiz']['slots'] = [['mark' => 1.0, 'category' => 'm', 'below' => false]];
        $plan = self::plan($here, $new);
        $this->assertSame(['slots m/quiz'], self::told($plan));
        $this->assertSame([['note' => 'attempts', 'key' => '', 'title' => '', 'attempts' => 3, 'open' => 1]], $plan->notes);
        $new['activities']['m/quiz']['slots'][0]['mark'] = 2.0;
        $this->assertTrue(self::plan($here, $new)->empty());
    }

    public function test_a_quiz_that_keeps_its_places_keeps_questions_to_draw(): void {
        $here = self::course();
        $here['categories'] += ['m/quiz' => ['name' => 'Check', 'parent' => 'm'], 'm/a' => ['name' => 'A', 'parent' => 'm/quiz']];
        $here['questions']['q2']['category'] = 'm/a';
        $new = $here;
        [$only, $any] = [['mark' => 1.0, 'category' => 'm/a', 'below' => false],
            ['mark' => 1.0, 'category' => 'm', 'below' => true]];
        $here['activities']['m/quiz'] = ['attempts' => 3, 'slots' => [$only, $any]] + $here['activities']['m/quiz'];
        unset($new['questions']['q2']);
        $plan = self::plan($here, $new);
        $this->assertSame([], self::told($plan), 'hidden, it could not be drawn');
        $this->assertSame([['slots', null], ['needed', 1]], array_map(
            fn($note) => [$note['note'], $note['count'] ?? null],
            $plan->notes
        ));
        $new['questions']['q2'] = ['category' => 'm'] + $here['questions']['q2'];
        $this->assertSame([], self::told(self::plan($here, $new)), 'moved, it could not be drawn');
        $new['questions']['q3'] = $here['questions']['q2'];
        $this->assertSame(['question_move q2', 'question_add q3'], self::told(self::plan($here, $new)), 'another takes its place');
        $new['questions']['q3']['kind'] = 'description';
        $this->assertSame(['question_add q3'], self::told(self::plan($here, $new)), 'no draw takes a description');
        unset($new['questions']['q1'], $new['questions']['q3']);
        $new['questions']['q2'] = $here['questions']['q2'];
        $this->assertSame([], self::told(self::plan($here, $new)), 'one question cannot stand at two places');
        $here['activities']['m/quiz']['attempts'] = 0;
        $this->assertSame(['question_hide q1', 'slots m/quiz'], self::told(self::plan($here, $new)), 'nobody has attempted it');
    }

    public function test_figures_say_what_learners_meet(): void {
        $here = self::course();
        $here['activities']['m/quiz'] = ['attempts' => 3, 'open' => 1] + $here['activities']['m/quiz'];
        $here['activities']['m/play'] = ['kind' => 'scorm', 'attempts' => 5, 'open' => 2,
            'fields' => ['package' => 'a', 'intro' => '']]
            + $here['activities']['m/lesson'];
        $new = $here;
        $new['activities']['m/play']['fields']['intro'] = 'Other words';
        $new['questions']['q2']['form'] = 'which it does not ask';
        $this->assertSame([], self::plan($here, $new)->notes);
        $new['activities']['m/play']['fields']['package'] = 'b';
        $new['questions']['q1']['form'] = 'another';
        $this->assertSame(
            [['attempts', 3, 1], ['runs', 5, 2]],
            array_map(fn($note) => [$note['note'], $note['attempts'], $note['open']], self::plan($here, $new)->notes)
        );
    }

    public function test_an_activity_that_became_another_kind_is_left(): void {
        $new = self::course();
        $new['activities']['m/lesson']['kind'] = 'scorm';
        $plan = self::plan(self::course(), $new);
        $this->assertTrue($plan->empty());
        $this->assertSame('kind', $plan->notes[0]['note']);
    }

    public function test_rounded_weights_are_no_change(): void {
        $here = self::course();
        $here['activities']['m/quiz']['fields']['weight'] = 0.50001;
        $this->assertTrue(self::plan($here, self::course())->empty());
        $here['activities']['m/quiz']['fields']['weight'] = 0.4;
        $this->assertTrue(self::plan($here, self::course())->empty(), 'all that there is, whatever the number');
        $here['activities']['n/more'] = $here['activities']['m/quiz'];
        $new = self::course();
        $new['activities']['n/more'] = $new['activities']['m/quiz'];
        $this->assertTrue(self::plan($here, $new)->empty(), 'the same shares');
        $here['activities']['m/quiz']['fields']['weight'] = 0.6;
        $told = ['activity_change m/quiz', 'activity_change n/more'];
        $this->assertSame($told, self::told(self::plan($here, $new)));
        $this->assertSame([0.6, 0.5], self::plan($here, $new)->steps[0]['values']['weight']);
        unset($here['activities']['m/quiz']['fields']['weight'], $here['activities']['n/more']);
        $this->assertTrue(self::plan($here, self::course())->empty(), 'a site that weighs in a way of its own');
    }

    /**
     * A structure of quizzes.
     *
     * @param array $weights by idnumber
     * @param string[] $attempted idnumbers of those that learners have attempted
     * @param array $fields more fields of all of them
     * @return array
     */
    private static function quizzes(array $weights, array $attempted = [], array $fields = []): array {
        $found = [];
        foreach ($weights as $key => $weight) {
            $found[$key] = ['kind' => 'quiz', 'title' => "Quiz $key", 'attempts' => (int) in_array($key, $attempted, true),
                'slots' => [], 'visible' => true, 'competencies' => [],
                'fields' => $fields + ['grade' => 100.0, 'pass' => 70.0, 'weight' => $weight]];
        }
        return ['activities' => $found];
    }

    /**
     * Weights of quizzes after an update.
     *
     * @param array $here
     * @param array $new
     * @param string[] $known
     * @return float[]
     */
    private static function weights(array $here, array $new, array $known = []): array {
        $weights = array_map(fn($weight) => round($weight, 4), grading::kept($here, $new, $known)[0]['weights']);
        ksort($weights);
        return $weights;
    }

    public function test_weights_stay_with_what_was_attempted(): void {
        $here = fn(array $attempted) => self::quizzes(['a' => 0.6, 'b' => 0.4], $attempted);
        $new = self::quizzes(['a' => 0.5, 'b' => 0.5]);
        $this->assertSame(['a' => 0.5, 'b' => 0.5], self::weights($here([]), $new), 'nobody has a total');
        $this->assertSame(['a' => 0.6, 'b' => 0.4], self::weights($here(['a', 'b']), $new));
        $notes = grading::kept($here(['a', 'b']), $new, [])[1];
        $this->assertSame([['weight', 'a', 60.0, 50.0], ['weight', 'b', 40.0, 50.0]], array_map(
            fn($note) => [$note['note'], $note['key'], $note['now'], $note['then']],
            $notes
        ));
        $this->assertSame(['a' => 0.5, 'b' => 0.5], self::weights($here(['a']), $new), 'one alone is all of a total');
        $this->assertSame([], grading::kept($here(['a']), $new, [])[1]);
    }

    public function test_new_quizzes_weigh_beside_attempted_ones_as_the_package_wants(): void {
        $here = self::quizzes(['a' => 0.6, 'b' => 0.4], ['a', 'b']);
        $new = self::quizzes(['a' => 0.25, 'b' => 0.25, 'c' => 0.5]);
        $this->assertSame(['a' => 0.3, 'b' => 0.2, 'c' => 0.5], self::weights($here, $new));
        $after = self::quizzes(['a' => 0.3, 'b' => 0.2, 'c' => 0.5], ['a', 'b']);
        $this->assertSame(['a' => 0.3, 'b' => 0.2, 'c' => 0.5], self::weights($after, $new), 'the same again');
        $plan = difference::plan($after + self::course(), grading::kept($after, $new, [])[0] + self::course(), [], [], [
            'activities' => [], 'questions' => []], []);
        $this->assertSame([], $plan->of('activity_change'));
    }

    public function test_a_quiz_that_is_gone_counts_where_it_was_attempted(): void {
        $new = self::quizzes(['a' => 1.0]);
        $here = fn(array $attempted) => self::quizzes(['a' => 0.6, 'b' => 0.4], $attempted);
        $this->assertSame(['a' => 0.6, 'b' => 0.4], self::weights($here(['a', 'b']), $new, ['a', 'b']));
        $this->assertSame(['a' => 1.0, 'b' => 0.0], self::weights($here(['a']), $new, ['a', 'b']));
        $this->assertSame(['a' => 0.6], self::weights($here(['a', 'b']), $new), 'a quiz of the site is left alone');
    }

    public function test_weights_leave_room_for_what_the_site_has_added(): void {
        $here = self::quizzes(['a' => 0.3, 'b' => 0.2]);
        $this->assertSame(['a' => 0.1, 'b' => 0.4], self::weights($here, self::quizzes(['a' => 0.2, 'b' => 0.8])));
    }

    public function test_a_quiz_stays_graded_out_of_what_the_site_wants(): void {
        $here = self::quizzes(['a' => 1.0], ['a'], ['grade' => 10.0, 'pass' => 7.0]);
        [$kept, $notes] = grading::kept($here, self::quizzes(['a' => 1.0]), []);
        $this->assertSame(['grade' => 10.0, 'pass' => 7.0, 'weight' => 1.0], $kept['activities']['a']['fields']);
        $this->assertSame([], $notes);
        $fields = grading::kept($here, self::quizzes(['a' => 1.0], [], ['pass' => 60.0]), [])[0]['activities']['a']['fields'];
        $this->assertSame(6.0, $fields['pass']);
        $ungraded = self::quizzes(['a' => 1.0], [], ['grade' => 0.0, 'pass' => 0.0]);
        [$kept, $notes] = grading::kept($here, $ungraded, []);
        $this->assertSame([10.0, 'graded'], [$kept['activities']['a']['fields']['grade'], $notes[0]['note']]);
        $here['activities']['a']['attempts'] = 0;
        $this->assertSame(0.0, grading::kept($here, $ungraded, [])[0]['activities']['a']['fields']['grade']);
    }

    public function test_what_a_site_has_set_by_itself_stays(): void {
        $here = self::course();
        $last = ['activities' => ['m/lesson' => ['title' => 'Lesson'], 'm/quiz' => ['title' => 'Check', 'pass' => 70,
            'shuffle' => true]], 'sections' => ['m' => 'M', 'n' => 'N']];
        $ids = order::sections($here['sections'], self::PLACES);
        $kept = fn(array $here, array $new) => own::kept($here, $new, $last, $ids, ['m', 'n']);
        $settings = ['grade' => 100.0, 'shuffle' => 1];
        $here['activities']['m/quiz']['fields'] += $settings;
        $new = self::course();
        $new['activities']['m/quiz']['fields'] += $settings;
        $this->assertSame([$new, []], $kept($here, $new), 'as the last package had it');

        $here['activities']['m/lesson']['title'] = $here['activities']['m/lesson']['fields']['name'] = 'Ours';
        $here['activities']['m/quiz']['fields'] = ['pass' => 80.0, 'shuffle' => 0] + $here['activities']['m/quiz']['fields'];
        $here['sections'][1]['name'] = 'Our M';
        [$then, $notes] = $kept($here, $new);
        $this->assertSame([], $notes, 'the package has changed nothing of it');
        $this->assertTrue(self::plan($here, $then)->empty());

        $new['activities']['m/lesson']['fields']['name'] = 'Newer';
        $new['activities']['m/quiz']['fields'] = ['pass' => 60.0, 'shuffle' => 0] + $new['activities']['m/quiz']['fields'];
        $new['sections'][1]['name'] = 'Newer M';
        [$then, $notes] = $kept($here, $new);
        $this->assertTrue(self::plan($here, $then)->empty());
        $this->assertSame(
            [['own_name', 'Ours', 'Newer'], ['own_pass', 80.0, 60.0], ['own_name', 'Our M', 'Newer M']],
            array_map(fn($note) => [$note['note'], $note['now'] ?? $note['title'], $note['then'] ?? $note['other']], $notes)
        );
        $this->assertSame([$new, []], own::kept($here, $new, [], $ids, ['m', 'n']), 'nobody knows what the last one had');
    }

    public function test_another_pass_mark_says_whom_it_concerns(): void {
        $here = self::course();
        $here['activities']['m/quiz']['marks'] = [50.0, 65.0, 70.0, 90.0];
        $new = self::course();
        $new['activities']['m/quiz']['fields']['pass'] = 60.0;
        [$note] = self::plan($here, $new)->notes;
        $this->assertSame(['pass', 4, 2, 3], [$note['note'], $note['count'], $note['now'], $note['then']]);
    }

    public function test_a_right_answer_that_turned_is_told(): void {
        $choice = fn(array $answers) => question_form::right((object) ['qtype' => 'multichoice', 'options' => (object) [
            'answers' => array_map(
                fn($text, $share) => (object) ['answer' => $text, 'fraction' => "$share"],
                array_keys($answers),
                $answers
            )]]);
        $now = $choice(['Yes' => 1, 'No' => 0, 'Perhaps' => 0.5]);
        $this->assertSame([], question_form::turned($now, $choice(['Yes' => 1, 'No' => 0, 'Often' => 0])), 'other words');
        $this->assertSame(
            [['Yes', 1.0, 0.0], ['No', 0.0, 1.0]],
            array_map(
                fn($row) => [$row['text'], $row['now'], $row['then']],
                question_form::turned($now, $choice(['Yes' => 0, 'No' => 1]))
            )
        );
        $order = fn(array $steps) => question_form::right((object) ['qtype' => 'ordering', 'options' => (object) [
            'answers' => array_map(
                fn($text, $place) => (object) ['answer' => $text, 'fraction' => $place + 1],
                $steps,
                array_keys($steps)
            )]]);
        $this->assertSame([], question_form::turned($order(['a', 'b', 'c']), $order(['new', 'a', 'b', 'c'])));
        $turned = question_form::turned($order(['a', 'b', 'c']), $order(['a', 'c', 'b']));
        $this->assertSame([['b', 'place', 2, 3], ['c', 'place', 3, 2]], array_map('array_values', $turned));
        $pairs = fn(string $right) => question_form::right((object) ['qtype' => 'match', 'options' => (object) [
            'subquestions' => [(object) ['questiontext' => 'left', 'answertext' => $right]]]]);
        $this->assertSame('other', question_form::turned($pairs('one'), $pairs('other'))[0]['then']);
        $gaps = fn(int $share) => question_form::right((object) ['qtype' => 'multianswer', 'options' => (object) ['questions' => [
            7 => (object) ['qtype' => 'multichoice', 'options' => (object) ['answers' => [
                (object) ['answer' => 'x', 'fraction' => $share]]]]]]]);
        $this->assertSame('[1] x', question_form::turned($gaps(1), $gaps(0))[0]['text']);
        $here = self::course();
        $here['questions']['q1']['right'] = $now;
        $new = self::course();
        $new['questions']['q1'] = ['form' => 'changed', 'right' => $choice(['Yes' => 0, 'No' => 1])] + $new['questions']['q1'];
        $this->assertCount(2, self::plan($here, $new)->of('question_version')[0]['turned']);
    }

    public function test_sections_are_known_by_what_stands_in_them(): void {
        $sections = self::course()['sections'];
        $this->assertSame(['' => 10, 'm' => 11, 'n' => 12], order::sections($sections, self::PLACES));
        [$sections[1], $sections[2]] = [$sections[2], $sections[1]];
        $this->assertSame(11, order::sections($sections, self::PLACES)['m']);
        // A teacher has moved one lesson over: most of its module stays where it was.
        $sections[1]['sequence'] = ['n/index', 'm/lesson'];
        $sections[2]['sequence'] = ['m/index', 'm/quiz'];
        $this->assertSame(['m' => 11, 'n' => 12], array_diff_key(order::sections($sections, self::PLACES), ['' => 0]));
    }

    public function test_another_order_of_sections(): void {
        $here = self::course();
        [$here['sections'][1], $here['sections'][2]] = [$here['sections'][2], $here['sections'][1]];
        $plan = self::plan($here, self::course());
        $this->assertSame(['section_order '], self::told($plan));
        $this->assertSame([10, 11, 12], $plan->of('section_order')[0]['ids']);
    }

    public function test_order_keeps_what_is_not_the_package_s_behind_what_it_stands_behind(): void {
        $ours = ['a', 'b', 'c', 'd'];
        $this->assertSame(['#1', 'b', 'a', '#2', 'd'], order::arranged(['#1', 'a', '#2', 'b'], ['b', 'a', 'd'], $ours));
        $this->assertSame(['a', '#2'], order::arranged(['a', 'b', '#2'], ['a'], $ours), 'b stands elsewhere now');
        $this->assertFalse(order::differs(['a', 'b'], ['a', 'x', 'b']));
        $this->assertTrue(order::differs(['a', 'b'], ['b', 'a']));
    }

    public function test_links_are_compared_by_where_they_lead(): void {
        $here = new links('https://a.example', [5 => 'm/index']);
        $there = new links('https://a.example', [77 => 'm/index']);
        $text = fn(int $id) => "<a href=\"https://a.example/mod/page/view.php?id=$id#top\">x</a>";
        $this->assertSame($here->normal($text(5)), $there->normal($text(77)));
        $this->assertSame($text(6), $here->normal($text(6)), 'no activity of the package');
        $this->assertSame($text(5), $there->moved($text(77), ['m/index' => 5]));
        $this->assertSame('', $here->normal(null));
    }

    public function test_a_question_is_the_same_whatever_its_numbers(): void {
        $question = fn(int $from, string $word) => (object) ['id' => $from, 'stamp' => "s$from", 'questiontext' => $word,
            'options' => (object) ['id' => $from + 9, 'questionid' => $from, 'trueanswer' => $from + 1, 'falseanswer' => $from + 2,
                'answers' => [
                    $from + 1 => (object) ['id' => $from + 1, 'question' => $from, 'answer' => 'True', 'fraction' => '1.0'],
                    $from + 2 => (object) ['id' => $from + 2, 'question' => $from, 'answer' => 'False', 'fraction' => '0.0'],
                ]]];
        $form = fn($question, $others = []) => question_form::of($question, fn($text) => $text, $others);
        $this->assertSame($form($question(100, 'Is it?')), $form($question(900, 'Is it?')));
        $this->assertNotSame($form($question(100, 'Is it?')), $form($question(100, 'Was it?')));
        $this->assertNotSame($form($question(100, 'Is it?')), $form($question(100, 'Is it?'), ['a tag']));
        $hinted = fn($options) => (object) ['hints' => [5 => (object) ['id' => 5, 'hint' => 'Think', 'options' => $options]]];
        $this->assertSame($form($hinted(null)), $form($hinted('1')), 'what Moodle itself writes when it asks');
        $this->assertNotSame($form($hinted('0')), $form($hinted('1')));
        $turned = $question(100, 'Is it?');
        [$turned->options->trueanswer, $turned->options->falseanswer] = [102, 101];
        $this->assertNotSame($form($question(100, 'Is it?')), $form($turned));
    }

    public function test_a_plan_has_a_fingerprint_of_all_that_it_does(): void {
        $one = new plan([['do' => 'activity_hide', 'key' => 'a', 'title' => 'A']]);
        $this->assertSame($one->fingerprint(), (new plan($one->steps))->fingerprint());
        $this->assertNotSame($one->fingerprint(), (new plan([]))->fingerprint());
        $this->assertNotSame($one->fingerprint(), (new plan($one->steps, [['note' => 'slots']]))->fingerprint());
        $figure = fn($note, $attempts) => (new plan($one->steps, [['note' => $note, 'attempts' => $attempts]]))->fingerprint();
        $this->assertSame($one->fingerprint(), $figure('attempts', 3), 'learners go on working');
        $this->assertSame($figure('slots', 3), $figure('slots', 4));
        $this->assertSame(['activity_hide' => 1], $one->counts());
    }
}
