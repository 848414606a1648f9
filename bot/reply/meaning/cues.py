"""Cues of a state that nobody names ("downed tools", "two still to go"), a table for each: what is asked about by name.

A cue is never enough to write anything. Each table is read without regard to case; its entries end where a word ends.
"""

from __future__ import annotations

from bot.reading.numbers import NUMBER_WORDS
from bot.reply.words.phrases import any_of

_GAVE_UP = r"(?:dropped|scrapped|shelved|binned|ditched|abandoned|pulled|cancelled|canned|descoped|withdrawn|axed)"
_GIVE_UP = r"(?:drop|scrap|shelve|bin|ditch|abandon|pull|cancel|can|axe|withdraw)"
_ITSELF = r"(?:this|it|that|these|they|(?:the |this )?(?:action|project|scheme|idea|proposal|work|plan|one|item))"
_UNDERTAKING = r"(?:this|it|that|one|action|project|scheme|work|works|consultation|review|programme|recruitment)"
_WHO = (
    rf"(?:(?:we|i|they|members|cabinet|council|slt|cmt|board)(?: have| has|['’]ve)?"
    rf"|{_ITSELF}(?:['’]s| has| have| was| were| is)?(?: been)?)"
)
_IT = r"(?:this|it|that|these|them|(?:the|this|that) (?:idea|plan|proposal|project|scheme|action|work|whole thing))"
_UNTIL = r"(?:for (?:now|the (?:time|moment|present))|until|till|pending|while|whilst|temporarily|at the moment)"
_FOR_GOOD = (
    rf"(?! ?[,;-]? ?(?:{_UNTIL}|before|by|yet|unless|without|as|so|in (?:the )?\d"
    r"|this (?:year|month|week|quarter|time)))"
)
_NOT = r"(?:not|\w+n['’]t|no longer)"
_LIST = (
    r"(?= (?:the|this|that|my|your|our) (?:\w+ )?(?:list|plan|tracker|log|schedule)\b|\W*(?:$|\n)| ?[.,;)]| please\b)"
)
_CARRIED_OUT = (
    r"(?:(?:signed|closed) off|agreed|approved|adopted|published|delivered|installed|replaced|repaired|fitted|held|sent"
    r"|built|live|in place|done)"
)
_TIME = r"(?:(?:\w+ )?(?:days?|weeks?|months?|hours?|years?|staff|officers?|people))"
_SOME = rf"(?:\d+|{NUMBER_WORDS}|a few|a couple|several)"
_EACH = r"(?:each|every)"

