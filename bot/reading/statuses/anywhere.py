"""The words that show a status wherever they stand, as tables: the more cautious rule first."""

from __future__ import annotations

from bot.plan import Status
from bot.reading.months import MONTH_NAMES
from bot.reading.patterns import either
from bot.reading.statuses.given_up import LET_GO, NO_LONGER_OURS, REPLACED, SUBJECT
from bot.reading.statuses.words import (
    FINISHED,
    NOT_BEGUN,
    NOT_NOW,
    PART,
    RUNNING,
    SHARE,
    STOPS,
    rule,
)

_NOTHING_SAID = either(
    # nobody wrote anything down
    r"^(?:an?\s)?(?:verbal|oral)\s(?:update|report)\b",
    r"\bno\s(?:update|information|return|comment)s?\b|^no\s(?:report|return|feedback)s?\s(?:received|provided|submitted|made)\b|^no\s(?:response|reply)\b",
    r"\bnot\s(?:known|stated|provided|reported|available|applicable)\b",
    # somebody is still to
    r"\bupdate\s(?:awaited|required|requested|to\sfollow)\b|^awaiting\s(?:an?\s)?update\b",
    r"^(?:an?\s|further\s|verbal\s|full\s)*update\s(?:is\sto|to|will)\sbe\s(?:given|provided|reported|circulated|tabled)\b[^.;]*\W*$",
)
_ACCEPTED = (
    r"^(?:(?:the|this)\s)?(?:(?:audit|management|recommendation|response|action|finding|report)s?\s){0,2}"
    rf"(?:(?:is|was|were|has|have|been|fully|partially|partly)\s){{0,3}}(?:accepted|agreed)(?:\sin\s(?:full|part|principle))?(?:\sby\s(?:\w+\s?){{1,3}})?{STOPS}\W*$"
)
"""That a recommendation was accepted, or agreed, which does not say that anything was done about it."""
_WILL_NOT_BE = either(
    rf"\b(?:(?:will|can|could|would|may|might)\s?n(?:o|')t|won't)\s(?:be\s|now\s|yet\s){{0,2}}(?:able\sto\sbe\s)?{FINISHED}\b",
    rf"\bunlikely\sto\s(?:be\s)?{FINISHED}\b",
)
_NOT_STARTED = either(
    rf"\b(?:{NOT_BEGUN})",
    # it is in somebody's diary
    r"\b(?:is|are|was|were|been|be)\s(?:planned|scheduled)\b",
    r"^\w+(?:\s\w+)?\s(?:planned|scheduled|programmed|booked)\s(?:for|in)\b",
    # its day is still to be found
    r"^(?:no\sdates?|dates?\s(?:to\sbe|tb[acd]))\b",
    # it begins later
    r"\b(?:works?|project|programme|delivery|construction|procurement|consultation|installation|surveys?|training)"
    r"\s(?:starts|commences|begins|(?:start|commence|begin)\s(?:on|in|next|shortly|soon))\b",
    r"\b(?:due|expected|planned|scheduled|will|to|can(?:\sonly)?)\s(?:to\s)?(?:start|begin|commence)\b",
)
_NOT_COMPLETE = either(
    # not yet in use
    rf"(?:^not|\bnot\s(?:yet|fully))\s(?:been\s|yet\s|fully\s){{0,2}}(?:{RUNNING}|(?:gone\s)?live)\b",
    # not yet done, and short forms of it
    rf"\bnot\s(?:yet\s|been\s|fully\s|quite\s|all\s|currently\s){{0,4}}{FINISHED}\b",
    rf"n't\s(?:yet\s|been\s|fully\s|quite\s){{0,3}}{FINISHED}\b",
    r"\b(?:in|un-?)completed?\b|\b(?:heb|ddim)\s(?:wedi(?:'i|\sei)|gael\sei|ei)\s(?:gwblhau|gyflawni|orffen)\b",
    # nothing of it is done
    rf"(?<![\d/])0\s?(?:/|(?:out\s)?of)\s?\d+\s(?:[\w-]+\s){{0,2}}{FINISHED}\b",
    rf"\bfar\sfrom\s{FINISHED}\b|\b(?:never|nothing|none|nobody)\b[^.;]{{0,30}}\b{FINISHED}\b",
)
_DECIDED = r"\b(?:decided|decision|agreed|resolved|voted|opted|chosen|chose)"
_THIS = (
    r"(?:this|it|the)(?:\s(?:action|project|proposal|scheme|idea|plan|work|initiative))?"
    rf"(?:{STOPS}|\s(?=(?:due|owing|because|following|given|as|on|at|in|any)\b))"
)
"""An action as the object of what was decided."""
_CANCELLED = either(
    # those who decide have turned it down
    r"^(?:the\s)?(?:[\w-]+\s){0,2}(?:cabinet|council|committee|executive|board|members|governors|trustees|commissioner)\s(?:(?:has|have|formally)\s)*"
    rf"(?:rejected|declined)\s(?:the|this)\s(?:action|recommendation){STOPS}",
    # the action is out of the plan, which its object would not be
    rf"(?:^|[.;:]\s)(?:(?:this|the)\s)?(?:action|recommendation|objective)\s(?:(?:has|been|is|was|now)\s){{0,3}}(?:removed|deleted)"
    rf"(?:{STOPS}|\s(?=(?:from\s(?:the\s|this\s)?(?:\w+\s)?(?:plan|programme|register|log)|by|at|following|due)\b))",
    # the action itself has ended
    rf"{SUBJECT}(?:{LET_GO}|not\sagreed{STOPS})",
    rf"[-,;:.(]\s?(?:(?:so|and|it|this|is|now)\s){{0,3}}{NO_LONGER_OURS}",
    # it was looked into, and no more
    r"^(?:this\s)?(?:was\s)?(?:reviewed|considered|explored|investigated|assessed|evaluated|trialled|piloted|discussed)(?:\s(?:by|at|in)(?:\s[\w-]+){1,3}?)?"
    rf"\s?[-,;]?\s(?:(?:and|but|then|it|was|is|found|now)\s){{0,3}}(?:{LET_GO}|(?:discounted|not\s(?:required|needed|adopted|continued)){STOPS})",
    # others have it now, and it is to leave the plan
    r"\b(?:action|responsibility|ownership|function|service|project|scheme|work|this|it)\s(?:(?:has|have|is|was|been|now)\s){0,3}"
    r"(?:transferred|passed|handed\sover|moved)\sto\b[^.;]{1,60}?[-.,;:]\s(?:please\s|to\sbe\s)?removed?\sfrom\s(?:\w+\s){0,2}plan[\s.)]*$",
    # a decision to drop it
    rf"{_DECIDED}(?:\s(?:was|made|taken|in\s[a-z]+|then|by(?:\s[\w-]+){{1,3}}?)){{0,2}}\sto"
    rf"\s(?:drop|abandon|cancel|withdraw|discontinue|scrap|stop)\s{_THIS}",
    # a decision not to do it
    rf"{_DECIDED}(?:\s(?:was|made|taken|in\s(?:{MONTH_NAMES}))){{0,2}}(?:\s(?:of|by)(?:\s[\w-]+){{1,4}}?)?\snot\sto\s(?:pursue|progress|implement|continue|proceed|do)"
    rf"(?:{STOPS}|\s(?:due|owing|because|following|given)\b|\s(?:with\s)?{_THIS})",
)
_SUPERSEDED = either(rf"{SUBJECT}{REPLACED}\b", rf"[-:;(]\s?duplicate(?:\sof\b|{STOPS})")
_NOT_CLEAR = either(
    r"\bnot\s(?:viable|feasible)\b|\b(?:voted|decided)\sagainst\b|\bturned\sdown\b|\bkilled\soff\b",
    r"[-;,:.]\s(?:will\s|does\s)?not\s(?:be\s)?(?:proceed|pursu|going\sahead|taken\sforward)",
    rf"{_DECIDED}(?:\s\w+){{0,2}}\snot\sto\b",
    rf"(?:\b(?:and|but)|,)\s(?:was\s|were\s)?not\s(?:supported|approved|accepted|agreed){STOPS}",
    # a choice of two, as in the key of a report
    rf"^\W*{FINISHED}\sor\b",
)
_IN_PART = either(
    # a share of it: "Completed 3 of 5"
    rf"^{FINISHED}\s{SHARE}\b",
    rf"\b{PART}[\s-]{{0,3}}(?:been\s)?(?:{FINISHED}|{RUNNING})\b",
    rf"\b(?:some|most|several|half|many|much|a\slot|lots|majority|bulk|a\snumber|{SHARE})\b[^.;]{{0,40}}"
    r"\b(?:completed?|done|achieved|implemented|delivered|closed)\b",
    # a lettered part of it
    rf"(?<!\w)\(?[a-h1-9]\)\s?(?:\w+\s){{0,2}}{FINISHED}\b",
)
IN_PART = rule("completed in part", Status.PART_COMPLETED, _IN_PART)
_WILL = either(
    # what is to come, wished or hoped for
    r"will|to|shall|should|would|could|may|might|can|must|due|proposed|recommend(?:ed)?|ready|request(?:ed)?",
    r"expect(?:ed|ing)?|aim(?:s|ing)?|hope(?:s|d|ful)?|plan(?:s|ning)?",
    # what it waits for
    r"once|when|until|till|after|if|before|unless|whether|subject\sto|as\ssoon\sas|pending|awaiting",
    # how near it is
    r"towards?|for|close\sto|nearing|approaching",
)
_AHEAD = either(
    # the day of completion is told
    r"\bcompletion\s(?:date\s)?(?:is\s|now\s)?(?:due|expected|anticipated|planned|forecast|targeted|by)\b",
    r"\b(?:expected|anticipated|forecast|revised|new|target)\scompletion\b",
    r"^(?:expected|anticipated|due|forecast)\s(?:by|in|on|for|to|completion)\b|(?:^|\w\s)complete\sby\b",
    r"^(?:\w+\s)?(?:completes|finishes)\s(?:in|on|by|next|this|shortly|soon)\b",
    # what is aimed at
    rf"\b(?:target|forecast|goal|aim|intention|deadline)\s?[:=-]\s?{FINISHED}",
    rf"\b{_WILL}\b[^.;]{{0,50}}\b(?:{FINISHED}|{RUNNING}|complete|close|closure|finish|finali[sz]\w+|live|sign(?:ed)?[\s-]off)\b",
    r"\bsign[\s-]off\s(?:is\s)?(?:expected|due|awaited|required|needed|outstanding)\b",
)
_ON_HOLD = either(
    # it stands still, or is to
    rf"{_DECIDED}(?:\s[\w'-]+){{0,4}}?\sto\s(?:defer|pause|postpone|suspend|delay|park)\b",
    r"\b(?:on[\s-](?:hold|ice)|paused|suspended|deferred|postponed|in\sabeyance|stalled|halted|put\sback)\b",
    rf"\b{NOT_NOW}|\bno\s(?:further\s|more\s)?(?:work|progress|action)(?:\s[\w-]+){{0,3}}?\s(?:until|till|before)\b",
    r"\b(?:recruitment|vacancy|spend(?:ing)?|budget|capital)\s(?:(?:is|was|now|currently)\s)?(?:frozen|freeze)\b",
    # what it waits for
    r"\bpending\s(?:the\s|an?\s|any\s|further\s)?(?:[\w-]+\s)?(?:action|decision|outcome|resolution|clarification|guidance"
    r"|funding|elections?|re-?organi[sz]ation|announcement|legislation)\b(?!\splan)",
    r"^(?:[\w']+\s){0,4}?(?:await(?:s|ing)|wait(?:s|ing)\s(?:on|for))\b[^.;]{1,100}?\b(?:before|so\sthat|prior\sto)\s(?:[\w']+\s){0,3}?"
    r"(?:proceed|progress|start|begin|commenc|continu|(?:mov|go|tak)\w*\s(?:\w+\s)?(?:forward|ahead|further))\w*",
)
_CANNOT_GO_ON = (
    r"\b(?:cannot|can't|can\snot|could\snot|unable\sto|not\sable\sto|not\spossible\sto)\s(?:(?:currently|now|yet|be)\s){0,2}"
    r"(?:proceed|progress|continue|advance|(?:mov|tak|go)(?:e|en)?\s(?:\w+\s)?(?:forward|ahead|further))\w*"
)
_AT_RISK = either(
    # the time is or will be missed
    r"(?:at|high)[\s-]risk|behind\s(?:schedule|target|plan|time)|delay(?:s|ed)?|slipp(?:ed|ing|age)|overdue|missed",
    r"off[\s-](?:track|target)|not\son\s(?:track|target|schedule)|pushed\sback|(?:is|are|was|running)\slate|setbacks?",
    r"risk\s(?:of|that)\s(?:\w+\s){0,4}?(?:not|missing|failing|over-?run\w*)(?!\w)",
    # something stands in the way
    r"blocked|problems?|difficult(?:y|ies)?|barriers?|requires?\sfurther|unlikely|failed|unsuccessful(?:ly)?",
    r"unable|cannot|can't|not\spossible",
    r"(?<!cause of )(?<!causes of )(?<!area of )(?<!areas of )concerns?",
    # people or money are short
    r"vacant|vacancy(?!\s(?:(?:is|was|has|been|now)\s){0,2}(?:closed|closes|advertised|filled|out|live))",
    r"insufficient|lack\sof|shortages?",
    r"no\s(?:resources?|capacity|funding|budget|funds|staff|money)"
    r"(?=\s*(?:$|[-.,;:()])|\s(?:available|identified|allocated|secured|at|in\splace|to|until|yet)\b)",
)
_ONGOING = (
    r"\b(?:on-?\s?going|continu(?:ous(?:ly)?|al(?:ly)?|es|ing)|(?<!will\s)(?<!to\s)continue\sto|business\sas\susual|regularly|bau|(?:rolling|cyclical)\sprogramme"
    r"|standing\sitem)\b"
)
_WITH_SOMEBODY = (
    r"^with\s(?:[\w&'-]+\s){1,4}for\s"
    r"(?:comments?|review|approval|sign[\s-]?off|decision|signature|checking|consideration)\b"
)
_IN_PROGRESS = either(
    # it is being done
    r"in[\s-]progress|under\s?way|in\shand|being\s\w+|currently|working|yn\smynd\srhagddo|ar\s(?:y\sgweill|waith)",
    r"(?:we|they|is|are|i'?m|team)\s(?:(?:are|is|currently|now|still|also|actively)\s){0,3}(?!nothing\b|during\b)\w{2,}ing",
    # it has begun and moves
    r"(?:is|are|meetings?|sessions?|checks?|visits?|work)\s(?:now\s)?taking\splace|start(?:ed|ing)|commenced|begun|began|progress(?:ing|ed|es)?|well\sadvanced|moving\sforward|early\sstages",
    r"nearly\sthere|almost\sthere|so\sfar",
    # a stage of it
    r"preparatory\swork|draft(?:s|ed|ing)?|develop(?:ing|ed|s)|consult(?:ing|ation)|proposed|recruiting",
    r"on\ssite|out\sto\s(?:tender|advert|consultation)",
    r"under\s(?:review|consideration|development|discussion|construction)|in\s(?:development|preparation|discussion|draft)",
    r"(?:vacanc(?:y|ies)|adverts?|applications?|tenders?|surveys?|bids?|nominations?)"
    r"\s(?:(?:is|are|was|were|has|have|been|now)\s){0,2}clos(?:ed|es|ing)",
    # others have it for now
    r"on\sorder|await(?:ing|ed)|waiting",
    # its time is known
    r"on[\s-](?:track|target|schedule|course)|ahead\sof\s(?:schedule|target|time)|extended|re-?scheduled|now\s(?:expected|anticipated|forecast)",
)
_STEP_TAKEN = r"\b(?:approved|agreed|appointed|recruited|has\sbeen\s(?:made|held|set\sup))\b"

