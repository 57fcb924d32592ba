<?php
// Finds the plugin's pure classes without a Moodle around them.
spl_autoload_register(function (string $class): void {
    $file = dirname(__DIR__) . '/classes/' . str_replace(['local_moocbuild\\', '\\'], ['', '/'], $class) . '.php';
    if (is_file($file)) {
        require_once($file);
    }
});