DROPPED = any_of(
    # somebody has given it up, or resolved to
    rf"{_WHO} (?:now |since |all )?(?!withdrawn){_GAVE_UP}(?! (?:off|from (?:red|amber|green|the agenda"
    rf"|(?-i:[A-Z])\w+))\b){_FOR_GOOD}, (?:agreed|decided|voted|resolved|chose|chosen|going|wants?"
    rf"|wanted)(?: [\w ]{{2,25}}?)? to {_GIVE_UP}, (?:can|could|shall) (?:we|you) (?:please )?{_GIVE_UP} {_IT}, "
    rf"decided against (?:{_IT}|doing|going|having), changed our minds? about, (?:decision|decided|agreed|resolved"
    r"|instruct\w*|opted|chosen?|elected)[^.;\n]{0,80}? not to (?!wait|delay|change|move|rush|start|begin|close|extend"
    r"|push|use|be\b|put|hold|miss)\w+(?![^.;\n]*\b(?:until|till|before|unless|without|yet)\b), "
    # it will not be
    r"(?:will not|would not|won['’]t) (?:now )?(?:be )?(?:pursu\w+|proceed\w*|go(?:ing)? ahead"
    rf"|happen(?:ing)?){_FOR_GOOD}, {_NOT} (?:now |being )?(?:doing|carrying on|continuing|continued|pursued|pursuing"
    r"|proceeding with|going (?:ahead|forward) with|(?!expect|delay|chas|find|see|ask|us)\w+ing(?= (?:this|it|them"
    rf"|these)(?! up)))(?>(?: (?:this|it|them|these))?){_FOR_GOOD}, "
    # nobody needs it
    rf"(?:{_ITSELF}(?: is| was)?|so|action) {_NOT} (?:be(?:ing)? )?(?:needed|wanted|required|necessary|applicable"
    rf"|relevant|a priority){_FOR_GOOD}, no (?:longer|more) (?:need|call|demand|point|exists?|an action|something), "
    r"wound up, n/a now, obsolete, falls? away, (?:so|therefore|meaning|means)(?: that)? (?:(?:there|we|it) )?(?:is|was"
    r"|has|have|had|are)? ?no need (?:for (?:it|this|an?|the|any)|now), (?:please )?(?:remove|delete) (?:this|it"
    r"|the action)(?= ?(?:$|[.,;!]| action| please| from)), cut in the budget, (?:fell|fallen|falls) by the wayside, "
    r"(?:decided|agreed|confirmed|told us|say|said)[^.;\n]{0,40} (?:do|did|does)(?:n['’]t| not) want"
    r" (?!to\b|\w+ to\b|\w+ (?:delay|gap|rush))\w+, "
    r"no longer an? (?!backlog|delay|queue|problem|issue)[\w-]+(?: \w+)? to (?!clear|fix|resolve|address|chase)\w+",
    extra=rf"^\W*{_GAVE_UP}\b(?! off\b){_FOR_GOOD}"
    # off the list, and not for having been done
    rf"|^(?![\s\S]*\b{_CARRIED_OUT}\b)[\s\S]*\b(?:(?:take|taking|strike|cross) {_ITSELF}(?: one)? off"
    rf"|(?:can|could|should|to|may)(?: now)? come off|comes off){_LIST}",
)
TAKEN_OVER = any_of(
    r"(?:folded|rolled|absorbed|wrapped|subsumed|incorporated|merged|combined)(?: (?:this|it|that"
    r"|them))?(?: up)? (?:into|in|with), (?:supersedes?|that replaces) (?:this|it), (?:strategy|plan|policy|programme"
    r"|framework|contract) covers (?:this|it), will (?:do|cover|handle|pick up) (?:this|it) instead, (?:forms?|is"
    r"|are) (?:now )?(?:a )?part of (?:the|our|a|action)(?! (?:problem|day job|routine)\b), left to the (?:new"
    r"|successor) (?:council|authority|unitary), (?:picked up|covered|dealt with|captured|tracked) (?:by|in|under"
    r"|through|as part of) (?:the|action|our|another)"
)
HELD = any_of(
    rf"{_GAVE_UP} {_UNTIL}, (?:stopped|halted|ceased|frozen|stood down) {_UNTIL}, temporarily (?:stopped|halted"
    rf"|closed), {_UNDERTAKING}(?: on (?!hold\b)\w+)? (?:(?:has|have|had|is|are|was|were|been|now|all|come|came|to"
    r"|a) )*(?:stopped|halted|frozen|stood down|halt|standstill), legal challenge, judicial review, injunction, (?:had"
    r"|have|told|asked|decided) to (?:stop|halt|freeze), no (?:money|funds|funding|budget)\b[^.;\n]{0,30}\b(?:until"
    r"|till), not (?:currently |now )?being progressed, (?:asked|told) (?:(?:for it|us) )?to (?:stop and )?(?:wait"
    r"|hold), on ice, wants?(?: us)? to hold off, to one side, (?:back )?on the shelf, downed tools, just resting, "
    r"in abeyance, in limbo, moratorium, embargo, mothballed, back ?burner, (?:spending|recruitment|budget) freeze, "
    r"nothing(?: (?:can|will|could|is))? (?:happen(?:ing)?|mov(?:e|ing)|be done) (?:until|till|while|before), "
    r"no date (?:until|till), (?:will|to|['’]ll) (?:restart|re-start|resume|pick(?: (?:it|this))? up again"
    rf"|start (?:up )?again), (?:{_NOT}|unable)(?: been)?(?: able)? to (?:progress|proceed|continue|take (?:this"
    r"|it) forward), fr(?:oze|ozen|eeze)(?: [\w'’]+){0,3}? (?:vacanc(?:y|ies)|recruitment|posts?|spend(?:ing)?|budgets?"
    r"|hiring)",
    extra=r"^\W*hold\b",
)
NOT_BEGUN = any_of(
    r"(?:no|nothing|none) (?:\w+ ){0,2}(?:has |have )?(?:yet )?(?:been )?(?:done|started|begun|looked at|happened|moved"
    rf"|work), no work(?: as)? yet, (?:has not|have not|hasn['’]t|haven['’]t) happened, untouched, (?:{_NOT}|yet"
    r"|still)(?: \w+){0,2} (?:been )?(?:looked at|touched|picked up|got (?:round )?to|get round to|begun"
    r"|had (?:a )?(?:chance|time)|started|kick(?:ed)? off), (?:can['’]t|cannot|unable to|not able to)(?: \w+)? (?:start"
    r"|begin|commence)(?: (?:this|it|that|work|on it))* (?:until|till|before|unless), before (?:we|i) (?:can )?(?:start"
    r"|begin|commit), (?:to be|will be|due to be) (?:started|begun|starting|beginning|kicking off), "
    r"on my (?:to[ -]do )?list, to be (?:decided|determined|scheduled|arranged|planned|scoped) (?:once|when|after"
    r"|following|later), next in the queue, (?:we|i|to|will|due to) (?:start|begin|commence|kick off|pick (?:this"
    r"|it) up|get going)(?: (?:this|it|on this))? (?:on|in|next|at|from|after|once|when)"
)
LEFT_OVER = any_of(
    rf"{_SOME}(?! {_TIME}) (?:[\w-]+ ){{0,2}}?(?:(?:is |are )?(?:still )?(?:left|to go|remaining|outstanding)|(?:is "
    r"|are )?still (?:open|to (?:do|come|go))), (?:the )?only one left, partly, half(?:way| way)? (?:through|there"
    r"|done), most of (?:it|them), (?:done|complete|completed|finished) (?:on|for|at|in) (?:the )?(?:new|first|main"
    r"|north|south|some|most), in (?:the )?first (?:phase|tranche|wave), (?:yes|done|finished|complete|published"
    r"|approved|live),? (?:but )?(?!on \d)[\w ]{1,30} (?:no|not|hasn['’]t|haven['’]t)"
)
_COLOUR = (
    r"(?:^\W*|\b(?:is|at|as|to|still|now|so|rated?|rating|rag|it|this|stays?|remains?|turned|gone|going|one|called?"
    r"|say)\W{1,3})"
)
_COLOUR_ENDS = (
    r"(?=\W*(?:$|\b(?:for|at|on|this|until|because|as|due|now|again|rated|i['’]?m|please|overall)\b)|[.;)]"
    r"|, (?-i:[a-z]))"
)
TROUBLE = any_of(
    r"delay(?:s|ed)?, slip(?:s|ped|ping|page)?, over-?runs?, over-?running, (?:weeks?|months?|days?|bit|way|running"
    r"|falling) (?:behind|late), will miss, going to (?:miss|be late|slip), won['’]t (?:make|hit|meet|get), (?:not"
    rf"|never) going to (?:make|hit|meet), (?:{_NOT}|cannot) (?:see|think|believe)(?: (?:this|it|us|that|we|is|are|will"
    r"|be|the \w+))* (?:how|where|achievable|possible|realistic|doable|feasible|being|hitting|meeting|making|getting), "
    r"rejected by, escalat\w+, over ?budget, \d+ ?% over, through the roof, short of (?:staff|money|people), "
    r"high risk(?! \w), deferred (?:it|this|again), refus(?:e|es|ed|ing), no (?:appointable |suitable )?(?:candidates"
    r"|bids|bidders|takers|applicants), unlikely to, struggling, wobbling, stuck, bogged down, in trouble, blocked, "
    r"at an impasse, deadlock\w*, fallen out, called in, failed (?:the|its|our), (?:(?:gone|went|go|going) (?:bust"
    r"|under)|(?:in|into|entered) (?:administration|liquidation|receivership)), (?:contractor|supplier) (?:has "
    r"|have )?(?:walked|quit), drawing board",
    extra=rf"{_COLOUR}(?:red|amber)\b{_COLOUR_ENDS}|\brag\W{{1,3}}[ra]\b",
)
ENDLESS = any_of(
    r"never (?:really )?(?:ends?|finish(?:es)?|stops?), day job, (?:part of|now) (?:routine|business as usual), "
    rf"{_EACH} (?:day|week|month|quarter|term|year) (?:and|at|so|we|do|go|keep|will|shall)[\w ]*, rolling (?:programme"
    r"|review|basis), regularly (?:done|held|reviewed), updated (?:weekly|monthly|quarterly|annually), standing (?:item"
    r"|agenda), no end date",
    extra=r"^\W*rolling\b",
)
STEP = r"(?:interviews?|shortlisting|site visits?)"
GOES_ON = any_of(
    r"being (?:done|completed|finished|closed), (?:completion|finish) (?:is |now |date )*(?:forecast|expected|due"
    r"|planned|likely), (?:would|should) be (?:completed?|done|finished), (?:getting|working|going) through (?:them|it"
    r"|these), restarted",
    extra=rf"\b{STEP} (?:(?:is|are|on|in|booked|set|planned|arranged|scheduled"
    r"|next|this|w/c)\b|\d)|"
    rf"{_COLOUR}green\b{_COLOUR_ENDS}"
    r"|\bre-?(?:order|do|start|tender|advertis|run|build|test)\w*(?: now)?\W*$"
    r"|^\W*(?:all |it['’]?s |this is |(?:the )?(?:rest|others?)(?: (?:is|are))?(?: all)? )?(?:fine|ok|okay|good)"
    r"(?:,? (?:thanks|thank you|so far|here|for now|at the moment|no problems))*\W*$",
)

