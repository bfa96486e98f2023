"""chataudit: an auditor of parents' chat exports against a ministry's sixteen recommendations.

What other programs may use is what is named here (`chataudit guide library` tells of it); everything is imported when it is first asked for.
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["Chat", "ChatAuditError", "Report", "__version__", "audit", "read", "tell_error"]

if TYPE_CHECKING:
    from chataudit.chat import Chat
    from chataudit.error_sentences import tell_error
    from chataudit.errors import ChatAuditError
    from chataudit.findings import Report
    from chataudit.library import audit, read
else:
    _PLACES = {
        "Chat": "chataudit.chat",
        "ChatAuditError": "chataudit.errors",
        "Report": "chataudit.findings",
        "audit": "chataudit.library",
        "read": "chataudit.library",
        "tell_error": "chataudit.error_sentences",
    }

    def __getattr__(name):
        if name not in _PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(_PLACES[name]), name)

    def __dir__():
        return __all__
