"""A simulation → a SCORM block inside its unit, and the package that the platform unpacks.

`openedx-scorm-xblock` from 19.0.4 on reads the package beside the course; Tutor installs it. Where
it is missing learners read the text version, which is linked above and is the next unit.
"""

from __future__ import annotations

import hashlib
import io
import json

from moocbuild.formats.olx import Block
from moocbuild.model.course import Course
from moocbuild.model.scenario import Scenario
from moocbuild.package.names import page_file
from moocbuild.package.zip import write_zip
from moocbuild.player.html.edition import SCORM_12
from moocbuild.player.html.simulation import simulation_sco
from moocbuild.targets.olx.names import Places

_HEIGHT = "720"
_FILE = "package.zip"


def block(course: Course, scenario: Scenario, places: Places) -> tuple[Block, bytes]:
    """The block, and the bytes of its package. Reads the pictures that the simulation shows."""
    stream = io.BytesIO()
    write_zip(simulation_sco(course, scenario, SCORM_12), stream)
    data = stream.getvalue()
    name = places.name(scenario.id, "play")
    sha1 = hashlib.sha1(data, usedforsecurity=False).hexdigest()
    made = Block(
        type="scorm",
        url_name=name,
        attributes={
            "display_name": scenario.title,
            "has_score": "false",
            "height": _HEIGHT,
            "index_page_path": page_file(scenario.id),
            "scorm_version": "SCORM_12",
            "package_meta": json.dumps({"sha1": sha1, "name": _FILE, "size": len(data)}),
            "scorm_package_path": f"scorm/{name}/{_FILE}",
        },
        inline=True,
    )
    return made, data


def path(block: Block) -> str:
    """Where the package of a block lies."""
    return block.attributes["scorm_package_path"]
