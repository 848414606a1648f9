"""What the heads of columns are called that say by when an action is due, when it ended and how it goes."""

from __future__ import annotations

from bot.importing.columns.head_word import word
from bot.reading.months import MONTH_NAMES

_DONE = r"(?:completed?|completion|progress|done)"
_CLOSED = r"(?:actually )?(?:closed|(?<=date )(?:completed|done|finished|achieved)|completed(?= (?:on|date)))"
TOLD_ON = r"(?:notes?|updates?|comments?|progress|status|reported|reporting|modified|entry)\b"
"""What has a day of its own that is no day of the action."""
PROGRESS_WORDS = (
    word(
        "due",
        6,
        r"^(?:needed|required|promised|wanted|ready|delivered|land(?:s|ed)?|in place|complete|done|finished|closed)"
        r" (?:by|for|before|on)$|^(?:back (?:at|to)|bring forward|report back|to report back|return to)\b.*$|^eta$"
        r"|^(?:review|report) (?:at|by)$",
    ),
    word(
        "due",
        9,
        r"\b(?:due|deadline|by when|timescales?|time scales?|timelines?|timeframes?|complete by|completed by"
        r"|completion|end date|target date|date to be completed|finish|dyddiad|terfyn amser|erbyn|pryd|amserlen)\b",
    ),
    word(
        "due",
        7,
        r"^when (?:will|is|by|do)\b|\btarget\b"
        r"|^(?:by|when|target|date|dates|timing|relevant fy|fy|financial year|year|end)\??$",
    ),
    word("due", 4, r"\bdates?\b"),
    word(
        "revised_due",
        10,
        rf"\b(?:revised|new|extended|amended|current|updated|latest) (?:(?!{TOLD_ON})\w+ )?"
        r"(?:due|date|target|deadline|timescale|completion|finish|end)\b"
        r"|\bforecast\b(?! (?:outturn|spend|cost|saving))|\bextended to\b|\bextension\b"
        r"|\b(?:anticipated|expected|estimated|projected) (?:\w+ )?(?:completion|date|end|finish|delivery)\b"
        r"|\b(?:date|target|deadline|due|timescale|completion) (?:revised|extended|amended|current|updated|latest)$"
        r"|^revised(?: to| by)?$|^(?:moved|slipped|re ?scheduled) to$",
    ),
    word(
        "due",
        8,
        r"\b(?:original|baseline|initial|agreed|planned) (?:\w+ )?"
        r"(?:due|date|target|deadline|timescale|completion|finish|end)\b",
    ),
    word("due", 6, r"\bbaseline$"),
    word(
        "closed",
        9,
        rf"^(?:date )?{_CLOSED}(?: (?:on|date))?$|^(?:closure|actual) date$"
        r"|^date of (?:completion|closure)$",
    ),
    word(
        "closed",
        10,
        r"^(?:date of |actual )?(?:completion|closure)(?: date(?: ?(?:and|/|&))?| ?(?:and|/|&)) ?"
        r"(?:outcomes?|evidence|comments?|notes?)$",
    ),
    word("closed", 8, r"^(?:completion|closure) (?:outcomes?|evidence|comments?|notes?)$"),
    word("closed", 8, r"^actual (?:completion|end|finish|closure)(?: date)?$|^completion date$"),
    word("status", 10, r"^(?:current )?status$"),
    word("status", 9, r"^(?:complied(?: with)?|implemented|achieved|actioned|delivered|done)\??$"),
    word("status", 9, r"^statws$|\bstatus\b|\bopen ?/ ?closed?\b"),
    word("status", 8, r"^complete\??$|^completed\??$"),
    word(
        "percent",
        10,
        rf"^(?:%|percent(?:age)?|% ?{_DONE}|percent(?:age)? (?:of )?{_DONE}|{_DONE} ?(?:%|percent(?:age)?))$",
    ),
    word("rag", 9, r"\bb?rag\b"),
    word("rag", 6, r"^(?:rating|confidence|(?:delivery )?(?:confidence|health))$"),
    word("rag", 5, r"^(?:traffic ?lights?|b?ragb?|colour(?: rating)?|signal|light|flag)$"),
    word(
        "status",
        5,
        r"^(?:where|how) (?:it|we|things?)(?: i?s| are|'s|'re) (?:at|looking|standing|up to)$"
        r"|^closed out\??$|^cleared\??$"
        r"|^how (?:is|s|are|'s)? ?(?:it|things|we) (?:looking|standing)\??$|^how's it (?:looking|going|doing)\??$"
        r"|^(?:outturn|result|standing|tracking|kept|delivery status)\??$|^where it's at$",
    ),
    word("status", 5, r"^(?:list(?: name)?|stage|swim ?lane|(?:current |latest |audit )?assessment)$"),
    word(
        "status",
        6,
        r"^how (?:is|s|are) (?:it|we|things) (?:going|doing|progressing)\??$"
        r"|^how (?:it|things|we) (?:is|are) (?:going|doing|progressing)$|^how far\b.*|^sefyllfa$"
        r"|^where (?:are we|(?:it|this|things?) (?:i?s|stands?|has got to|got to|are)|we (?:are|stand))(?: now)?\??$"
        r"|^progress$|^state(?: of play)?$|^position$",
    ),
    word(
        "update",
        8,
        r"^now\b|\b(?:updates?|comments?|commentary|latest|notes?|diweddariad|sylwadau|cynnydd|narrative"
        r"|action taken|evidence|milestones? (?:achieved|met|reached)|achievements?|progress (?:to date|report|made"
        r"|notes?|so far))\b",
    ),
    word(
        "update",
        7,
        r"^(?:(?:autumn|spring|summer|half|end of|mid|termly|in|year|interim|\d|term|q[1-4]|quarter(?:ly)?|month(?:ly)?"
        rf"|{MONTH_NAMES})[ -]?)+ (?:evaluation|review|impact|monitoring|position)s?$",
    ),
    word(
        "update",
        5,
        r"\bprogress\b|^how (?:is|s) it going\b|^where (?:are we|we are)\b|^position\b"
        r"|\b(?:current|latest|present) position\b",
    ),
)
