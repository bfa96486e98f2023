"""A workbook → the bytes of its file, the same for the same workbook: every entry bears the report's time, not that of the writing."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

_EARLIEST: Final = datetime(1980, 1, 1)  # noqa: DTZ001  - zip archives know no earlier time, and no zones
_LATEST: Final = datetime(2107, 12, 31, 23, 59, 58)  # noqa: DTZ001  - and no later one


def save(workbook: Workbook, out: BinaryIO, made: datetime) -> None:
    """Write a workbook that was made at a local time."""
    workbook.properties.created = workbook.properties.modified = made
    with _DatedZip(out, made) as archive:
        ExcelWriter(workbook, archive).write_data()


class _DatedZip(ZipFile):
    """An archive whose entries are all of one time."""

    def __init__(self, out: BinaryIO, made: datetime) -> None:
        super().__init__(out, "w", ZIP_DEFLATED)
        self._made = min(max(made, _EARLIEST), _LATEST)

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: Any, *_: Any, **__: Any) -> None:
        super().writestr(self._entry(str(zinfo_or_arcname)), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        source = Path(filename)
        entry = self._entry(str(arcname))
        entry.file_size = source.stat().st_size  # decides whether sizes need the longer form
        with source.open("rb") as content, self.open(entry, "w") as place:
            shutil.copyfileobj(content, place)

    def _entry(self, name: str) -> ZipInfo:
        entry = ZipInfo(name, self._made.timetuple()[:6])
        entry.compress_type = ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        return entry
