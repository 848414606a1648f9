"""How mail programs announce a quote: attribution lines, header blocks and rule lines, in the languages we meet.

Every expression works on one capped line, or on a few joined ones, and has only bounded repeats.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_MAX_JOINED = 400
_MAX_ATTRIBUTION_LINES = 5

# Weekdays in short, as programs of the north put them first.
_WEEKDAY = (
    r"(?:man|tir|tirs|ons|tor|tors|fre|lør|søn|mån|tis|lör|sön|ma|ti|ke|to|pe|la|su|di|wo|do|vr|za|zo|po|út|st|čt|pá"
    r"|so|ne|lun|mar|mer|mié|jue|vie|sáb|dom|jeu|ven|sam|dim|gio|sab|pon|wt|śr|czw|pt|sob)\w{0,8}\.?,?(?= \d)"
)
# (how an attribution starts, the verb it ends with)
_ATTRIBUTIONS = (
    (r"On|At", r"wrote|writes|said|has written"),
    (r"Le", r"a écrit|a ecrit|écrit"),
    (r"Am|Um", r"schrieb\b.{0,120}|geschrieben"),
    (r"Op", r"schreef\b.{0,120}|het volgende geschreven"),
    (r"El", r"escribió|escribio"),
    (r"Il(?: giorno)?", r"ha scritto"),
    (r"Em|A(?= )|Em sex|No dia", r"escreveu"),
    (r"W dniu|Dnia", r"napisał(?:\(a\))?|napisala|pisze\b.{0,120}"),
    (r"Den|På|P\.", r"skrev\b.{0,120}"),
    (r"Ar|Ar y", r"ysgrifennodd\b.{0,120}"),
    (r"Dne", r"napsal(?:\(a\))?"),
    (
        _WEEKDAY,
        (
            r"skrev\b.{0,120}|kirjoitti|schreef\b.{0,120}|schrieb\b.{0,120}|napsal(?:\(a\))?|napisał(?:\(a\))?|escribió"
            r"|a écrit|ha scritto"
        ),
    ),
)
_ATTRIBUTION = tuple(
    re.compile(rf"^\W{{0,10}}(?:{start})(?!\w)(?=.{{0,40}}\d).{{4,300}}?(?:{verb})\W{{0,10}}$", re.IGNORECASE)
    for start, verb in _ATTRIBUTIONS
)
_STARTS = re.compile(rf"^\W{{0,10}}(?:{'|'.join(start for start, _ in _ATTRIBUTIONS)})(?!\w)", re.IGNORECASE)
_STARTS_WITH_DATE = re.compile(r"^\W{0,4}\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b")
_ADDRESS = r"[^\s<>@]{1,100}@[^\s<>@]{1,100}"
_OTHER_ATTRIBUTION = (
    # 2017-09-30 18:30 GMT+02:00 Jo <jo@example.org>:
    re.compile(rf"^\W{{0,4}}(?=.{{0,30}}\d).{{4,200}}<\W{{0,2}}(?:mailto:)?{_ADDRESS}>\W{{0,4}}(?:\w+ ?){{0,3}}:$"),
    # jo@example.org wrote:   Jo Bloggs <jo@example.org> schrieb am 3. Mai 2017 um 10:00:
    re.compile(
        rf"^\W{{0,4}}.{{0,100}}{_ADDRESS}.{{0,80}}\b(?:wrote|writes|schrieb|kirjoitti|пишет|написала?"
        rf"|skrev)\b.{{0,100}}:$",
        re.IGNORECASE,
    ),
    # 24.02.2015, 09:14, Jo kirjoitti:
    re.compile(r"^(?=.{0,60}\d).{4,200}\b(?:kirjoitti|пишет|написала?)\W{0,4}$", re.IGNORECASE),
    # 2011/4/7 Jo Bloggs <jo@example.org>
    re.compile(rf"^\d{{4}}[-/]\d{{1,2}}[-/]\d{{1,2}} .{{2,80}}<{_ADDRESS}>$"),
    # Jo Bloggs 01/10/2026 08:30 >>>
    re.compile(r"^.{2,200}\d{1,2}[:.]\d{2}.{0,8}>>>$"),
    # ---- Jo Bloggs wrote ----
    re.compile(r"^-{2,20}.{2,200}\bwrote\W{0,3}-{2,20}$", re.IGNORECASE),
)

_CLOSES = re.compile(r"\b(?:wrote|schrieb|écrit|escribió|scritto) ?:\W*$", re.IGNORECASE)
_NAMES_WRITER = re.compile(
    rf"^(?:.{{0,100}}{_ADDRESS}.{{0,80}}|.{{2,80}}\b(?:wrote|writes|spake .{{2,60}}|írta|schrieb|écrit)) ?:$",
    re.IGNORECASE,
)
"""Who wrote what is quoted right below; it counts only above a marked quote."""

_RULE_WORDS = (
    r"original message|original appointment|forwarded message|reply message|previous message|message d[’']origine"
    r"|message original|message transféré|ursprüngliche nachricht|weitergeleitete nachricht|antwort nachricht"
    r"|originalnachricht|oorspronkelijk bericht|mensaje original|mensagem original|messaggio originale"
    r"|ursprungligt meddelande|opprinnelig melding|oprindelig meddelelse|alkuperäinen viesti|neges wreiddiol"
    r"|oprindelig besked|opprinnelig melding|originalmeddelande|oryginalna wiadomość|wiadomość oryginalna"
    r"|původní zpráva|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht"
)
_RULE = re.compile(
    rf"^\W{{0,4}}[-‐‑–—_]{{2,40}} ?(?:{_RULE_WORDS}) ?[-‐‑–—_]{{0,40}}\W{{0,4}}$"
    r"|^\W{0,10}(?:please )?(?:(?:type|write|enter|add) )?(?:your )?reply above this line\b.{0,40}$",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    r"^\W{0,4}(?:begin forwarded message|-{2,40} ?forwarded (?:message|by .{1,100}?) ?-{0,40})\W{0,4}$", re.I
)
_PLAIN_RULE = re.compile(r"^\W{0,4}(?:_{10,}|-{10,}|={10,}|\*{10,}|(?:- ?){8,})$")

_FROM = (
    r"from|de la|feladó|kimden|发件人|寄件者|差出人|从|από|ó|o"
    r"|de|von|van|da|från|fra|lähettäjä|od|от(?: кого)?|oddi wrth|expéditeur|remitente"
)
_SENT = (
    r"sent|date|message du|envoyé(?: le)?|gesendet|datum|enviado(?: el| em)?|verzonden(?: op)?|inviato|data|skickat"
    r"|sendt|lähetetty|päivämäärä|wysłano|дата|отправлено|anfonwyd|dato|fecha"
    r"|odesláno|elküldve|trimis|gönderildi|发送时间|日期|送信日時|日時|στάλθηκε|seolta"
)
_REST = (
    r"to|cc|subject|reply-to|importance|attachments?|à|a|objet|an|betreff|para|asunto|assunto|aan|onderwerp|oggetto"
    r"|till|ämne|til|emne|vastaanottaja|aihe|do|temat|кому|тема|at|pwnc|i|komu|předmět|címzett|tárgy|către|subiect"
    r"|kime|konu|收件人|主题|宛先|件名|προς|θέμα|chuig|ábhar|kopie|copie|répondre à|antwort an"
)
_LABEL = re.compile(
    rf"^[\s>*_]{{0,12}}(?:(?P<from>{_FROM})|(?P<sent>{_SENT})|(?P<rest>{_REST})) ?[*_]{{0,2}} ?[:：] ?[*_]{{0,2}}", re.I
)
_ONE_LINE_BLOCK = re.compile(rf"^[\s>*_]{{0,12}}(?:{_FROM}) ?: .{{0,120}}@.{{0,120}}\b(?:{_SENT}) ?: .{{0,60}}\d", re.I)
_MAX_BLOCK = 14
_SHORT_RULE = re.compile(r"^\W{0,4}[=_*-]{3,}$")
_DATED = re.compile(r":.{0,40}\d.{0,60}\d{2}:\d{2}")


def bare(line: str) -> str:
    """A line without quote marks and the asterisks that stand for bold."""
    return line.strip().lstrip("> ").strip("*").strip()


def is_quote_marked(line: str) -> bool:
    plain = line.strip()
    called_out = plain.endswith("<<<") or (plain.startswith(">>> ") and plain.endswith(" >>>"))
    return plain.startswith((">", "&gt;")) and not called_out


def opens_forward(line: str) -> bool:
    """Whether a line says that a mail passed on follows."""
    return bool(_FORWARD.match(bare(line)))


def is_ruler(line: str) -> bool:
    return bool(_PLAIN_RULE.match(line.strip()))


def attribution(lines: Sequence[str], at: int) -> int:
    """How many lines from `at` make up an attribution ("On ... Jo wrote:"); 0 when none starts here."""
    first = bare(lines[at])
    if not first:
        return 0
    if any(pattern.match(first[:_MAX_JOINED]) for pattern in _OTHER_ATTRIBUTION):
        return 1
    if _NAMES_WRITER.match(first) and any(is_quote_marked(line) for line in _next_two(lines, at)):
        return 1
    if not _STARTS.match(first) and not _STARTS_WITH_DATE.match(first):
        return 0
    joined = ""
    for count, line in enumerate(lines[at : at + _MAX_ATTRIBUTION_LINES], 1):
        deeper = is_quote_marked(line) > is_quote_marked(lines[at]) and len(line) > 12 and not _CLOSES.search(line)
        if count > 1 and (_opens_anew(line) or deeper):
            return 0
        joined = f"{joined} {bare(line)}".strip()
        if len(joined) > _MAX_JOINED:
            return 0
        if any(pattern.match(joined) for pattern in (*_ATTRIBUTION, *_OTHER_ATTRIBUTION)):
            return count
    return 0


def _next_two(lines: Sequence[str], at: int) -> list[str]:
    return [line for line in lines[at + 1 : at + 3] if line.strip()][:1]


def _opens_anew(line: str) -> bool:
    """Whether a line begins an attribution of its own, so that "On track" above it is none."""
    whole = bare(line)[:_MAX_JOINED]
    begins = bool(re.search(r"\d", line[:50])) or any(pattern.match(whole) for pattern in _OTHER_ATTRIBUTION)
    return bool(_STARTS.match(whole)) and begins


def header_block(lines: Sequence[str], at: int) -> int:
    """How many lines from `at` make up a quoted mail's header block (From, Sent, To, Subject); 0 when none starts here.

    A block needs a sender and two other labels, or a sender and its sending date.
    """
    if not _LABEL.match(lines[at]):
        return 0
    kinds: list[str] = []
    end = at
    for number, line in enumerate(lines[at : at + _MAX_BLOCK], at):
        found = _LABEL.match(line)
        if found:
            kinds.append(str(found.lastgroup))
            end = number
        elif number - end > 3 or (not line.strip() and len(kinds) >= 3):
            break
    if len(kinds) == 1 and _ONE_LINE_BLOCK.match(lines[at]):
        return 1
    enough = "from" in kinds and (len(kinds) >= 3 or "sent" in kinds)
    enough = enough or (kinds[:2] == ["sent", "rest"] and bool(_DATED.search(lines[at]) and "@" in lines[end]))
    return end - at + 1 if enough else 0


def is_in_block(lines: Sequence[str], at: int) -> bool:
    """Whether a line is a label of a header block, below another one ("To: ...", "Subject: ...")."""
    return at > 0 and bool(_LABEL.match(lines[at]) and _LABEL.match(lines[at - 1]))


def rule(lines: Sequence[str], at: int) -> int:
    """How many lines from `at` say that an old message follows, its header block included; 0 for none.

    A bare line of dashes or underscores counts only with a header block under it.
    """
    line = bare(lines[at]) or lines[at].strip()
    worded = bool(_RULE.match(line) or _FORWARD.match(line))
    if not worded and not _PLAIN_RULE.match(line) and not _SHORT_RULE.match(line):
        return 0
    below = next((n for n in range(at + 1, min(at + 4, len(lines))) if lines[n].strip()), None)
    block = header_block(lines, below) if below is not None else 0
    if below is not None and block:
        return below - at + block
    return 1 if worded else 0
