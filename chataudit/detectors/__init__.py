"""The ways of looking at a chat: few, closed; a rule names one by its `kind`."""

from chataudit.detectors.burst import Burst
from chataudit.detectors.by_verdict import ByVerdict
from chataudit.detectors.display_name import DisplayName
from chataudit.detectors.family import UnreachedFamily
from chataudit.detectors.late import Late
from chataudit.detectors.message import Message
from chataudit.detectors.newcomer import Newcomer
from chataudit.detectors.silence import Silence
from chataudit.detectors.unanswered import Unanswered

Rule = Burst | ByVerdict | DisplayName | UnreachedFamily | Late | Message | Newcomer | Silence | Unanswered
