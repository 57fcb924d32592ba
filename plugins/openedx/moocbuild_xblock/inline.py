"""What both blocks have in common: data that stands inside the block's own element in OLX.

Open edX reads no file of its own for a pure XBlock, so the data travels inside its parent; import
and export give it back unchanged. Editing is for authors in Studio alone.
"""

from __future__ import annotations

import copy
import hashlib
import math
from collections.abc import Mapping
from typing import Any, ClassVar

from lxml import etree
from web_fragments.fragment import Fragment
from webob import Request, Response
from xblock.core import XBlock
from xblock.fields import Scope, String
from xblock.validation import ValidationMessage

from moocbuild_xblock import xmldata
from moocbuild_xblock.pages import Speech, render
from moocbuild_xblock.wire import RefusedError, answer, body_of, refusal
from moocbuild_xblock.xmldata import BadDataError

_HEAVIEST = 20
"""Weight of a block, at most."""


def N_(words: str) -> str:  # noqa: N802 (gettext's own name)
    """Words that are translated where they are shown."""
    return words


@XBlock.needs("i18n")
@XBlock.wants("user", "user_state", "replace_urls", "studio_user_permissions")
class InlineData(XBlock):
    """A block whose data is one element of its own. DATA: its name. STYLE, SCRIPTS: its files."""

    DATA: ClassVar[str]
    SCRIPTS: ClassVar[tuple[str, ...]]
    SETTINGS: ClassVar[tuple[str, ...]] = ("display_name",)

    resources_dir = ""
    public_dir = "public"

    content = String(help=N_("The data of this block, as XML."), default="", scope=Scope.content)

    @classmethod
    def parse_xml(cls, node: Any, runtime: Any, keys: Any) -> Any:
        """A block from OLX. What is wrong with its data is said in Studio, not here."""
        block = super().parse_xml(etree.Element(node.tag, dict(node.attrib)), runtime, keys)
        held = node.find(cls.DATA)
        if held is not None:
            block.content = xmldata.plain(copy.deepcopy(held))
        return block

    def add_xml_to_node(self, node: Any) -> None:
        """The block as OLX."""
        super().add_xml_to_node(node)
        held = xmldata.element(self.content)
        if held is not None:
            node.append(held)

    def xml_text_content(self) -> None:
        """Its data is an element, not text."""
        return None

    def validate(self) -> Any:
        """What Studio shows above the block."""
        validation = super().validate()
        speech = self.speech()
        for line, what in self.problems():
            said = speech.gettext("Line {line}: {what}").format(line=line, what=what)
            validation.add(ValidationMessage(ValidationMessage.ERROR, said))
        return validation

    def problems(self) -> list[tuple[int, str]]:
        """(line, what) of all that keeps the data from being shown."""
        try:
            xmldata.parse(self.content, self.DATA)
        except BadDataError as bad:
            return bad.problems
        return []

    # --- what it asks of the platform ----------------------------------------------------

    def service(self, name: str) -> Any:
        """A service of the platform, None where it has none."""
        return self.runtime.service(self, name)

    def speech(self) -> Speech:
        """The platform's translations for this block."""
        i18n = self.service("i18n")
        return Speech(i18n.gettext, i18n.ngettext)

    def learner(self) -> Mapping[str, Any]:
        """What the platform says of who looks at the block; empty for nobody."""
        service = self.service("user")
        return dict(service.get_current_user().opt_attrs) if service else {}

    def device_key(self) -> str:
        """Under which name a device keeps this learner's own words; "" where it must not.

        A mark, not an id: it names nobody, and is another one in each course.
        """
        learner = self.learner().get("edx-platform.anonymous_user_id")
        if not learner:
            return ""
        mark = hashlib.sha256(f"{self.course_id()}|{learner}".encode()).hexdigest()[:20]
        return f"moocbuild:journal:{mark}"

    def course_id(self) -> str:
        """The course that the block stands in."""
        return str(getattr(self.scope_ids.usage_id, "context_key", ""))

    def linked(self, html: str) -> str:
        """`html` with the addresses of the course's files and pages; as views get from the LMS."""
        service = self.service("replace_urls")
        return str(service.replace_urls(html)) if service else html

    def fragment(self, html: str, script: str, values: object) -> Fragment:
        """A view: HTML with the style and scripts of this package, none of them inline."""
        made = Fragment(html)
        made.add_css_url(self.runtime.local_resource_url(self, "public/moocbuild.css"))
        for name in self.SCRIPTS:
            made.add_javascript_url(self.runtime.local_resource_url(self, f"public/{name}"))
        made.initialize_js(script, values)
        return made

    # --- for authors ---------------------------------------------------------------------

    def studio_view(self, context: object = None) -> Fragment:
        """Name, weight and data; the data as it stands in OLX."""
        html = render(
            "studio.html",
            self.speech(),
            settings={name: getattr(self, name) for name in self.SETTINGS},
            data=xmldata.laid_out(self.content),
            problems=self.problems() if self.content else [],
            id=self.html_id(),
        )
        made = Fragment(html)
        made.add_css_url(self.runtime.local_resource_url(self, "public/moocbuild.css"))
        made.add_javascript_url(self.runtime.local_resource_url(self, "public/studio.js"))
        say = self.speech().gettext
        told = {"saving": say("Saving"), "failed": say("This could not be saved")}
        made.initialize_js("MoocbuildStudio", told)
        return made

    @XBlock.handler
    def studio_submit(self, request: Request, suffix: str = "") -> Response:
        """Takes what an author changed: all of it, or nothing. Others get 403."""
        try:
            self._authors_only()
            body = body_of(request, 4 * xmldata.LONGEST, (*self.SETTINGS, "data"))
            changes = self._changes(body)
        except RefusedError as refused:
            return refusal(refused)
        except BadDataError as bad:
            say = self.speech().gettext("Line {line}: {what}")
            return answer(
                {"problems": [say.format(line=line, what=what) for line, what in bad.problems]},
                400,
            )
        for name, value in changes.items():
            setattr(self, name, value)
        return answer({"saved": sorted(changes)})

    def html_id(self) -> str:
        """What ids on the page begin with."""
        mark = hashlib.sha256(str(self.scope_ids.usage_id).encode()).hexdigest()[:10]
        return f"moocbuild-{mark}"

    def _authors_only(self) -> None:
        """Only Studio has this service: in the LMS nobody may."""
        studio = self.service("studio_user_permissions")
        course = getattr(self.scope_ids.usage_id, "context_key", None)
        if studio is None or not studio.can_write(course):
            raise RefusedError(403, "authors only")

    def _changes(self, body: Mapping[str, Any]) -> dict[str, Any]:
        changes: dict[str, Any] = {}
        for name in self.SETTINGS:
            if name in body:
                changes[name] = _weight(body[name]) if name == "weight" else _name(body[name])
        if "data" in body:
            if not isinstance(body["data"], str):
                raise RefusedError(400, "data is no text")
            xmldata.parse(body["data"], self.DATA)
            changes["content"] = xmldata.tidy(body["data"])
        return changes


def _name(value: object) -> str:
    if not isinstance(value, str) or len(value) > 500:
        raise RefusedError(400, "display_name is no text of at most 500 characters")
    return value


def _weight(value: object) -> float:
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else math.nan
    if not 0 <= number <= _HEAVIEST:
        raise RefusedError(400, f"weight is no number from 0 to {_HEAVIEST}")
    return float(number)
