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

namespace local_moocbuild\report;

use core\output\renderer_base;
use local_moocbuild\evidence\piece;
use local_moocbuild\evidence\standing;

/**
 * One learner: what their evidence says of each item.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/licenses/gpl-3.0.html GNU GPL v3 or later
 */
final class learner_view implements view {
    /**
     * Constructor.
     *
     * @param items $items of the course
     * @param string $name of the learner
     * @param bool $own whether it is the learner who asks
     * @param standing[] $standings by code
     */
    public function __construct(
        private readonly items $items,
        private readonly string $name,
        private readonly bool $own,
        private readonly array $standings,
    ) {
    }

    /**
     * Its heading.
     */
    public function title(): string {
        return $this->own ? get_string('report_own', 'local_moocbuild') : get_string('report_of', 'local_moocbuild', $this->name);
    }

    /**
     * The rows of the file.
     */
    public function rows(): array {
        return [self::headings(), ...self::lines($this->name, $this->items, $this->standings)];
    }

    /**
     * Headings of a file with one line for each learner and item.
     *
     * @return string[]
     */
    public static function headings(): array {
        $say = fn($key) => get_string($key, 'local_moocbuild');
        return [$say('learner'), $say('code'), $say('item'), $say('state'), $say('share'), $say('pieces')];
    }

    /**
     * Lines of one learner.
     *
     * @param string $name of the learner
     * @param items $items of the course
     * @param standing[] $standings by code
     * @return array[]
     */
    public static function lines(string $name, items $items, array $standings): array {
        $lines = [];
        foreach ($items->all() as $item) {
            $standing = $standings[$item['code']] ?? new standing();
            $share = $standing->pieces() ? $standing->percent() : '';
            $lines[] = [$name, $item['code'], $item['name'], $standing->state->label(), $share, $standing->pieces()];
        }
        return $lines;
    }

    /**
     * Its template.
     *
     * @param renderer_base $renderer of the page
     */
    public function get_template_name(renderer_base $renderer): string {
        return 'local_moocbuild/report_learner';
    }

    /**
     * What the template shows.
     *
     * @param renderer_base $output of the page
     */
    public function export_for_template(renderer_base $output): array {
        return [
            'caption' => $this->own ? get_string('report_own', 'local_moocbuild')
                : get_string('report_of', 'local_moocbuild', s($this->name)),
            'own' => $this->own,
            'groups' => $this->items->groups(fn($item) => $this->row($this->standings[$item['code']] ?? new standing())),
        ];
    }

    /**
     * Cells of an item.
     *
     * @param standing $standing its sum
     */
    private function row(standing $standing): array {
        return [
            'state' => $standing->state->label(),
            'value' => $standing->state->value,
            'share' => $standing->pieces() ? get_string('percents', '', $standing->percent()) : '',
            'from' => self::from($standing),
        ];
    }

    /**
     * What the evidence is made of, in words.
     *
     * @param standing $standing a sum
     */
    private static function from(standing $standing): string {
        $texts = [];
        foreach ([piece::QUIZ, piece::FINAL, piece::SCENARIO] as $kind) {
            $number = $standing->kinds[$kind] ?? 0;
            if ($number) {
                $texts[] = get_string($number === 1 ? "from_{$kind}_one" : "from_$kind", 'local_moocbuild', $number);
            }
        }
        return $texts ? implode(', ', $texts) : get_string('from_nothing', 'local_moocbuild');
    }
}
