"""A pause is that since the message before in time: messages sent without a network stand behind later ones in exports."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from tiny_rulebooks import read_condition

from chataudit.conditions.evaluate import holds
from chataudit.conditions.scene import Scene


@pytest.mark.parametrize(
    ("times", "quiet"),
    [
        (["22:00", "23:50", "23:00"], [1, 2, 3]),  # stood behind a later one
        (["22:00", "22:20", "22:10", "22:40"], [1]),  # close to others, in whatever order
        (["22:00", "22:40", "22:20"], [1]),  # what came late fills the pause
        (["22:00", "23:00", "23:00"], [1, 2]),  # of one minute the first breaks the silence
        (["23:00", "22:00", "21:00"], [1, 2, 3]),  # the newest first
    ],
)
def test_pause_is_since_the_message_before_in_time(times: list[str], quiet: list[int], make_scene: Callable[..., Scene]) -> None:
    scene = make_scene("\n".join(f"[10:00] Ольга: {number}" for number in range(len(times))))
    scene.chat.messages["sent_at"] = pd.to_datetime([f"2024-09-02 {time}" for time in times])

    assert (np.flatnonzero(holds(read_condition("quiet_before: 30m"), scene)) + 1).tolist() == quiet
