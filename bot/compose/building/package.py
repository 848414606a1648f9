"""A template's parts put into a .docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from bot.compose.building import committee, empty, highlight, status
from bot.compose.building.chart_part import chart_part
from bot.compose.document import repacked
from bot.compose.paper import TrendLine
from bot.compose.trend_chart import workbook
from bot.compose.views import PaperKind

PARTS = Path(__file__).parents[1] / "summary_parts"
BUILT = datetime(2026, 1, 1)  # noqa: DTZ001 - a zip entry has no zone
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_DOCUMENT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:c="{_DRAWING}/chart">'
    "<w:body>{body}</w:body></w:document>"
)
_BODIES: Mapping[PaperKind, Callable[[], str]] = {
    PaperKind.STATUS: status.body,
    PaperKind.HIGHLIGHT: highlight.body,
    PaperKind.COMMITTEE: committee.body,
    PaperKind.EMPTY: empty.body,
}
_SAMPLE = (TrendLine("August 2026", 4, 2, 1), TrendLine("September 2026", 5, 1, 2))


def build(kind: PaperKind) -> bytes:
    """The template of a kind of paper as the bytes of a .docx, stored uncompressed so that no zip library can change
    them."""
    packed = io.BytesIO()
    names = sorted(part.relative_to(PARTS).as_posix() for part in PARTS.rglob("*") if part.is_file())
    with zipfile.ZipFile(packed, "w") as parts:
        for name in names:
            parts.writestr(name, (PARTS / name).read_bytes())
        parts.writestr("word/document.xml", _DOCUMENT.format(body=_BODIES[kind]()))
        parts.writestr("word/charts/chart1.xml", chart_part(_SAMPLE))
        parts.writestr("word/embeddings/trend.xlsx", workbook(_SAMPLE))
    return repacked(packed.getvalue(), BUILT, zipfile.ZIP_STORED)
