"""The shapes of owner phrases: what names a party, and what joins several.

In this order: titles, people, codes, posts, bodies, joiners, lines and single words.
"""

from __future__ import annotations

import re

from bot.reading.owners.forenames import FORENAMES
from bot.reading.owners.words import BODIES, OPENERS, ROLES, SERVICES, WELSH_POSTS
from bot.reading.patterns import compiled, either

_RANK = (
    r"det|ch|(?:temp(?:orary)?|chief|detective)(?=\s(?:det|ch|chief|insp|supt|super|sgt|ser|const|(?-i:[A-Z]{2,4}\s)))"
    r"|insp(?:ector)?|supt|superintendent|sgt|sergeant"
)
_RANK_CODE = r"(?-i:[AGSWC]M|ACO|[AD]?CFO|ACC|DCC|DC[IS]|DSU|D[CIS]|P[CS]|PCSO)"
_NO_NAME = "|".join(sorted(SERVICES | BODIES | ROLES))
TITLE = (
    r"(?:cllrs?|councillors?|cyng|mr|mrs|ms|miss|mx|dr|prof(?:essor)?|sir|dame|lord|lady|rev(?:erend|d)?|canon|father"
    r"|ald(?:erman)?|major|captain|capt|colonel|col|lieutenant|lt|cdr|cmdr|brig(?:adier)?|sqn|ldr"
    rf"|(?:[atd]/)?(?:{_RANK}|{_RANK_CODE}(?=\s(?:\d{{2,5}}\s)?(?!(?:{_NO_NAME})\b)(?-i:(?:[A-Z]\.?\s?){{0,2}}[A-Z][\w'-]*[a-z]))))\.?"
)
"""A title; letters of a rank are one in front of a name alone: "AM Response" is a post, "AM, SM" are initials."""
TITLE_ALONE = re.compile(TITLE, re.IGNORECASE)
"""A title and nothing else."""
RANKED = re.compile(rf"(?:[atd]/)?(?:{_RANK}|{_RANK_CODE})\b", re.IGNORECASE)
"""What opens with a rank of the police or a fire service, be it somebody's or a post."""
FORCE = re.compile(r"psni|btp|gmp|wmp|cnc|mdp|(?:[\w\s&]+\s)?(?:police|constabulary|[a-z&]{0,5}frs)", re.IGNORECASE)
"""A force or a fire service, where somebody with a rank serves."""
NAME_WITH_TITLE = re.compile(rf"(?:{TITLE}\s){{1,3}}(?:\d{{2,5}}\s)?(?-i:[A-Z])[\w'.-]*", re.IGNORECASE)
"""Somebody named with a title: "Dr Holt", "Det Supt Vane"."""

_UPPER = "A-ZÀ-ÖØ-ÞĆČĐŁŘŚŠŹŻŽ"
_PARTICLES = r"(?:d[aeiu]|dos|del|vande[nr]|van|von|den|der|te[nr]|la|le|al|el|bin|ap|ab)"
SURNAME = re.compile(rf"(?:[{_UPPER}]\.\s?|[{_UPPER}]\s)?(?:(?i:{_PARTICLES}|mac|nic|ní)\s){{0,3}}[{_UPPER}][\w'-]+")
"""One word that may be a surname, with an initial and particles."""
TURNED = re.compile(
    rf"(?P<name>(?:Ó\s|Ní\s)?[{_UPPER}][\w'-]+(?:\s[{_UPPER}][\w'-]+)?,\s?(?P<given>[{_UPPER}][\w'-]+|(?:[{_UPPER}]\.?\s?){{1,3}}))(?:\s?\([^()]+\))?"
)
"""Surname first: "Holt, Mary"."""
PERSON = re.compile(
    rf"(?:[{_UPPER}]\.?\s?){{0,3}}(?:(?<=\s){_PARTICLES}\s){{0,3}}(?:[ae]l-)?[{_UPPER}][\w'-]+"
    rf"(?:\s(?:[{_UPPER}]\.?|{_PARTICLES}|(?:[ae]l-)?[{_UPPER}][\w'-]+)){{0,3}}|[{_UPPER}]\.?\s?[{_UPPER}][\w'-]+"
)
"""Two words or more that are written as a name is."""
INITIAL_AND_NAME = re.compile(rf"(?:[{_UPPER}]\.){{1,3}}[{_UPPER}][\w'-]+")
"""Initials that a surname follows at once: "M.Holt"."""
COUNCILLORS = re.compile(r"(?P<one>cllr|councillor)'?s\.?\s(?!(?:and|or|&|-)\s)", re.IGNORECASE)
"""What several councillors are listed behind."""

