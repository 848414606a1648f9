"""The one jinja2 environment: sandboxed, strict, escaping, and closed to what must not be printed."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, Undefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from bot.compose import wording
from bot.compose.errors import BrokenTemplate

Result = TypeVar("Result")


Source = Callable[[str], tuple[str, str, None] | None]
"""A template's text and file by its name; None where there is none."""


def make_environment(source: Source) -> SandboxedEnvironment:
    """Templates as `source` gives them; all but plain text and subjects are escaped."""
    environment = SandboxedEnvironment(
        loader=FunctionLoader(source),
        autoescape=lambda name: name is None or not name.endswith((".txt", ".subject")),
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(short=wording.short, day=wording.day, count=wording.count, one_line=wording.one_line)
    return environment


def _printable(value: object) -> object:
    """What a template prints for a value: nothing for None, cleaned text, and never a method."""
    if value is None:
        return ""
    if callable(value) and not isinstance(value, Undefined):
        raise TypeError(f"it prints {getattr(value, '__name__', value)!r}, which is a method and not a value")
    if isinstance(value, str):
        text = wording.clean(value)
        return Markup(text) if isinstance(value, Markup) else text  # noqa: S704 - it was marked safe before
    return value


def guarded(template: str, render: Callable[[], Result]) -> Result:
    """What `render` returns; any fault of the template comes out as `BrokenTemplate` naming the file and line."""
    try:
        return render()
    except TemplateNotFound as error:
        raise BrokenTemplate(str(error.name or template), 0, "the file is missing") from error
    except TemplateSyntaxError as error:
        raise BrokenTemplate(error.name or template, error.lineno, error.message or "it has a bad tag") from error
    except SecurityError as error:
        raise BrokenTemplate(*_place(error, template), f"it tries to do what a template may not ({error})") from error
    except TemplateError as error:
        raise BrokenTemplate(*_place(error, template), str(error)) from error
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise BrokenTemplate(*_place(error, template), str(error) or type(error).__name__) from error


def _place(error: BaseException, template: str) -> tuple[str, int]:
    """The template file and line that jinja2 left in the traceback, innermost first."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith((".html", ".txt", ".subject")):
            path = Path(frame.filename)
            return f"{path.parent.name}/{path.name}", frame.lineno or 0
    return template, 0
