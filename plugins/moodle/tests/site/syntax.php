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
 * Each file read by a parser; what PHP 8.1 would not understand is said, a line each.
 *
 * Usage: syntax.php FILE…
 *
 * @package   local_moocbuild
 * @copyright 2026 the moocbuild contributors
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

// phpcs:disable moodle.Files.MoodleInternal -- no Moodle is loaded here.
// phpcs:disable moodle.NamingConventions.ValidFunctionName -- the parser's names.
require('PhpParser/autoload.php');

use PhpParser\Node;
use PhpParser\NodeVisitorAbstract;

/**
 * Constructs of 8.2 and later that the parser lets pass. Typed constants (8.3) are none of them: it refuses these itself.
 */
final class later extends NodeVisitorAbstract {
    /** @var string[] What was found. */
    public array $found = [];

    /**
     * Looks at one construct.
     *
     * @param Node $node the construct
     */
    public function enterNode(Node $node) {
        $readonly = $node instanceof Node\Stmt\Class_ && $node->flags & Node\Stmt\Class_::MODIFIER_READONLY;
        $constant = $node instanceof Node\Stmt\Trait_
            && array_filter($node->stmts, fn($each) => $each instanceof Node\Stmt\ClassConst);
        $types = $node instanceof Node\UnionType && array_filter($node->types, fn($each) => $each instanceof Node\IntersectionType);
        $new = ['a class that is readonly' => $readonly, 'a constant of a trait' => $constant,
            'a union of intersections' => $types];
        foreach ($new as $what => $is) {
            if ($is) {
                $this->found[] = "line {$node->getStartLine()}: $what";
            }
        }
        $type = match (true) {
            $node instanceof Node\Param, $node instanceof Node\Stmt\Property => $node->type,
            $node instanceof Node\FunctionLike => $node->getReturnType(),
            default => null,
        };
        if ($type instanceof Node\Identifier && in_array(strtolower($type->name), ['null', 'true', 'false'], true)) {
            $this->found[] = "line {$node->getStartLine()}: the type $type->name alone";
        }
        return null;
    }
}

foreach (array_slice($argv, 1) as $file) {
    $lexer = new PhpParser\Lexer\Emulative(['phpVersion' => '8.1']);
    $visitor = new later();
    $walk = new PhpParser\NodeTraverser();
    $walk->addVisitor($visitor);
    try {
        $parser = (new PhpParser\ParserFactory())->create(PhpParser\ParserFactory::ONLY_PHP7, $lexer);
        $walk->traverse($parser->parse(file_get_contents($file)));
    } catch (PhpParser\Error $error) {
        $visitor->found[] = $error->getMessage();
    }
    foreach ($visitor->found as $line) {
        echo "$file, $line\n";
    }
}