_NOT_A_SURNAME = r"(?!(?:Ma?c|De|Le|La|Fitz|Van)[A-Z][a-z]{2})"
"""Of "McCabe" and its like, whose two capitals make no code of them."""
ACRONYM = re.compile(
    rf"{_NOT_A_SURNAME}(?=[A-Za-z&'’-]*[A-Z][A-Za-z&'’-]*[A-Z])[A-Z][A-Za-z]{{0,5}}(?:[-&][A-Z]{{1,4}}|['’][A-Z])?(?:\d{{1,3}})?"
)
"""Letters that stand for a post, a body or a person."""
INITIALS = re.compile(r"(?:[A-Z]\.\s?){2,4}")
"""Initials with their dots."""
INITIALED = re.compile(rf"(?:[{_UPPER}]\.?\s?){{1,3}}[{_UPPER}][\w'-]*[a-z][\w'-]*")
"""A surname behind initials: "J. Hollis"."""
CODE = re.compile(r"[A-Z]{2,4}|[A-Z]{1,2}['’][A-Z]")
"""Two to four capitals: "RB", "CO'N"."""

SITS_IN_BODY = frozenset({"chair", "chairman", "chairperson", "member", "clerk", "secretary", "vice-chair"})
"""Posts that are held within a body."""
ABOUT = re.compile(
    rf"\b(?P<post>(?:{'|'.join(sorted(OPENERS, key=len, reverse=True))})(?=\s(?:of|for|to|with\sresponsibility\sfor)\s)"
    rf"|(?=[\w-]+\sto\sthe\s)(?:{'|'.join(sorted(ROLES))})(?=\sto\s)"
    rf"|(?:portfolio|cabinet|lead)\s(?:holder|member)(?=\s(?:{'|'.join(sorted(SERVICES))})\b)"
    rf"|(?:{'|'.join(sorted(WELSH_POSTS))})(?=\s(?!ac?\b)\w))",
    re.IGNORECASE,
)
"""A post that what it is about follows: "Head of", "Portfolio Holder for"."""
WHOLE_POST = re.compile(r"\bheads?\sof\sservices?$", re.IGNORECASE)
"""Posts that are whole though they end with a word of services, so that another service behind them is a party."""
SECTION_151 = re.compile(r"\bs(?:ec(?:tion|t)?)?\.?\s?151\b", re.IGNORECASE)
"""The finance officer by the number of the section of the Act."""
COUNCILLORS_POST = re.compile(
    r"(?:(?:deputy|lead|shadow|assistant)\s)?(?:(?:portfolio|cabinet|executive|lead)\s(?:holder|member|lead)\b|leader\sof\sthe\scouncil"
    r"|(?:[\w'-]+\s){1,3}champion$|(?:council\s)?leader$|mayor$|(?:vice-?)?chair(?:man|woman|person)?(?:\sof\b|$))",
    re.IGNORECASE,
)
"""A post that none but a councillor holds."""
REMIT_OF_MEMBER = re.compile(r"(?:portfolio|cabinet|executive|lead)\s(?:holder|member)\b", re.IGNORECASE)
"""A councillor's post that is about a subject, as a chair's is about a body."""
COUNCILLOR_ANYWHERE = re.compile(r"\b(?:cllr|councillor|cyng)\b", re.IGNORECASE)
"""A councillor named with that title."""

BODY = re.compile(
    r"\b(?:fire|rescue|ambulance|probation|prison)\sservice$|(?<!\blocal)\sgovernment$|^(?:home|cabinet)\soffice$|^office\sof\s|\bcitizens\sadvice\b|^age\s(?:uk|cymru)$|^(?-i:[A-Z][a-z]).*\s(?-i:BID)$|^(?:[cn]h?yngor|[bp]h?wyllgor|[bf]wrdd|[fm]enter|grŵp|th?îm)\s"
    r"|^\w+\s(?:\w+\s)?(?:england|wales|scotland|cymru|northern\sireland|ni)$",
    re.IGNORECASE,
)
"""Bodies whose name ends with no word of its own for one."""
BODY_ABOUT = re.compile(
    r"^(?:the\s)?(?:department|ministry|university|society|institute|museum|chamber)\s(?:of|for)\s", re.IGNORECASE
)
"""Bodies whose name is what they are about: "Department for Environment, Food and Rural Affairs"."""
NHS_OF_PLACE = re.compile(r"NHS\s(?!England\b|Wales\b|Scotland\b|Trust\b)[A-Z][\w-]+(?:\s[A-Z][\w-]+)?")
"""The first place of a health body that is named after two."""

