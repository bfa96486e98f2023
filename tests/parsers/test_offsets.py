"""Offsets of a given zone."""

from datetime import timedelta, timezone

import numpy as np
from dateutil import tz

from chataudit.parsers.offsets import find_offsets


def test_offset_follows_the_zone_s_history() -> None:
    moments = np.array(["2014-10-25T12:00", "2014-10-27T12:00", "2024-07-01T12:00"], dtype="datetime64[s]")

    assert find_offsets(moments, tz.gettz("Europe/Moscow")) == [240, 180, 180]


def test_fixed_offset_stays() -> None:
    moments = np.array(["2014-10-25T12:00", "2024-07-01T23:59:59"], dtype="datetime64[s]")

    assert find_offsets(moments, timezone(timedelta(hours=-3, minutes=-30))) == [-210, -210]
