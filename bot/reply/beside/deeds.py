"""The words in which a deed is told as done: any past form, but those that tell of a step, of less or of a mishap."""

from __future__ import annotations

import re

_IRREGULAR = (
    r"(?:sent|held|met|(?:went|gone) (?:live|out|to|up|on(?!ly)|in|into|through|over|(?:really |very )?(?:well"
    r"|smoothly))|rolled out|put|set up|written|rewritten|drew up|drawn up|bought|paid|ran|done|built|laid|taught|took"
    r"|taken (?:place|part|up|out|away)|made|chosen|chose|given|gave|brought (?:in|up)|came|sown|dug|hung|rehung|cut"
    r"|grown|shown|sold|swept|spoke|cast|led|fed back|in place|live|backed up|in use|in force|in operation|available"
    r"|running|working|operational|(?:operating|generating)(?! (?!since\b))|on file|in post|on display|on show"
    r"|in the ground|let(?! down\b| go\b)|lit|visible|shut down|switched (?:on|over))"
)
STEPS = (
    r"(?:logg|lodg|book|arrang|order|tender|adverti[sz]|plann|schedul|propos|recommend|suggest|discuss|consider|invit"
    r"|offer|request|ask|tri|attempt|start|continu|want|hop|expect|suppos|assum|promis|intend|draft|commenc|shortlist"
    r"|interview|quot|estimat|calculat|chas|contact|approach|engag|consult|involv|allocat|assign|nominat|requir|need"
    r"|not|pass|park|forward|hand(?!ed over\b(?! to))|transferr|referr|redirect|question|queri|pledg)"
)
"""Stems of verbs that tell of a step on the way."""
_MISHAPS = (
    r"(?:fail|refus|reject|declin|paus|cancell?|postpon|deferr?|delay|suspend|block|damag|vandali[sz]|collaps|flood"
    r"|stall|struggl|slipp|miss|omitt|skipp|ignor|overlook|limit|restrict|reduc|halv|revers|dropp|scrapp|binn|shelv"
    r"|abandon|complain|worri|frustrat|confus|challeng|oppos|object|protest|resign|retir|sack|bounc|crack|leak|recall"
    r"|expir|laps|exhaust|wast|defeat|outvot|stopp|halt|lack|extend|amend|chang|correct|revis|reopen|repeat|restart|li"
    r"|jok|pretend|claim|believ|imagin|wish|doubt|hurri|rain|rush|suspect|alleg|accus|blam|aim|near|remain|follow|wait"
    r"|fudg)"
)
ON_THE_WAY = re.compile(
    rf"\b(?!passed (?:its |the |their |an? )?(?:[\w-]+ ){{0,2}}?(?:inspections?|audits?|tests?|assessments?|mot)\b)"
    rf"(?:{STEPS}|{_MISHAPS})ed\b|\b(?:agreed(?! by)|looked|spoke|met|talked|noted|received|instructed|went bust)\b",
    re.IGNORECASE,
)
"""What leads to an end, or away from it."""
_NO_VERBS = r"(?:ne|inde|hundr|sh|b|r|spe|exce|proce|succe|se|we|f|fe|de|gre|blee|bre|inbr|own|nam|dat|bas|relat|inter)"
_NOT = (
    rf"(?!(?:{STEPS}|{_MISHAPS}|{_NO_VERBS})ed\b|un(?!i|der)[a-z]+ed\b|dis(?!tribut|pos|patch|play|pers)[a-z]+ed\b"
    r"|mis[a-z]+ed\b|over[a-z]+ed\b)"
)
DID = rf"(?:{_NOT}[a-z]{{2,}}ed|{_IRREGULAR})"
"""A deed told as done, as part of an expression."""
BEEN = (
    r"(?:(?:has|have|is|are|was|were|went|gone|been|now|all|just|finally|also|already|fully|completely|formally"
    r"|officially|successfully|duly|['’](?:s|ve)|(?:on|in|up) and) )*"
)
"""What may stand right before a deed told as done."""
WAS = rf"(?:was|were|has been|have been|had(?! an?\b| no\b))(?! (?:\w+ )?(?:{STEPS}|{_MISHAPS})ed\b)"
"""What tells of the past, whatever stands behind it."""
STEP = re.compile(
    r"(?<!\bat the )(?<!\bat its )(?<!\bat our )\b(?:consultation|survey|workshop|advert(?:isement)?|draft|tender|quote"
    r"|quotation|spec(?:ification)?|interview|bid|application|proposal|option|scoping|case|plan|meeting|order|agenda"
    r"|questionnaire|mobilisation|contract|kickoff|brief|invitation|report|contractor|supplier|consultant|comment"
    r"|response|return|reminder|funding|budget|proof|design|drawing|enquiry|data|scope|timetable|timeline|steering"
    r"|recommendation|(?:working|task (?:and|&) finish|project) group|scaffold(?:ing)?|hoarding|groundwork)s?\b",
    re.IGNORECASE,
)
"""What is held, sent or agreed on the way to something else, unless the action itself asks for it."""
