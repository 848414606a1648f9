"""A new date hidden in a status: the words that lead to it, and the reading of it."""

from __future__ import annotations

from datetime import date, timedelta

from bot.plan import Due, Status
from bot.reading.dates.explain import find_dates
from bot.reading.patterns import compiled

FILLER = (
    r"(?:\b(?:is|to|until|till|for|by|in|on|of|now|at|end|early|mid|late|the|be|has|been|around|approximately"
    r"|around)\b|[-:(\s])*$"
)
NEW_DATE = compiled(
    r"\bdyddiad\s(?:diwygiedig|newydd)\s?" + FILLER + r"|"
    r"\b(?:(?:new|revised?|amended|extended|updated|later)\s(?:\w+\s){0,2}(?:date|deadline|target|timescale"
    r"|timeline|completion|due)(?:\s\w+){0,3}(?:(?:\s[\w&]+){1,4}(?=:))?"
    r"|(?:will|to)\snow(?:\s[\w&']+){1,5}"
    r"|(?:extend(?:ed)?|moved?|slip(?:ped)?|deferred|postponed|put\sback|re-?scheduled|delayed|pushed\sback"
    r"|re-?profiled|carried\s(?:over|forward)|c\s?/?\s?f(?:wd|w|d)?|rolled\s(?:over|forward)|revised?|amended|changed|extension|push(?:ed)?)"
    r"(?:\s(?:it|this|date|(?:was\s)?(?:granted|agreed|given|approved|requested)|back|now)){0,2}"
    r"(?:\s(?:by|with)(?:\s[\w&']+){1,4}?)?\s(?:to|until|till|for)"
    r"|now\s(?:quoting|quoted|offering|saying)|(?:revised|moved|extended|changed|(?:put|pushed)\s(?:back|out)|slipped|deferred|delayed|postponed|re-?scheduled)\sfrom\s[^.;]{2,40}?"
    r"\s(?:to|until|till)|now\s(?:due|expected|planned|scheduled"
    r"|anticipated|likely|aiming|going\s(?:to|out|live|ahead|in)|taking\splace|happening|to\sbe|be)(?:\s\w+){0,3}|now\sto(?:\s\w+){1,6}"
    r"|\b(?:was|originally|previously)\s(?:due|planned|expected|scheduled)?[^.;]{2,30}[,;-]?\s(?:but\s|is\s)?now"
    r"|(?:extended|moved|slipp(?:ed|age)|deferred|postponed|re-?scheduled|delay(?:ed)?|late|overdue|behind)\b[^.]{0,60}\b(?<!\bof\s)(?<!\bby\s)now|(?:^|(?<=[-,;:]\s)|(?<=\())now"
    r"|\b(?:launch|completion|delivery|opening|start|finish|go-live|target|deadline|date|this|it)(?:\s(?:is|will\sbe))?\snow)\s?"
    + FILLER
)
"""Words that lead to a date which replaces the printed one."""

FROM_AND_TO = compiled(
    r"\b(?:revised|moved|extended|changed|(?:put|pushed)\s(?:back|out)|slipped|deferred|delayed|postponed|re-?scheduled)\sfrom\s?$"
)
"""What leads to the old date and the new one where they are written as a span: "moved from March to May 2027"."""
OF_SOMETHING_ELSE = compiled(
    r"\b(?:leases?|contracts?|funding|consultation(?:\s(?:period|deadline))?|licen[cs]es?|grants?|secondments?|agreements?"
    r"|tenanc(?:y|ies)|insurance|memberships?|appointments?|warrant(?:y|ies)|permits?|polic(?:y|ies)|cover|guarantees?)"
    r"\s(?:(?:is|was|has|have|been|now|being|to|be|will|formally)\s){0,3}(?:extended|extension|renewed|moved)\b[^.;]{0,30}$"
)
"""What may be extended to a day without the action's own date moving."""
RATHER_THAN = compiled(r"\W*(?:rather\sthan|instead\sof|\((?:was|previously|originally|formerly))\b")
"""What right behind a date says that it took the place of another: "May rather than June", "2 May (was 4 March)"."""
COMMITS = compiled(
    r"\b(?:(?:to|will|should|expect(?:ed)?\sto|aim(?:s|ing)?\sto|due\sto|on\strack\sto)\s(?:be\s)?(?:complete[d]?"
    r"|finish(?:ed)?|conclude[d]?|finalise[d]?|deliver(?:ed)?|confirm(?:ed)?|ready|in\splace|close[d]?"
    r"|report\sback|publish(?:ed)?)\b(?:[^.;]{0,60}?\s(?:by|on|in))?"
    r"|(?:completion|finish)\s(?:date\s)?(?:is\s|now\s)?(?:due|expected|anticipated|planned|forecast"
    r"|target(?:ed)?)?|(?:expected|anticipated|forecast|recovery|target(?:ed)?)\s(?:completion|date|finish)(?:\s(?:date|is|agreed|as|set|for"
    r"|of))*"
    r"|\b(?:given|quoted|advised|confirmed|proposed)\s(?:us\s)?(?:an?\s|the\s)?(?:go[\s-]live|delivery|launch|handover|completion)\s(?:date\s)?(?:of|for)"
    r"|\b(?:remaining|outstanding|remainder|rest)(?:\s[\w-]+){0,3}\sby"
    r"|(?:expected|anticipated|due|targeted|forecast|aiming|eta|erbyn)(?:\s(?:by|in|on|for|completion))?)\s?" + FILLER
)
"""Words that lead to a date still to come."""


def revised_due(plain: str, as_of: date, value: Status) -> Due | None:
    """The last new date that an open status talks of: one that words of moving or of finishing lead to."""
    if value.is_closed:
        return None
    moved: Due | None = None
    for named in find_dates(plain, as_of, timedelta(days=31)):
        if named.period is None or named.open_ended:
            continue
        before = plain[max(0, named.low - 120) : named.low]
        if OF_SOMETHING_ELSE.search(before):
            continue
        instead = RATHER_THAN.match(plain, named.high) or FROM_AND_TO.search(before)
        if instead or NEW_DATE.search(before) or (named.period.end >= as_of and COMMITS.search(before)):
            printed = plain[named.low : named.high].strip(" ,.;")
            moved = Due(printed, named.period.start, named.period.end, named.period.precision, named.kind, named.note)
    return moved
