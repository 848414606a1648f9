"""What stands beside the names in an owner phrase and is no part of them: labels, vacancies, remarks, numbers.

In this order: labels, nobody, remarks, addresses, marks that are left over.
"""

from __future__ import annotations

import re

from bot.reading.months import MONTH_NAMES
from bot.reading.patterns import compiled, either

_SORT = either(
    r"senior|project|programme|workstream|theme|business|lead|support(?:ing)?|responsible|accountable|joint|cabinet|portfolio|(?<!chief\s)exec(?:utive)?",
    # the end of a post's name in front of a label is none of the label: "Growth Manager Support:"
    r"(?<!(?-i:[a-z])\s)(?:officer|director|manager|member)",
    r"operational|ops|strategic|political|delivery|action|risk|clinical|key|overall|named|main|primary|policy|technical|for",
    r"second(?:ary)?|other|further|partner|slt|cmt|clt|smt|elt|board",
)
_CALLED = either(
    r"officers?|members?|councillors?|cllrs?|owners?|leads?|support(?:ing)?|delegates?|sponsors?|responsible|responsibility|actions?",
    r"(?:assigned|allocated)\sto|who|by|contact|accountable|joint(?:ly)?|partners?|agenc(?:y|ies)|champions?|deputy",
    r"consulted|consultees?|contributors?|informed|resp|(?:project|programme)\smanager|reviewers?|approvers?",
    r"(?:responsible|accountable)\s(?:director|manager)",
    r"(?:delivered|overseen|supported|led|assisted|managed|owned)\sby|working\swith|delivery|oversight",
    r"sro|pm|(?<=portfolio\s)holder",
)
_RACI = r"(?-i:[RACI])"
_BEFORE_DASH = either(
    r"(?:lead|support(?:ing)?|partner|action|officer|member|cabinet|project|exec(?:utive)?|operational|delivery"
    r"|responsible|accountable|strategic|senior|corporate|programme|overall|joint)\s"
    r"(?:officers?|members?|councillors?|agenc(?:y|ies)|owners?|sponsors?|leads?|partners?)",
    r"(?:responsible|accountable)\s(?:director|manager)",
    r"lead|support|sponsor|owners?|supporting|joint(?:ly)?|partners?|accountable|responsible|consulted|informed|contributors?",
    rf"contractors?|suppliers?|deputy|delegate|sro|pm|{_RACI}",
)
LABEL = compiled(
    either(
        # a word such as "Lead officer" and a colon
        rf"\b(?:{_SORT}\s){{0,2}}{_CALLED}(?:\s?[/&]\s?{_CALLED})?\s?[:=]",
        # a letter of RACI
        rf"(?<![\w.]){_RACI}(?:\s?[/,&]\s?{_RACI})*\s?[:=](?=\s)",
        # "Lead - ", at the start of a party
        rf"(?:^|(?<=[,;/]\s)|\.\s){_BEFORE_DASH}\s?-\s",
    )
)
"""What a party is called before it is named; the text behind each label is a party by itself."""
OPENS_WITH_DASH = compiled(rf"{_BEFORE_DASH}\s?-\s")
"""A label with a dash, at the start of a line."""
BEFORE_NEXT_DASH = compiled(rf"(?<=[\w.)])\s(?={_BEFORE_DASH}\s?-\s)")
"""Where another follows with nothing between: "Lead - Head of Parks Support - Legal"."""
POST_OF_ONE = compiled(r"(?:project|programme)\smanager\b")
"""Labels that are posts as well, so that somebody named behind one alone is named with the post."""
POST_BEFORE_COLON = re.compile(
    r"(?:cabinet|portfolio|strategic|executive|exec|clinical|corporate|programme)\s(?:member|lead|director|manager|holder)\s?[:-]",
    re.IGNORECASE,
)
"""Posts behind which a colon leads to what they are about, unless somebody is named there."""
LEADING = re.compile(
    r"(?:the|lea?d\sby|delegated\sto|initially|originally|by|with|then|possibly|probably|lead|support"
    r"|(?:jointly\s)?(?:owned|overseen|delivered|managed|sponsored|co-?ordinated|monitored|actioned)\sby)\s(?:the\s)?",
    re.IGNORECASE,
)
"""Words in front of a name that are no part of it."""
LED_IN_BRACKETS = re.compile(
    r"\(\s*(?:(?:(?:led|chaired|supported|assisted)\s)?by\s"
    r"|(?:(?:with\s(?:the\s)?)?support\s(?:from|of)|(?:(?:working|(?:owned\s|held\s)?(?:joint(?:ly)?|(?P<shared>shared))(?:\spost)?)\s)?with|(?:alongside|in\s(?:consultation|conjunction|partnership|liaison|collaboration)\swith))\s(?:the\s)?(?![\w-]+'s\s)(?=(?-i:[A-Z]))|(?:lead|support|deputy|cover|chair|vice-?chair|(?:exec(?:utive)?\s)?sponsor|sro|pm|owner|(?:lead|responsible)\s(?:officer|member))\s?:\s?)"
    r"(?P<who>[^()]{1,200})\)?",
    re.IGNORECASE,
)
"""Who leads or helps, in brackets behind the party: "Parks Team (led by Mary Holt)", "KW (deputy: DR)"."""
AND_IN_BRACKETS = re.compile(r"\s?\(\s*(?:and|&|plus)\s(?P<who>[^()]{1,200})\)", re.IGNORECASE)
"""Who has it too, or what more a post is about, in brackets behind it: "Head of Parks (and Legal Team)"."""
LISTED = re.compile(r"\s*[•·▪‣]\s*|(?:^|\s|\()(?:\d{1,2}[.)]|[a-e]\))\s?(?=[A-Z])")
"""The mark or number in front of each party of a list."""
BODY_OF = re.compile(
    r"^([^:;,]{3,60}?\b(?:group|committee|team|panel|board|party|wg|wp))(?::\s|\s-\s(?=(?:cllr|councillor)s\b))",
    re.IGNORECASE,
)
"""A body whose members are listed behind its colon."""

