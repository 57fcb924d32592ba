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
 * Where the files of a course may go.
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class area {
    /** Areas of files: component/area. */
    private const KNOWN = ['mod_page/content', 'mod_page/intro', 'mod_quiz/intro', 'mod_scorm/intro', 'mod_scorm/package',
        'mod_scorm/content', 'question/questiontext', 'question/generalfeedback', 'question/answer',
        'question/answerfeedback', 'question/hint', 'question/correctfeedback', 'question/incorrectfeedback',
        'question/partiallycorrectfeedback', 'qtype_match/subquestion', 'course/section', 'course/summary',
        'course/overviewfiles'];

    /** What files beside simulations are: nothing that a browser would run as a page of the site. */
    private const TYPES = 'avif csv docx epub gif jpeg jpg m4a m4v mp3 mp4 odp ods odt oga ogg ogv opus pdf png pptx svg txt
        vtt wav webm webp woff woff2 xlsx zip';

    /** Media types of such files. */
    private const MEDIA = '~^(?:image|audio|video|font)/[a-z0-9+.-]+$|^text/(?:csv|plain|vtt)$|^application/(?:pdf|zip|epub\+zip
        |vnd\.(?:openxmlformats-officedocument|oasis\.opendocument)\.[a-z.]+)$~Dx';

    /**
     * A row of files.xml goes where it may go.
     *
     * @param string[] $row
     * @throws problem
     */
    public static function check(array $row): void {
        $area = "{$row['component']}/{$row['filearea']}";
        $place = $row['filepath'] . $row['filename'];
        $outside = !str_starts_with($place, '/') || !str_ends_with($row['filepath'], '/')
            || preg_match('#(^|/)\.\.?(/|$)|//|[\\\\\x00-\x1f]#', $place);
        if (!in_array($area, self::KNOWN, true) || $outside || !self::known_type($area, $row)) {
            throw new problem('file', mb_strcut("$area$place", 0, 100, 'UTF-8'));
        }
    }

    /**
     * A simulation's files are what they like; others are media and documents.
     *
     * @param string $area
     * @param string[] $row
     * @return bool
     */
    private static function known_type(string $area, array $row): bool {
        $ending = strtolower(pathinfo($row['filename'], PATHINFO_EXTENSION));
        if ($area === 'mod_scorm/content') {
            return true;
        }
        return in_array($ending, preg_split('/\s+/', self::TYPES), true) && preg_match(self::MEDIA, $row['mimetype']);
    }

    /**
     * The kind of activity whose files a component keeps.
     *
     * @param string $component
     * @return string empty for the course's own
     */
    public static function kind(string $component): string {
        return str_starts_with($component, 'mod_') ? substr($component, 4) : '';
    }
}
