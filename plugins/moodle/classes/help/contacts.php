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

namespace local_moocbuild\help;

use context_system;
use local_moocbuild\event\contacts_changed;
use stdClass;

/**
 * The site's help lines in the database.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class contacts {
    /** Their table. */
    private const TABLE = 'local_moocbuild_contact';
    /** The right to change them. */
    public const RIGHT = 'local/moocbuild:managecontacts';

    /**
     * All of them, confirmed or not.
     *
     * @return contact[]
     */
    public static function all(): array {
        global $DB;
        $all = array_map(self::contact(...), array_values($DB->get_records(self::TABLE)));
        usort($all, contact::compare(...));
        return $all;
    }

    /**
     * What learners may see.
     *
     * @return contact[]
     */
    public static function shown(): array {
        return array_values(array_filter(self::all(), fn($contact) => $contact->shown()));
    }

    /**
     * One of them.
     *
     * @param int $id of its row
     */
    public static function get(int $id): contact {
        global $DB;
        return self::contact($DB->get_record(self::TABLE, ['id' => $id], '*', MUST_EXIST));
    }

    /**
     * Keeps a new or changed one.
     *
     * @param contact $contact with the id of the row that changes, or 0
     */
    public static function save(contact $contact): void {
        global $DB, $USER;
        require_capability(self::RIGHT, context_system::instance());
        $row = ['usermodified' => $USER->id, 'timemodified' => time()] + get_object_vars($contact);
        if ($contact->id) {
            $DB->update_record(self::TABLE, (object) $row);
        }
        $id = $contact->id ?: $DB->insert_record(self::TABLE, (object) $row);
        contacts_changed::of((int) $id, $contact->id ? 'u' : 'c')->trigger();
    }

    /**
     * Notes that somebody has confirmed one today.
     *
     * @param int $id of its row
     * @return bool false for one that can be neither called nor opened
     */
    public static function confirm(int $id): bool {
        $now = get_object_vars(self::get($id));
        $contact = new contact(...['confirmedon' => time()] + $now);
        if ($contact->shown()) {
            self::save($contact);
        }
        return $contact->shown();
    }

    /**
     * Removes one.
     *
     * @param int $id of its row
     */
    public static function remove(int $id): void {
        global $DB;
        require_capability(self::RIGHT, context_system::instance());
        $DB->delete_records(self::TABLE, ['id' => $id]);
        contacts_changed::of($id, 'd')->trigger();
    }

    /**
     * Takes what a package suggests. What the site has already is left as it is; nothing comes confirmed.
     *
     * @param array $rows the list "contacts" of moocbuild.json
     * @return int how many are new
     */
    public static function suggest(array $rows): int {
        global $DB;
        $known = array_flip(array_map(fn($contact) => $contact->key(), self::all()));
        $new = 0;
        $authors = fn($day) => get_string('contact_by_authors', 'local_moocbuild', $day);
        foreach ($rows as $row) {
            $contact = contact::suggested($row, $authors);
            if ($contact !== null && !isset($known[$contact->key()])) {
                $known[$contact->key()] = true;
                $DB->insert_record(self::TABLE, (object) (['timemodified' => time()] + get_object_vars($contact)));
                $new++;
            }
        }
        return $new;
    }

    /**
     * A row as a value.
     *
     * @param stdClass $row of the table
     */
    private static function contact(stdClass $row): contact {
        return new contact(
            $row->kind,
            $row->name,
            $row->value,
            $row->country,
            (string) $row->note,
            (int) $row->confirmedon,
            (int) $row->id
        );
    }
}
