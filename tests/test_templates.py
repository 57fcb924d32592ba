"""The templates that builds import are those in `templates/`, and others are made of them."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import jinja2
import pytest

from compile_templates import PACKAGES, modules
from moocbuild.render.templates import COMPILED, compiled, environment

each_package = pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)


@each_package
def test_compiled_templates_are_not_behind_their_sources(package: Path) -> None:
    """With another Jinja2 than that of the lock nothing compiled is used."""
    kept = import_module(f"moocbuild.{package.name}.{COMPILED}").JINJA2
    if kept != jinja2.__version__:
        pytest.skip(f"compiled by Jinja2 {kept}, and this is {jinja2.__version__}")
    found = {path: path.read_text("utf-8") for path in (package / COMPILED).glob("*.py")}
    assert found == dict(modules(package)), "run 'make scripts'"


@each_package
def test_another_jinja2_compiles_for_itself(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"moocbuild.{package.name}"
    names = [path.name for path in (package / "templates").iterdir()]
    kept = compiled(name)
    monkeypatch.setattr(jinja2, "__version__", "4.0.0")
    made = compiled(name)
    for each in names:
        assert sorted(kept.get_template(each).blocks) == sorted(made.get_template(each).blocks)
    assert made.loader is not None and made.loader.list_templates() == sorted(names)


def test_names_that_nobody_gave_are_errors(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>{{ word }}</p>", "utf-8")
    template = environment(tmp_path).get_template("a.html")
    assert template.render(word="<b>") == "<p>&lt;b&gt;</p>"
    with pytest.raises(jinja2.UndefinedError):
        template.render()
