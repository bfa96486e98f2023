"""A given time zone laid over local times: the minutes east of UTC at each of them."""

from datetime import tzinfo

import numpy as np
import numpy.typing as npt


def find_offsets(sent_at: npt.NDArray[np.datetime64], timezone: tzinfo) -> list[int | None]:
    """Return the offset in minutes at each local time, None where the zone knows none.

    Args:
        sent_at: local times, datetime64.
        timezone: the zone that they are local to.
    """
    # Clocks change at full hours: asking the zone once an hour, not once a message, keeps old large exports quick.
    hours, positions = np.unique(sent_at.astype("datetime64[h]"), return_inverse=True)
    deltas = [timezone.utcoffset(hour.replace(tzinfo=timezone)) for hour in hours.astype("datetime64[s]").tolist()]
    minutes = [None if delta is None else round(delta.total_seconds() / 60) for delta in deltas]
    return [minutes[position] for position in positions.tolist()]
