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

namespace local_moocbuild\update;

use local_moocbuild\event\course_created;
use local_moocbuild\event\course_updated;
use local_moocbuild\journal;
use local_moocbuild\package\facts;
use local_moocbuild\package\problem;
use local_moocbuild\package\reader;

/**
 * Import and update of a course from a package: what pages and command line call.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class importer {
    /** Seconds to wait for another update of the same course. */
    private const PATIENCE = 10;

    /**
     * From a package that was looked at.
     *
     * @param reader $package
     * @param callable|null $between for tests: called after each part of an update
     */
    public function __construct(
        /** @var reader The package */
        private readonly reader $package,
        /** @var \Closure|callable|null Called after each part */
        private $between = null,
    ) {
    }

    /**
     * Makes a new course, with the rights of whoever is logged in.
     *
     * @param int $category
     * @return int number of the course
     * @throws problem if somebody may not, see {@see rights}
     * @throws \Throwable if it could not be made; then nothing is left of it
     */
    public function create(int $category): int {
        self::prepare();
        rights::create($category);
        $facts = $this->package->facts;
        $lock = self::lock("category-$category-" . $facts->key());
        try {
            $course = undo::run(fn() => [$this->restored($category), true], $this->package->contents, 0);
        } catch (\Throwable $e) {
            journal::write(0, 'failed', $this->package->hash, ['course' => $facts->key()] + self::failure($e));
            throw $e;
        } finally {
            $lock->release();
        }
        return $course;
    }

    /**
     * What an update would do. Nothing is changed.
     *
     * @param int $course
     * @return plan
     */
    public function preview(int $course): plan {
        self::prepare();
        rights::update($course);
        $this->check($course);
        return undo::run(fn() => [$this->foreseen($course), false], $this->package->contents, $course);
    }

    /**
     * Updates a course, with the rights of whoever is logged in.
     *
     * @param int $course
     * @param string|null $confirmed fingerprint of the plan that somebody has seen
     * @return plan what was done; an empty one if there was nothing to do
     * @throws \Throwable if it could not be done; then nothing is changed
     */
    public function update(int $course, ?string $confirmed = null): plan {
        self::prepare();
        rights::update($course);
        $this->check($course);
        $lock = self::lock("course-$course");
        try {
            $plan = undo::run(fn() => $this->updated($course, $confirmed), $this->package->contents, $course);
        } catch (\Throwable $e) {
            rebuild_course_cache($course, true);
            journal::write($course, 'failed', $this->package->hash, self::failure($e));
            throw $e;
        } finally {
            $lock->release();
        }
        $action = $plan->empty() ? 'unchanged' : 'updated';
        journal::write($course, $action, $this->package->hash, self::summary($plan, $this->package->facts));
        return $plan;
    }

    /**
     * The package restored as a course of its own, remembered.
     *
     * @param int $category
     * @return int
     */
    private function restored(int $category): int {
        $facts = $this->package->facts;
        $name = staging_course::free_name(str_replace('/', '-', $facts->key()));
        $course = staging_course::restore($this->package, $category, $name);
        fix_course_sortorder();
        grades::in_percent($course);
        record::of($course)->write($this->package, ['activities' => [], 'questions' => []]);
        journal::write($course, 'created', $this->package->hash, ['version' => $facts->course('version')]);
        course_created::of($course, $facts->course('version'))->trigger();
        return $course;
    }

    /**
     * The update itself.
     *
     * @param int $course
     * @param string|null $confirmed
     * @return array the plan, and whether to keep what was done
     */
    private function updated(int $course, ?string $confirmed): array {
        [$plan, $job, $staging] = $this->planned($course);
        if ($confirmed !== null && $confirmed !== $plan->fingerprint()) {
            throw new problem('moved');
        }
        $record = record::of($course);
        if ($plan->empty()) {
            return [$plan, false];
        }
        $totals = grades::totals($course);
        [$since, $before] = [time(), learners::records($course)];
        applier::apply($plan, $job, $this->between);
        $this->verify($course, $job, $before, $since);
        staging_course::delete($staging);
        $record->write($this->package, $record->hidden_after($plan));
        $plan = $plan->noted(grades::changed($totals, grades::totals($course)));
        course_updated::of($course, $this->package->facts->course('version'), $plan->counts())->trigger();
        return [$plan, true];
    }

    /**
     * The plan, with whose course totals it would change.
     *
     * @param int $course
     * @return plan
     */
    private function foreseen(int $course): plan {
        [$plan, $job] = $this->planned($course);
        $totals = grades::totals($course);
        return $plan->noted(grades::changed($totals, grades::foreseen($plan, $job)));
    }

    /**
     * Nothing is left to do, and nothing of the learners is lost.
     *
     * @param int $course
     * @param job $job
     * @param string[][] $before fingerprints of the learners' records
     * @param int $since when they were taken
     */
    private function verify(int $course, job $job, array $before, int $since): void {
        $left = $this->compare(snapshot::take($course, $job->framework), $job->new, record::of($course));
        // What is remembered of the package is written after this.
        $later = ['activity_show', 'question_show', 'facts'];
        $left = array_filter($left->steps, fn($step) => !in_array($step['do'], $later, true));
        if ($left) {
            throw new problem('left', self::listed($left));
        }
        $harmed = learners::harmed($course, $before, $since);
        if ($harmed) {
            throw new problem('learners', implode(', ', $harmed));
        }
    }

    /**
     * The plan, which whoever is logged in may carry out.
     *
     * @param int $course
     * @return array of plan, job, and the number of the package's staging course
     */
    private function planned(int $course): array {
        $staging = staging_course::beside($this->package, $course);
        [$plan, $job] = $this->job($course, $staging);
        rights::follow($plan, $job);
        return [$plan, $job, $staging];
    }

    /**
     * The plan, and what carrying it out needs.
     *
     * @param int $course
     * @param int $staging
     * @return array of plan and job
     */
    private function job(int $course, int $staging): array {
        $framework = $this->framework();
        $here = snapshot::take($course, $framework);
        $new = snapshot::take($staging, $framework);
        $record = record::of($course);
        $facts = $this->package->facts;
        [$new, $notes] = grading::kept($here, $new, $record->known()['activities']);
        $places = self::places($facts, $record);
        $ids = order::sections($here['sections'], $places);
        [$new, $more] = own::kept($here, $new, $record->facts()?->said() ?? [], $ids, $facts->sections());
        $job = new job($course, $here, $new, $framework, $facts->sections(), $places);
        return [$this->compare($here, $new, $record)->noted([...$notes, ...$more]), $job];
    }

    /**
     * The plan alone.
     *
     * @param array $here
     * @param array $new
     * @param record $record
     * @return plan
     */
    private function compare(array $here, array $new, record $record): plan {
        $facts = $this->package->facts;
        $places = self::places($facts, $record);
        $plan = difference::plan($here, $new, $places, $facts->sections(), $record->known(), $record->hidden());
        if ($record->facts()?->json === $facts->json) {
            return $plan;
        }
        $step = ['do' => 'facts', 'key' => '', 'title' => $facts->course('version')];
        $first = $record->exists() ? [] : self::unknown($here, $new);
        $older = $record->exists() && version_compare($facts->course('version'), $record->get('version')) < 0
            ? [['note' => 'older', 'key' => '', 'title' => $record->get('version')]] : [];
        return new plan([...$plan->steps, $step], [...$first, ...$older, ...$plan->notes]);
    }

    /**
     * Notes on what may have come with an earlier package that nobody remembers.
     *
     * @param array $here
     * @param array $new
     * @return array[]
     */
    private static function unknown(array $here, array $new): array {
        $activities = array_filter(array_diff_key($here['activities'], $new['activities']), fn($row) => $row['visible']);
        $questions = array_filter(array_diff_key($here['questions'], $new['questions']), fn($row) => !$row['hidden']);
        $titles = array_map(fn($row) => $row['title'], array_values($activities));
        return [
            ...($titles ? [['note' => 'first', 'key' => '', 'title' => implode(', ', $titles)]] : []),
            ...($questions ? [['note' => 'first_questions', 'key' => '', 'title' => '', 'count' => count($questions)]] : []),
        ];
    }

    /**
     * Sections of activities, those of the last package as well.
     *
     * @param facts $facts
     * @param record $record
     * @return string[]
     */
    private static function places(facts $facts, record $record): array {
        return $facts->activities() + ($record->facts()?->activities() ?? []);
    }

    /**
     * Idnumber of the framework.
     *
     * @return string
     */
    private function framework(): string {
        return (string) (json_decode($this->package->facts->json, true)['framework'] ?? '');
    }

    /**
     * It is a package of this course, in its language.
     *
     * @param int $course
     */
    private function check(int $course): void {
        $record = record::of($course);
        $facts = $this->package->facts;
        if ($record->exists()) {
            if ($record->get('coursekey') !== $facts->key()) {
                throw new problem('other', $record->get('coursekey'));
            }
            if ($record->get('lang') !== $facts->course('language')) {
                throw new problem('language', $record->get('lang'));
            }
            return;
        }
        // Restored without this plugin: known by what is in it.
        $keys = array_column(snapshot::modules_of($course), 'idnumber');
        if (!array_intersect(array_map('strval', array_keys($facts->activities())), $keys)) {
            throw new problem('unknown');
        }
    }

    /**
     * One at a time.
     *
     * @param string $what
     * @return \core\lock\lock
     */
    private static function lock(string $what): \core\lock\lock {
        $lock = \core\lock\lock_config::get_lock_factory('local_moocbuild')->get_lock($what, self::PATIENCE);
        if (!$lock) {
            throw new problem('busy');
        }
        return $lock;
    }

    /**
     * A restore takes time and memory.
     */
    private static function prepare(): void {
        global $CFG;
        require_once($CFG->dirroot . '/course/lib.php');
        require_once($CFG->dirroot . '/backup/util/includes/restore_includes.php');
        \core_php_time_limit::raise();
        raise_memory_limit(MEMORY_HUGE);
    }

    /**
     * What the log keeps of a plan.
     *
     * @param plan $plan
     * @param facts $facts
     * @return array
     */
    private static function summary(plan $plan, facts $facts): array {
        return ['version' => $facts->course('version'), 'counts' => $plan->counts(), 'notes' => count($plan->notes)];
    }

    /**
     * Steps in a few words, for a message.
     *
     * @param array[] $steps
     * @return string
     */
    private static function listed(array $steps): string {
        return implode(', ', array_map(fn($step) => "{$step['do']} {$step['key']}", array_slice($steps, 0, 5)));
    }

    /**
     * What went wrong, for the log: in words for everybody who sees it, in detail for those who manage the site.
     *
     * @param \Throwable $e
     * @return array
     */
    private static function failure(\Throwable $e): array {
        $detail = get_class($e) . ': ' . $e->getMessage() . ' ' . ($e->debuginfo ?? '') . " in {$e->getFile()}:{$e->getLine()}";
        $said = $e instanceof problem ? ['why' => $e->why, 'about' => $e->about] : ['said' => plan_text::failure($e)];
        return $said + ['detail' => mb_strcut($detail, 0, 2000, 'UTF-8')];
    }
}
