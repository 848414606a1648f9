"""An HTML body as the text a reader sees, its quote boxes turned into ">" lines so that the line rules see them."""

from __future__ import annotations

import re

from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.html_engine import Inscriptis
from inscriptis.model.config import ParserConfig
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

_MAX_HTML = 6_000_000
_MAX_SEEN = 48_000
_LINE_MARK = "-----Original Message-----"
_RULER = "________________"
_UNSEEN = ("script", "style", "head", "title", "template", "object", "noscript")

_SIGNATURE_BOXES = (
    "//*[@id='Signature' or @id='x_Signature' or @id='ms-outlook-mobile-signature'"
    " or contains(@class, 'gmail_signature') or contains(@class, 'moz-signature')]"
)
_QUOTE_BOXES = (
    "//blockquote[not(ancestor::blockquote)]",
    "//*[contains(@class, 'gmail_quote')][not(ancestor::*[contains(@class, 'gmail_quote')])]",
)
# Characters that a page may hold, written out or by number, and XML may not.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ue000-\ue002]"
    "|&#(?:[xX]0{0,9}(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[fF]{3}[eEfF])|0{0,9}(?:[0-8]|1[124-9]|2[0-9]|3[01]|6553[45]))(?![0-9a-fA-F]);?"
)
_WIDE = re.compile("[\u2002\u2003]|&e[nm]sp;|&#819[45];")
"""A wide gap, as our own mail sets a reference apart; it is lost where spaces are folded."""
_QUOTE_SIGNS = frozenset({"type", "cite", "class", "id", "itemprop", "itemscope"})
# Where Outlook (desktop, new, web, phone), Windows Mail and Yahoo start the quoted mail.
_QUOTE_STARTS = (
    "//*[@id='divRplyFwdMsg' or @id='x_divRplyFwdMsg']",
    "//*[@id='mail-editor-reference-message-container']",
    "//*[@id='OLK_SRC_BODY_SECTION']",
    "//*[contains(@class, 'yahoo_quoted')]",
    "//div[contains(@style, 'border-top:solid #E1E1E1') or contains(@style, 'border-top:solid #B5C4DF')]",
    "//div[contains(@style, 'border-top: solid rgb(225') or contains(@style, 'border-top:solid rgb(225')]",
    "//hr[@id='stopSpelling']",
)


def html_to_text(html: str) -> str:
    """The visible text of `html`; quoted boxes come as lines that start with ">", Outlook's quote after a rule line."""
    if not html.strip():
        return ""
    root = _parse(html[:_MAX_HTML])
    if root is None:
        return ""
    for unseen in list(root.iter(*_UNSEEN, etree.Comment, etree.ProcessingInstruction)):
        if unseen.getparent() is not None:
            unseen.drop_tree()
    _mark_quote_start(root)
    _mark_signatures(root)
    _trim(root)
    return _render(root).replace("\ue002", "  ")


def _parse(html: str) -> HtmlElement | None:
    """The document, or None when libxml2 finds nothing in it. An encoding declaration is dropped: we hold text."""
    text = _FORBIDDEN.sub("", re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", html))
    text = _WIDE.sub("\ue002", text)
    try:
        return document_fromstring(text.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _mark_quote_start(root: HtmlElement) -> None:
    """Put a rule line before the first Outlook quote, whatever its language, and one for each ruler drawn."""
    starts = [found for path in _QUOTE_STARTS for found in root.xpath(path)]
    for start in starts[:1]:
        _put_line(start, _LINE_MARK)
    for ruler in root.xpath("//hr"):
        _put_line(ruler, _RULER)


def _mark_signatures(root: HtmlElement) -> None:
    """Put the usual "-- " before the boxes into which mail programs paste a signature."""
    for box in root.xpath(_SIGNATURE_BOXES):
        _put_line(box, "-- ")


def _put_line(before: HtmlElement, text: str) -> None:
    line = etree.Element("p")
    line.text = text
    if before.getparent() is not None:
        before.addprevious(line)


def _trim(root: HtmlElement) -> None:
    """Drop everything past the text that will be read, before the slow conversion sees it."""
    seen = 0
    for element in list(root.iter(etree.Element)):
        if seen > _MAX_SEEN and element.getparent() is not None:
            element.getparent().remove(element)
            continue
        seen += len(element.text or "") + len(element.tail or "") + 1


def _render(root: HtmlElement) -> str:
    boxes = [box for box in _outermost([box for path in _QUOTE_BOXES for box in root.xpath(path)]) if _is_quote(box)]
    quoted = []
    for number, box in enumerate(boxes):
        quoted.append(_text(box))
        stand_in = etree.Element("p")
        stand_in.text, stand_in.tail = f"\ue000{number}\ue001", box.tail
        parent = box.getparent()
        if parent is not None:
            parent.replace(box, stand_in)
    return re.sub(r"[ \t]*\ue000(\d{1,6})\ue001", lambda found: _as_quote(quoted[int(found[1])]), _text(root))


def _is_quote(box: HtmlElement) -> bool:
    """Whether a box quotes another mail. A bare one that nothing announces only indents the writer's own words."""
    if box.tag != "blockquote" or _QUOTE_SIGNS.intersection(box.attrib) or "border" in box.get("style", ""):
        return True
    before = box.xpath("(preceding::text()[normalize-space()])[last()]")
    return bool(before) and str(before[0]).rstrip().endswith(":")


def _outermost(boxes: list[HtmlElement]) -> list[HtmlElement]:
    chosen = set(boxes)
    return [box for box in dict.fromkeys(boxes) if not any(above in chosen for above in box.iterancestors())]


def _as_quote(text: str) -> str:
    """Quoted text with ">" before each line, but the attribution above it as it stands."""
    return "\n".join(f"> {line}".rstrip() for line in text.strip("\n").split("\n"))


def _text(element: HtmlElement) -> str:
    tail, element.tail = element.tail, None
    try:
        return str(Inscriptis(element, ParserConfig(css=CSS_PROFILES["relaxed"])).get_text())
    except RecursionError:
        return str(element.text_content())
    finally:
        element.tail = tail
