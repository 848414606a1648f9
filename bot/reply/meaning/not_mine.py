"""Words that an action is somebody else's ("isn't mine", "that's Lena's", "leave it with her"): they tell no status."""

from __future__ import annotations

import re

from bot.reply.beside.harmless import is_polite
from bot.reply.beside.pieces import SAYS_STATUS, split_pieces
from bot.reply.words.completing import MENTIONS_DONE
from bot.reply.words.phrases import NOT_MINE
from bot.reply.words.times import MONTH, WEEKDAY

_NO_NAME = (
    rf"(?!(?i:{WEEKDAY}|{MONTH}|today|tomorrow|yesterday|council|cabinet|committee|government|parliament|it|that|this"
    r"|he|she|what|who|there|here|let|easter|christmas|new|year|spring|summer|autumn|winter)\b)"
)
_NAME = rf"(?-i:{_NO_NAME}[A-Z][^\W\d_]+(?: [A-Z][\w’'-]*[^\W\d_s])?)"
_FULL_NAME = rf"(?-i:{_NO_NAME}[A-Z][^\W\d_]+ [A-Z][\w’'-]*[^\W\d_])"
_SOMEBODY = rf"(?:{_NAME}|(?:her|him|them)\b)"
_THIS = r"(?:this|that|it)(?: (?:one|action))?"
_NO_BODY = (
    r"(?!(?i:(?:[\w'’]+ ){0,4}?(?:cabinet|council|committee|board|executive|scrutiny|members|panel|forum|group|slt|smt"
    r"|cmt|clt)\b))"
)
_IS = rf"(?:(?:(?:i think|sorry|no|so|and|but|because),? )*(?:{_THIS})?(?:['’]?s|['’]ll be| is| was|is)?(?: now)? ?)"
_NOW = r"(?: (?:now|these days|really|actually|please|not (?:me|us|mine|ours)))*"
_TAKEN = (
    r"(?:(?:has|have|['’]s|is|will be)(?: now| since)? )?(?:now |since )?(?:(?:picked|picks|picking) up|(?:took|taken"
    r"|takes|taking) (?:over|on)|inherited|leads?(?: on)?|leading(?: on)?|owns|deals? with|dealing with|looks? after"
    r"|looking after|covers?|covering|handles?|handling|runs|has responsibility for|is responsible for)"
)
_TO_ASK = (
    r"(?:is|['’]s|would be|will be|should be)(?: now| probably)? (?:(?:the|your|a|my) (?:\w+ )?(?:man|woman|contact"
    r"|person|lead|officer|one|owner|colleague|replacement|successor)|better placed|best placed|who you (?:need"
    r"|want))\b[\w ]{0,40}"
)
_TAKEN_BY = re.compile(
    rf"(?:(?:it['’]s|and|so|but|as|sorry) )*{_FULL_NAME} (?:{_TAKEN} [\w'’& -]{{3,60}}|{_TO_ASK})"
    rf"|(?:please |best to )*(?:try|see) {_NAME}(?: (?:in|from|at|over in) (?-i:[A-Z])[\w'’& -]{{2,30}})?"
    rf"|{_THIS} (?:(?:has|have|is|was|['’]s) )?(?:now |since )?(?:been )?(?:moved|passed|transferred|handed|given"
    rf"|allocated|reassigned)(?: over| across| on)? to (?:the |our )?(?-i:{_NO_BODY}[A-Z])[\w'’& -]{{2,40}}"
    rf"|(?:the |our )?(?-i:[A-Z])[\w'’&]*(?: [\w'’&]+){{0,3}} (?:own|owns|do|does|deal with|deals with|lead|leads on)"
    rf" {_THIS}",
    re.IGNORECASE,
)
"""A piece that tells who has the action now, where nothing is told of the action itself."""
_TEAM_AND_NAME = re.compile(rf"\W*[A-Z][\w'’& -]{{2,40}} ?\({_FULL_NAME}\)\W*")
_WHOLE = re.compile(
    rf"{_IS}(?:(?:one )?(?:of )?{_NAME}['’]s?(?: (?:one|action|area|job|patch|remit))?"
    rf"|(?:(?:down to|one for|for) (?:{_NAME}|the (?:\w+ ){{1,3}}team))|(?:his|hers|theirs)"
    rf"|under {_NAME}['’]s team|(?<=ll be ){_NAME}){_NOW}"
    rf"|(?:(?:please )?ask )?{_NAME} (?:would|will|should|['’]ll) know|{_NAME}(?: has|['’]s)(?: got)? {_THIS}{_NOW}",
    re.IGNORECASE,
)
"""A piece that says nothing but whose it is."""
_FROM = re.compile(
    r"(?:^(?:and |so |but )?|\s)(?:from|after|as of|as from|with effect from) "
    rf"(?:now on(?:wards)?|then(?: on)?|that|next \w+|tomorrow|today|[^.;:,\n]{{0,20}}?\b(?:{WEEKDAY}|{MONTH})"
    r"(?: \d{4})?|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?)\b(?: on(?:wards)?)?,?(?=\s|\W*$)",
    re.IGNORECASE,
)
"""From when on somebody else has it."""
_ALL_OF_IT = (
    r"(?:it|this|that|these|them|both(?: of (?:these|them))?|my (?:[\w’'-]+ )?(?:actions?|work|role|post|area|job)s?)"
)
_TAKES = (
    r"(?:(?:will|is going to|has|have|['’]ll|['’]s|is) )?(?:now |be |since )*"
    r"(?:(?:tak(?:es?|ing|en)|took) (?:(?:over|on)(?: {0})?|{0} (?:over|on))|(?:has|have|owns?|leads? on) {0})"
    r"(?: (?:from|for) (?:me|us|him|her|them))?"
)
_FROM_THEN = re.compile(
    rf"(?:please )?(?:write to|contact|ask|speak to|talk to|e-?mail|get in touch with|go to|deal with) {_SOMEBODY}"
    rf"(?: (?:about|for|on|with|regarding) [\w'’ ]{{2,40}})?"
    rf"|(?:it|this|that|these|they|both)(?: (?:one|action)s?)?(?: (?:will|is going to))? (?:be|go to|sits? with)"
    rf"(?: with| for)? {_NAME}(?:['’]s)?|{_SOMEBODY} {_TAKES.format(_ALL_OF_IT)}",
    re.IGNORECASE,
)
"""What tells whose it is where it also says from when."""
_WE = r"(?:us|(?:the |our )?(?:[\w’'&-]+ ){0,2}(?:council|authority|organi[sz]ation))"
_SOMETHING = r"[\w’& -]{2,40}?"
_TAKES_SOMETHING = re.compile(rf"(?:{_NAME}|s?he|they) {_TAKES.format(_SOMETHING)}", re.IGNORECASE)
"""What tells whose it is beside the words that somebody leaves."""
_ON_DAY = (
    r"(?: (?:on|in|at|by|after|from|this|next|last|since)(?: (?:the|end|start|middle|of|early|mid|late"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?|{WEEKDAY},?))*? (?:{WEEKDAY}|{MONTH}|week|month|\d{{1,2}}[./]\d{{1,2}})(?: \d{{4}})?)"
)
_LEAVES = re.compile(
    rf"(?:i|{_NAME})(?: am| is|['’]m|['’]s| will(?: be)?|['’]ll(?: be)?| have| has|['’]ve)?(?: now| since)?"
    rf" (?:(?:leav(?:e|es|ing)|left) {_WE}|retir(?:e|es|ing|ed)(?: from {_WE})?){_ON_DAY}?"
    rf"|(?:i am|i['’]m|{_NAME} is) leaving{_ON_DAY}|(?:my|{_NAME}['’]s) last day(?: (?:here|with us|at work|in work))?"
    rf" (?:is|was|will be)[^.;:,\n]{{3,40}}|(?:s?he|{_NAME})(?: is)? no longer (?:works?|working|employed|with us)"
    r"(?: here| (?:for|with|at|by) [\w'’& -]{2,40})?",
    re.IGNORECASE,
)
"""That somebody leaves for good."""
_A_HITCH = (
    r"(?:the |this |that |our |any )?(?:\w+ )?(?:delay|hold[- ]?up|slippage|slip|wait|problem|issue|change|cause)s?\b"
)
"""What may well have nothing to do with somebody whose action it is."""
_OPENS = rf"^\W*(?:(?:{_THIS}|it['’]s|is|are|has|was|now|been|sits) )*"
_INSIDE = re.compile(
    r"\b(?:they|s?he)(?:['’]d| would)(?: (?:need|have) to| be (?:best placed|able) to)? (?:(?:give|send) you (?:the|an"
    r"|any|your)|(?:update|answer|tell) you)\b|\b(?:is not|isn['’]t|no longer|not) on my (?:list|desk)\b"
    rf"|\b(?:i|we) (?:(?:do not|don['’]t) have anything|have nothing) to do with (?!{_A_HITCH})"
    rf"|{_OPENS}(?:(?:with|moved to|passed to|(?:went|gone) (?:over |across )?to) {_NO_BODY}(?-i:[A-Z])"
    rf"[\w'’& -]{{1,40}}\({_FULL_NAME}\)(?! for\b)|(?<=s ){_FULL_NAME} in (?-i:[A-Z])[\w'’& -]{{1,30}}\W*(?=$|\n))"
    r"|\b(?:(?:won['’]?t|will not|will no longer) be (?:mine|ours)\b"
    r"|(?:isn['’]?t|aint|ain['’]t|wasn['’]?t|aren['’]?t|never|nor|is not|are not|was not|not)(?: really| actually)?"
    r" (?:mine|ours|(?:a job |one |something )?for (?:me|us|my team|our team)|(?:down|up) to (?:me|us)"
    r"|(?:part of )?(?:my|our) (?:job|role|brief|post|department|directorate|section|field|business|concern|duty))\b)"
    r"|\b(?:nothing|not anything) to do with (?:me|us|(?:my|our) \w+)\b"
    rf"|^(?!\W*{_A_HITCH})[^.;:\n]{{0,60}}\b(?:nothing|not anything) to do with (?:the )?(?-i:[A-Z])[\w&]*"
    r"(?: (?-i:[A-Z])[\w&]*| (?:and|&) (?-i:[A-Z])[\w&]*){0,3}(?: team| service| department)?\W*(?=$|[.,;\n])"
    r"|\b(?:outside|not (?:in|within|under)|isn['’]t in) (?:of )?(?:my|our) (?:remit|area|patch|team|service|portfolio"
    r"|control|responsibility|bag)\b|\b(?:i|we) (?:no longer have|don['’]t have|have no|gave up) responsibility for\b"
    r"|\bi(?:['’]ve| have)? (?:now |since )?(?:moved (?:teams|jobs|roles|departments|on)|changed (?:jobs|roles|teams)"
    r"|left (?:that|the|this) (?:team|post|role|service|council)|retired)\b"
    r"|\bi(?:['’]ve| have)? (?:now |since )?(?:handed|passed)(?: over| on)? (?:my|this|the) (?:portfolio|work|remit"
    r"|brief"
    r"|area|responsibilit(?:y|ies)|role)\b|\b(?:none|neither) of (?:these|them|those) (?:sits?|belongs?|lies?|is|are)"
    r" (?:with|to|for|mine|ours)\b|\b(?:wrong|different) (?:person|directorate|department)\b"
    r"|\b(?:i|we) (?:no longer|don['’]?t|do not|never)(?: actually| really)? (?:own|look after|deal with|lead(?: on)?"
    rf"|manage|handle) {_THIS}\b|^\W*(?:i|we) no longer do {_THIS}\b"
    rf"|\bleave(?: {_THIS})? (?:with|for|to) {_SOMEBODY}|\bshould (?:go to|be with|sit with|come from) {_NAME}"
    rf"|\b(?:take|taking) (?:me|us) off {_THIS}\b|\byou(?:['’]d| would)? (?:have to ask|need to ask|need) {_SOMEBODY}"
    r"|\b(?:these|both|(?:both|all|none) of (?:these|them|those))(?: (?:should|really|now|actually))*"
    r" (?:sit|lie|rest|belong) (?:with|to|under)\b"
    r"|\b(?:does not|doesn['’]?t|do not|don['’]?t|no longer) (?:sit|lie|rest|belong)s? (?:with|to|under)\b"
    r"|\bmy name (?:should not|shouldn['’]?t|is wrongly|(?:should|can|needs to) (?:come|be taken) off)\b"
    r"|\b(?:(?:has|have|had|['’]s) )?always (?:been|sat|was|were|sits?|belonged|belongs?) (?:with|to|under) "
    r"(?!me\b|us\b|my\b|our\b)|\b(?:have|had|has)(?: never)?(?: had)? (?:no|any) involvement (?:in|with)\b"
    r"|\b(?:i am|i['’]m|we are|we['’]re|i was|we were)(?: not|n['’]t) involved (?:in|with)\b"
    r"|\b(?:not sure|no idea|don['’]t know|unclear) why (?:i|we)(?: have|['’]ve| am| are| was| were)\b"
    rf"|{_NAME} took {_THIS} (?:over|on)\b|{_NAME}['’]?s,? not (?:mine|ours)\b",
    re.IGNORECASE,
)


