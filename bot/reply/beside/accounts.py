"""Accounts of what happened ("adopted by Cabinet", "see the minutes") and of where it can be seen, as tables."""

from __future__ import annotations

import re

from bot.reply.beside.deeds import DID, ON_THE_WAY, STEP, WAS
from bot.reply.beside.doubts import DENIES_DONE, DOUBTS_DONE, DOUBTS_OUTRIGHT
from bot.reply.words.phrases import any_of

BODY = (
    r"(?:full |the |our )?(?:cabinet|council|committee|board|executive|members|slt|smt|cmt|clt|scrutiny|audit committee"
    r"|licensing committee|planning committee|leadership team|management team|steering group|working group)"
)
_TELLS = re.compile(
    rf"\b{DID}\b|\b{WAS}\b|(?:\b(?:is|are|now|sits?|held|all)|['’]s) (?:now )?(?:in|on|at) (?:the|our|my|all|every"
    r"|each)\b|^(?:in|on) (?:the|our) \w+|\b(?:has|have) (?:now |all |both )*(?:seen|had|received|got|read) (?:it|them"
    r"|this|a copy)\b|\bon (?:the |our )?(?:website|web|intranet|portal|sharepoint|teams|system|shared drive"
    r"|noticeboards?)\b|^(?:and )?(?:the |our )?(?:very )?(?:last|final) (?:(?:one|ones|of (?:the|them"
    r"|our)) )?(?:[a-z'’-]+ ){0,2}(?:was|were|went|came)\b|^been\b|\bpassed (?:[\w-]+ ){0,3}?(?:inspections?|audits?"
    r"|tests?)\b|\b(?:all|now) (?:in|up|on|live|working|running)(?=$| and\b)|\bin post since\b|^(?:as )?(?:every"
    r"|each) (?:[a-z'’-]+ ){1,3}now (?:has|have)\b",
    re.IGNORECASE,
)
"""What tells that something came about, or where it can be seen."""
_POINTS = re.compile(
    r"^(?:please )?(?:see|as per|per|ref|refer to|as in|evidence)\b.*\b(?:attach(?:ed|ments?)|enclosed|below|papers?"
    r"|reports?|minutes|evidence|documents?|decision|polic(?:y|ies)|website|page|sharepoint|teams|file|folder|register"
    r"|link|screenshots?|photos?|pictures)\b|^(?:attached|enclosed|evidence (?:attached|enclosed|saved|uploaded))"
    r"|\b(?:minutes?|report|paper)(?: [\w/.-]*\d[\w/.-]*)?(?: of)? *refers?$",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"^(?:the |our |all |full |signed |final )*(?:papers?|reports?|minutes?|evidence|documents?|polic(?:y|ies)"
    r"|(?:[a-z]+ ){0,2}cert(?:ificate)?s?|datas?et|data|paperwork|photos?|links?)"
    r"(?: and (?:papers?|reports?|minutes|photos?))?(?: (?:is|are))?"
    r"(?: (?:here|below|above|(?:on|in|at) (?:the |our )?[\w' -]{3,40}))?$"
    r"|^[\w' -]{3,30} (?:reference|ref|no\.?|number) [\w/-]+$"
    r"|^(?:minute|invoice) \d[\w/.-]*(?: from [\w'’& -]{3,40})?$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^(?:(?!\w+(?:ed|ing)\b)[\w'’&.-]+ ?){1,4}$", re.IGNORECASE)
