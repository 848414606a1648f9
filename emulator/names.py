"""What is taken as the name of a file or folder, as a path, and as the title of a list, a column or a mail folder.

Source of the first two: Microsoft's "Restrictions and limitations in OneDrive and SharePoint".
"""

from __future__ import annotations

import re

from emulator.errors import bad_request

ILLEGAL = re.compile(r'["*:<>?/\\|\x00-\x1f\x7f]|_vti_', re.IGNORECASE)
RESERVED = {"", ".", "..", ".lock", "con", "prn", "aux", "nul", "desktop.ini"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}
LONGEST_NAME = 255
LONGEST_PATH = 400


def title(text: object, what: str) -> str:
    """A title without the spaces around it. Raises a 400 for a blank one, or one of more than 255 characters."""
    found = text.strip() if isinstance(text, str) else ""
    if not found or not found.isprintable():
        raise bad_request(f"{what} needs a name of letters that can be printed.")
    if len(found) > LONGEST_NAME:
        raise bad_request(f"The name of {what.lower()} is longer than {LONGEST_NAME} characters.")
    return found


def checked(name: str) -> str:
    """A name that SharePoint would take. Raises a 400."""
    ill_formed = ILLEGAL.search(name) or name != name.strip() or name.endswith(".") or name.startswith("~$")
    if ill_formed or name.lower() in RESERVED or len(name) > LONGEST_NAME:
        raise bad_request("The provided name cannot contain certain characters or is reserved by the service.")
    return name


def check_path(path: str) -> None:
    """Raises a 400 for a decoded path, from the site's own on, of more than 400 characters."""
    if len(path.strip("/")) > LONGEST_PATH:
        raise bad_request(f"The path of the file or folder is longer than {LONGEST_PATH} characters.", "pathIsTooLong")


def steps(path: str) -> list[str]:
    return [checked(name) for name in path.split("/") if name]
