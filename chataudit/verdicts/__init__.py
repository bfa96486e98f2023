"""The policies that verdicts are computed by: few, closed; a recommendation names one and writes its cases."""

from chataudit.verdicts.counting import Count, ShareOfMessages, ShareOfParticipants
from chataudit.verdicts.families import Reached
from chataudit.verdicts.following import Announced, HoursKept, Redirected, Reported
from chataudit.verdicts.teacher import Administered, Controlled, TeacherActive, TeacherPresent

AnyPolicy = (
    Administered
    | Announced
    | Controlled
    | Count
    | HoursKept
    | Reached
    | Redirected
    | Reported
    | ShareOfMessages
    | ShareOfParticipants
    | TeacherActive
    | TeacherPresent
)
