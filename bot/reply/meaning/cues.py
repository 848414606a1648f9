"""Cues of a state that nobody names ("on ice", "two still to go"), a table for each: what is asked about by name.

A cue is never enough to write anything. Each table is read without regard to case; its entries end where a word ends.
"""

from __future__ import annotations

import re

from bot.reading.numbers import NUMBER_WORDS
from bot.reply.words.phrases import any_of
from bot.reply.words.status_parts import OFTEN

_GAVE_UP = r"(?:dropped|scrapped|shelved|binned|ditched|abandoned|pulled|cancelled|canned|descoped|withdrawn|axed)"
_GIVE_UP = r"(?:drop|scrap|shelve|bin|ditch|abandon|pull|cancel|can|axe|withdraw)"
_ITSELF = r"(?:this|it|that|these|they|(?:the |this )?(?:action|project|scheme|idea|proposal|work|plan|one|item))"
_UNDERTAKING = r"(?:this|it|that|one|action|project|scheme|work|works|consultation|review|programme|recruitment)"
_WHO = (
    rf"(?:(?:we|i|they|members|cabinet|council|slt|cmt|board)(?: have| has|['’]ve)?"
    rf"|{_ITSELF}(?:['’]s| has| have| was| were| is)?(?: been)?)"
)
_UNTIL = r"(?:for (?:now|the (?:time|moment|present))|until|till|pending|while|whilst|temporarily|at the moment)"
_FOR_GOOD = (
    rf"(?! ?[,;-]? ?(?:{_UNTIL}|before|by|yet|unless|without|as|so|in (?:the )?\d"
    r"|this (?:year|month|week|quarter|time)))"
)
_NOT = r"(?:not|\w+n['’]t|no longer)"
_TIME = r"(?:(?:\w+ )?(?:days?|weeks?|months?|hours?|years?|staff|officers?|people))"
_SOME = rf"(?:\d+|{NUMBER_WORDS}|a few|a couple|several)"

