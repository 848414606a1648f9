"""Accounts of what happened ("adopted by Cabinet", "see the minutes") and of where it can be seen, as tables."""

from __future__ import annotations

import re

from bot.reply.beside.deeds import DID, ON_THE_WAY, WAS
from bot.reply.beside.doubts import DENIES_DONE, DOUBTS_DONE, DOUBTS_OUTRIGHT, LIMITS_DONE
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
    r"^(?:the |our |all |full |signed |final )*(?:papers?|reports?|minutes|evidence|documents?|polic(?:y|ies)"
    r"|certificates?|datas?et|data|paperwork|photos?|links?)(?: and (?:papers?|reports?|minutes|photos?))?(?: (?:is"
    r"|are))?(?: (?:on|in|at) (?:the |our )?[\w' -]{3,40})?$|^[\w' -]{3,30} (?:reference|ref|no\.?|number) [\w/-]+$"
    r"|^(?:minute|invoice) \d[\w/.-]*(?: from [\w'’& -]{3,40})?$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^(?:(?!\w+(?:ed|ing)\b)[\w'’&.-]+ ?){1,4}$", re.IGNORECASE)
"""The last of a list of things or people, and no statement of its own."""
_STILL_TO = re.compile(
    r"\bto (?!(?-i:[A-Z])|(?:the|our|all|full|every\w*|an?|cabinet|council|committee|members?|slt|smt|cmt|clt|board"
    r"|scrutiny|partners?|audit(?:ors?)?|finance|legal|procurement|staff|residents?|parish\w*|schools?|whom|managers?"
    r"|officers?|budget|both|each|him|her|them|you|us)\b)\w",
    re.IGNORECASE,
)
"""What is yet to be done ("sent to members to approve")."""
_SENT_TO = re.compile(
    r"\b(?:sent|circulated|issued|shared|presented|delivered|e-?mailed|reported|copied|distributed)(?: out)? to "
    r"(?:(?:ward|council|elected|lead|senior|relevant|parish|town|community) )?"
    r"(?=(?:members|councillors|tenants|residents|staff|managers|officers|partners|schools|headteachers)\b)",
    re.IGNORECASE,
)
"""To whom something went, which is nothing to be done."""
_WRONG = (
    r"next steps, defer\w*, paus\w*, cancel\w*, abandon\w*, stall(?:ed|ing)?, scrap\w*, park, parked, stop\w*, "
    r"abeyance, per cent, percent, in hand, half, finish, finishing, finishes, further, another, more, next(?! day), "
    r"later, again, wrong\w*, problems?, issues?, concern\w*, fail\w*, refus\w*, reject\w*, declin\w*, unable, "
    r"unsuccess\w*, disagree\w*, object\w*, appeal\w*, exten\w*, postpon\w*, chang\w*, (?<!without )amend\w*, "
    r"deadline, nothing, nobody, none, little, instead, informal\w*, verbal\w*, provisional\w*, on paper, then, "
    r"taken down, late, at risk, lift, principle, theory, pilot, trial, temporar\w*, condition(?! reports?\b)\w*, "
    r"shadow, minus, bar, less, save, short, lack\w*, miss\w*, tbc, tba, bin, drawer, shelf, shredder, in-?tray, "
    r"circular file, wishful \w+, nowhere, somebody, someone, anyone, myself, yourself, lost, broke\w*, pulled, "
    r"dropped, binned, shelved, overturned, revoked, rescinded, called in, crash\w*, fault\w*, snag\w*, gaps?, "
    r"weak\w*, poor\w*, badly, unfortunately, sadly, sort of, returned for, trouble\w*, difficult\w*, unsigned, "
    r"unpaid, void, otherwise, disput\w*, challeng\w*, complain\w*, fell, hardly, barely, if only, in name, "
    r"supposed\w*, technically, theoretically, as usual, dreams?, pigs?, our (?:share|part|half|bit|side), against, "
    r"(?<!came )(?<!come )down, expired, recalled, resign\w*, leak\w*, abolish\w*, repealed, error, mistake, "
    r"withdr\w*, without(?! (?:amendments?|objections?|debate|dissent)\b), withh\w*, tomorrow, soon, shortly, "
    r"being(?! (?:used|read|enjoyed|well used)\b), left(?! site), ran out, out of order, (?:rolled|held"
    r"|carried) (?:over|forward), unhappy, jok\w*, as open, fingers, everything crossed, breath, corners, eyes, "
    r"wink\w*, bodg\w*, botch\w*, cobbl\w*, patched up, taped over, descop\w*, under protest, as good as, written off, "
    r"ruled out, since removed, closed early, rumou?r\w*, presum\w*, (?<!quality )assured, reassured, as (?:envisaged"
    r"|predicted|foretold), (?:i|we)(?:['’](?:m|re|ve)| am| are| was| were| have)(?: been| \w+ly)? (?:informed|advised"
    r"|told|given to understand|led to believe), off sick, on order, (?:walked|turned|switched|called|fell|came|taken"
    r"|put|went|cut|shut) (?:it |them )?off"
)
"""What went wrong or is still to come."""
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
    r"|es?) (?:\w+ )?over, took (?:\w+ )?over, (?:hand|transferr|pass|mov)ed (?:\w+ )?(?:to|over|on)"
)
"""How an action ends that nobody completed."""
_SHAKES = any_of(f"{_WRONG}, {_OTHERWISE}")
_WORSE = any_of(f"{_WRONG}, {_INSTEAD}")
_GOES_BEYOND = any_of(
    rf"{_WRONG}, coming, starts?, begins?, (?:moved|shifted|put back|pushed back|rearranged|rescheduled|switched)"
    " (?:to|for)"
)


