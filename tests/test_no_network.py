"""Nothing is sent anywhere: neither by the tests' own process, which `network_guard` watches, nor by the program as a process of its own."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import MEMO, ROOT
from network_guard import NetworkReachedError, guarded_environment

SAMPLE = ROOT / "samples" / "bad-class"
_CONNECT = "import socket; socket.create_connection(('192.0.2.1', 9), timeout=1)"


@pytest.mark.parametrize("host", ["192.0.2.1", "127.0.0.1", "localhost", "example.org", "::1"])
def test_a_test_that_connects_fails(host: str):
    with pytest.raises(NetworkReachedError):
        socket.create_connection((host, 9), timeout=1)


def test_datagrams_are_barred_too():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sending, pytest.raises(NetworkReachedError):
        sending.sendto(b"", ("192.0.2.1", 9))


def test_a_child_that_connects_fails(tmp_path: Path):
    child = subprocess.run([sys.executable, "-c", _CONNECT], env=guarded_environment(tmp_path), capture_output=True, check=False)

    assert b"NetworkReachedError" in child.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["scan", SAMPLE, "--rules", MEMO, "--format", "html,json,xlsx,markdown,csv,junit,sarif,github"],
        ["batch", SAMPLE.parent, "--rules", MEMO, "--jobs", "2"],
        ["check", SAMPLE, "--rules", MEMO, "--exit-zero"],
        ["advise", SAMPLE],
    ],
    ids=lambda arguments: arguments[0],
)
def test_command_reaches_no_network(tmp_path: Path, arguments: list[object]):
    guards, output = tmp_path / "guard", tmp_path / "out"
    guards.mkdir()
    options = ["--output", output] if arguments[0] != "check" else []
    command = [sys.executable, "-m", "chataudit", *arguments, *options]
    child = subprocess.run([str(each) for each in command], env=guarded_environment(guards), capture_output=True, check=False)

    assert (child.returncode, b"NetworkReached" in child.stderr) == (0, False), child.stderr.decode()
