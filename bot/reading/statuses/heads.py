"""The words that a status opens with, as a table."""

from __future__ import annotations

from bot.plan import Status
from bot.reading.months import MONTH_NAMES
from bot.reading.statuses.given_up import LET_GO, NO_LONGER_OURS, REPLACED
from bot.reading.statuses.labels import TICKS
from bot.reading.statuses.words import (
    DATED,
    ELSEWHERE,
    FINISHED,
    FOR_NOW,
    NOT_BEGUN,
    NOT_NOW,
    PART,
    REGULARLY,
    RUNNING,
    STOPS,
    rule,
)

_BARE_VERB = (
    r"\s(?:re-?)?(?:submit|return|send|sign(?!ed)|review(?!ed)|publish(?!ed)|report(?!ed)|file(?!d)|issue(?!d)|share(?!d)|circulate(?!d)"
    r"|upload(?!ed)|close(?!d)|implement(?!ed)|monitor(?!ed|ing)|update(?!d)|approve(?!d)|agree(?!d)|present(?!ed)|test(?!ed)"
    r"|deliver(?!ed)|distribute(?!d)|embed(?!ded)|maintain(?!ed)|adopt(?!ed)|launch(?!ed)|document(?!ed))"
)
"""What goes on with an order, "complete and submit the return", which tells of nothing that was."""

_AT_MEETING = (
    r"via|at\s(?:the\s)?(?!(?:each|every|any|most|some|all)\b)(?:[\w&-]+\s){0,3}"
    r"(?:meeting|board|cabinet|committee|council|panel|executive|assembly|slt|cmt|clt|smt)"
)
"""Where a deed was done that leaves no part of it open."""

_HAS_BEEN = r"(?:(?:has|have|had|was|is|been|now|since)\s){0,3}"
"""What stands in front of a word of the end where the action is not named."""

_AS_MEANT = (
    r"ahead\sof\s(?:time|schedule)|early|(?:to|on|in|within|under)\s(?:time|budget|schedule|cost|programme)"
    rf"|from\s(?:\d|{MONTH_NAMES})"
)
"""That a deed was done as it was meant to be, or since when it holds."""

