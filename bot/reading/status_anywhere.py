"""The words that show a status wherever they stand, as tables."""

from __future__ import annotations

from bot.plan import Status
from bot.reading.status_words import (
    COUNT,
    ENDED,
    FINISHED,
    NO_LONGER_OURS,
    NOT_BEGUN,
    NOT_WANTED,
    PART,
    REPLACED,
    RUNNING,
    SHARE,
    STOPS,
    SUBJECT,
    rule,
)

_DONE_ONCE = (
    r"(?!(?:need|feed|speed|proceed|indeed|exceed|succeed|expect|requir|propos|limit|relat|bas|interest|detail|attach"
    r"|shar|nam|call|suppos|unchang|cancel|cancell|abandon|supersed|reject|replac|merg|remov|delet|dropp|discontinu"
    r"|plann|schedul|programm|await|miss|target|terminat|refus)(?:ed)?\b)\w{3,}ed|held|sent|met|written|taken|given|put|made|begun|drawn|built"
    r"|bought|found|undertaken|brought|chosen|shown|run|led|rewritten"
)

_NAMED = (
    rf"(?!(?:{COUNT}|be|been|being|get|not|have|having|half|part|partly|partially|well|little|much|more|less|few|some|most|many"
    r"|several|mostly|largely|mainly|nearly|almost|best|only|date|share|number|percentage|total)\b)[a-z]{3,}"
)
"""A word that may name what was done: neither a number nor a quantity, which would say how much of it."""

