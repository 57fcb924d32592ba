"""A small platform: XBlock's own toy runtime, with the services that the LMS and Studio have."""

from __future__ import annotations

import gettext
import json
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from lxml import etree
from webob import Request, Response
from xblock.fields import ScopeIds
from xblock.reference.user_service import UserService, XBlockUser
from xblock.runtime import KvsFieldData, Runtime
from xblock.test.toy_runtime import ToyRuntime, ToyRuntimeKeyValueStore

import moocbuild_xblock

TRANSLATIONS = Path(moocbuild_xblock.__file__).parent / "translations"


@dataclass(frozen=True)
class Course:
    """As opaque_keys has it: enough to name another block of the same course."""

    name: str = "course-v1:PAT+T1+r1"

    def make_usage_key(self, type: str, name: str) -> str:
        return f"block-v1:PAT+T1+r1+type@{type}+block@{name}"

    def __str__(self) -> str:
        return self.name


class Usage(str):
    """An id that knows its course."""

    context_key = Course()


class Users(UserService):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def get_current_user(self) -> XBlockUser:
        user = XBlockUser(is_current_user=True, full_name="Zxqv Person", emails=["z@example.org"])
        if self.name:
            user.opt_attrs["edx-platform.username"] = self.name
            user.opt_attrs["edx-platform.anonymous_user_id"] = f"anonymous-{self.name}"
        return user


class States:
    """`user_state` of the LMS. states: usage id → what a block keeps."""

    def __init__(self, states: dict[str, Any]) -> None:
        self.states = states
        self.asked: list[str] = []

    def get_state_as_dict(self, username: str, block_id: object) -> Any:
        self.asked.append(username)
        return self.states.get(str(block_id), {})


class Platform(ToyRuntime):
    """learner: "" for nobody. author: in Studio, whether they may write; None in the LMS."""

    def __init__(
        self,
        learner: str = "ana",
        *,
        author: bool | None = None,
        language: str = "en",
        states: dict[str, Any] | None = None,
        db: dict[str, Any] | None = None,
    ) -> None:
        self.published: list[tuple[str, Any]] = []
        self.states = States(states or {})
        self.key = learner
        services: dict[str, Any] = {
            "field-data": KvsFieldData(ToyRuntimeKeyValueStore({} if db is None else db)),
            "i18n": _translations(language),
            "user": Users(learner),
            "user_state": self.states,
        }
        if author is not None:
            services["studio_user_permissions"] = SimpleNamespace(
                can_write=lambda course: author and isinstance(course, Course)
            )
        Runtime.__init__(self, id_reader=None, id_generator=None, services=services)

    def publish(self, block: Any, event_type: str, event_data: Any) -> None:
        self.published.append((event_type, event_data))

    def handler_url(self, block: Any, handler_name: str, *args: Any, **more: Any) -> str:
        return f"/handler/{block.scope_ids.usage_id}/{handler_name}"

    def local_resource_url(self, block: Any, uri: str) -> str:
        return f"/resource/{uri}"

    def resource_url(self, resource: str) -> str:
        return f"/resource/{resource}"

    def of(self, kind: str) -> list[Any]:
        return [data for name, data in self.published if name == kind]

    def block(self, cls: type, olx: str, name: str = "u") -> Any:
        node = etree.fromstring(olx)
        keys = ScopeIds(self.key, str(node.tag), f"def-{name}", Usage(name))
        return cls.parse_xml(node, self, keys)  # type: ignore[attr-defined]


def _translations(language: str) -> Any:
    """As the LMS has them: with the older name that XBlock's own mixins use."""
    found: Any = gettext.translation("text", TRANSLATIONS, [language])
    found.ugettext = found.gettext
    return found


def exported(block: Any) -> str:
    node = etree.Element("unknown_root")
    block.add_xml_to_node(node)
    return etree.tostring(node, encoding="unicode")


def post(block: Any, handler: str, body: object) -> Response:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return block.handle(handler, Request.blank("/", method="POST", body=data))
