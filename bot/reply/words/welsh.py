"""The few Welsh words of an answer in English, and a Welsh sentence that says what the English beside it says."""

from __future__ import annotations

import re

from bot.reply.words.phrases import any_of

_THIS = r"(?:mae (?:hyn|hwn|hon|o|e|hi|popeth|['’]?r \w+)(?: bellach| nawr| yn| wedi cael)* )?"
_DO = r"(?:gwblhau|chwblhau|cwblhau|orffen|gorffen|wneud|gwneud)"
_MONTHS = (
    ("ionawr", "January"),
    ("chwefror", "February"),
    ("mawrth", "March"),
    ("ebrill", "April"),
    ("mai", "May"),
    ("mehefin", "June"),
    ("gorffennaf", "July"),
    ("awst", "August"),
    ("medi", "September"),
    ("hydref", "October"),
    ("tachwedd", "November"),
    ("rhagfyr", "December"),
)
_PHRASES = tuple(
    (re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE), english)
    for pattern, english in (
        (
            r"mae['’]?r gweddill(?: bellach| nawr)?(?: (?:yn mynd rhagddo|ar y gweill|ar waith))",
            "the rest are in progress",
        ),
        (r"(?:cwblhawyd y (?:ddau|ddwy)|mae['’]?r (?:ddau|ddwy) wedi(?:['’]?u)? (?:cwblhau|gorffen))", "both complete"),
        (rf"{_THIS}yn mynd rhagddo", "in progress"),
        (rf"{_THIS}(?:heb|ddim wedi|nid yw wedi) (?:['’]?i |ei )?{_DO}(?: eto)?", "not complete"),
        (rf"{_THIS}heb (?:ei )?(?:ddechrau|gychwyn|dechrau)(?: eto)?", "not started"),
        (rf"{_THIS}wedi(?:['’]?i| ei)? {_DO}", "this is complete"),
        (rf"{_THIS}wedi (?:dechrau|cychwyn)", "started"),
        (rf"{_THIS}(?:ar y gweill|ar waith)", "in progress"),
        (rf"{_THIS}ar y trywydd iawn", "on track"),
        (rf"{_THIS}(?:yn parhau|parhaus)", "ongoing"),
        (rf"{_THIS}(?:ar stop|wedi(?:['’]?i| ei) (?:oedi|ohirio))", "on hold"),
        (r"dyddiad newydd(?: yw)?", "new date"),
        (r"(?:erbyn )?diwedd", "end of"),
        (r"(?:erbyn )?canol", "mid"),
        *((rf"(?:mis )?{welsh}(?= \d|\W*$|\W*\n|\s*[.,;/])", english) for welsh, english in _MONTHS),
    )
)
_IS_WELSH = any_of(
    r"wedi, mae['’]?r, mae['’]?n, mae (?:hyn|hwn|hon|popeth|pob|holl|yr|y), ddoe, gyda['’]?r?, bawb, ffordd, drafft, "
    r"rydyn, rydym, byddwn, bydd, cafodd, cyngor, polisi, gwaith, gweithio, dyddiad, diolch, cynllun, cyfarfod, erbyn"
)
_WELSH_DOUBT = any_of(
    r"ond, os, efallai, gobeithio\w*, heb, ddim, nid, nac, bron, eto, oni bai, tan, hyd nes, dylai, gallai, rhaid, rhan"
)
_TWICE = re.compile(r"\b(?P<once>[a-z][a-z ]{3,20})\s?[/|]\s?(?P=once)(?=\W*(?:$|\n|[.;]))", re.IGNORECASE)
"""A status in Welsh that is said again in English ("heb ddechrau / not started")."""
_SENTENCE = re.compile(r"(?<=[.!?\n])\s*")


def in_english(words: str) -> str:
    """`words` with Welsh words of status and time put into English, less a Welsh sentence doubled in English.

    A Welsh sentence that may hold a doubt stays, and is asked about.
    """
    for pattern, meaning in _PHRASES:
        words = pattern.sub(meaning, words)
    words = _TWICE.sub(r"\g<once>", words)
    sentences = [each for each in _SENTENCE.split(words) if each]
    doubled = [each for each in sentences if _IS_WELSH.search(each) and not _WELSH_DOUBT.search(each)]
    english = [each for each in sentences if re.search(r"\w", each) and not _IS_WELSH.search(each)]
    return "".join(f"{each} " for each in sentences if each not in doubled) if doubled and english else words
