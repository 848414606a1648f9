from __future__ import annotations

from datetime import date

from bot.ledger import Imported, Ledger


def test_what_a_document_said_last_is_kept_by_row(ledger: Ledger) -> None:
    first, second = (
        Imported(f"plan{at}.docx", date(2027, 2, at), {"words": {"text": "Mend the weir"}}) for at in (1, 2)
    )
    ledger.imports.keep("Housing", {"1": first, "2": first})
    ledger.imports.keep("Housing", {"1": second})
    ledger.imports.keep("Housing", {})
    assert ledger.imports.last("Housing") == {"1": second, "2": first}
    assert ledger.imports.last("Roads") == {}
