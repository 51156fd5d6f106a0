"""What is true is tested, also in prose."""

import re
from pathlib import Path

import pytest

from bot.config import PREFIX, Settings, table
from bot.core.words import COMMANDS, MODERATOR_COMMANDS
from bot.quiz import errors
from bot.quiz.boards import SEASON_DAYS
from bot.quiz.options import OPTIONS
from bot.quiz.rates import COMMUNITY, LEARNER
from bot.quiz.scoring import FLOOR, HINT_COST, Rule
from bot.quiz.sprints import TIME
from bot.quiz.verdicts import Outcome

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
_EVENT = re.compile(r"log\.(?:debug|info|warning|error|exception)\(\s*\"([\w.]+)\"")


def headings(page: str) -> set[str]:
    text = (ROOT / "docs" / page).read_text("utf-8")
    return {line.lstrip("#").strip() for line in text.splitlines() if line.startswith("#")}


def test_every_setting_has_its_heading() -> None:
    wanted = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    assert wanted <= headings("operators/settings.md")


def test_the_page_on_settings_holds_their_table() -> None:
    assert table() in (ROOT / "docs/operators/settings.md").read_text("utf-8"), "renew it: askling settings --markdown"


def test_the_example_file_lists_exactly_the_settings() -> None:
    listed = re.findall(r"^# (ASKLING_\w+)=", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(f"{PREFIX}{name.upper()}" for name in Settings.model_fields)


def test_every_command_has_its_heading() -> None:
    wanted = {name for name, _ in (*COMMANDS, *MODERATOR_COMMANDS)}
    assert wanted <= headings("moderators/commands.md")


def test_every_option_of_a_schedule_has_its_heading() -> None:
    assert {option.name for option in OPTIONS} <= headings("moderators/schedule.md")


def test_every_verdict_word_has_its_heading() -> None:
    assert {str(outcome) for outcome in Outcome} <= headings("learners/answering.md")


def test_every_rule_of_the_game_has_its_section() -> None:
    boards = {"Corrections", "Season", "Ties", "Who is shown"}
    assert {*map(str, Rule), *boards, "Streaks", "Rests", "Sprint", "Rate limits"} <= headings("learners/scoring.md")


def test_the_page_on_scoring_gives_the_numbers_of_the_rules() -> None:
    page = (ROOT / "docs/learners/scoring.md").read_text("utf-8")
    numbers = (
        f"costs {HINT_COST} %",
        f"earns {FLOOR} %",
        f"best {SEASON_DAYS} days",
        f"has {TIME.seconds} seconds",
        f"{LEARNER.times} runs a minute for you, {COMMUNITY.times} for all",
    )
    assert [said for said in numbers if said not in page] == []


def test_every_error_has_its_heading() -> None:
    tree = {name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, Exception)}
    assert tree == headings("contributors/errors.md") - {"Errors"}


def test_every_log_event_has_its_heading() -> None:
    events = {event for file in (ROOT / "bot").rglob("*.py") for event in _EVENT.findall(file.read_text("utf-8"))}
    assert events
    assert events == headings("operators/logs.md") - {"Logs"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_inside_the_repository_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_test_that_security_names_is_there() -> None:
    named = set(re.findall(r"`(tests/[\w/.-]+)`", (ROOT / "SECURITY.md").read_text("utf-8")))
    assert named
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_the_readme_names_the_two_commands_and_they_exist() -> None:
    readme, makefile = (ROOT / "README.md").read_text("utf-8"), (ROOT / "Makefile").read_text("utf-8")
    for target in ("run", "test"):
        assert re.search(rf"^\$ make {target}\b", readme, re.MULTILINE)
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_continuous_integration_calls_the_same_test_command() -> None:
    assert "make test" in (ROOT / ".ci" / "run").read_text("utf-8")
