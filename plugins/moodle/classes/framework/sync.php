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

namespace local_moocbuild\framework;

use context_system;
use core_competency\api;
use core_competency\competency_framework;
use local_moocbuild\event\framework_synced;

/**
 * Brings a framework of the site to the state of a CASE file, through Moodle's own API.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class sync {
    /** The right to change competencies, which Moodle's API asks for. */
    public const RIGHT = 'moodle/competency:competencymanage';
    /** The right to make a scale of the whole site, for the first framework. */
    private const SCALES = 'moodle/course:managescales';
    /** What learners are rated by in a new framework. An old one keeps its scale: ratings hang on it. */
    private const SCALE = 'Not yet,Competent';
    /** What levels of a new framework are called. */
    private const TAXONOMIES = 'domain,competency,skill,skill';

    /** @var int[] ids of the site's competencies by code. */
    private array $ids = [];

    /**
     * Constructor.
     *
     * @param string $idnumber of the framework
     * @param plan $plan what to do
     */
    private function __construct(
        /** @var string */
        private readonly string $idnumber,
        /** @var plan */
        private readonly plan $plan,
    ) {
    }

    /**
     * What would be done.
     *
     * @param string $json a CASE file
     * @param string $idnumber of the site's framework, or of the one to be made
     * @throws unreadable where the file is no framework
     */
    public static function plan(string $json, string $idnumber): plan {
        if ($idnumber === '' || mb_strlen($idnumber) > case_reader::LENGTH) {
            throw new unreadable('idnumber');
        }
        // The site keeps texts as its filters leave them: compare with those.
        $wanted = case_reader::read($json)->cleaned(
            fn($name) => clean_param($name, PARAM_TEXT),
            fn($html) => clean_param($html, PARAM_CLEANHTML)
        );
        $site = new site($idnumber);
        return new plan($wanted, $site->head(), $site->competencies());
    }

    /**
     * Does it, all or nothing.
     *
     * @param string $json a CASE file
     * @param string $idnumber of the site's framework, or of the one to be made
     * @return plan what has been done
     * @throws unreadable where the file is no framework
     */
    public static function from_case(string $json, string $idnumber): plan {
        global $DB;
        require_capability(self::RIGHT, context_system::instance());
        $transaction = $DB->start_delegated_transaction();
        try {
            $plan = self::plan($json, $idnumber);
            if (!$plan->empty()) {
                (new self($idnumber, $plan))->apply();
            }
            $transaction->allow_commit();
        } catch (\Throwable $e) {
            $transaction->rollback($e);
        }
        return $plan;
    }

    /**
     * Follows the plan, in an order in which every step finds what it needs.
     */
    private function apply(): void {
        $framework = $this->framework();
        foreach ((new site($this->idnumber))->competencies() as $each) {
            $this->ids[$each->code] = $each->id;
        }
        foreach ($this->plan->create as $each) {
            $this->create($each, $framework->get('id'));
        }
        foreach ($this->plan->update as $each) {
            $this->update($each->code, $each->name, $each->description);
        }
        foreach ($this->plan->move as $each) {
            api::set_parent_competency($this->ids[$each->code], $this->ids[$each->parent] ?? 0);
        }
        foreach ($this->plan->retire as $each) {
            $this->retire($each);
        }
        foreach ($this->plan->delete as $each) {
            api::delete_competency($each->id);
        }
        foreach ($this->plan->order as $parent => $codes) {
            $this->order($framework->get('id'), $this->ids[$parent] ?? 0, $codes);
        }
        framework_synced::of($framework, $this->idnumber, $this->plan->counts())->trigger();
    }

    /**
     * The framework, made or renamed as needed.
     */
    private function framework(): competency_framework {
        $found = (new site($this->idnumber))->framework;
        $texts = ['shortname' => $this->plan->wanted->name, 'description' => $this->plan->wanted->description];
        if ($found === null) {
            return api::create_framework((object) ($texts + $this->settings()));
        }
        if ($this->plan->renamed) {
            api::update_framework((object) ($texts + (array) $found->to_record()));
        }
        return $found;
    }

    /**
     * Settings of a new framework.
     */
    private function settings(): array {
        $scale = $this->scale();
        return [
            'idnumber' => $this->idnumber,
            'descriptionformat' => FORMAT_HTML,
            'contextid' => context_system::instance()->id,
            'scaleid' => $scale,
            'scaleconfiguration' => json_encode([
                ['scaleid' => (string) $scale],
                ['id' => 2, 'scaledefault' => 1, 'proficient' => 1],
            ]),
            'taxonomies' => self::TAXONOMIES,
            'visible' => 1,
        ];
    }

    /**
     * The id of the site's scale with the two steps, made where there is none.
     */
    private function scale(): int {
        global $CFG, $USER;
        // The class of a scale alone does not know the constants that it writes.
        require_once($CFG->libdir . '/gradelib.php');
        foreach (\grade_scale::fetch_all_global() ?: [] as $scale) {
            $scale->load_items();
            if ($scale->compact_items() === self::SCALE) {
                return (int) $scale->id;
            }
        }
        require_capability(self::SCALES, context_system::instance());
        $scale = new \grade_scale(['courseid' => 0, 'userid' => $USER->id, 'scale' => self::SCALE,
            'name' => get_string('scale_name', 'local_moocbuild'), 'description' => ''], false);
        return (int) $scale->insert();
    }

    /**
     * Makes a competency.
     *
     * @param competency $each as wanted
     * @param int $framework its id
     */
    private function create(competency $each, int $framework): void {
        $made = api::create_competency((object) [
            'shortname' => $each->name,
            'idnumber' => $each->code,
            'description' => $each->description,
            'descriptionformat' => FORMAT_HTML,
            'parentid' => $this->ids[$each->parent] ?? 0,
            'competencyframeworkid' => $framework,
        ]);
        $this->ids[$each->code] = (int) $made->get('id');
    }

    /**
     * Changes texts of a competency.
     *
     * @param string $code of the competency
     * @param string $name the new one
     * @param string $description the new one, HTML
     */
    private function update(string $code, string $name, string $description): void {
        $record = api::read_competency($this->ids[$code])->to_record();
        $record->shortname = $name;
        $record->description = $description;
        $record->descriptionformat = FORMAT_HTML;
        api::update_competency($record);
    }

    /**
     * Marks one that is no longer in the file, and keeps it.
     *
     * @param existing $each the site's
     */
    private function retire(existing $each): void {
        $name = get_string('retired_name', 'local_moocbuild', $each->name);
        $note = \html_writer::tag('p', get_string('retired_note', 'local_moocbuild'), ['class' => existing::MARK]);
        $this->update($each->code, shorten_text($name, case_reader::LENGTH, true, '…'), $note . $each->description);
    }

    /**
     * Brings siblings into order: each is moved up to its place.
     *
     * @param int $framework its id
     * @param int $parent id of what is above them, 0 at the top
     * @param string[] $codes in the wanted order
     */
    private function order(int $framework, int $parent, array $codes): void {
        $filter = ['competencyframeworkid' => $framework, 'parentid' => $parent];
        $now = array_map(fn($row) => $row->get('idnumber'), array_values(api::list_competencies($filter, 'sortorder')));
        foreach ($codes as $place => $code) {
            $at = array_search($code, $now, true);
            for (; $at > $place; $at--) {
                api::move_up_competency($this->ids[$code]);
                [$now[$at - 1], $now[$at]] = [$now[$at], $now[$at - 1]];
            }
        }
    }
}
