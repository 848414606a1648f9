"""Which type an address or an `@odata.context` promises, found by walking the schema and nothing of the emulator."""

from __future__ import annotations

import re

from tests.emulator.contract.schema import Kind, Schema, kind_of

NOTHING = Kind("nothing")
STREAM = Kind("Edm.Stream")
ACTIONS = {
    **dict.fromkeys(("sendmail", "send", "reply", "replyall", "forward"), NOTHING),
    **dict.fromkeys(("createreply", "createreplyall", "createforward", "move", "copy"), Kind("message")),
    "createuploadsession": Kind("uploadSession"),
    "$value": STREAM,
    "content": STREAM,
}
# What the whole schema binds to a type, and the slice leaves out.
BOUND = {
    ("driveItem", "delta"): Kind("driveItem", is_collection=True),
    ("Collection(attachment)", "createuploadsession"): Kind("uploadSession"),
}
COLON_PATH = re.compile(r":/[^:]*(?::|$)")
KEY = re.compile(r"\('[^']*'\)")
SELECTED = re.compile(r"\((?!')[^'()]*(?:\([^'()]*\)[^'()]*)*\)$")


class UnknownAddress(Exception):
    """The schema has no such place."""


def promised(schema: Schema, path: str) -> Kind:
    """The type behind a decoded Graph path such as `/v1.0/sites/host:/sites/x:/lists`."""
    plain = re.sub(r"/{2,}", "/", path)
    plain = COLON_PATH.sub("", re.sub(r"^/(v1\.0|beta)/", "/", plain, flags=re.IGNORECASE))
    plain = re.sub(r"\(token='[^']*'\)|\(\)", "", plain).replace("/microsoft.graph.", "/")
    plain = KEY.sub(lambda found: "/" + found.group()[2:-2], plain)
    return walked(schema, [segment for segment in plain.split("/") if segment])


def described(schema: Schema, context: str) -> Kind:
    """The type that the fragment of an `@odata.context` names."""
    fragment = context.partition("#")[2]
    if fragment.startswith(("microsoft.graph.", "Collection(")):
        return kind_of(fragment)
    segments = [segment for segment in KEY.sub("/key", SELECTED.sub("", fragment)).split("/") if segment]
    is_entity = segments[-1:] == ["$entity"]
    found = walked(schema, [segment for segment in segments if segment not in {"$entity", "$delta"}])
    return found.one if is_entity else found


def walked(schema: Schema, segments: list[str]) -> Kind:
    if not segments or segments[0].lower() not in schema.sets:
        raise UnknownAddress("/".join(segments))
    here = schema.sets[segments[0].lower()]
    for segment in segments[1:]:
        here = step(schema, here, segment)
    return here


def step(schema: Schema, here: Kind, segment: str) -> Kind:
    bound = BOUND.get((str(here), segment.lower()))
    if bound is not None:
        return bound
    if here.is_collection:
        return here if segment.lower() == "delta" else here.one
    if segment.lower() in ACTIONS:
        return ACTIONS[segment.lower()]
    known = schema.structures[here.name].properties if here.name in schema.structures else {}
    found = next((each.kind for name, each in known.items() if name.lower() == segment.lower()), None)
    if found is None:
        raise UnknownAddress(f"{segment} of {here}")
    return found