ANYWHERE = (
    rule(
        "nothing said",
        Status.UNKNOWN,
        r"^(?:an?\s)?(?:verbal|oral)\s(?:update|report)\b|\bno\s(?:update|information|return|comment)s?\b|^no\s(?:response|reply)\b|\bnot\s(?:known|stated|provided"
        r"|reported|available|applicable)\b|\bupdate\s(?:awaited|required|requested|to\sfollow)\b|^awaiting\s(?:an?\s)?update\b",
    ),
    rule(
        "opened again",
        Status.IN_PROGRESS,
        r"\bre-?open(?:ed|ing)?\b",
    ),
    rule(
        "will not be done",
        Status.AT_RISK,
        rf"\b(?:will|can|could|would|may|might)\s?n(?:o|')t\s(?:be\s|now\s|yet\s){{0,2}}(?:able\sto\sbe\s)?{FINISHED}\b"
        rf"|\bunlikely\sto\s(?:be\s)?{FINISHED}\b",
    ),
    rule(
        "not started",
        Status.NOT_STARTED,
        rf"\b(?:{NOT_BEGUN})|\b(?:is|are|was|were|been|be)\s(?:planned|scheduled)\b|^\w+(?:\s\w+)?\s(?:planned|scheduled|programmed|booked)\s(?:for|in)\b|\b(?:due|expected|planned"
        rf"|scheduled|will|to)\s(?:to\s)?(?:start|begin|commence)\b",
    ),
    rule(
        "not complete",
        Status.IN_PROGRESS,
        rf"(?:^not|\bnot\s(?:yet|fully))\s(?:been\s|yet\s|fully\s){{0,2}}{RUNNING}\b"
        rf"|\bnot\s(?:yet\s|been\s|fully\s|quite\s|all\s|currently\s){{0,4}}{FINISHED}\b|\b(?:in|un-?)completed?\b"
        rf"|\bfar\sfrom\s{FINISHED}\b|\bheb\sei\sgwblhau\b"
        rf"|\b(?:never|nothing|none|nobody)\b[^.;]{{0,30}}\b{FINISHED}\b|n't\s(?:yet\s|been\s|fully\s"
        rf"|quite\s){{0,3}}{FINISHED}\b",
    ),
    rule(
        "cancelled",
        Status.CANCELLED,
        rf"{SUBJECT}(?:{ENDED}|{NOT_WANTED})|[-,;:.(]\s?(?:(?:so|and|it|this|is|now)\s){{0,3}}{NO_LONGER_OURS}|\b(?:decided|decision|agreed|resolved|voted)(?:\s(?:was|made|taken|in\s[a-z]+|then)){{0,2}}\sto"
        rf"\s(?:drop|abandon|cancel|withdraw|discontinue|scrap)\s(?:this|it|the\s(?:action|project|proposal|scheme|idea|plan)){STOPS}"
        rf"|\b(?:decided|decision|agreed|resolved)(?:\s(?:was|made|taken)){{0,2}}\snot\sto"
        rf"\s(?:pursue|progress|implement|continue|proceed)(?:{STOPS}|\swith\s(?:this|it|the\s(?:action|project|proposal|scheme))\b)",
    ),
    rule("superseded", Status.SUPERSEDED, rf"{SUBJECT}{REPLACED}\b|[-:;(]\s?duplicate(?:\sof\b|{STOPS})"),
    rule(
        "no clear status",
        Status.UNKNOWN,
        r"\bnot\sviable\b|[-;,:.]\s(?:will\s|does\s)?not\s(?:be\s)?(?:proceed|pursu|going\sahead|taken\sforward)|\b(?:decided|decision|agreed|resolved)"
        r"(?:\s\w+){0,2}\snot\sto\b",
    ),
    rule(
        "completed in part",
        Status.PART_COMPLETED,
        rf"^{FINISHED}\s{SHARE}\b|\b{PART}[\s-]{{0,3}}(?:been\s)?(?:{FINISHED}|{RUNNING})\b|\b(?:some|most|several|half|many|much|a\slot|lots|majority|bulk|a\snumber"
        rf"|{SHARE})\b[^.;]{{0,40}}\b(?:completed?|done|achieved|implemented|delivered"
        rf"|closed)\b",
    ),
    rule(
        "completion ahead",
        Status.IN_PROGRESS,
        r"\bcompletion\s(?:date\s)?(?:is\s|now\s)?(?:due|expected|anticipated|planned|forecast|targeted|by)\b"
        r"|\b(?:expected|anticipated|forecast|revised|new|target)\scompletion\b"
        r"|^(?:expected|anticipated|due|forecast)\s(?:by|in|on|for|to|completion)\b|(?:^|\w\s)complete\sby\b"
        rf"|\b(?:target|forecast|goal|aim|intention|deadline)\s?[:=-]\s?{FINISHED}"
        rf"|\b(?:will|to|shall|should|would|could|may|might|can|must|expect(?:ed|ing)?|aim(?:s|ing)?|due|hope(?:s"
        rf"|d|ful)?|plan(?:s|ning)?|once|when|until|till|after|if|before|unless|whether|subject\sto|as\ssoon\sas"
        rf"|pending|awaiting|towards?|for|close\sto|nearing|approaching|proposed|recommend(?:ed)?|ready"
        rf"|request(?:ed)?)"
        rf"\b[^.;]{{0,50}}\b(?:{FINISHED}|{RUNNING}|complete|close|closure|finish|live|sign(?:ed)?[\s-]off)\b"
        r"|\bsign[\s-]off\s(?:is\s)?(?:expected|due|awaited|required|needed|outstanding)\b",
    ),
    rule(
        "on hold",
        Status.ON_HOLD,
        r"\b(?:on[\s-]hold|paused|suspended|deferred|postponed|in\sabeyance|stalled|halted|put\sback)\b",
    ),
    rule(
        "at risk",
        Status.AT_RISK,
        r"\b(?:(?:at|high)[\s-]risk|behind\s(?:schedule|target|plan|time)|delay(?:s|ed)?|slipp(?:ed|ing|age)"
        r"|off[\s-](?:track|target)|overdue|pushed\sback|not\son\s(?:track|target|schedule)|blocked|problems?|vacant"
        r"|vacancy(?!\s(?:(?:is|was|has|been|now)\s){0,2}(?:closed|closes|advertised|filled|out|live))"
        r"|unsuccessful(?:ly)?|unable|cannot|can't|failed|insufficient|lack\sof|shortages?"
        r"|(?<!cause of )(?<!causes of )(?<!area of )(?<!areas of )concerns?"
        r"|unlikely"
        r"|not\spossible|no\s(?:resources?|capacity|funding|budget|funds|staff|money)(?=\s*(?:$|[-.,;:()])|\s(?:available|identified|allocated|secured|at|in\splace|to|until|yet)\b)"
        r"|difficult(?:y|ies)?|(?:is|are|was|running)\slate|missed|requires?\sfurther|barriers?"
        r"|setbacks?)\b",
    ),
    rule(
        "ongoing",
        Status.ONGOING,
        r"\b(?:on-?\s?going|continu(?:ous(?:ly)?|al(?:ly)?|es|ing)|business\sas\susual|regularly|bau"
        r"|rolling\sprogramme|standing\sitem)\b",
    ),
    rule(
        "in progress",
        Status.IN_PROGRESS,
        r"^with\s(?:[\w&'-]+\s){1,4}for\s(?:comments?|review|approval|sign[\s-]?off|decision|signature|checking|consideration)\b|\b(?:in[\s-]progress|under\s?way|in\shand|being\s\w+|(?:we|they|is|are|i'?m|team)\s(?:(?:are|is"
        r"|currently|now|still|also|actively)\s){0,3}(?!nothing\b|during\b)\w{2,}ing|currently|start(?:ed|ing)"
        r"|commenced|begun|began"
        r"|progress(?:ing|ed|es)?|yn\smynd\srhagddo|ar\s(?:y\sgweill|waith)|draft(?:s|ed|ing)?|develop(?:ing|ed|s)|consult(?:ing|ation)|working|await(?:ing|ed)|waiting|out\sto\stender"
        r"|under\s(?:review|consideration|development|discussion|construction)|on\ssite|out\sto\s(?:advert|consultation)|in\s(?:development|preparation|discussion|draft)"
        r"|on[\s-](?:track|target|schedule|course)|early\sstages|proposed|approved|agreed|appointed|recruit(?:ed"
        r"|ing)|has\sbeen\s(?:made|held|set\sup)|well\sadvanced|moving\sforward|extended|re-?scheduled"
        r"|(?:vacanc(?:y|ies)|adverts?|applications?|tenders?|surveys?|bids?|nominations?)\s(?:(?:is|are|was|were|has|have"
        r"|been|now)\s){0,2}clos(?:ed|es|ing)"
        r"|ahead\sof\s(?:schedule|target|time)|nearly\sthere|almost\sthere)\b",
    ),
)
"""Words anywhere in a phrase, the more cautious first."""