STRONG = frozenset(
    {
        *(
            ";",
            "|",
            "+",
            *("→", "->", "=>"),
            "then",
            "and then",
            "plus",
            "together with",
            "led by",
            "chaired by",
            "supported by",
            "assisted by",
            "with",
        ),
        *("alongside", "working with", "jointly with", "liaising with"),
        *(f"in {how} with" for how in ("partnership", "consultation", "conjunction", "liaison", "collaboration")),
    }
)
"""Joiners that surely part two parties."""
STANDING_NAMES = (
    r"(?:police,?\s(?:(?:and|&)\s)?(?:fire\s(?:and|&)\scrime|crime\s(?:and|&)\sfire)|(?:fire|search)\s(?:and|&)\srescue"
    r"|highlands\s(?:and|&)\sislands|turner\s(?:and|&)\stownsend|ernst\s(?:and|&)\syoung"
    r"|[\w'-]+\s(?:(?:and|&)\s(?:sons?|daughters?|brothers|bros|associates)|&\sco(?!['’])|&\spartners\s(?:ltd|llp)))"
)
"""Names of which the joiners are a part."""
STANDING_NAME = re.compile(STANDING_NAMES, re.IGNORECASE)
"""One of those names."""
_TOGETHER = either(
    r"(?:and\s)?then(?=\s(?-i:[A-Z]))",
    # "plus" in small letters, for it ends the name of an organisation
    r"(?-i:plus)|alongside|(?:together|working|jointly|liaising)\swith|(?:lead|led|chaired)\sby|(?:supported|assisted)\sby"
    r"|in\s(?:consultation|conjunction|partnership|liaison|collaboration)\swith",
    # "with", but not where it belongs to whom a post is for, nor with what it is for
    r"(?<!children\s)(?<!people\s)(?<!adults\s)(?<!families\s)with(?!\sresponsibility\b)"
    r"(?:\s(?:the\s)?(?:support|help|assistance|input|advice)\s(?:from|of))?",
)
_ACTED_RANK = either(
    rf"{_RANK}|{_RANK_CODE}",
    r"chief|head|director|manager|commander|assistant|deputy",
    r"(?:group|station|watch|crew|area)\smanager",
)
"""Ranks that somebody holds for a time or acts in, as a letter and a slash say: "T/Insp", "A/Head of Service"."""
_WELSH_POST = r"phwyllgor|chyngor|bwrdd|thîm|cyng|phennaeth|chyfarwyddwr|chadeirydd|chlerc|rheolwr|swyddog|arweinydd"
_WELSH_SOMEBODY = rf"(?-i:(?:{'|'.join(sorted(name.capitalize() for name in FORENAMES))}|[A-Z]\.?)\s[A-Z])"
JOINERS = compiled(
    either(
        # what is no joiner, found first so that none is seen within it: brackets, names that hold one
        rf"\(|\b{STANDING_NAMES}\b",
        # the end of a sentence behind a word
        r"(?<=(?-i:[a-z]{4}))(?<!canon)(?<!cllrs)\.\s(?=(?-i:[A-Z]))",
        # words, a comma or a dash before them with them
        rf"(?:\s*[,/;]|\s-)?\s{_TOGETHER}\s|^lea?d\sby\s",
        # marks
        r"\sw/\s?|\s*[;|+\\→]\s*|\s*[=-]>\s*|\s*,\s*(?:and\s|&\s)?|\s-\s",
        rf"(?!(?<=\b[TACD])/{_ACTED_RANK}\b)(?!/(?-i:s)(?:$|[\s,;)]))\s*/\s*",
        rf"\s(?:&|and/or|and|or(?=\s(?-i:[A-Z]))|ac|a'r|ac'r|a(?=\s(?:{_WELSH_POST}|{_WELSH_SOMEBODY})))\s",
    )
)
"""All that may stand between two parties."""

LINES = re.compile(r"[\r\n\v\f\u2028]+|<br\s*/?>|\\n(?=[A-Z(])", re.IGNORECASE)
"""Where one line of a cell ends."""
GOES_ON = re.compile(r"(?:\b(?:of|for|and|the|with|by|to|in)|[,/&+-])$", re.IGNORECASE)
"""The end of a line that the next one goes on with."""
CONTINUES = re.compile(r"(?:of|for|and|&|/|\+|\(|,|with|led\sby)(?:\s|\b)|\(", re.IGNORECASE)
"""The start of a line that goes on with the one before."""
BROKEN_WORD = re.compile(r"\w-$")
"""A word broken at the end of a line."""
BRACKETED_END = re.compile(r"\s?\((?P<who>[^()]+)\)$")
"""Brackets at the end of a party."""
HOLDER_END = re.compile(r"(?::|\s-)\s(?P<who>[^():]+)$")
"""Who is named behind the colon or the dash of a party."""
ABSTRACT = re.compile(r"(?:tion|sion|ment|ness|ance|ence|ship|ology|ics)s?$", re.IGNORECASE)
"""The endings of words that are no forenames."""
WORD = re.compile(r"[^\W\d_]")
"""A letter."""