_OF_WHOM = (_FROM_THEN, _WHOLE, _TAKEN_BY)
_AND = re.compile(r",? (?:and|so|but) ", re.IGNORECASE)


def is_not_mine(words: str) -> bool:
    """Whether words about an action say that it is somebody else's."""
    pieces = split_pieces(words)
    if NOT_MINE.search(words) or _INSIDE.search(words) or any(map(_WHOLE.fullmatch, pieces)):
        return True
    if SAYS_STATUS.search(words) or MENTIONS_DONE.search(words):
        return False
    told = _TEAM_AND_NAME.fullmatch(words) or any(map(_TAKEN_BY.fullmatch, pieces))
    return bool(told) or _says_who_goes(pieces)


def _says_who_goes(pieces: tuple[str, ...]) -> bool:
    """Whether words tell that somebody leaves, or who has it from a day on, and nothing else but who has it now."""
    clauses = [clause for piece in pieces for clause in _AND.split(piece)]
    goes = [bool(_LEAVES.fullmatch(each)) for each in clauses]
    of_whom = (*_OF_WHOM, _TAKES_SOMETHING) if any(goes) else _OF_WHOM
    told = [found or _passes_on(each) for each, found in zip(clauses, goes, strict=True)]
    rest = [each for each, found in zip(clauses, told, strict=True) if not found]
    return any(told) and all(is_polite(each) or any(table.fullmatch(each) for table in of_whom) for each in rest)


def _passes_on(piece: str) -> bool:
    """Whether a piece tells whose it is from a day on."""
    since = _FROM.search(piece)
    left = f"{piece[: since.start()]} {piece[since.end() :]}".strip() if since else ""
    return any(table.fullmatch(left) for table in _OF_WHOM)
