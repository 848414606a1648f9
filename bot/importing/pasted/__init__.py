"""Text pasted from a PDF -> tables: lines, cells, whole rows, each stage in its own file.

The extraction of a PDF knows no rows and columns; each layout it leaves is cut into strips of cells (`separated`), the
strips are laid under the heads of their columns (`segments`), put together into whole actions (`joining`) and handed
on as a table like those of any other document (`emitting`).
"""

from bot.importing.pasted.reading import read_pasted, read_tabbed, tables_of

__all__ = ["read_pasted", "read_tabbed", "tables_of"]