def is_hedged(piece: str) -> bool:
    """Whether a piece holds a doubt, a limit, a denial or something still to do."""
    plain = _SENT_TO.sub("sent ", piece)
    return any(table.search(plain) for table in (DOUBTS_DONE, LIMITS_DONE, DENIES_DONE, _STILL_TO))


def went_wrong(piece: str) -> bool:
    """Whether a piece tells of trouble, or points beyond what it tells."""
    return bool(_GOES_BEYOND.search(piece))


def is_shaken(plain: str, *, wished: bool) -> bool:
    """Whether a piece speaks against an end that is stated outright: a doubt, something to come or gone wrong.

    What tells of nothing may be the heading of other words, and speaks against it, too; so does a step, or a part, told
    in the place of the deed, unless it is `wished` that the action be closed.
    """
    if CODE.search(plain) or not (_SAYS if wished else _TELLS).search(plain):
        return True
    bare = _SENT_TO.sub("sent ", _UP_TO_DATE.sub(" ", _HOUR.sub(" ", plain)))
    less = not wished and any(table.search(bare) for table in (_WORSE, _OF_SOME, _COUNTED, ON_THE_WAY))
    return bool(less) or any(table.search(bare) for table in (DOUBTS_OUTRIGHT, _STILL_TO, _SHAKES, _UNDER_WAY))


_COUNTED = re.compile(
    r"^(?:some |about |the )?(?:\d{1,2}|one|two|three|four|five|six|ten|a few|several)\b", re.IGNORECASE
)
"""A number of things, which may not be all of them ("three were visited")."""
_SAYS = re.compile(
    rf"\b(?:{DID}|\w{{2,}}ed|was|were|is|are|has|have|had|went|came|got|took|gone)\b|['’](?:s|re|ve)\b", re.IGNORECASE
)
_UP_TO_DATE = re.compile(r"\bup to (?:date|standard|speed|scratch)\b", re.IGNORECASE)
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
    rf"|five|six|a few|several|some)\b(?! of \d)|\b{DID} (?:the )?(?:\d{{1,2}}|one|two|three|four|five|six|ten)$",
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
    plain = _SENT_TO.sub("sent ", _HOUR.sub(" ", piece))
    return any(table.search(plain) for table in (_STILL_TO, _WORSE))


_HOUR = re.compile(
    r"\b(?:(?:this|yesterday|[a-z]{3,6}day) (?:morning|afternoon|evening)|last night|over the weekend)\b", re.IGNORECASE
)
"""A time of day that only says when; "the morning" may be a part of the work."""
