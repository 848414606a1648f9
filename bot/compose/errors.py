"""What can go wrong with a template, told to the admin who edits it."""

from __future__ import annotations


class BrokenTemplate(Exception):
    """A template that cannot be used: `template` is its name, `line` its line (0 when unknown), `what` is wrong."""

    def __init__(self, template: str, line: int, what: str) -> None:
        where = f"{template}, line {line}" if line else template
        super().__init__(f"The template {where} cannot be used: {what}. Mend it, or remove it to use the one we ship.")
        self.template, self.line, self.what = template, line, what