_NAMES_NOBODY = either(
    # nobody yet
    r"tb[acd](?:\s(?:by|at)\s.{1,40})?|n/?a|na|none(?:\s(?:yet|identified))?|nil|unknown|un-?assigned|un-?allocated",
    r"no\s?(?:one|body)|no\s(?:named\s|current\s|clear\s)?(?:owner|lead|officer)"
    r"(?:\s(?:yet|identified|assigned|named|agreed))*",
    r"awaiting\sappointment|to\sbe\srecruited|(?:currently\s|now\s|post\s)*vacan(?:t|cy)(?:\spost)?|new\spost",
    r"(?:not|to\sbe)\s(?:yet\s)?(?:confirmed|appointed|agreed|advised|determined|decided|identified|assigned|allocated"
    r"|known|applicable)",
    # words of another column, or of another cell
    r"open|closed|done|yes|interim|q[1-4]|various|multiple|on-?going|completed?",
    r"(?:same\s)?as\sabove|ditto|see\s(?:action|item|ref|rec(?:ommendation)?)s?\s?[\w.]{1,6}|see\s(?:(?:individual|separate|each|the)\s)*(?:actions?\s)?(?:above|below)|see\seach\saction",
)
NOBODY = compiled(rf"[\W_]*(?:{_NAMES_NOBODY}[\W_]+)?{_NAMES_NOBODY}?[\W_]*")
"""A whole cell that names nobody, in one way or in two: "N/A - complete"."""
_OPEN_POST = (
    r"(?:tb[acd]|(?:new\s)?post\sto\sbe\s\w+|new\spost|(?:currently\s|now\s|post\s)*vacan(?:t|cy)"
    r"|to\sbe\s(?:appointed|recruited|confirmed|filled))"
)
VACANCY = re.compile(
    rf"^{_OPEN_POST}\s?[-:,(]?\s?(?=\(?(?-i:[A-Z]))|\s?[-:,]?\s\(?{_OPEN_POST}\)?(?=$|\s?[;,/&])", re.IGNORECASE
)
"""What says that nobody holds a post yet, beside the post's name."""
_COVERED = (
    r"\b(?:(?:(?:currently|temporarily|being|now|role|post)\s)*(?:covered|filled|held)\sby:?\s"
    r"|(?:interim|acting|temp(?:orary)?|cover)(?:\s(?:cover|lead|owner|post-?holder))?\s?:\s?"
    r"|(?:interim|acting|temp(?:orary)?)\scover\s?-?\s?(?:by\s|from\s)?)(?=(?-i:[A-Z]))"
)
COVERED = re.compile(
    rf"\s?\((?:[^()]{{0,60}}[\s,;:-])?{_COVERED}(?P<inside>[^()]{{1,100}})\)|\s?[-,;:]?\s?{_COVERED}", re.IGNORECASE
)
"""Between a post and who has its work while nobody holds it."""

