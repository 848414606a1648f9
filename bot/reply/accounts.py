"""Accounts of what happened ("adopted by Cabinet", "see the minutes") and of where it can be seen, as tables."""

from __future__ import annotations

import re

from bot.reply.phrases import DENIES_DONE, DOUBTS_DONE, LIMITS_DONE, any_of

BODY = (
    r"(?:full |the |our )?(?:cabinet|council|committee|board|executive|members|slt|smt|cmt|clt|scrutiny|audit committee"
    r"|licensing committee|planning committee|leadership team|management team|steering group|working group)"
)
_PAPERS = (
    r"(?:papers?|reports?|minutes|evidence|documents?|documentation|cop(?:y|ies)|letters?|files?|forms?|records?"
    r"|links?|certificates?|notices?|decision|polic(?:y|ies)|terms|terms of reference|strategy|agreement|scheme"
    r"|guidance|procedures?|framework|register|rota|contract|training|review|paperwork|plan|protocol|handbook|charter"
    r"|briefing|workshop|webpage|web page|screenshot)"
)
_SUBJECT_WORD = r"(?!(?:to|by|for|as|at|he|she|mark|please|say|says|think)\b)[a-z][\w'’&/-]* "
_SUBJECT = rf"(?:it |this |that |they |these |we |i |all |{BODY} |(?:{_SUBJECT_WORD}){{1,5}})"
_AUX = r"(?:(?:is|are|was|were|has|have|had|been|now|all|since|already|also|duly|formally|then|and|['’]ve|so) ?){0,4}"
_DID = (
    r"(?:adopted|approved|agreed|signed off|signed|published|filed|circulated|sent|issued|uploaded|saved|stored|shared"
    r"|recorded|minuted|presented|reported|endorsed|ratified|accepted|confirmed|held|met|attached|enclosed|launched"
    r"|went(?= to)|ticked off|rolled out|implemented|introduced|put in place|set up|established|created|produced"
    r"|rewritten"
    r"|written|reviewed|refreshed|recruited|procured|purchased|bought|fitted|repaired|replaced"
    r"|closed|cleared|resolved|paid|notified|informed|e-?mailed|posted|printed"
    r"|distributed|tested|checked|verified|inspected|audited|surveyed|mapped|communicated|tabled"
    r"|delivered|appointed|updated|installed|briefed|trained|went (?:live|out)|ran|finished|completed|done)"
)
_OBJECT = r"(?: (?:the|it|this|them|all|our|a|an|everyone|every|each|both)(?: [a-z'’-]+){0,4})?"
_PLACE = (
    r"(?: (?:by|at|in|on|to|from|during|last|this|yesterday|today|below|above|here|with)\b(?: [\w'’&/.-]+){0,7}?){0,3}"
)
_ACCOUNT = re.compile(rf"^(?:as )?{_SUBJECT}?{_AUX}{_DID}{_OBJECT}(?P<where>{_PLACE})$", re.IGNORECASE)
_HELD = re.compile(
    r"^(?:the |our )?(?:last|final) (?:[a-z'’-]+ ){1,2}(?:was|were|took place"
    r"|ran)(?: held)?(?: on)?(?P<where>)$",
    re.IGNORECASE,
)
_WENT = re.compile(
    rf"^the (?:[a-z][a-z'’-]+ ){{1,3}}(?:opened|went live|went out|went to [a-z ]{{3,30}}?)(?P<where>{_PLACE})$",
    re.IGNORECASE,
)
_WHEREABOUTS = re.compile(
    rf"^(?P<where>){_SUBJECT}?(?:(?:is|are|now) ){{0,2}}(?:in place|live|available|attached|enclosed|on file|(?:in|on) "
    r"(?:the|our) (?:library|folder|file|minutes|website|intranet|register|shared drive|sharepoint(?: site)?"
    r"|teams(?: site)?)"
    r"|on (?:sharepoint|teams|file))(?: (?:since|from|as of|as from))?$",
    re.IGNORECASE,
)
_ON_PAGE = re.compile(
    rf"^(?:the |our |all )?{_PAPERS}(?: (?:is|are))?(?: now)?(?P<where>(?: (?:in|on|at) (?:the "
    rf"|our )?[a-z'’ -]{{3,40}}?)?)$",
    re.IGNORECASE,
)
_POINTER = re.compile(
    rf"^(?:please )?(?:see|as per|per|ref|refer to|evidence|as in)(?: also)?(?: the| our| my)?(?: signed| final"
    rf"| attached"
    rf"| enclosed| approved)?(?: cabinet| council| committee| board)? (?:attach(?:ed|ments?)|enclosed|below|{_PAPERS})"
    rf"(?P<where>{_PLACE})$|^(?:(?:please )?see )?(?:attached|enclosed)$"
    rf"|^(?:the )?(?:\w+ )?{_PAPERS}(?: of| from)? refers?$",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ACCOUNTS = (_ACCOUNT, _HELD, _WENT, _WHEREABOUTS, _ON_PAGE, _POINTER)
_PLACES = frozenset(
    _WORDS.findall(
        """
        a above adviser advisers agencies agency all also an and annual any approved associations at auditor auditors
        been below board boards both budget bulletin businesses by cabinet centre centres chair charities charity chief
        clerks clients clt cmt committee committees communities community conference consultant consultants contractor
        contractors corporate council councillors councils county customers department depots deputy directorate
        directors district document documents drive each email estate event every everybody everyone executive
        extraordinary file files finance folder forum full governors group groups head heads health here holder holders
        home homes hospital hospitals housing hr in inspector inspectors internal intranet it its joint landlords last
        leader leaders leadership legal libraries library line local management manager managers meeting member members
        minutes month monthly national network newsletter of office officer officers offices on online our page panel
        papers parents parish parishes partner partners partnership people person place planning platform police portal
        portfolio provider providers public pupils quarterly reception record records register regulator report reports
        residents school schools scrutiny senior service services session sessions share shared sharepoint site sites
        slt smt staff steering stores supplier suppliers system team teams tenants the their them this to today
        together tracker training trust trustees unions universities university us users villages volunteers ward wards
        web webpage website week whole with workforce working workshop workshops year yesterday
    """
    )
)
"""Where something may have been put, and to whom: anything else ("filed in the bin") may be irony or a limit."""
_STILL_TO = re.compile(
    r"\bto (?!(?-i:[A-Z])|(?:the|our|all|full|every\w*|an?|cabinet|council|committee|members?|slt|smt|cmt|clt|board"
    r"|scrutiny"
    r"|partners?"
    r"|staff|residents?|parish\w*|schools?|whom|managers?|officers?|budget|both|each|him|her|them|you|us)\b)\w",
    re.IGNORECASE,
)
"""What is yet to be done ("sent to members to approve")."""
_WORSE = any_of(
    r"north\w*, south\w*, east\w*, west\w*, day, night\w*, morning, afternoon, shifts?, areas?, way forward, "
    r"next steps, "
    r"defer\w*, paus\w*, cancel\w*, abandon\w*, stall\w*, scrap\w*, park, parked, stop\w*, abeyance, per cent, "
    r"percent, hand, half, one, tender, finish, finishing, finishes, "
    r"further, another, more, next, later, again, wrong\w*, problems?, issues?, concern\w*, fail\w*, refus\w*, "
    r"reject\w*, disagree\w*, object\w*, appeal\w*, exten\w*, postpon\w*, chang\w*, amend\w*, dates?, deadline, "
    r"second, third, nothing, nobody, none, who, which, that, back, little, instead, informal\w*, verbal\w*, "
    r"principle, "
    r"theory, pilot, trial, temporar\w*, condition\w*, minus, bar, less, save, short, lack\w*, miss\w*, tbc, tba, "
    r"intention, error, mistake, different, separate, comments, questions?, quer(?:y"
    r"|ies), ask\w*, follow\w*, withdr\w*, without, withh\w*, "
    r"contents?, outline, skeleton, version, templates?, tomorrow, soon, shortly",
)


_ENDED = re.compile(
    r"^(?:[\w'’&/.-]+ ){0,8}?(?:adopted|approved|agreed|signed off|signed|published|launched|issued|implemented"
    r"|introduced|installed|appointed|recruited|procured|rolled out|switched on|opened|set up|established|put in place"
    r"|in place|live|went live|gone live|up and running)"
    r"(?: (?:by|at|in|on|to|with|from|since|last|this|yesterday|today|now|as|across|online)\b(?: [\w'’&/.-]+){0,12})?$",
    re.IGNORECASE,
)


def tells_end(piece: str) -> bool:
    """Whether a piece tells that something of an action has come about: it may be the end of it, and may not."""
    unsure = DOUBTS_DONE.search(piece) or LIMITS_DONE.search(piece) or DENIES_DONE.search(piece)
    return bool(_ENDED.match(piece)) and not unsure and not goes_on(piece)


def is_account(piece: str) -> bool:
    """Whether a piece, given without its dates, tells what happened, where it is or where to look, and no more."""
    found = next((found for table in _ACCOUNTS if (found := table.match(piece))), None)
    if found is None or goes_on(piece):
        return False
    return all(map(_is_place, _WORDS.findall(found["where"] or "")))


def goes_on(piece: str) -> bool:
    """Whether a piece names what is still to do or what went wrong."""
    return bool(_STILL_TO.search(piece) or _WORSE.search(piece))


def _is_place(word: str) -> bool:
    return (
        word.casefold() in _PLACES or (word[0].isupper() and not word.isupper()) or (word.isupper() and len(word) < 5)
    )
