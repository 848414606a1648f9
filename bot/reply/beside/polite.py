"""Courtesies as a table: they may stand beside any answer, and say nothing of the action."""

from __future__ import annotations

import re

from bot.reply.words.times import DAY, MONTH, WEEKDAY

NAME = r"(?!(?:Yes|No|Done|Gone|Live|Late|All|Both|Not|Moved)\b|\w+(?:ed|ing)\b)[A-Z][a-z]{1,12}"
"""A pattern for somebody's name behind thanks or a greeting; its case counts."""
_TIMES = (
    rf"(?:from|until|till|to|over|since|during|for|at|in|on|of|last|this|next|all|and|the|end|start|an?|few|couple|two"
    rf"|three|today|tonight|tomorrow|yesterday|{DAY}|{MONTH}|{WEEKDAY}|days?|weeks?|months?|fortnight|morning|afternoon"
    r"|spring|summer|autumn|winter|easter|christmas|xmas|new year|half[- ]term|bank holiday|holidays?)"
)
_PRESENCE = (
    r"(?:(?:sorry|apologies|as|and) )*i(?:['’]m|['’]ve been| am| was| have been)(?: only| just| now)?"
    r" (?:away|back|off(?: sick)?|out of (?:the )?office|on (?:annual |sick |my )?(?:leave|holiday))"
    rf"(?: {_TIMES})*(?:,? so (?:this is |here['’]s )?(?:just )?(?:a )?"
    r"(?:quick|short|brief) (?:one|reply|note|update))?"
)
"""Where the writer was or will be, and nothing of the work."""
POLITE = re.compile(
    rf"^(?:{_PRESENCE}|(?:many |with )?(?:thanks|thank you|thx|cheers|ta|diolch)(?: (?:yn fawr(?: iawn)?|o galon|again"
    rf"|all|both|everyone|very much|so much|(?-i:{NAME})|for (?:the |your |this )?(?:reminder|nudge|help|patience"
    r"|chasing|asking|prompt|mail|email|e-mail)))?|(?:hi|hello|hiya|hey|dear|helo|heia|annwyl|s['’]?mae|shwmae|sut mae"
    r"|(?:good )?(?:morning|afternoon|evening)|bore da|prynhawn da|p['’]nawn da|noswaith dda)(?: (?:all|both|there|team"
    r"|everyone|(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?))?|(?:as (?:i|we) (?:said|told you|mentioned"
    r"|reported))(?: (?:last time|before|already|previously|in my last \w+))?|(?:just )?(?:a )?(?:quick|short"
    r"|brief) (?:update|reply|note|one|line|summary|run[- ]?through|round[- ]?up)(?: from (?:me|my phone|site"
    r"|home))?(?: \w+)?|please|pls|yes|yep|yup|yeah|aye|ie|ydi|ydy|indeed|of course|ok|okay|(?:all )?(?:noted|received"
    r"|understood)(?:,? (?:(?:many|with) )?(?:thanks|thank you|cheers|diolch))?|(?:(?:with|many|big|huge"
    r"|special) )*thanks to (?:(?:all|everyone|everybody|those)(?: who (?:came|helped|took part|attended|responded))?"
    r"|both|the team|(?:the )?(?-i:[A-Z])[\w'’ &-]{2,40}|(?:the|our) (?:[a-z'’]+ ){1,4}?(?:team|staff"
    r"|colleagues|officers|volunteers))(?: for [a-z' ]{3,30})?|fyi|for (?:your )?info(?:rmation)?"
    r"|as (?:discussed|agreed|requested|promised|advised)|(?:good|great) news|finally|at last|(?:we )?(?:finally"
    r"|at last)? ?got (?:this|it) over the line|(?:i['’]m |i am )?not sure why (?:i|we)(?:['’]m|['’]re| am"
    r"| are)? (?:still )?(?:getting|receiving|being (?:asked about|chased (?:for|about|on))) [\w/.-]{1,12}(?: again"
    r"| still)?|(?:i |we )?(?:told|informed|e-?mailed) (?:you|(?-i:[A-Z])[\w'’-]+) (?:this |that |so )?(?:at the time"
    r"|twice|already|before(?: (?:christmas|easter|the (?:summer|break|holidays?|weekend)))?|last (?:week|month|time"
    r"|\w+day))|(?:(?:ref(?:erence)?|action|status|updates?|comments?|progress)\b[\s|:/]*){2,6}|hurrah|hooray|excellent"
    r"|all good|no problem|no worries|(?:here (?:is|are) |here['’]s )?(?:my |the |an |our )?updates?(?: as requested"
    r"| as follows)?|(?:sorry|apologies) (?:for|i did(?: not|n['’]t)|we did(?: not|n['’]t)) (?:not )?(?:updat|tell|let"
    r"|say|reply|repl|respond|answer)(?:e|ing|ting|ying|y)?(?: \w+){0,3}?(?: (?:sooner|earlier|before))?|(?:sorry"
    r"|apologies)(?: (?:for|about) (?:the |my )?(?:delay|wait|silence|late reply|slow reply|delay in replying"
    r"|late response)| (?:but )?(?:i|we) missed (?:this|it|your \w+)| \w+ (?:i|we) missed (?:this|it|your \w+))?"
    r"|(?:sorry )?(?:i )?thought (?:i|we)(?:['’]d| had)?(?: already)? (?:told|updated|said|let"
    r"|replied)(?: you)?(?: know)?|(?:sorry |apologies )?(?:but )?(?:i |we )?(?:should have (?:told|said|updated"
    r"|let you know|mentioned|replied)|(?:just |clean |completely )?(?:forgot|meant|failed) to (?:tell|say|update"
    r"|let you know|mention|reply|report))(?: \w+){0,3}(?<! at the)(?: you)?(?: at the time)?|(?:sorry|apologies"
    r"|my (?:fault|mistake|bad|apologies))|(?:(?:sorry|apologies),? )?(?:i )?(?:have )?only (?:just )?(?:got"
    r"|getting) (?:round )?to (?:this|these|it|them)(?: (?:today|now))?|(?:sorry|apologies)(?: that)? (?:this"
    r"|it)(?:['’]s| is) (?:so |a (?:bit|little) |rather )?late|(?:i |we )?(?:will|['’]ll) (?:come"
    r"|get) back to you (?:on|about) (?:the )?(?:others?|rest|other \w+)|(?:i )?(?:hope|trust) (?:that|this) (?:helps"
    r"|is ok(?:ay)?|is clear)|hth|happy to (?:discuss|talk it through)|that['’]?s (?:all|it)(?: (?:i have|i['’]ve got"
    r"|there is|from (?:me|us)))?(?: today)?|(?:i|we) can (?:send|share|provide|forward)(?: you)? (?:it|them|copies"
    r"|evidence|(?:a|the) (?:copy|evidence|papers?|minutes))|(?:please )?(?:just )?(?:let (?:me|us) know|shout|ask|call"
    r"|get in touch|contact (?:me|us))(?: me)? (?:if|should) you (?:need|want|would like|require|have)(?: to (?:know"
    r"|see|discuss))? [\w ,'’]{3,60}|kind regards|regards|best wishes|all the best|(?:thank you |thanks )?(?:bye|ta)"
    r"|(?:no (?:news|updates?|change)s?|nothing(?: new| more| else)? to (?:report|add|say)) (?:on|to|for"
    r"|with) the (?:others?|rest))$",
    re.IGNORECASE,
)
NOTHING_LEFT = re.compile(
    r"^(?:and |so |with )*no (?:outstanding |overdue |open )?(?:actions?|works?|steps|items|cases"
    r"|issues) (?:now )?remain(?:s|ing)?$"
    r"|^(?:and |so |with )*(?:there(?: is|['’]s) )?(?:now )?(?:no (?:further|more|other|outstanding) (?:action|work"
    r"|steps?)|(?:nothing|nil|(?:none|zero)(?= ))(?: (?:further|more|else|new))?)(?: (?:is|are))?(?: (?:now )?(?:needed"
    r"|required|outstanding|left|remaining|overdue|over \d+ (?:days|weeks|months)(?: old)?|(?:left )?to do|to report"
    r"|to add|necessary))?(?: on (?:this|that|it)(?: one)?| here| this (?:time|week|month|quarter))?$",
    re.IGNORECASE,
)
"""What says outright that no work remains."""
WHO_WRITES = re.compile(
    r"^\W*(?!(?:No|Some|Every|Any)[a-z]*\b|(?:Problem|Issue|Delay|Trouble|Change)s?\b|(?:Not|Only|Same|More|Still)\b)"
    r"[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)? here\s*[-–—:,.!]\s*"
)
"""Who writes, at the head of a mail ("Helen here - ")."""
