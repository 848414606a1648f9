"""Papers held against the standard of Word's files by two validators that we did not write."""

from __future__ import annotations

from pathlib import Path

import ooxml_integrity
import pytest
from openxml_audit import OpenXmlValidator
from test_paper_kinds import SHAPES, first_paper, made, many

from bot.compose import PaperHead, PaperKind, sample
from bot.summary import Summary

PUBLIC = PaperHead(council=sample.COUNCIL, public=True, record=sample.HEAD.record)


@pytest.mark.parametrize("kind", SHAPES)
@pytest.mark.parametrize(
    ("summary", "head"),
    [(sample.SUMMARY, sample.HEAD), (first_paper(), PUBLIC), (many(60), PaperHead()), (sample.EMPTY, sample.HEAD)],
    ids=["later", "first and public", "long", "empty"],
)
def test_two_validators_find_no_fault(tmp_path: Path, kind: PaperKind, summary: Summary, head: PaperHead) -> None:
    file = tmp_path / "paper.docx"
    file.write_bytes(made(kind, summary, head))
    assert [each.description for each in OpenXmlValidator().validate(file).errors] == []
    found = ooxml_integrity.check(file)
    assert [each for each in found if each.severity != ooxml_integrity.INFO] == []
