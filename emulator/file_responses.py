"""A file, an attachment or a mail as an answer of the page or of the control interface, a piece at a time."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping

from starlette.responses import StreamingResponse

from emulator.pieces import Content
from emulator.weaving import Woven


def file_response(content: Content | Woven, kind: str, headers: Mapping[str, str]) -> StreamingResponse:
    length = {"Content-Length": str(content.size)}
    return StreamingResponse(pieces_of(content), media_type=kind, headers={**headers, **length})


async def pieces_of(content: Content | Woven) -> AsyncIterator[bytes]:
    """On the loop's own thread, which is the store's."""
    for piece in content.pieces():
        yield piece
