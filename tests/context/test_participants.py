"""Who created and who runs a chat, and whether the export holds its beginning."""

from collections.abc import Callable

import pytest

from chataudit.asking import Answers
from chataudit.chat import Chat
from chataudit.context.context import Context
from chataudit.context.participants import role_flags

Asks = Callable[..., Answers]


@pytest.fixture
def establish(ask: Asks) -> Callable[..., Context]:
    """The context of a chat without rules that matter."""
    from tiny_rulebooks import message_rule

    def context_of(lines: str | Chat, **settings: object) -> Context:
        context = ask(message_rule("{say: [слово]}"), lines, **settings).context
        assert context is not None
        return context

    return context_of


def work_of(context: Context) -> dict[str, int]:
    """Events of administration by display name."""
    return dict(zip(context.scene.author_names, context.administration.work.tolist(), strict=True))


def names_with(context: Context, role: str) -> list[str]:
    return [name for name, has in zip(context.scene.author_names, context.scene.roles[role], strict=True) if has]


def test_creator_is_who_created_the_group(establish: Callable[..., Context]) -> None:
    context = establish("-- create_group Учитель: Ольга\n[10:00] Ольга: да")

    assert context.administration.creator is not None
    assert context.scene.author_names[context.administration.creator] == "Мария Петровна"
    assert context.administration.holds_beginning


def test_chat_that_begins_with_talk_has_no_creator_and_no_beginning(establish: Callable[..., Context]) -> None:
    context = establish("[10:00] Ольга: да", teachers=())

    assert context.administration.creator is None


def test_group_created_after_talk_is_no_beginning(make_chat: Callable[..., Chat], establish: Callable[..., Context]) -> None:
    chat = make_chat("[10:00] Ольга: да\n-- create_group Учитель: Ольга", platform="whatsapp")

    assert not establish(chat).administration.holds_beginning


def test_creation_that_somebody_may_have_typed_behind_a_message_makes_no_creator(
    make_chat: Callable[..., Chat], establish: Callable[..., Context]
) -> None:
    chat = make_chat("[10:00] Ольга: да\n-- create_group Учитель: Ольга", platform="whatsapp")

    assert establish(chat).administration.creator is None


def test_creation_after_a_few_service_lines_is_the_beginning(make_chat: Callable[..., Chat], establish: Callable[..., Context]) -> None:
    chat = make_chat("-- notice Учитель\n-- create_group Учитель: Ольга\n[10:00] Ольга: да", platform="whatsapp")

    assert establish(chat).administration.holds_beginning


@pytest.mark.parametrize(("platform", "first_id", "holds"), [("telegram", "1", True), ("telegram", "871", False), ("whatsapp", "1", False)])
def test_first_message_id_shows_the_beginning_in_telegram_only(
    make_chat: Callable[..., Chat], establish: Callable[..., Context], platform: str, first_id: str, *, holds: bool
) -> None:
    chat = make_chat("[10:00] Ольга: да", platform=platform)
    chat.messages["id"] = first_id

    assert establish(chat).administration.holds_beginning is holds


def test_work_is_counted_by_who_did_it_and_leaving_is_no_work(establish: Callable[..., Context]) -> None:
    context = establish("-- create_group Учитель: Ольга\n-- invite Учитель: Ирина\n-- pin Ольга\n-- leave Ирина\n[10:00] Ирина: да")

    assert work_of(context) == {"Мария Петровна": 2, "Ольга": 1, "Ирина": 0}


def test_roles_tell_teacher_creator_administrators_and_parents(establish: Callable[..., Context]) -> None:
    context = establish("-- create_group Ольга: Учитель\n-- pin Ирина\n[10:00] Учитель: да\n[10:00] Анна: да")

    assert names_with(context, "teacher") == ["Мария Петровна"]
    assert names_with(context, "creator") == ["Ольга"]
    assert names_with(context, "administrator") == ["Ольга", "Ирина"]
    assert names_with(context, "parent") == ["Ольга", "Ирина", "Анна"]


def test_role_is_told_by_the_whole_display_name(establish: Callable[..., Context]) -> None:
    scene = establish("[10:00] Ольга: да\n[10:00] Ольга Ким: да").scene

    assert role_flags(scene, {"Ольга"}).tolist() == [True, False]


def test_names_judged_are_those_of_people_who_wrote(establish: Callable[..., Context]) -> None:
    context = establish("-- create_group Учитель: Ольга, Ирина\n[10:00] Ирина: да")

    assert list(context.judged_names) == ["Ирина"]


def test_leaving_of_ones_own_accord_is_told_from_removal_and_return(establish: Callable[..., Context]) -> None:
    context = establish("""
        -- create_group Учитель: Ольга, Ирина, Анна
        [10:00] Ольга: да
        -- leave Ольга
        -- remove Учитель: Ирина
        -- leave Анна
        [+1d] -- invite Учитель: Анна
    """)

    assert len(context.left_at) == 1


def test_joining_of_the_teacher_is_known_where_it_is_shown(establish: Callable[..., Context]) -> None:
    shown = establish("-- create_group Ольга: Ирина\n[10:00] Ольга: да\n[+1d] -- invite Ольга: Учитель")
    hidden = establish("[10:00] Ольга: да\n[10:01] Учитель: да")

    assert shown.teacher_joined_at == shown.scene.seconds[-1]
    assert hidden.teacher_joined_at is None
