"""The one jinja2 environment: sandboxed, strict, escaping, and closed to what must not be printed."""

from __future__ import annotations

import traceback
from collections.abc import Callable, MutableMapping
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Any, TypeVar

from jinja2 import (
    BytecodeCache,
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from bot.compose import slips, wording
from bot.compose.errors import BrokenTemplate

Result = TypeVar("Result")


Source = Callable[[str], tuple[str, str, None] | None]
"""A template's text and file by its name; None where there is none."""


class _Compiled(BytecodeCache):
    """What each template compiles to, kept while the process lives: every job looks at the templates afresh, and
    compiling them all takes longer than writing a mail."""

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._codes.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._codes[bucket.key] = bucket.checksum, bucket.code


_COMPILED = _Compiled()


class _Environment(SandboxedEnvironment):
    """A paper comes as the XML of its template and not by a name: that is compiled once as well."""

    def from_string(
        self,
        source: str | nodes.Template,
        globals: MutableMapping[str, Any] | None = None,
        template_class: type[Template] | None = None,
    ) -> Template:
        made = template_class or self.template_class
        return made.from_code(self, _compiled(source), self.make_globals(globals), None)


@lru_cache(maxsize=32)
def _compiled(source: str | nodes.Template) -> CodeType:
    return make_environment(lambda name: None).compile(source)


def make_environment(source: Source) -> SandboxedEnvironment:
    """Templates as `source` gives them; all but plain text and subjects are escaped."""
    environment = _Environment(
        loader=FunctionLoader(source),
        autoescape=lambda name: name is None or not name.endswith((".txt", ".subject")),
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_COMPILED,
    )
    environment.filters.update(
        short=wording.short, greeting=wording.greeting, day=wording.day, count=wording.count, one_line=wording.one_line
    )
    return environment


def _printable(value: object) -> object:
    """What a template prints for a value: nothing for None, cleaned text, and never a method."""
    if value is None:
        return ""
    if callable(value) and not isinstance(value, Undefined):
        raise TypeError(slips.PRINTS_METHOD.format(getattr(value, "__name__", str(value))))
    if isinstance(value, str):
        text = wording.clean(value)
        return Markup(text) if isinstance(value, Markup) else text  # noqa: S704 - it was marked safe before
    return value


def guarded(template: str, render: Callable[[], Result]) -> Result:
    """What `render` returns; any fault of the template comes out as `BrokenTemplate` naming the file and line."""
    try:
        return render()
    except TemplateNotFound as error:
        raise BrokenTemplate(str(error.name or template), 0, slips.MISSING) from error
    except TemplateSyntaxError as error:
        raise BrokenTemplate(
            _named(error.name or template), error.lineno, slips.in_words(str(error.message))
        ) from error
    except _FAULTS as error:
        raise BrokenTemplate(*_place(error, template), slips.in_words(str(error))) from error


_FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def _place(error: BaseException, template: str) -> tuple[str, int]:
    """The template file and line that jinja2 left in the traceback, innermost first."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith((".html", ".txt", ".subject")):
            return _named(frame.filename), frame.lineno or 0
    return template, 0


def _named(file: str) -> str:
    """A template's own name, from that or from its path."""
    path = Path(file)
    return f"{path.parent.name}/{path.name}"
