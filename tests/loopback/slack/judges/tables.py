"""Tables: shapes a schema cannot say."""

from collections.abc import Iterator

from tests.loopback.slack.wire import Json


def table_mistakes(where: str, node: Json) -> Iterator[str]:
    """Of a `table` or `data_table`: columns, rows, pages."""
    if node.get("type") not in {"table", "data_table"}:
        return
    rows = node.get("rows") or []
    widths = {len(row) for row in rows}
    if not all(1 <= width <= 20 for width in widths):
        yield f"1 to 20 columns allowed, not {sorted(widths)} [json-pointer:{where}/rows]"
    if node["type"] == "data_table":
        yield from _data(where, node, rows, widths)


def _data(where: str, node: Json, rows: list[list[Json]], widths: set[int]) -> Iterator[str]:
    if len(widths) > 1:
        yield f"all rows must have as many columns, not {sorted(widths)} [json-pointer:{where}/rows]"
    if len(rows) < 2:
        yield f"no fewer than 2 rows allowed: a header and one more [json-pointer:{where}/rows]"
    if not node.get("caption"):
        yield f"a table needs a caption [json-pointer:{where}/caption]"
    if not 1 <= node.get("page_size", 1) <= 100:
        yield f"page_size is 1 to 100 [json-pointer:{where}/page_size]"
    if not 0 <= node.get("row_header_column_index", 0) < max(widths, default=1):
        yield f"there is no such column [json-pointer:{where}/row_header_column_index]"
