"""What is saved is noticed, once, and nothing else is."""

from collections.abc import Callable, Iterator
from pathlib import Path

from bot.checking.watching import saved


async def test_what_is_saved_is_noticed_once(tmp_path: Path) -> None:
    one, two = tmp_path / "a" / "one.md", tmp_path / "a" / "two.md"
    one.parent.mkdir()
    one.write_text("text")
    happenings: Iterator[Callable[[], object]] = iter([
        lambda: None,
        lambda: two.write_text("new"),
        lambda: one.write_text("longer text"),
        two.unlink,
        lambda: (tmp_path / "a" / "notes.txt").write_text("no question"),
        lambda: two.write_text("again"),
    ])  # fmt: skip

    async def sleep(_: float) -> None:
        next(happenings)()

    noticed = []
    async for written in saved(tmp_path, sleep):
        noticed.append([path.name for path in written])
        if len(noticed) == 3:
            break
    assert noticed == [["two.md"], ["one.md"], ["two.md"]]