_AS_WHAT = (
    r"(?:(?:joint|officer|member|project|delivery)\s)?(?:lead|sponsor|owner)|support(?:ing)?|chair|vice|sro"
    r"|[lsarci](?:\s?/\s?[raci])*"
)
AS_WHAT = compiled(rf"\s?\(\s*(?:{_AS_WHAT})\s*\)\s?(?:[,/&+]\s?|(?:and|with)\b\s?|(?=(?-i:[A-Z])))")
"""Brackets that say as what somebody has it, and what joins the next party to it: it is another, whoever it is."""
_TERMS = either(
    r"subject\sto|pending|once|when|if|post\s(?:being|deleted|removed|frozen)|new\spost|vacan(?:t|cy)",
    r"starting|starts|from|until|till|to|wef|joint|job[\s-]share|lead|support|chair|vice|interim|acting|tb[acd]",
    r"with\s(?:the\s)?(?:support|help|assistance|input|advice)|maternity|currently\svacant|post\svacant",
)
REMARK = compiled(rf"\s?(?!(?<=[a-z])\(s\))\(\s*(?:{_TERMS}\b[^()]{{0,60}}|\d[^()]{{0,60}}|{_AS_WHAT})\s*\)")
"""Brackets that say since when, as what, or with which letter of RACI somebody has it."""
NAMED_IN_REMARK = compiled(r"(?:\s-|interim|acting|joint)\s(?P<who>[^()-]+?)\s?\)$")
"""Who is named at the end of such brackets: "(interim - Mary Holt)"."""
BEFORE_HOLDER = compiled(r"\s?(?::|-)\s(?P<who>[^:;,/&()]+?)(?=$|\s?[;,/&]|\sand\s)")
"""Who is named behind the colon or the dash that follows such brackets."""
COVERS = compiled(
    rf"\(\s*(?:{_OPEN_POST})\s?[-:,;]\s?(?P<who>(?-i:[A-Z])[^()]{{1,60}}?)"
    r"\s(?:is\s)?(?:covering|acting(?:\s(?:up|down))?|deputi[sz]ing|standing\sin)\s*\)(?:\s?[,;/&+]|\sand\b)?"
)
"""Who does the work of a post that nobody holds: "(vacant - Mary Holt covering)"."""
_DAY = (
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{MONTH_NAMES})\b(?:\s\d{{4}})?|(?:{MONTH_NAMES})\s\d{{4}})"
)
_LEADS_TO_DAY = r"(?:(?:from|until|till|by|to|since|due|wef)\s)?"
DATED = re.compile(
    rf"\(\s?{_LEADS_TO_DAY}{_DAY}\s?\)|\s?[-,;:]?\s?\b{_LEADS_TO_DAY}{_DAY}(?=$|[\s,;/])"
    rf"|\s(?:from|until|till|since)\s(?:{MONTH_NAMES})(?=$|[,;:/)])|^(?:from|until|till|since)\s(?:{MONTH_NAMES}):"
    r"|\s(?:from|until|till|since|by)\s\d{1,2}[/.]\d{1,2}(?=$|[\s,;/)])",
    re.IGNORECASE,
)
"""A day beside a party, which is none."""
_PARTY_ENDS = r"(?=$|\s?[,;/])"
COMPANY = compiled(
    either(
        # "and team", "et al"
        r"(?:,?\s(?:and|&|\+|with|plus)\s(?:(?:the|their|her|his|whole|all)\s)*(?:team|others?|colleagues)"
        rf"|,?\s(?:et\sal|etc))\.?{_PARTY_ENDS}",
        # what they are to do
        rf"(?:\sto\s(?:lead|support|action|assist|advise|chase|liaise|work|consult)|\s-\s(?:{_RACI}|(?:joint\s)?(?:lead|support)(?:ing)?))(?=$|\s?[,;/]|\swith\s)",
        r"\s(?:covering|acting|deputi[sz]ing|leading|assisting|supporting)(?=$|\s?[,;/)])",
        # to whom they answer
        r",?\s(?:reporting|accountable|answerable)\sto\s[^;,/]{1,80}",
        # through whom it is done
        r",?\s(?:via|c/o|care\sof|(?:working\s)?through)\s(?:the\s)?(?=(?-i:[A-Z]))[^;,/()]{1,80}",
        # on what terms
        rf",?\s(?:-\s)?(?:subject\sto|pending|once|when|if)\s[^;,/()]{{1,60}}{_PARTY_ENDS}",
        # who is only told
        r"(?:[,;]?\s\(?(?:(?-i:[Cc]c)|copied\sto|copy\sto)|\s\(cc|[,;]\scc(?=:))\b:?\s(?=(?-i:[A-Z]))[^();]{1,80}\)?",
    )
)
"""Those beside a party whom nobody can be told of."""