ANYWHERE = (
    rule("nothing said", Status.UNKNOWN, _NOTHING_SAID),
    rule("no clear status", Status.UNKNOWN, _ACCEPTED),
    rule("opened again", Status.IN_PROGRESS, r"\b(?:re-?open(?:ed|ing)?|restarted)\b"),
    rule("will not be done", Status.AT_RISK, _WILL_NOT_BE),
    rule("on hold", Status.ON_HOLD, _CANNOT_GO_ON),
    rule("not started", Status.NOT_STARTED, _NOT_STARTED),
    rule("not complete", Status.IN_PROGRESS, _NOT_COMPLETE),
    rule("cancelled", Status.CANCELLED, _CANCELLED),
    rule("superseded", Status.SUPERSEDED, _SUPERSEDED),
    rule("no clear status", Status.UNKNOWN, _NOT_CLEAR),
    IN_PART,
    rule("done so far", Status.IN_PROGRESS, rf"\b{FINISHED}\s(?:to\sdate|so\sfar|thus\sfar)\b"),
    rule("completion ahead", Status.IN_PROGRESS, _AHEAD),
    rule("on hold", Status.ON_HOLD, _ON_HOLD),
    rule("at risk", Status.AT_RISK, rf"\b{_AT_RISK}\b"),
    rule("ongoing", Status.ONGOING, _ONGOING),
    rule("in progress", Status.IN_PROGRESS, rf"{_WITH_SOMEBODY}|\b{_IN_PROGRESS}\b"),
    rule("a step was taken", Status.IN_PROGRESS, _STEP_TAKEN),
)
"""Words anywhere in a phrase."""