"""The last of a list of things or people, and no statement of its own."""
_STILL_TO = re.compile(
    r"\bto (?!(?-i:[A-Z])|\d|(?:the|our|all|full|every\w*|an?|cabinet|council|committee|(?:ward )?members?"
    r"|slt|smt|cmt|clt|board|scrutiny|partners?|audit(?:ors?)?|finance|legal|procurement|staff|residents?|parish\w*|schools?"
    r"|whom|managers?|officers?|budget|both|each|him|her|them|you|us)\b)\w",
    re.IGNORECASE,
)
"""What is yet to be done ("sent to members to approve")."""
_MISHAP = (
    r"(?<!came )(?<!come )(?<!taken )down(?! (?:to|from|by)\b), "
    r"next steps, defer\w*, paus\w*, cancel\w*, abandon\w*, stall(?:ed|ing)?, scrap\w*, park, parked, stop\w*, "
    r"abeyance, per cent, percent, in hand, half, further, another, more, wrong\w*, problems?, issues?, concern\w*, "
    r"fail\w*, refus\w*, reject\w*, declin\w*, unable, unsuccess\w*, disagree\w*, object\w*, appeal\w*, postpon\w*, "
    r"chang\w*, nothing, nobody, none, little, informal\w*, verbal\w*, provisional\w*, on paper, at risk, "
    r"principle, theory, pilot, temporar\w*, minus, bar, less, save, short, lack\w*, miss\w*, tbc, tba, bin, "
    r"drawer, shelf, shredder, in-?tray, circular file, wishful \w+, nowhere, lost, broke\w*, pulled, dropped, "
    r"binned, shelved, overturned, revoked, rescinded, called in, crash\w*, fault\w*, snag\w*, gaps?, weak\w*, "
    r"badly, unfortunately, sadly, sort of, returned for, unsigned, unpaid, void, otherwise, disput\w*, "
    r"challeng\w*, complain\w*, fell, hardly, barely, if only, in name, supposed\w*, technically, theoretically, "
    r"as usual, dreams?, pigs?, our (?:share|part|half|bit|side), expired, recalled, resign\w*, leak\w*, "
    r"abolish\w*, repealed, error, mistake, withdr\w*, without(?! (?:amendments?|objections?|debate|dissent)\b), "
    r"withh\w*, tomorrow, soon, shortly, being(?! (?:used|read|enjoyed|well used)\b), left(?! site), ran out, "
    r"out of order, (?:rolled|held|carried) (?:over|forward), unhappy, jok\w*, as open, fingers, "
    r"everything crossed, breath, wink\w*, bodg\w*, botch\w*, cobbl\w*, patched up, taped over, descop\w*, "
    r"under protest, as good as, written off, ruled out, since removed, rumou?r\w*, presum\w*, "
    r"(?<!quality )assured, reassured, as (?:envisaged|predicted|foretold), "
    r"(?:i|we)(?:['’](?:m|re|ve)| am| are| was| were| have)(?: been| \w+ly)? (?:informed|advised|told"
    r"|given to understand|led to believe), "
    r"off sick, on order, (?:walked|turned|switched|called|fell|came|taken|put|went|cut|shut) (?:it |them )?off"
)
"""What went wrong or is still to come, whoever wishes the action closed."""
_AWAY = (
    r"finish, finishing, finishes, next(?! day), later, again, exten\w*, (?<!without )amend\w*, deadline, instead, "
    r"then, taken down, late, lift, trial, condition(?! reports?\b)\w*, shadow, somebody, someone, anyone, myself, "
    r"yourself, poor\w*, trouble\w*, difficult\w*, against, corners, eyes, closed early"
)
"""What may point away from an end that nobody wishes outright."""
_INSTEAD = (
    r"north\w*, south\w*, east(?!er\b)\w*, west\w*, day, night\w*, morning, afternoon, shifts?, areas?, way forward, "
    r"hand, (?<!last )(?<!final )(?<!has )(?<!have )one(?! (?:register|place|list|system|database|spreadsheet|folder"
    r"|document)\b), tender, dates?, second, third(?! (?:week|quarter)\b), who, which, that, back, "
    r"as an?(?! (?:append\w+|annexe?|agenda item)\b), printers?, old(?! (?:kit|equipment|system|one|site|furniture"
    r"|building)\b), own, police, notice(?= period), intention, different, separate, comments, questions?, quer(?:y"
    r"|ies), ask\w*, follow\w*, contents?, outline, skeleton, "
    r"(?<!final )(?<!refreshed )(?<!revised )(?<!updated )(?<!new )version, templates?, applications?, bids?, "
    r"requests?, tickets?, contracts? (?:was |has been |is )?(?:signed|awarded|let|agreed), funding, business case, "
    r"designs?, spec(?:s|ifications?)?, permissions?, quotes?, quotations?, adverts?, interviews?, options?, "
    r"feasibility, site surveys?, plan (?:was |has been |is )?(?:agreed|approved|written|drawn up), orders? placed, "
    r"those, such, what, like, out of, outside, floor, wings?, parts?, in the post, on the list"
)
"""A step told in the place of the deed, or less than the deed."""
_OTHERWISE = (
    r"supersed\w*, overtaken, merged, subsumed, duplicat\w*, replaced by, given up, gave up, decided, tak(?:en|ing"
    r"|es?) (?:\w+ )?over, took (?:\w+ over|over (?:it|this|that|the|our)), "
    r"handed over to, (?:hand|transferr|pass|mov)ed (?!over\b)"
    r"(?:\w+ )?(?:to|over|on)"
)
"""How an action ends that nobody completed."""
_FAILED = any_of(f"{_MISHAP}, {_OTHERWISE}")
_WORSE = any_of(f"{_MISHAP}, {_AWAY}, {_INSTEAD}")
_GOES_BEYOND = any_of(
    rf"{_MISHAP}, {_AWAY}, coming, starts?, begins?, (?:moved|shifted|put back|pushed back|rearranged|rescheduled"
    "|switched) (?:to|for)"
)