DROPPED = any_of(
    # somebody has given it up, or resolved to
    rf"{_WHO} (?:now |since |all )?(?!withdrawn){_GAVE_UP}(?! (?:off|from (?:red|amber|green|the agenda"
    rf"|(?-i:[A-Z])\w+))\b){_FOR_GOOD}, (?:agreed|decided|voted|resolved|chose|chosen|going|wants?"
    rf"|wanted)(?: [\w ]{{2,25}}?)? to {_GIVE_UP}, (?:decision|decided|agreed|resolved"
    r"|instruct\w*|opted|chosen?|elected)[^.;\n]{0,80}? not to (?!wait|delay|change|move|rush|start|begin|close|extend"
    r"|push|use|be\b|put|hold|miss)\w+(?![^.;\n]*\b(?:until|till|before|unless|without|yet)\b), "
    # it will not be
    r"(?:will not|would not|won['’]t) (?:now )?(?:be )?(?:pursu\w+|proceed\w*|go(?:ing)? ahead"
    rf"|happen(?:ing)?){_FOR_GOOD}, {_NOT} (?:now |being )?(?:doing|carrying on|continuing|continued|pursued|pursuing"
    r"|proceeding with|going (?:ahead|forward) with|(?!expect|delay|chas|find|see|ask|us)\w+ing(?= (?:this|it|them"
    rf"|these)(?! up)))(?>(?: (?:this|it|them|these))?){_FOR_GOOD}, "
    # nobody needs it
    rf"(?:{_ITSELF}(?: is| was)?|so|action) {_NOT} (?:be(?:ing)? )?(?:needed|wanted|required|necessary|applicable"
    rf"|relevant|a priority){_FOR_GOOD}, "
    r"no (?:longer|more) (?:need|call|demand|point|exists?|something"
    r"|an? (?!backlog|delay|queue|problem|issue)[\w-]+ to), falls? away, "
    r"(?:so|therefore|meaning|means)(?: that)? (?:(?:there|we|it) )?(?:is|was"
    r"|has|have|had|are)? ?no need (?:for (?:it|this|an?|the|any)|now)"
)
TAKEN_OVER = any_of(
    r"(?:folded|rolled|absorbed|wrapped|subsumed|incorporated|merged|combined)(?: (?:this|it|that"
    r"|them))?(?: up)? (?:into|in|with), (?:supersedes?|that replaces) (?:this|it), "
    r"(?:strategy|plan|policy|programme|framework|contract) covers (?:this|it), "
    r"will (?:do|cover|handle) (?:this|it) instead, "
    r"(?:forms?|is|are) (?:now )?(?:a )?part of (?:the|our|a|action)(?! (?:problem|day job|routine)\b), "
    r"left to the (?:new|successor) (?:council|authority|unitary), "
    r"(?:picked up|covered|dealt with|captured|tracked) (?:by|in|under|through|as part of) (?:the|action|our|another)"
)
HELD = any_of(
    rf"(?:{_GAVE_UP}|stopped|halted|ceased|frozen|stood down) {_UNTIL}, "
    rf"{_UNDERTAKING}(?: on (?!hold\b)\w+)? (?:(?:has|have|had|is|are|was|were|been|now|all|come|came|to"
    r"|a) )*(?:stopped|halted|frozen|stood down|halt|standstill), legal challenge, judicial review, injunction, (?:had"
    r"|have|told|asked|decided) to (?:stop|halt|freeze), wants?(?: us)? to hold off, no (?:money|funds"
    r"|funding|budget)\b[^.;\n]{0,30}\b(?:until|till), no date (?:until|till), on ice, in abeyance, "
    r"nothing(?: (?:can|will|could|is))? (?:happen(?:ing)?|mov(?:e|ing)|be done) (?:until|till|while|before), "
    r"(?:will|to|['’]ll) (?:restart|re-start|resume|pick(?: (?:it|this))? up again"
    rf"|start (?:up )?again), (?:{_NOT}|unable)(?: been)?(?: able)? to (?:progress|proceed|continue|take (?:this"
    r"|it) forward), fr(?:oze|ozen|eeze)(?: [\w'’]+){0,3}? (?:vacanc(?:y|ies)|recruitment|posts?|spend(?:ing)?|budgets?"
    r"|hiring)"
)
NOT_BEGUN = any_of(
    r"(?:no|nothing|none) (?:\w+ ){0,2}(?:has |have )?(?:yet )?(?:been )?(?:done|started|begun|looked at|happened|moved"
    rf"|work), (?:{_NOT}|yet|still)(?: \w+){{0,2}} (?:been )?(?:looked at|touched|picked up|got (?:round )?to"
    r"|get round to|begun|happened|had (?:a )?(?:chance|time)|started|kick(?:ed)? off), (?:can['’]t|cannot|unable to"
    r"|not able to)(?: \w+)? (?:start|begin|commence)(?: (?:this|it|that|work|on it))* (?:until|till|before|unless), "
    r"before (?:we|i) (?:can )?(?:start|begin|commit), "
    r"to be (?:decided|determined|scheduled|arranged|planned|scoped) (?:once|when|after"
    r"|following|later), (?:we|i|to|will|due to) (?:start|begin|commence|kick off|pick (?:this"
    r"|it) up|get going)(?: (?:this|it|on this))? (?:on|in|next|at|from|after|once|when)"
)
LEFT_OVER = any_of(
    rf"{_SOME}(?! {_TIME}) (?:[\w-]+ ){{0,2}}?(?:(?:is |are )?(?:still )?(?:left|to go|remaining|outstanding)|(?:is "
    r"|are )?still (?:open|to (?:do|come|go))), partly, half(?:way| way)? (?:through|there|done), most of (?:it|them), "
    r"(?:yes|done|finished|complete|published"
    r"|approved|live),? (?:but )?(?!on \d)[\w ]{1,30} (?:no|not|hasn['’]t|haven['’]t)"
)
_COLOUR = (
    r"(?:^\W*|\b(?:is|at|as|to|still|now|so|rated?|rating|rag|it|this|stays?|remains?|turned|gone|going|one|called?"
    r"|say|s)\W{1,3})"
)
_COLOUR_ENDS = (
    r"(?=\W*(?:$|\b(?:for|at|on|this|until|because|as|due|now|again|rated|i['’]?m|please|overall)\b)|[.;)]"
    r"|, (?-i:[a-z]))"
)
AMBER = re.compile(rf"{_COLOUR}(?:red|amber)\b{_COLOUR_ENDS}", re.IGNORECASE)
TROUBLE = any_of(
    r"delay(?:s|ed)?, slip(?:s|ped|ping|page)?, over-?run\w*, (?:weeks?|months?|days?|bit|way|running"
    r"|falling) (?:behind|late), (?:will|going to) (?:miss|be late|slip), (?:won['’]t|(?:not|never) going to) (?:make"
    rf"|hit|meet|get), (?:{_NOT}|cannot) (?:see|think|believe)(?: (?:this|it|us|that|we|is|are|will"
    r"|be|the \w+))* (?:how|where|achievable|possible|realistic|doable|feasible|being|hitting|meeting|making|getting), "
    r"rejected by, escalat\w+, short of (?:staff|money|people), deferred (?:it|this|again), refus(?:e|es|ed|ing), "
    r"no (?:appointable |suitable )?(?:candidates|bids|bidders|takers|applicants), unlikely to, struggling, stuck, "
    r"blocked, held up, f[ae]ll(?:en)? through, failed (?:the|its|our), "
    r"(?:gone|went|go|going) (?:bust|under), (?:in|into|entered) (?:administration|liquidation|receivership)",
    extra=AMBER.pattern,
)
ENDLESS = any_of(
    r"day job, (?:part of|now) (?:routine|business as usual), rolling (?:programme|review|basis), "
    r"standing (?:item|agenda), no end date, (?:each|every) (?:day|week|month|quarter|term|year) (?:and|at|so|we|do|go"
    rf"|keep|will|shall), (?:done|held|checked|published|reconciled|(?:carri|updat|review|report)ed(?: out)?) {OFTEN}, "
    rf"(?:run|happen|meet|go|continue|take place|come out)(?:s|ing| on)? {OFTEN}, "
    rf"{OFTEN} (?:\w+ ){{1,2}}(?:is|are)(?: now| all)? (?:running|happening|held|in place)",
)
STEP = r"(?:interviews?|shortlisting|site visits?)"
GOES_ON = any_of(
    r"being (?:done|completed|finished|closed), (?:would|should) be (?:completed?|done|finished), restarted",
    extra=rf"\b{STEP} (?:(?:is|are|on|in|booked|set|planned|arranged|scheduled"
    r"|next|this|w/c)\b|\d)|"
    rf"{_COLOUR}green\b{_COLOUR_ENDS}"
    r"|\bre-?(?:order|do|start|tender|advertis|run|build|test)\w*(?: now)?\W*$"
    r"|^\W*(?:all |it['’]?s |this is |(?:the )?(?:rest|others?)(?: (?:is|are))?(?: all)? )?(?:fine|ok|okay|good)"
    r"(?:,? (?:thanks|thank you|so far|here|for now|at the moment|no problems))*\W*$",
)
_WILL = (
    r"(?:(?:i|we|he|she|they|(?-i:[A-Z])\w+)(?:['’](?:ll|d)| will| shall|['’]m going to| am going to)(?: \w+){0,2}?"
    r"|and(?: will)?(?: then)?|^will|^let me)"
)
_ANSWER = (
    r"(?:answer|reply|respond|report back|come back|get back|be in touch|let you know|look into"
    r"|write|(?:update|drop|e-?mail|send) you)"
)
TELLS_NOTHING = any_of(
    # who answers, and when
    rf"{_WILL} {_ANSWER}, (?:when|once) (?:i|we)(?:['’](?:m|re)| am| are| get| have got) (?:back|in), "
    r"(?:covering|standing in|deputising|replying|answering) for (?:(?-i:[A-Z])\w+|her|him|them), "
    r"(?:is|am|are|['’][sm]) on (?:annual )?leave, (?:can ?not|can['’]t) (?:speak|comment|answer), "
    r"(?:question for|asked?) (?-i:[A-Z])\w+, "
    # where it stands, or that it makes no sense
    r"(?:as per|see|in|from|gave) (?:my|our|the|(?-i:[A-Z])[\w'’]+) (?:a )?(?:full |last |previous )*(?:update|e-?mail"
    r"|note|report|verbal), (?:don['’]t|do not) (?:recognise|understand)",
)
"""Words about who will answer, and when: they tell of no state, and no day in them is the action's."""
