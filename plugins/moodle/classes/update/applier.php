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

/**
 * Does what a plan says, in the order in which one thing needs the other.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class applier {
    /**
     * Does it. Runs in a transaction.
     *
     * @param plan $plan
     * @param job $job
     * @param callable|null $between called with the name of each part when it is done
     */
    public static function apply(plan $plan, job $job, ?callable $between = null): void {
        $parts = [
            'sections' => fn() => sections::apply($plan, $job),
            'added' => fn() => activities::add($plan, $job),
            'questions' => fn() => questions::apply($plan, $job),
            'changed' => fn() => activities::change($plan, $job),
            'quizzes' => fn() => quizzes::apply($plan, $job),
            'order' => fn() => sections::arrange($plan, $job),
            'links' => fn() => completion::apply($plan, $job),
        ];
        foreach ($parts as $name => $part) {
            $part();
            $between && $between($name);
        }
        rebuild_course_cache($job->course, true);
    }
}