def is_hedged(piece: str) -> bool:
    """Whether a piece holds a doubt, a limit, a denial or something still to do."""
    return any(table.search(piece) for table in (DOUBTS_DONE, DENIES_DONE, _STILL_TO))


def tells(piece: str) -> bool:
    """Whether a piece tells that something came about, or where it can be seen."""
    return bool(_TELLS.search(piece))


def went_wrong(piece: str) -> bool:
    """Whether a piece tells of trouble, or points beyond what it tells."""
    return bool(_GOES_BEYOND.search(piece))


def is_shaken(plain: str, *, wished: bool, behind: bool) -> bool:
    """Whether a piece speaks against an end that is stated outright: a doubt, something to come or gone wrong.

    What tells of nothing may be the heading of other words, and speaks against it, too, though a detail in few words
    tells enough `behind` the end; so does a step, or a part, told in the place of the deed, unless it is `wished` that
    the action be closed.
    """
    bare = _HOW.sub(" ", _HOUR.sub(" ", plain))
    told = (_SAYS.search(bare) or _FEW_WORDS.search(bare)) if wished else _TELLS.search(bare)
    detail = behind and (_DETAIL.match(bare) or _ACTS.search(bare))
    if CODE.search(plain) or not (told or detail or (bare != plain and not bare.strip(" ,"))):
        return True
    tables = (_FAILED,) if wished else (_FAILED, _WORSE, _OF_SOME, _COUNTED, ON_THE_WAY)
    return any(table.search(bare) for table in (*tables, DOUBTS_OUTRIGHT, _STILL_TO, _UNDER_WAY))


_DETAIL = re.compile(
    r"^(?:and |with |the |all )*(?!(?:19|20)\d\d\b)(?:\d{1,3}(?:,\d{3})+|\d{3,}) (?!of\b|out of\b)[a-z-]+(?: [a-z-]+)?$"
    rf"|^(?:and |with |the |all )*(?!.*{STEP.pattern}|(?:my|mine|ours?|his|hers?|theirs?)\b)(?:[a-z-]+ ){{1,2}}"
    r"(?:in|out|up|on|live|open)$",
    re.IGNORECASE,
)
"""A fact without a verb ("4,112 surveys", "boilers out"); in front of an end it may be a part."""
_ACTS = re.compile(
    r"\b(?:saw|brought|wrote|slept|got|sang|ate|drank|rode|drove|flew|shook|wore|threw|kept|won)"
    r" (?:the|their|its|his|her|our|my|an?|it|them|us|me|him|like|for|through|at)\b",
    re.IGNORECASE,
)
"""What somebody did, in a verb without an ending of the past and what it was done to."""
_FEW_WORDS = re.compile(r"\d[\d,]* [a-z]|^now \w|\b(?:in|out|up|on|live|open)$", re.IGNORECASE)
"""What tells something without a verb; a mere name may be a heading."""