TELEPHONE = re.compile(
    r"\b(?:ext(?:ension|n)?|tel(?:ephone)?|x)\.?\s?:?\s?\d[\d\s]{1,14}|(?<!\w)\+?\d[\d\s]{8,14}(?!\w)", re.IGNORECASE
)
"""A number or an extension to ring."""
ADDRESS = re.compile(r"<?(?:mailto:)?([\w.+-]{1,64}@[\w.-]{1,190}\w)>?", re.IGNORECASE)
"""A mail address."""
_BETWEEN = r"\s*(?:[;,/&]|\band\b|\bor\b)\s*"
ADDRESS_ALONE = re.compile(rf"(?:^\s*|{_BETWEEN}){ADDRESS.pattern}(?=\s*$|{_BETWEEN})", re.IGNORECASE)
"""An address that is a party by itself: nobody's name stands before it."""

LOOSE_JOINERS = re.compile(r"^(?:[;,/&\s]|(?:and|or)\b)+|(?:[;,/&\s]|\b(?:and|or))+$", re.IGNORECASE)
"""Joiners at either end of a line, with nobody on their other side."""
NEXT_SERVICE = re.compile(r",\s(?=[A-Z][\w'&-]*(?:\s[\w'&-]+){0,2}:\s[A-Z])")
"""The comma in front of a service whose own colon leads to its person: "Finance: K Ames, Legal: S Bell"."""
FULL_STOP = re.compile(r"(?:(?<=[A-Za-z][a-z]{3})(?<!\bDept|\bAsst|\bExec)|(?<=[A-Z]{2}))\.(?=\s*(?:;|$))")
"""The end of a sentence behind a word, as no abbreviation of a name or a title has it."""
EMPTY_BRACKETS = re.compile(r"\((?:\s*(?:led\s)?by|\s*tel:?|\s*ext:?)?\s*(?:\)|$)", re.IGNORECASE)
"""Brackets from which everything was taken."""
