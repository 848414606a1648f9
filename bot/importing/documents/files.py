"""Looks at a file before anything parses it: is it what its name says, whole, open to read and of a sane size?"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from unicodedata import category

from bot.importing.errors import UnreadableDocument

LARGEST_FILE = 50 * 2**20
LARGEST_TEXT = 10 * 2**20
"""Bytes of a file of plain text: it holds no pictures, so a plan is far smaller."""
LARGEST_UNZIPPED = 200 * 2**20
MOST_MEMBERS = 5_000
_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF"
_OFFICE = {
    ".docx": "word/document.xml",
    ".docm": "word/document.xml",
    ".xlsx": "xl/workbook.xml",
    ".xlsm": "xl/workbook.xml",
}
_SAVE_AS = {
    **dict.fromkeys((".doc", ".odt", ".rtf", ".dot", ".pages"), ".docx"),
    **dict.fromkeys((".xls", ".ods", ".xlsb", ".numbers"), ".xlsx"),
}
"""Formats that are not read -> what their own program can save instead."""
_UNWRITABLE = ("Cc", "Cs")
"""Letters that end a line or stand for nothing: what a document is called is written into the list."""
_MAILS = (".msg", ".eml")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""What Office calls the only part of a file that a password protects."""
READABLE = (".docx", ".xlsx", ".csv", ".tsv", ".txt")
_PLAIN = (".csv", ".tsv", ".txt")


def kind_of(path: Path) -> str:
    """The suffix whose reader fits: .docx, .xlsx, .csv, .tsv or .txt. Raises `UnreadableDocument` for all others."""
    if any(category(letter) in _UNWRITABLE for letter in path.name):
        raise UnreadableDocument(
            f"The name {path.name} holds a line break or another sign that cannot be written: rename the document and "
            "import it again."
        )
    size = _size(path)
    suffix = path.suffix.lower()
    if path.name.startswith("~$"):
        raise UnreadableDocument(f"{path.name} only marks that somebody has the document open: import the document.")
    _check_size(path, size)
    if suffix in _SAVE_AS:
        raise UnreadableDocument(f"{path.name} cannot be read: open it, save it as {_SAVE_AS[suffix]} and import that.")
    if suffix in _MAILS:
        raise UnreadableDocument(f"{path.name} is a mail: save the plan that is attached to it and import that.")
    with path.open("rb") as file:
        beginning = file.read(4096)
    _check_beginning(path, suffix, beginning)
    if suffix in _OFFICE:
        check_archive(path, _OFFICE[suffix])
        return ".docx" if suffix.startswith(".doc") else ".xlsx"
    if suffix in _PLAIN:
        return suffix
    raise UnreadableDocument(f"{path.name} cannot be read: action plans are read from {', '.join(READABLE)} files.")


def _size(path: Path) -> int:
    """The bytes of a file that is there."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadableDocument(f"There is no file {path}: {_where_to_look(path)}.") from error
    if S_ISDIR(status.st_mode):
        raise UnreadableDocument(f"{path} is a folder: name the document in it.")
    if not S_ISREG(status.st_mode):
        raise UnreadableDocument(f"{path} is not a file: name the document itself.")
    return status.st_size


def _where_to_look(path: Path) -> str:
    """What to do about a file that is not there, by how its name is written."""
    name = str(path)
    if name.startswith(("http:/", "https:/")):
        return "documents are not fetched from the web, so save it on this computer and import that"
    if name.startswith(("\\\\", "//")):
        return "check that the network drive is connected, or copy the document to this computer and import that"
    return "check the name and the folder"


@contextmanager
def opened(path: Path) -> Iterator[None]:
    """While a file is read: that it is closed to us, or has gone since it was looked for, is a fault of its own."""
    try:
        yield
    except FileNotFoundError as error:
        raise UnreadableDocument(
            f"{path} was there a moment ago and is not now: somebody moved, renamed or deleted it. Check where it is "
            "and import it again."
        ) from error
    except PermissionError as error:
        raise UnreadableDocument(
            f"{path} may not be read by whoever runs this: close it where it is open, or ask its owner for permission "
            "to read it, and import it again."
        ) from error
    except OSError as error:
        raise UnreadableDocument(
            f"{path} cannot be opened ({error.strerror}): copy it to this computer and import the copy."
        ) from error


def _check_size(path: Path, size: int) -> None:
    if size == 0:
        raise UnreadableDocument(f"{path.name} is empty: save it again from the program that made it.")
    most = LARGEST_TEXT if path.suffix.lower() in _PLAIN else LARGEST_FILE
    if size > most:
        smaller = "keep the rows of the plan" if most == LARGEST_TEXT else "save the action plan without pictures"
        raise UnreadableDocument(
            f"{path.name} is {size // 2**20} MB, more than the {most // 2**20} MB that are read: {smaller} and import "
            "that."
        )


def _check_beginning(path: Path, suffix: str, beginning: bytes) -> None:
    if beginning.startswith(_OLE):
        if _ENCRYPTED in path.read_bytes():
            raise UnreadableDocument(
                f"{path.name} is protected by a password: open it, remove the password, save it and import that."
            )
        raise UnreadableDocument(
            f"{path.name} is in an old Office format, whatever its name says: open it and save it as .docx or .xlsx."
        )
    if beginning.startswith(_PDF):
        raise UnreadableDocument(f"{path.name} is a PDF: import the Word or Excel file that it was made from.")
    zipped = beginning.startswith(_ZIP)
    if suffix in _OFFICE and not zipped:
        raise UnreadableDocument(
            f"{path.name} is not a {suffix} file, whatever its name says, or it is damaged: open it and save it again."
        )
    marked = beginning[:2] in (b"\xff\xfe", b"\xfe\xff")
    if suffix in _PLAIN and (zipped or (b"\0" in beginning and not marked and not unmarked_utf16(beginning))):
        raise UnreadableDocument(f"{path.name} is not a {suffix} file, whatever its name says: export the plan again.")


def unmarked_utf16(data: bytes) -> str:
    """The encoding of a text in UTF-16 that lacks its mark, told by every other byte being null; "" for all others."""
    pairs = data[:2_000]
    odd, even = pairs[1::2], pairs[::2]
    for encoding, nulls, letters in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if len(pairs) > 3 and nulls.count(0) > 0.8 * len(nulls) and 0 not in letters:
            return encoding
    return ""


def check_archive(path: Path, main_part: str) -> None:
    """Refuses archives that are damaged, that are something else, or that would unpack to an absurd size."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            names = {member.filename for member in members}
            if any(member.flag_bits & 1 for member in members):
                raise UnreadableDocument(
                    f"{path.name} is protected by a password: remove it and import the file again."
                )
            if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST_UNZIPPED:
                raise UnreadableDocument(
                    f"{path.name} unpacks to far more than a plan can hold: save it again without pictures and "
                    f"import that."
                )
            if main_part not in names:
                wanted = "Word" if main_part.startswith("word") else "Excel"
                raise UnreadableDocument(
                    f"{path.name} is not {'an' if wanted == 'Excel' else 'a'} {wanted} file, whatever its name "
                    f"says: check which file it is."
                )
    except (FileNotFoundError, PermissionError):
        raise
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError) as error:
        raise UnreadableDocument(damaged(path)) from error


def damaged(path: Path) -> str:
    return f"{path.name} is damaged and cannot be opened: open it in its own program, save it again and import that."