_COUNTED = re.compile(
    r"^(?:some |about |the )?(?:\d{1,2}(?!,\d)|one|two|three|four|five|six|ten|a few|several)\b", re.IGNORECASE
)
"""A number of things, which may not be all of them ("three were visited")."""
_SAYS = re.compile(
    rf"\b(?:{DID}|\w{{2,}}ed|was|were|is|are|has|have|had|went|came|got|took|gone)\b|['’](?:s|re|ve)\b", re.IGNORECASE
)
_HOW = re.compile(
    r"\bup to (?:date|standard|speed|scratch)\b|\b(?:waits?|waiting (?:lists?|times?))(?= (?:is|are|was|now|down)\b)"
    r"|\bas (?:planned|expected|intended|hoped|promised|scheduled|requested|required|amended)\b"
    r"|\b(?:the (?:same|next|very|last|first) day(?: of)?|the day (?:after|before)"
    r"|an? (?:day|week|month) (?:ahead of|early|before)|(?:time|days|weeks|minutes) to spare)\b"
    r"|\b(?:(?:just|well|comfortably) )?(?:inside|within|before|ahead of|by|on|to) (?:the|our|its) "
    r"(?:deadline|due date|target(?: date)?)\b",
    re.IGNORECASE,
)
"""How well it went, in words that elsewhere tell of what is to come."""
_UNDER_WAY = re.compile(
    r"\b(?:(?:is|are|am|['’](?:s|re|m)|now|currently|just|still)(?: \w+ly)? \w+ing"
    r"|continu\w*|keep\w*|carr(?:y|ies|ying) on|working (?:on|with|through)"
    r"|(?:start|begin|commence|come|meet|sit|return|report|decide|vote|consider|look|take|get|move|head|end|review"
    r"|expect|want|hope|plan|intend|ask)s|go(?:es)?|(?:is|are|now|still|sits?) with)\b",
    re.IGNORECASE,
)
"""What tells of work that goes on."""

_OF_SOME = re.compile(
    r"\b(?:to|for|at|in|by|with|across|from) (?:just |about |over |nearly )?(?:\d{1,2}(?![\d,])|one|two|three|four"
    rf"|five|six|a few|several|some)\b(?! of \d)|\b{DID} (?:the )?(?:\d{{1,2}}|one|two|three|four|five|six|ten)"
    r"(?: (?:on|in|at|by|since|before))*$",
    re.IGNORECASE,
)
"""A number of places or people, which may not be all of them ("delivered to 4 people")."""
CODE = re.compile(r"\b[A-Z]{1,3}-?\d{1,4}\b")


def is_account(plain: str) -> bool:
    """Whether a piece, given without its dates, tells what happened, where it is or where to look, and no more."""
    if goes_on(plain) or _OF_SOME.search(plain) or CODE.search(plain):
        return False
    whole = _TELLS.search(plain) or _POINTS.search(plain)
    if _PAPERS.match(plain):
        return True
    parts = re.sub(r"\bup and running\b", "live", plain, flags=re.IGNORECASE).split(" and ")
    return bool(whole) and all(_TELLS.search(part) or _POINTS.search(part) or _LISTED.match(part) for part in parts)


def goes_on(piece: str) -> bool:
    """Whether a piece names what is still to do or what went wrong."""
    plain = _HOUR.sub(" ", piece)
    return any(table.search(plain) for table in (_STILL_TO, _FAILED, _WORSE))


_HOUR = re.compile(
    r"\b(?:(?:this|yesterday|[a-z]{3,6}day) (?:morning|afternoon|evening|night)|last night|over the weekend"
    r"|(?:in|up to) date)\b",
    re.IGNORECASE,
)
"""A time that only says when, or that none is owed; "the morning" may be a part of the work."""
