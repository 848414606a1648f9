"""A mail as a person sees it: its links made to work on the page, and its HTML as the text a client quotes."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser
from urllib.parse import unquote, urlencode

Attributes = list[tuple[str, str | None]]

BLOCKS = {
    *("address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr"),
    *("li", "ol", "p", "pre", "section", "table", "tr", "ul"),
}
SPACED = {"h1", "h2", "h3", "p", "table", "ul", "ol"}
UNSEEN = {"head", "script", "style", "title"}
MAILTO_FIELDS = {"to", "cc", "subject", "body"}
BODY = re.compile(r"(?is)<body\b[^<>]*>(.*?)(?:</body\s*>|\Z)")


def mailto(link: str) -> dict[str, str]:
    """The fields of a `mailto:` link (RFC 6068): a plus is a plus, line ends become plain."""
    path, _, query = link.partition(":")[2].partition("?")
    found = {"to": unquote(path)}
    for pair in query.split("&"):
        name, _, value = pair.partition("=")
        if name.lower() in MAILTO_FIELDS and value:
            key = name.lower()
            found[key] = ", ".join(filter(None, (found.get(key), unquote(value)))) if key == "to" else unquote(value)
    return {name: re.sub(r"\r\n?", "\n", value) for name, value in found.items()}


def compose_link(link: str, **more: str) -> str:
    """Where the page opens a mail that a `mailto:` link begins."""
    return "/compose?" + urlencode({**more, **mailto(link)})


class Copier(HTMLParser):
    """Repeats HTML as it came, but for the tags that `changed` writes anew."""

    def __init__(self, changed: Callable[[str, Attributes], str | None]) -> None:
        super().__init__(convert_charrefs=False)
        self._changed = changed
        self.out: list[str] = []

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        changed = self._changed(tag, attrs)
        self.out.append(changed if changed is not None else self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.out.append(data)

    def handle_entityref(self, name: str) -> None:
        self.out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.out.append(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self.out.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.out.append(f"<!{decl}>")


def for_display(markup: str, links: Callable[[str], str | None], images: Callable[[str], str | None]) -> str:
    """A copy whose links lead where `links` says and whose embedded pictures come from `images`.

    The mail as stored stays as it is. What keeps the reader safe is the frame's sandbox and policy, not this.
    """

    def changed(tag: str, attributes: Attributes) -> str | None:
        given = {name: value or "" for name, value in attributes}
        if tag == "base":
            return ""
        if tag in {"a", "area"} and "href" in given:
            return tag_text(tag, with_link(given, links(given["href"].strip())))
        if tag == "img" and given.get("src", "").lower().startswith("cid:"):
            return tag_text(tag, {**given, "src": images(given["src"][4:]) or ""})
        return None

    copier = Copier(changed)
    copier.feed(markup)
    copier.close()
    return "".join(copier.out)


def with_link(given: dict[str, str], target: str | None) -> dict[str, str]:
    kept = {name: value for name, value in given.items() if name not in {"href", "target", "ping", "download"}}
    if target is None:
        return kept
    here = target.startswith("/")
    return {**kept, "href": target, "target": "_top" if here else "_blank", "rel": "noopener noreferrer"}


def tag_text(tag: str, attributes: dict[str, str]) -> str:
    return f"<{tag}" + "".join(f' {name}="{escape(value)}"' for name, value in attributes.items()) + ">"


class Reader(HTMLParser):
    """Collects text; a link's address follows its words, as the plain part of a reply has it."""

    def __init__(self, link: str) -> None:
        super().__init__()
        self._link = link
        self._open: list[str] = []
        self._unseen = 0
        self.out: list[str] = []

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if tag in UNSEEN:
            self._unseen += 1
        if tag in BLOCKS:
            self.out.append("\n\n" if tag in SPACED else "\n")
        if tag in {"td", "th"}:
            self.out.append(" ")
        if tag == "a":
            self._open.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        if tag == "a" and self._open:
            address = self._open.pop()
            self.out.append(self._link.format(address) if address else "")
        if tag in BLOCKS - {"br", "hr"}:
            self.out.append("\n\n" if tag in SPACED else "\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.out.append(re.sub(r"\s+", " ", data))


def as_text(markup: str, link: str = "<{}>") -> str:
    """HTML as text, with at most one empty line between paragraphs."""
    reader = Reader(link)
    reader.feed(markup)
    reader.close()
    lines = [" ".join(line.split(" ")).strip() for line in "".join(reader.out).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(re.sub(r" {2,}", " ", line) for line in lines)).strip()


def inner(markup: str) -> str:
    """What stands in the body of a document."""
    found = BODY.search(markup)
    return found.group(1) if found else markup
