"""What a reporter is, what it is given, and the output that it writes into."""

import errno
import os
import shutil
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from chataudit.errors import ConfigError
from chataudit.findings import Report

_ERROR_KEYS: Final[dict[int, str]] = {
    errno.EACCES: "report.output.no_permission",
    errno.EPERM: "report.output.no_permission",
    errno.EROFS: "report.output.no_permission",
    errno.ENOSPC: "report.output.disk_full",
    errno.EDQUOT: "report.output.disk_full",
    errno.ENOENT: "report.output.no_folder",
    errno.ENOTDIR: "report.output.no_folder",
    errno.EISDIR: "report.output.is_folder",
}
BEGUN: Final = ".chataudit-*.part"  # a file that is being written
_PIPE_CLOSED: Final = (errno.EPIPE, errno.EINVAL)  # Windows answers EINVAL where others answer EPIPE


@dataclass(frozen=True)
class ReportOptions:
    """How to show a report; what it says does not depend on this.

    Attributes:
        show_all: every finding, where a reporter would show the first few.
        width: columns of text; None for the terminal's own.
        colour: escape sequences may be used (the output is a terminal).
        encoding: of a report for people on a terminal; what is read by programs is UTF-8 everywhere.
    """

    show_all: bool = False
    width: int | None = None
    colour: bool = False
    encoding: str = "utf-8"


class Reporter(Protocol):
    """Renders a report.

    Attributes:
        name: what `--format` calls it.
        suffix: what the name of its file ends with.
        binary: nothing that a terminal could show.
    """

    name: str
    suffix: str
    binary: bool

    def write(self, report: Report, out: BinaryIO, options: ReportOptions) -> None:
        """Write the report, as UTF-8 unless it is binary or for a terminal, piece by piece: findings may be too many to be held as text.

        Raises:
            OSError: `out` takes no more.
        """


@contextmanager
def open_output(path: Path | None, *, protected: Collection[Path] = ()) -> Iterator[BinaryIO]:
    """Open what a report is written into: standard output for None or «-», else a file that appears only when whole.

    Args:
        path: the file; a link is followed. A device or a pipe is written directly.
        protected: files that must not be overwritten, such as the export itself; of a folder, all that is in it.

    Raises:
        ConfigError: there is no such folder, no permission or no room, or the file is a folder or protected.
    """
    if path is None or str(path) == "-":
        with _told("stdout"), _standard_output() as out:
            yield out
        return
    with _told(path.name):
        target = Path(os.path.realpath(path))  # unlike `resolve` it takes links in a circle
        _refuse(target, path.name, protected)
        if target.exists() and not target.is_file():
            with target.open("wb") as out:  # renaming over /dev/null would replace it
                yield out
        else:
            with _replacing(target) as out:
                yield out


def encoding_of(path: Path | None) -> str:
    """Return the encoding of text for people: what standard output is read in for None or «-», UTF-8 of a file."""
    return sys.stdout.encoding if path is None or str(path) == "-" else "utf-8"


def wants_colour(path: Path | None) -> bool:
    """Say whether text for people gets colours: on a terminal, for None or «-», unless NO_COLOR is set."""
    return (path is None or str(path) == "-") and sys.stdout.isatty() and "NO_COLOR" not in os.environ


def output_error(error: OSError, name: str) -> ConfigError:
    """Return the error that tells why an output of this name was not written."""
    key = _ERROR_KEYS.get(error.errno or 0, "report.output.failed")
    return ConfigError(key, file=name, reason=error.strerror or type(error).__name__)


def make_folder(path: Path) -> None:
    """Make a folder for reports where there is none, with those above it.

    Raises:
        ConfigError: it cannot be made.
    """
    with _told(path.name):
        path.mkdir(parents=True, exist_ok=True)


def _refuse(target: Path, name: str, protected: Collection[Path]) -> None:
    if not target.exists():
        return
    if target.is_dir():
        raise ConfigError("report.output.is_folder", file=name)
    if any(each.exists() and target.samefile(each) for each in protected):
        raise ConfigError("report.output.is_input", file=name)
    if any(each.is_dir() and target.is_relative_to(os.path.realpath(each)) for each in protected):
        raise ConfigError("report.output.in_export", file=name)
    if not os.access(target, os.W_OK):  # a rename would not ask
        raise ConfigError("report.output.no_permission", file=name)


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    """Write beside the target and rename at the end: a reader sees the old file or the new one, never a half."""
    part = target.parent / BEGUN.replace("*", os.urandom(6).hex())
    try:
        with open(part, "xb", opener=_private) as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        if target.exists():
            shutil.copymode(target, part)
        else:
            part.chmod(0o666 & ~_umask())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _private(path: str, flags: int) -> int:
    """Open a file that nobody else may read while it is being written."""
    return os.open(path, flags, 0o600)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def _standard_output() -> Iterator[BinaryIO]:
    """Give standard output; who closes it early (`| head`) has seen enough and is not told of an error."""
    sys.stdout.flush()
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except OSError as error:
        # What is still buffered would fail once more, and loudly, when Python flushes at exit.
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, sys.stdout.fileno())
        os.close(devnull)
        if error.errno not in _PIPE_CLOSED:
            raise


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turn what the system answers into the one sentence that tells the user."""
    try:
        yield
    except OSError as error:
        raise output_error(error, name) from error
