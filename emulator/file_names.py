"""What SharePoint takes as the name of a file or folder, and as a path.

Source: Microsoft's "Restrictions and limitations in OneDrive and SharePoint"; a name has 255 characters at most.
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
