"""What is wrong with a record, in one plain sentence, out of pydantic's errors."""

from typing import Any

from pydantic import ValidationError

DATES = r"^\d{4}-\d{2}-\d{2}"
WANTED = {
    "string_type": "a text in quotation marks is wanted",
    "float_type": "a number is wanted",
    "int_type": "a whole number is wanted",
    "int_from_float": "a whole number is wanted",
    "bool_type": "true or false is wanted",
    "tuple_type": "a list in [ ] is wanted",
    "model_type": "a record in { } is wanted",
    "string_too_short": "it is empty",
    "finite_number": "a finite number is wanted",
}


def explain_mistake(error: ValidationError) -> str:
    """The first mistake of a record: its path, e.g. `issues[2].stands[0].position.low`, and what is wrong there."""
    mistakes = error.errors(include_url=False)
    first = mistakes[0]
    path = write_path(first["loc"])
    sentence = describe_mistake(first, path)
    others = len(mistakes) - 1
    return sentence + (f" (and {others} more like it)" if others else "")


def write_path(places: tuple[int | str, ...]) -> str:
    path = ""
    for place in places:
        path += f"[{place}]" if isinstance(place, int) else f".{place}" if path else place
    return path


def describe_mistake(mistake: Any, path: str) -> str:
    kind, context = mistake["type"], mistake.get("ctx", {})
    if kind == "missing":
        return f"{path} is missing"
    if kind == "extra_forbidden":
        return f"{path} is no field of the format"
    if kind == "json_invalid":
        return f"broken JSON: {context['error']}"
    prefix = f"{path}: " if path else ""
    if kind == "value_error":
        return prefix + str(context["error"])
    return f"{prefix}{describe_value(mistake['input'])}, {describe_wanted(kind, context, mistake['msg'])}"


def describe_wanted(kind: str, context: dict[str, Any], message: str) -> str:
    if kind == "literal_error":
        return f"and only {context['expected']} is allowed"
    if kind == "greater_than_equal":
        return f"at least {context['ge']:g} is wanted"
    if kind == "less_than_equal":
        return f"at most {context['le']:g} is wanted"
    if kind == "greater_than":
        return f"more than {context['gt']:g} is wanted"
    if kind == "string_pattern_mismatch":
        return "a day as YYYY-MM-DD is wanted" if context["pattern"].startswith(DATES) else "which is not of its form"
    if kind in ("too_short", "too_long"):
        return f"{context.get('min_length', context.get('max_length'))} entries are wanted"
    return WANTED.get(kind, message)


def describe_value(value: object) -> str:
    if isinstance(value, dict):
        return "here stands a record in { }"
    if isinstance(value, (list, tuple)):
        return f"here stands a list of {len(value)}"
    words = "null" if value is None else str(value).lower() if isinstance(value, bool) else repr(value)
    return f"here stands {words if len(words) <= 60 else words[:57] + '...'}"
