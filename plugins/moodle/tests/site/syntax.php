<?php
// syntax.php FILE…: each file read by a parser; what PHP 8.1 would not understand is said, a line each.
require('PhpParser/autoload.php');

use PhpParser\Node;
use PhpParser\NodeVisitorAbstract;

/** Constructs of 8.2 and later that the parser lets pass. Typed constants (8.3) are none of them: it refuses these itself. */
final class later extends NodeVisitorAbstract {
    public array $found = [];

    public function enterNode(Node $node) {
        $readonly = $node instanceof Node\Stmt\Class_ && $node->flags & Node\Stmt\Class_::MODIFIER_READONLY;
        $constant = $node instanceof Node\Stmt\Trait_ && array_filter($node->stmts, fn($each) => $each instanceof Node\Stmt\ClassConst);
        $types = $node instanceof Node\UnionType && array_filter($node->types, fn($each) => $each instanceof Node\IntersectionType);
        foreach (['a class that is readonly' => $readonly, 'a constant of a trait' => $constant, 'a union of intersections' => $types] as $what => $is) {
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
        $walk->traverse((new PhpParser\ParserFactory())->create(PhpParser\ParserFactory::ONLY_PHP7, $lexer)->parse(file_get_contents($file)));
    } catch (PhpParser\Error $error) {
        $visitor->found[] = $error->getMessage();
    }
    foreach ($visitor->found as $line) {
        echo "$file, $line\n";
    }
}