_WILL = (
    r"(?:(?:i|we|he|she|they)(?:['’]ll| will| shall|['’]m going to| am going to)(?: \w+){0,2}?|and(?: will)?(?: then)?)"
)
_ANSWER = (
    r"(?:answer|reply|respond|report back|update you|come back|get back|be in touch|let you know|drop you|email you"
    r"|write to you)"
)
_CAP = r"(?-i:[A-Z])[\w'’]+"
TELLS_NOTHING = any_of(
    # who answers, and when
    rf"{_WILL} {_ANSWER}, (?:when|once) (?:i|we)(?:['’](?:m|re)| am| are| get| have got) (?:back|in), (?:can ?not"
    r"|can['’]t) (?:speak|comment|answer), (?:ring|call|phone) me, speak soon, bear with me, (?:can|could"
    r"|shall) we (?:talk|speak|chat|discuss), "
    # who has it
    r"new (?:in|to) (?:post|the job|the role|this), forward(?:ing|ed) (?:this |it )?to, only sit on, "
    rf"asked? {_CAP} to, question for {_CAP}, "
    # where it stands, or that it makes no sense
    rf"(?:as per|see|in|from|gave) (?:my|our|the|{_CAP}) (?:a )?(?:full |last |previous )*(?:update|e-?mail|note|report"
    r"|verbal), (?:don['’]t|do not) (?:recognise|know (?:anything about|what)|understand), link (?:doesn['’]t|does not"
    r"|is not), dunno",
    extra=rf"^\W*(?:will|to) {_ANSWER}\b|^\W*(?:ok(?:ay)?,? )?(?:will do|thanks|thank you|noted)\W*$",
)
"""Words about who will answer, and when: they tell of no state, and no day in them is the action's."""