DONE = (
    rule(
        "completed",
        Status.COMPLETED,
        rf"\b(?:is|was|has|have|are|were|been|now|fully|all|both|actions?|works?|task|recommendations?|items?|matter|project|afis?|findings?|milestones?|objectives?)\s(?:(?:been|now|all|fully"
        rf"|both|successfully|since)\s){{0,3}}(?:completed?|done|achieved|implemented|delivered|finished|closed"
        rf"|concluded)\b"
        rf"|\b(?:all|both|every|each)(?:\s\w+){{0,3}}\s(?:(?:have|has|been|now|are|is|were|fully)\s){{0,3}}(?:completed?"
        rf"|done|achieved|implemented|delivered|finished|closed){STOPS}|\beverything(?:\sis)?\s(?:completed?|done){STOPS}"
        rf"|\bcompleted\b|\bcomplete(?:{STOPS}|(?=\s(?:bar|except|apart|save|other|but|for)\b))"
        rf"|\bconfirmed\s(?:as\s|it\s|this\s|is\s|fully\s){{0,3}}(?:implemented|completed?|closed)\b|\b{_NAMED}\s(?:done|implemented){STOPS}"
        r"|^(?!(?:draft|interim|initial|amended)\b)(?:[\w&-]+\s){0,4}(?:polic(?:y|ies)|strateg(?:y|ies)|code|constitution"
        r"|protocol|procedures?|budget|standing\sorders|terms\sof\sreference|byelaws?|charter)\s(?:(?:was|were|has|have|been|now|formally)\s){0,3}"
        r"(?:adopted|ratified)\s(?:by|at)\s(?:the\s)?(?:[\w-]+\s){0,3}(?:council|cabinet|committee|board|executive|governors|trustees|members|authority)"
        r"(?=(?:\s(?:on|in|at)\s[^.;,]{1,40})?\.?$)"
        rf"|\b(?:actions?|items?|points?|recommendations?)\s\d[\d,&\s-]{{0,12}}\s(?:done|implemented){STOPS}|\b(?:is|are|now)\s(?:now\s|fully\s|all\s){{0,2}}in\splace{STOPS}"
        rf"|\b(?:targets?|objectives?|outcomes?|milestones?|requirements?|criteria|standards?)\s(?:achieved|met){STOPS}"
        rf"|\b(?:delivered|rolled\sout|implemented)\s(?:to|for|by|in|across)\s(?:all|every|each)(?:\s\w+){{1,3}}{STOPS}"
        r"|(?<!be )\b(?:repaired|replaced|installed|fitted|erected|built|laid|resurfaced|painted|fixed)\b"
        r"(?:\s[^.;\s]+){0,3}?\s?(?:and|,|&)\s(?:\w+\s){0,2}"
        r"(?:paid|tested|handed\sover|inspected)\b",
    ),
)
"""What counts as finished where nothing in `ANYWHERE` stands in the phrase."""

DOING = (
    rule(
        "still open",
        Status.IN_PROGRESS,
        r"\b(?:outstanding|remain(?:s|ing)?|still\s(?:open|to\s\w+))\b",
    ),
    rule(
        "in operation",
        Status.ONGOING,
        rf"\b{RUNNING}(?!\s(?:plans?|teams?|managers?|groups?|leads?|risks?|costs?|issues?|matters?|staff|guidance|procedures?|to|for\s\w+ing)\b)|^live\b|\b(?:now|gone|went|is|are|system)\slive\b",
    ),
    rule(
        "work is under way",
        Status.IN_PROGRESS,
        r"(?:^|[-;:,]\s)(?!(?:train|meet|plan|build|hous|fund|brief|hear|park|licens|staff|market|light|fenc|floor|heat|tim|word|rat"
        r"|pend|noth|someth|everyth|morn|even|dur|miss|exist|follow|includ|accord|regard|concern|depend|stand|spr|outstand)ing)"
        r"[a-z]{2,}ing\b",
    ),
    rule(
        "something was done",
        Status.IN_PROGRESS,
        rf"\b(?:has|have|had|was|were|is|are)\s(?:(?:been|now|already|also|since|recently|successfully)\s){{0,3}}(?:{_DONE_ONCE})\b"
        rf"|\b(?!(?:be|being|to|get|not|if|when|as|once)\b)\w[\w'-]*\s(?:{_DONE_ONCE})(?:\s|[.,;:)]|$)"
        r"|^(?:adopted|published|launched|established|set\sup|issued|sent|recruited|appointed|introduced)\b",
    ),
)
"""What happened, without a word on whether that was all of it: a person says whether the action is finished."""
