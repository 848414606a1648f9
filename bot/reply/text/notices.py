"""What programs put around every mail as tables: phones' footers, protective markings, banners, disclaimers."""

from __future__ import annotations

import re

_APP_FOOTER = re.compile(
    r"^\W{0,3}(?:sent (?:from|via|by) (?:my |the |outlook|mail|yahoo|gmail|samsung|blackberry|windows|proton"
    r"|aqua|an? (?:mobile|phone|tablet|smart|ipad|iphone|android)).{0,60}"
    r"|sent from .{0,30}(?:iphone|ipad|android|mobile|phone|device|outlook|mail)\b.{0,30}|gesendet von outlook.{0,60}"
    r"|envoyé à partir de.{0,60}|(?:enviado|inviato|verstuurd|verzonden|skickat|sendt|wysłane|lähetetty"
    r"|anfonwyd) (?:desde|do|da|dal|dallo|met|vanaf|från|fra|z|ze|o)? ?(?:mi|meu|mio|mijn|min|mit|fy|mojego)? ?.{0,20}"
    r"(?:iphone|ipad|android|outlook|samsung|galaxy|huawei|telefon\w*|mobil\w*).{0,40}|get outlook for (?:ios"
    r"|android|mac).{0,60}|envoyé (?:de|depuis) mon .{0,30}|von meinem .{0,30} gesendet"
    r"|sent (?:from|via|with) [\w.]{2,20}(?: for \w{2,20}| work| mail| intune)?|\(?www\.blackberry\.com\)?"
    r"|gesendet mit .{0,30}|download outlook.{0,40})$",
    re.IGNORECASE,
)
_LIST_FOOTER = re.compile(
    r"^(?:[\w.-]{2,60} mailing list|[\w.+-]{1,60}@lists?\.[\w.-]{3,80}|https?://\S{0,120}/mailman/\S{0,120})$",
    re.IGNORECASE,
)
_LINK = re.compile(r"<https?://[^>\s]{1,500}>|\(https?://[^)\s]{1,500}\)")
_EXCUSES = re.compile(
    r"\W{1,4}(?:so )?(?:please )?(?:excuse|forgive|pardon|sorry for|apologies for) .{0,40}"
    r"(?:typos?|brevity|errors?|mistakes?|spelling|short).{0,20}$",
    re.IGNORECASE,
)
_SENTENCE_INSIDE = re.compile(r"[a-z], [a-z]|\b(?:is|was|are|has|have|will)\b", re.IGNORECASE)
_MARKING = re.compile(
    r"^\W{0,4}(?:(?:protective marking|classification|security marking|status|sensitivity)\W{1,3})?"
    r"(?:not protectively marked|unclassified"
    r"|(?:uk )?official(?:[ \-:–]{1,3}sensitive)?(?:[ \-:–\[]{1,3}[A-Z ]{2,30}\]?)?"
    r"|restricted|confidential|internal(?: use)? only|public)\W{0,4}$",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"^\W{0,4}(?:caution|warning|external(?: e-?mail| sender)?|be careful|this (?:e-?mail|message) (?:originated"
    r"|came|was sent) (?:from )?(?:an )?(?:outside|external)|you don't often get e-?mail from)\b.{0,400}$",
    re.IGNORECASE,
)
# What our own buttons put under the first line, for the person to write below.
_INVITATION = re.compile(
    r"^\s*(?:type|write)\b.{0,120}\b(?:below this line|in the line above)\b.{0,80}$", re.IGNORECASE
)
POSTAL = re.compile(
    r"^(?-i:[A-Z])[\w'’& -]{2,50} (?:council|authority|cyngor)\b,(?: [\w'’. -]{2,40},){0,5} [\w'’. -]{2,40}"
    r"\b(?-i:[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2})\.?(?:$| (?=the information|this (?:e-?mail|message)|please "
    r"consider|if you|any information))",
    re.IGNORECASE,
)
"""A council's own postal address, as a gateway puts it under every mail, its disclaimer behind it."""
_DISCLAIMER = re.compile(
    r"^\W{0,4}(?:(?:(?-i:[A-Z])[\w'’& -]{2,60}: (?=.{0,60}\b(?:in|to|of) this (?:e-?mail|message)\b))?"
    r"(?:this|the|any) (?:e-?mail|message|communication|information|transmission|content).{0,120}"
    r"\b(?:confidential|intended|privileged|disclos|monitored|recorded|addressee|virus)"
    r"|(?:disclaimer|confidentiality notice|privacy notice|important notice)\b(?=.{12}|:)|if you (?:are not"
    r"|have received).{0,60}(?:recipient|error|mistake)|please (?:consider|think).{0,40}(?:environment"
    r"|before (?:you )?print)|(?-i:[A-Z])[\w'’& -]{2,60} [-–—|] ?disclaimer:.{0,40} ?(?:e-?mails?|message)\b"
    r"|(?:any|the) (?:views?|opinions?)(?: (?:and|or) \w{2,12})?(?: (?:expressed|stated|given|contained))?"
    r" (?:(?:with)?in this (?:e-?mail|message|communication|transmission)|are (?:solely )?those of|herein)\b"
    r"|[\w '’&-]{2,60} (?:process(?:es)? (?:your )?personal (?:data|information) (?:in line|under|for)"
    r"|is the (?:data )?controller of (?:any|the|your) personal (?:data|information))\b"
    r"|service of (?:documents|proceedings|notices) (?:by|via) (?:e-?mail|fax)\b.{0,40}\bnot accepted\b"
    r"|how we use your personal (?:data|information)\b|(?:please )?don'?t print this"
    r"|e-?mails? (?:sent |received )?(?:to|from|by|and|or) .{2,80}\b(?:monitored|recorded|disclosed|scanned)\b"
    r"|mae['’]?r (?:neges|e-?bost|ohebiaeth)(?: hon| hwn)?\b.{0,60}\b[cg]yfrinachol\b"
    r"|.{0,60}(?:monitor|record|scan)(?:s|ed)?.{0,40}e-?mails?\b)",
    re.IGNORECASE,
)
_WELSH_WELCOME = re.compile(
    r"^\W{0,4}(?:(?:mae croeso i chi|rydym yn croesawu|croesewir|croesawn)\b.{0,120}\b(?:gymraeg|saesneg)\b"
    r"|(?:you are welcome to|we welcome|we are happy to)\b.{0,60}\b(?:contact|write|reply|correspond\w*|calls?|letters?"
    r"|enquiries)\b.{0,40}\bin (?:welsh|english|(?:either|both) languages?)\b)",
    re.IGNORECASE,
)
"""What a body under the Welsh language standards puts below its mails: that either will do."""


def is_notice(line: str) -> bool:
    """Whether nobody typed a line for this mail."""
    stripped = _bare(line)[:600]
    forms = (_MARKING, _BANNER, _DISCLAIMER, _WELSH_WELCOME, _INVITATION, _LIST_FOOTER)
    return is_app_footer(line) or any(form.match(stripped) for form in forms)


def is_one_line(line: str) -> bool:
    """Whether a notice ends with its line, so that the next one may be typed."""
    return any(form.match(line) for form in (_INVITATION, _MARKING, _APP_FOOTER))


def is_app_footer(line: str) -> bool:
    """Whether a program or a phone put the line there ("Sent from my iPhone")."""
    stripped = _bare(line)
    return bool(_APP_FOOTER.match(stripped) and not _SENTENCE_INSIDE.search(stripped))


def _bare(line: str) -> str:
    return _EXCUSES.sub("", _LINK.sub("", line)).strip()
