"""Thanks that are no answer, with kind words behind them."""

from __future__ import annotations

import pytest

from bot.reply.lines import Line, Mark
from bot.reply.units.thanking import left_thanks, says_only_thanks


@pytest.mark.parametrize(
    "words",
    [
        *(
            "Thanks, enjoy the bank holiday",
            "Thank you, that's very helpful",
            "Many thanks and have a lovely weekend :)",
        ),
        *(
            "Cheers! Happy new year to you all",
            "Thanks and a merry Christmas to everyone",
            "Thanks, and the same to you",
        ),
    ],
)
def test_thanks_with_a_wish_are_only_thanks(words: str) -> None:
    assert says_only_thanks(words)


@pytest.mark.parametrize(
    "words",
    [
        *("Thanks, next week", "Thanks, Easter", "Thanks, all good", "Thanks. A good week for it: the roof is on"),
        *(
            "Thanks, gone live",
            "Have a good day",
            "Thanks, it's perfect",
            "Thank you, we have a new date",
            "Thanks, good",
        ),
    ],
)
def test_thanks_with_news_are_an_answer(words: str) -> None:
    assert not says_only_thanks(words)


def test_thanks_that_went_with_the_line_of_the_program_are_thanks() -> None:
    quoted = Line("> 31 March", Mark.QUOTED)
    assert left_thanks([Line("Thanks!", Mark.NOTICE), Line("Sent from my tablet", Mark.NOTICE), quoted])
    assert not left_thanks([Line("Sent from my tablet", Mark.NOTICE), quoted])
    assert not left_thanks([Line("Thanks!", Mark.QUOTED)])
