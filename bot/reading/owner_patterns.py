"""The shapes of owner phrases: what joins parties, what names them, and the remarks that are no part of a name."""

from __future__ import annotations

import re

from bot.reading.months import MONTH_NAMES
from bot.reading.owner_words import OPENERS, WELSH_POSTS

STRONG = frozenset(
    {
        *(";", "|", "+", "then", "and then", "plus", "together with", "led by", "supported by", "assisted by", "with"),
        *(f"in {how} with" for how in ("partnership", "consultation", "conjunction", "liaison")),
    }
)
TITLE = (
    r"(?:cllrs?|councillors?|cyng|mr|mrs|ms|miss|mx|dr|prof(?:essor)?|sir|dame|lord|lady|rev(?:erend|d)?|canon|father"
    r"|ald(?:erman)?|major|captain|capt|colonel|col|det|ch|insp|supt|sgt)\.?"
)
TITLE_ALONE = re.compile(TITLE, re.IGNORECASE)
LINES = re.compile(r"[\r\n\v\f\u2028]+|<br\s*/?>", re.IGNORECASE)
GOES_ON = re.compile(r"(?:\b(?:of|for|and|the|with|by|to|in)|[,/&+-])$", re.IGNORECASE)
CONTINUES = re.compile(r"(?:of|for|and|&|/|\+|\(|,|with|led\sby)(?:\s|\b)|\(", re.IGNORECASE)
_TOGETHER = (
    r"(?:(?:and\s)?then(?=\s(?-i:[A-Z]))|plus|together\swith|led\sby|(?:supported|assisted)\sby|in\s(?:consultation|conjunction|partnership|liaison)\swith"
    r"|(?<!children\s)(?<!people\s)(?<!adults\s)(?<!families\s)with(?!\sresponsibility\b)"
    r"(?:\s(?:the\s)?(?:support|help|assistance|input|advice)\s(?:from|of))?)"
)
STANDING_NAMES = (
    r"(?:police,?\s(?:(?:and|&)\s)?fire\s(?:and|&)\scrime|(?:fire|search)\s(?:and|&)\srescue"
    r"|[\w'-]+\s(?:(?:and|&)\s(?:sons?|daughters?|brothers|bros|associates)|&\sco|&\spartners\s(?:ltd|llp)))"
)
"""Names of which the joiners are a part."""
_ACTED_RANK = (
    r"det|ch|insp|supt|sgt|dci|di|ds|[agsw]m|acfo|dcfo|acc|dcc|chief|head|director|manager|inspector|superintendent|sergeant|commander"
    r"|assistant|deputy|(?:group|station|watch|crew|area)\smanager"
)
"""Ranks that somebody holds for a time or acts in, as a letter and a slash say: "T/Insp", "A/Head of Service"."""
JOINERS = re.compile(
    rf"\(|\b{STANDING_NAMES}\b|(?<=(?-i:[a-z]{{4}}))(?<!canon)\.\s(?=(?-i:[A-Z]))|\s*[;|+\\]\s*|(?:\s*,|\s-)?\s{_TOGETHER}\s|^led\sby\s|\s*,\s*(?:and\s|&\s)?|(?!(?<=\b[TACD])/(?:{_ACTED_RANK})\b)\s*/\s*|\s(?:&|and)\s"
    r"|\s-\s|\s(?:ac|a'r|ac'r|a(?=\s(?:cyng|phennaeth|chyfarwyddwr|chadeirydd|chlerc|rheolwr|swyddog|arweinydd)))\s",
    re.IGNORECASE,
)
STANDING_NAME = re.compile(STANDING_NAMES, re.IGNORECASE)
NOBODY = re.compile(
    r"[\W_]*(?:tb[acd]|n/?a|na|none|nil|unknown|unassigned|no\s?(?:one|body)|no\s(?:named\s|current\s|clear\s)?(?:owner|lead|officer)(?:\s(?:yet|identified|assigned|named|agreed))*|none\s(?:yet|identified)|un-?allocated"
    r"|awaiting\sappointment|to\sbe\srecruited|tb[acd]\s(?:by|at)\s.{1,40}|open|closed|done|yes"
    r"|interim|q[1-4]|various|multiple|(?:same\s)?as\sabove|see\sabove|ditto|on-?going|completed?|(?:currently\s|now\s|post\s)*vacan(?:t|cy)(?:\spost)?|new\spost|(?:not|to\sbe)\s(?:yet\s)?(?:confirmed|appointed|agreed|advised"
    r"|determined|decided|identified|assigned|allocated|known|applicable))?[\W_]*",
    re.IGNORECASE,
)
REMARK = re.compile(
    r"\(\s*(?:(?:starting|starts|from|until|till|to|wef|joint|lead|support|chair|vice|interim|acting|tb[acd]"
    r"|with\s(?:the\s)?(?:support|help|assistance|input|advice)|maternity|new\spost|vacan(?:t|cy)|currently\svacant|post\svacant)\b[^()]{0,60}|\d[^()]{0,60}|[lsarci](?:\s?/\s?[raci])*)\s*\)",
    re.IGNORECASE,
)
LED_IN_BRACKETS = re.compile(r"\(\s*(?:(?:led|supported|assisted)\s)?by\s([^()]{1,200})\)?", re.IGNORECASE)
_COVERED = (
    r"\b(?:(?:(?:currently|temporarily|being|now|role|post)\s)*(?:covered|filled|held)\sby:?\s"
    r"|(?:interim|acting|temp(?:orary)?|cover)(?:\s(?:cover|lead|owner|post-?holder))?\s?:\s?"
    r"|(?:interim|acting|temp(?:orary)?)\scover\s?-?\s?(?:by\s|from\s)?)(?=(?-i:[A-Z]))"
)
COVERED = re.compile(
    rf"\s?\((?:[^()]{{0,60}}[\s,;:-])?{_COVERED}(?P<inside>[^()]{{1,100}})\)|\s?[-,;:]?\s?{_COVERED}", re.IGNORECASE
)
"""Between a post and who has its work while nobody holds it."""
LISTED = re.compile(r"\s*[•·▪‣]\s*|(?:^|\s|\()(?:\d{1,2}[.)]|[a-e]\))\s?(?=[A-Z])")
"""The mark or number in front of each party of a list."""
BODY_OF = re.compile(r"^([^:;,]{3,60}?\b(?:group|committee|team|panel|board|party)):\s", re.IGNORECASE)
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
COMPANY = re.compile(
    r"(?:,?\s(?:and|&|\+|with|plus)\s(?:(?:the|their|her|his|whole|all)\s)*(?:team|others?|colleagues)|,?\s(?:et\sal|etc))\.?"
    r"(?=$|\s?[,;/])|(?:\sto\s(?:lead|support|action|assist|advise|chase|liaise|work|consult)|\s-\s(?-i:[RACI]))(?=$|\s?[,;/]|\swith\s)"
    r"|\s(?:covering|acting|deputi[sz]ing|leading|assisting|supporting)(?=$|\s?[,;/)])"
    r"|,?\s(?:reporting|accountable|answerable)\sto\s[^;,/]{1,80}",
    re.IGNORECASE,
)
"""Those beside a party whom nobody can be told of."""
TELEPHONE = re.compile(
    r"\b(?:ext(?:ension|n)?|tel(?:ephone)?|x)\.?\s?:?\s?\d[\d\s]{1,14}|(?<!\w)\+?\d[\d\s]{8,14}(?!\w)", re.IGNORECASE
)
ADDRESS = re.compile(r"<?(?:mailto:)?([\w.+-]{1,64}@[\w.-]{1,190}\w)>?", re.IGNORECASE)
_BETWEEN = r"\s*(?:[;,/&]|\band\b|\bor\b)\s*"
# An address that is a party by itself: nobody's name stands before it.
ADDRESS_ALONE = re.compile(rf"(?:^\s*|{_BETWEEN}){ADDRESS.pattern}(?=\s*$|{_BETWEEN})", re.IGNORECASE)
LOOSE_JOINERS = re.compile(r"^(?:[;,/&\s]|(?:and|or)\b)+|(?:[;,/&\s]|\b(?:and|or))+$", re.IGNORECASE)
_SORT_OF_LABEL = (
    r"(?:(?:senior|officer|project|lead|support(?:ing)?|responsible|accountable|joint|cabinet|portfolio|exec(?:utive)?|operational|ops"
    r"|strategic|delivery|action|risk|director|manager|member|clinical|key|overall|named|main|primary|second(?:ary)?"
    r"|slt|cmt|clt|smt|elt|board)\s){0,2}"
)
_LABELLED = (
    r"(?:officers?|members?|councillors?|cllrs?|owners?|leads?|support|sponsors?|responsible|responsibility|actions?"
    r"|(?:assigned|allocated)\sto|who|by|contact|accountable|joint(?:ly)?|partners?"
    r"|agenc(?:y|ies)|champions?|deputy|consulted|(?:project|programme)\smanager|consultees?|informed|resp|(?:delivered|overseen)\sby"
    r"|delivery|oversight|sro|pm)"
)
LABEL = re.compile(
    rf"\b{_SORT_OF_LABEL}{_LABELLED}(?:\s?[/&]\s?{_LABELLED})?\s?[:=]|(?<![\w.])(?-i:[RACI](?:\s?[/,&]\s?[RACI])*)\s?[:=](?=\s)"
    r"|(?:^|(?<=[,;/]\s)|\.\s)(?:(?:lead|support(?:ing)?|partner|action|officer|member|cabinet|project|exec(?:utive)?|operational|delivery|responsible"
    r"|accountable)\s(?:officers?|members?|councillors?|agenc(?:y|ies)|owners?|sponsors?|leads?|partners?)"
    r"|lead|support|sponsor|owners?|supporting|joint(?:ly)?|partners?|accountable|responsible|consulted|informed|contractors?|suppliers?|sro|pm|(?-i:[RACI]))\s?-\s",
    re.IGNORECASE,
)
"""What a party is called before it is named; the text behind each label is a party by itself."""
LEADING = re.compile(r"(?:the|initially|originally|by|with|then|possibly|probably|lead|support)\s", re.IGNORECASE)
_OPEN_POST = (
    r"(?:tb[acd]|(?:new\s)?post\sto\sbe\s\w+|new\spost|(?:currently\s|now\s|post\s)*vacan(?:t|cy)"
    r"|to\sbe\s(?:appointed|recruited|confirmed|filled))"
)
VACANCY = re.compile(
    rf"^{_OPEN_POST}\s?[-:,(]?\s?(?=\(?(?-i:[A-Z]))|\s?[-:,]?\s\(?{_OPEN_POST}\)?(?=$|\s?[;,/&])", re.IGNORECASE
)
"""What says that nobody holds a post yet, beside the post's name."""
FULL_STOP = re.compile(r"(?:(?<=[A-Za-z][a-z]{3})(?<!\bDept|\bAsst|\bExec)|(?<=[A-Z]{2}))\.(?=\s*(?:;|$))")
"""The end of a sentence behind a word, as no abbreviation of a name or a title has it."""
EMPTY_BRACKETS = re.compile(r"\((?:\s*(?:led\s)?by|\s*tel:?|\s*ext:?)?\s*(?:\)|$)", re.IGNORECASE)
POST_BEFORE_COLON = re.compile(
    r"(?:cabinet|portfolio|strategic|executive|exec|clinical|corporate)\s(?:member|lead|director|manager|holder)\s?:",
    re.IGNORECASE,
)
"""Posts behind which a colon leads to what they are about, unless somebody is named there."""
SITS_IN_BODY = frozenset({"chair", "chairman", "chairperson", "member", "clerk", "secretary", "vice-chair"})
ABOUT = re.compile(
    rf"\b(?P<post>(?:{'|'.join(sorted(OPENERS, key=len, reverse=True))})(?=\s(?:of|for|to|with\sresponsibility\sfor)\s)"
    rf"|(?:{'|'.join(sorted(WELSH_POSTS))})(?=\s(?!ac?\b)\w))",
    re.IGNORECASE,
)
NAME_WITH_TITLE = re.compile(rf"(?:{TITLE}\s){{1,3}}(?-i:[A-Z])[\w'.-]*", re.IGNORECASE)
COUNCILLORS_POST = re.compile(
    r"(?:(?:deputy|lead|shadow|assistant)\s)?(?:(?:portfolio|cabinet|executive|lead)\s(?:holder|member|lead)\b|leader\sof\sthe\scouncil"
    r"|(?:council\s)?leader$|mayor$|(?:vice-?)?chair(?:man|woman|person)?(?:\sof\b|$))",
    re.IGNORECASE,
)
"""A post that none but a councillor holds."""
COUNCILLOR_ANYWHERE = re.compile(r"\b(?:cllr|councillor|cyng)\b", re.IGNORECASE)
COUNCILLORS = re.compile(r"(?P<one>cllr|councillor)'?s\.?\s", re.IGNORECASE)
_UPPER = "A-ZÀ-ÖØ-ÞĆČĐŁŘŚŠŹŻŽ"
_PARTICLES = r"(?:d[aeiu]|dos|del|vande[nr]|van|von|den|der|te[nr]|la|le|al|el|bin|ap|ab)"
SURNAME = re.compile(rf"(?:[{_UPPER}]\.\s?|[{_UPPER}]\s)?(?:(?i:{_PARTICLES}|mac|nic|ní)\s){{0,3}}[{_UPPER}][\w'-]+")
TURNED = re.compile(r"[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?,\s?(?:[A-Z][\w'-]+|(?:[A-Z]\.?\s?){1,3})")
_NOT_A_SURNAME = r"(?!(?:Ma?c|De|Le|La|Fitz|Van)[A-Z][a-z]{2})"
"""Of "McCabe" and its like, whose two capitals make no code of them."""
ACRONYM = re.compile(
    rf"{_NOT_A_SURNAME}(?=[A-Za-z&-]*[A-Z][A-Za-z&-]*[A-Z])[A-Z][A-Za-z]{{0,5}}(?:[-&][A-Z]{{1,4}})?(?:\d{{1,3}})?"
)
INITIALS = re.compile(r"(?:[A-Z]\.\s?){2,4}")
NHS_OF_PLACE = re.compile(r"NHS\s(?!England\b|Wales\b|Scotland\b|Trust\b)[A-Z][\w-]+(?:\s[A-Z][\w-]+)?")
WHOLE_POST = re.compile(r"\bheads?\sof\sservices?$", re.IGNORECASE)
"""Posts that are whole though they end with a word of services, so that another service behind them is a party."""
CODE = re.compile(r"[A-Z]{2,4}")
PERSON = re.compile(
    rf"(?:[{_UPPER}]\.?\s?){{0,3}}(?:(?<=\s){_PARTICLES}\s){{0,3}}(?:[ae]l-)?[{_UPPER}][\w'-]+"
    rf"(?:\s(?:[{_UPPER}]\.?|{_PARTICLES}|[{_UPPER}][\w'-]+)){{0,3}}|[{_UPPER}]\.?\s?[{_UPPER}][\w'-]+"
)
INITIAL_AND_NAME = re.compile(rf"(?:[{_UPPER}]\.){{1,3}}[{_UPPER}][\w'-]+")
BRACKETED_END = re.compile(r"\s?\((?P<who>[^()]+)\)$")
BODY = re.compile(
    r"\b(?:fire|rescue|ambulance|probation|prison)\sservice$|^office\sof\s|^citizens\sadvice\b", re.IGNORECASE
)
"""Bodies whose name ends with no word of its own for one."""
BODY_ABOUT = re.compile(
    r"^(?:the\s)?(?:department|ministry|university|society|institute|museum|chamber)\s(?:of|for)\s", re.IGNORECASE
)
"""Bodies whose name is what they are about: "Department for Environment, Food and Rural Affairs"."""
SECTION_151 = re.compile(r"\bs(?:ec(?:tion|t)?)?\.?\s?151\b", re.IGNORECASE)
BROKEN_WORD = re.compile(r"\w-$")
ABSTRACT = re.compile(r"(?:tion|sion|ment|ness|ance|ence|ship|ology|ics)s?$", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]")
