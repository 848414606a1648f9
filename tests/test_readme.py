"""The README shows what is there: the whole configuration, and words that the product really writes."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_shows_the_reference_configuration_word_for_word() -> None:
    assert f"```toml\n{(ROOT / 'config' / 'planminder.toml').read_text(encoding='utf-8')}```" in README


def test_the_readme_answers_the_nudge_it_shows() -> None:
    story = (ROOT / "config" / "sample" / "story.toml").read_text(encoding="utf-8")
    assert "4.iii: new date is 30 June, waiting for the auditors" in README
    assert "4.iii: new date is 30 June, waiting for the auditors" in story
