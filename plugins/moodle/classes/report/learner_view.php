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
use local_moocbuild\evidence\item_evidence;

/**
 * One learner: what their evidence says of each item.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class learner_view implements view {
    /**
     * Constructor.
     *
     * @param items $items of the course
     * @param string $name of the learner
     * @param bool $own whether it is the learner who asks
     * @param item_evidence[] $allevidence by code
     */
    public function __construct(
        /** @var items */
        private readonly items $items,
        /** @var string */
        private readonly string $name,
        /** @var bool */
        private readonly bool $own,
        /** @var array */
        private readonly array $allevidence,
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
        return [self::headings(), ...self::lines($this->name, $this->items, $this->allevidence)];
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
     * @param item_evidence[] $allevidence by code
     * @return array[]
     */
    public static function lines(string $name, items $items, array $allevidence): array {
        $lines = [];
        foreach ($items->all() as $item) {
            $evidence = $allevidence[$item['code']] ?? new item_evidence();
            $share = $evidence->pieces() ? $evidence->percent() : '';
            $lines[] = [$name, $item['code'], $item['name'], $evidence->state->label(), $share, $evidence->pieces()];
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
            'groups' => $this->items->groups(fn($item) => $this->row($this->allevidence[$item['code']] ?? new item_evidence())),
        ];
    }

    /**
     * Cells of an item.
     *
     * @param item_evidence $evidence its sum
     */
    private function row(item_evidence $evidence): array {
        return [
            'state' => $evidence->state->label(),
            'value' => $evidence->state->value,
            'share' => $evidence->pieces() ? get_string('percents', '', $evidence->percent()) : '',
            'from' => self::from($evidence),
        ];
    }

    /**
     * What the evidence is made of, in words.
     *
     * @param item_evidence $evidence a sum
     */
    private static function from(item_evidence $evidence): string {
        $texts = [];
        foreach ([piece::QUIZ, piece::FINAL, piece::SCENARIO] as $kind) {
            $number = $evidence->kinds[$kind] ?? 0;
            if ($number) {
                $texts[] = get_string($number === 1 ? "from_{$kind}_one" : "from_$kind", 'local_moocbuild', $number);
            }
        }
        return $texts ? implode(', ', $texts) : get_string('from_nothing', 'local_moocbuild');
    }
}
