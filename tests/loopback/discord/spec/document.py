"""Discord's OpenAPI document: where it lies, and validators for one operation."""

import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from tests.loopback.discord.errors import Json
from tests.loopback.discord.spec.gaps import AMENDED
from tests.loopback.discord.spec.schemas import pruned, rewritten

ROOT = Path(__file__).parents[4]
NAME = "discord-openapi.json"
_JSON = "application/json"


def path() -> Path | None:
    """The document: in the folder SHARED_DATA, or in `shared/data` beside the checkout; None when absent."""
    folder = Path(os.environ.get("SHARED_DATA", ROOT.parent / "shared" / "data"))
    return folder / NAME if (folder / NAME).is_file() else None


class Validator:
    """A schema, or several of which one has to hold."""

    def __init__(self, roots: list[Json]) -> None:
        self._branches = [jsonschema_rs.validator_for(root, validate_formats=True) for root in roots]

    def readings(self, body: Any) -> list[list[str]]:
        """What is wrong, as `path: message`, by each of the schemas."""
        return [
            [
                f"{'/'.join(map(str, error.instance_path)) or '(body)'}: {error.message}"
                for error in one.iter_errors(body)
            ]
            for one in self._branches
        ]


class Document:
    """The document, with validators made when they are first asked for."""

    def __init__(self, file: Path) -> None:
        self._told: Json = json.loads(file.read_text("utf-8"))
        schemas: Mapping[str, Json] = self._told["components"]["schemas"]
        self._schemas = schemas
        self._strict: Mapping[str, Json] = {**rewritten(schemas, schemas, closed=True), **AMENDED}
        self._loose: Mapping[str, Json] = {
            **rewritten(schemas, schemas, closed=False),
            "InnerErrors": AMENDED["InnerErrors"],
        }
        self._made: dict[tuple[str, str, str], Validator | None] = {}

    def operation(self, method: str, template: str) -> Json | None:
        """What the document says about a method of a path."""
        found: Json | None = self._told["paths"].get(template, {}).get(method.lower())
        return found

    def queries(self, method: str, template: str) -> set[str]:
        """Names of the query parameters of an operation."""
        item = self._told["paths"][template]
        declared = [*item.get("parameters", []), *item[method.lower()].get("parameters", [])]
        return {one["name"] for one in declared if one["in"] == "query"}

    def request(self, method: str, template: str) -> Validator | None:
        """A strict validator of the body (for multipart: of its `payload_json`); None when there is no body."""
        key = (method, template, "request")
        if key not in self._made:
            operation = self.operation(method, template) or {}
            schema = operation.get("requestBody", {}).get("content", {}).get(_JSON, {}).get("schema")
            self._made[key] = self._validator(schema, self._strict, closed=True)
        return self._made[key]

    def answer(self, method: str, template: str, status: int) -> Validator | None:
        """A validator of an answer's body; None when it has none."""
        key = (method, template, str(status))
        if key not in self._made:
            answers = (self.operation(method, template) or {}).get("responses", {})
            schema = answers.get(str(status), {}).get("content", {}).get(_JSON, {}).get("schema")
            if 400 <= status < 500 and status != 429:  # a 429 has its own shape, which nobody wrote down
                schema = {"$ref": "#/components/schemas/ErrorResponse"}
            self._made[key] = self._validator(schema, self._loose, closed=False)
        return self._made[key]

    def statuses(self, method: str, template: str) -> set[str]:
        """The statuses an operation may answer with, such as 200 and 4XX."""
        return set((self.operation(method, template) or {}).get("responses", {}))

    def _validator(self, schema: Json | None, schemas: Mapping[str, Json], *, closed: bool) -> Validator | None:
        if schema is None:
            return None
        made = rewritten(schema, self._schemas, closed=closed)
        branches = made["anyOf"] if set(made) <= {"anyOf", "x-discord-union"} and "anyOf" in made else [made]
        return Validator([pruned(one, schemas) for one in branches])


@cache
def document(file: Path) -> Document:
    """The document at a path, read once."""
    return Document(file)