HEADS = (
    rule(
        "not started",
        Status.NOT_STARTED,
        rf"(?:{NOT_BEGUN}|not\s(?:yet\s)?(?:been\s)?(?:done|implemented){STOPS}|not\syet{STOPS}"
        r"|(?:(?:yet|still)\s)?to\sbe\s(?:actioned|commissioned|procured|scoped|drafted|written|recruited|appointed|progressed|addressed|done|undertaken|arranged|tackled|looked\sat|(?:picked|taken)\sup(?!\s(?:by|in|under|through|within|as)\b))\b"
        rf"|(?:planned|scheduled|pending|future|to\sdo|starts|(?:un|not\s)?(?:assigned|allocated)){STOPS}|(?:starts|starting|commences|begins)(?:{DATED}|\s(?:shortly|soon|imminently|next|once|when|after|following)\b)|(?:planned"
        rf"|scheduled|programmed|timetabled|booked)\s(?:for|to|in)\b|start(?:s|ing)\s(?:in|on|from)\b|awaiting\s(?:start|commencement)\b"
        rf"|to\sbe\s(?:started|commenced)\b)",
    ),
    rule(
        "not complete",
        Status.IN_PROGRESS,
        rf"(?:not\s(?:yet\s)?(?:been\s)?(?:fully\s|quite\s)?{FINISHED}|incomplete|uncompleted|unfinished|i'w\sgwblhau)\b",
    ),
    rule(
        "completed in part",
        Status.PART_COMPLETED,
        rf"(?:{PART}[\s-]{{0,3}}(?:been\s)?(?:{FINISHED}|{RUNNING})\b|partial{STOPS}"
        r"|(?:cwblhawyd|cyflawnwyd|wedi(?:'i|\sei)\sg(?:wblhau|yflawni))(?:'n|\syn)\srhannol\b|(?:bron|rhannol)\s(?:wedi|[aâ])\b)",
    ),
    rule(
        "opened again",
        Status.IN_PROGRESS,
        r"(?:(?:now\s)?re-?open(?:ed|ing)?|no\slonger\s(?:on[\s-]hold|paused|suspended))\b",
    ),
    rule(
        "done regularly",
        Status.ONGOING,
        rf"(?:now\s)?(?:completed|done|delivered|undertaken|carried\sout|reviewed|reported|updated)\s{REGULARLY}",
    ),
    rule("no clear status", Status.UNKNOWN, ELSEWHERE),
    rule(
        "on hold",
        Status.ON_HOLD,
        rf"(?:(?:currently\s|now\s)?on[\s-](?:hold|pause|ice)|{NOT_NOW}|held\s(?:pending|until|back)|not\s(?:currently\s|now\s)?(?:being\s)?progress(?:ing|ed)(?:{STOPS}|(?=\s(?:due|owing|because|while|until|pending)\b))|stopped(?=[\s.,;:(-]+(?:awaiting|waiting|due|owing|because|while|temporarily|{FOR_NOW})\b)|paused|suspended|defer(?:red)?|postponed|parked|shelved|mothballed|stalled|halted|frozen"
        r"|in\sabeyance|gohiriwyd|ar\sstop|wedi(?:'i|\sei)\s(?:ohirio|oedi|atal))\b",
    ),
    rule(
        "cancelled",
        Status.CANCELLED,
        rf"{_HAS_BEEN}(?:{LET_GO}|{NO_LONGER_OURS}|not\s(?:needed|required|necessary){STOPS}"
        r"|wedi(?:'i|\sei)\s(?:(?:g|ng)?anslo|dynnu'n\s[oô]l)\b|(?:dim|nid\soes)\s(?:ei\s)?angen\smwyach\b)",
    ),
    rule("superseded", Status.SUPERSEDED, rf"{_HAS_BEEN}{REPLACED}(?!\w)"),
    rule(
        "at risk",
        Status.AT_RISK,
        rf"(?:(?:at|high)[\s-]risk|behind(?:\s(?:schedule|target|plan|time))?|delay(?:s|ed)?|slipp(?:ed|ing|age)"
        rf"|off[\s-](?:track|target)|overdue|(?:not|no\slonger)\son\s(?:track|target|schedule)|blocked|late{STOPS}|mewn\sperygl|yn\shwyr|ar\sei\sh[oô]l\b|oedi{STOPS})",
    ),
    rule(
        "ongoing",
        Status.ONGOING,
        r"(?:on-?\s?going|continuous|continuing|recurring|(?:(?:now|fully|embedded|moved|part)\s(?:as\s|in(?:to)?\s|to\s|of\s)?){0,3}(?:business\sas\susual|bau)|(?:yn\s)?parhau|(?:yn\s)?[bp]arhaus)\b",
    ),
    rule(
        "in progress",
        Status.IN_PROGRESS,
        rf"(?:(?:work\s|still\s|now\s)?in[\s-]?prog(?:r?es{{1,2}}|ress?e?s?)\b|under\s?way|in\shand|(?:re-?)?started|resumed|commenced|begun|progressing"
        rf"|in\sdevelopment|on[\s-](?:track|target|schedule|course)|ahead\sof\s(?:schedule|target|time|plan){STOPS}(?!.*\b{FINISHED}\b)"
        rf"|(?:active|open|live|wip|outstanding){STOPS}|ar\s(?:y\s(?:gweill|trywydd|trac)|waith|amser|darged)|yn\scael\sei\s\w+|wedi\s(?:cychwyn|dechrau)\b|yn\smynd\srhagddo)",
    ),
    rule(
        "completed",
        Status.COMPLETED,
        rf"(?:(?:all|both|action|recommendation|this\sis|task|item|work|now|fully|is"
        rf"|has\sbeen)\s){{0,3}}(?:100\s?%\s)?(?:completed\b(?!\sor\b)|complete(?=\s*(?:$|[-.,;:()/&+!{TICKS}]|(?:with|except|apart"
        rf"|but|and(?!{_BARE_VERB})|for|in|subject|as|other)\b)|{DATED})"
        rf"|(?:done|finished|achieved|implemented|delivered|discharged|actioned|resolved(?!\s*[:-]?\s*(?:by\s[^.;]{{1,40}}?)?(?:that|to)\b)|fulfilled|concluded"
        rf"|closed|(?:signed|ticked)[\s-]off|finali[sz]ed|cwblhawyd|cyflawnwyd|gorffenwyd|wedi(?:'i|\sei)\s(?:gwblhau|gyflawni|orffen|gau)|wedi\s(?:cwblhau|gorffen))(?!-[a-z])(?:(?=\s*(?:$|[-.,;:()/&+!{TICKS}]|(?:ym|in|by|on|and|but|except|bar|apart|other|save|for\snow|due|owing|because|as|with|when|once|{_AT_MEETING}|{_AS_MEANT})\b))|(?={DATED}))"
        rf"|(?:now\s|is\s|are\s){{0,2}}in\splace(?:{STOPS}|(?=\s(?:and|but|since|with)\b))|met(?:{STOPS}|(?=\sin\s(?:full|part)\b))"
        r"|closure\s(?:was\s)?(?:agreed|approved|confirmed|accepted)(?=\s(?:at|by|in)\b))",
    ),
    # no word in front: "work carried out" may be but a part of it, "is carried out" tells what is usual
    rule("completed", Status.COMPLETED, r"(?:carried\sout|undertaken)(?=\s*(?:$|[.;!]))"),
)
"""Openings, the more cautious first."""
