"""The contract's samples and its list of fields."""

from briefing.compose import compose, plain
from briefing.compose.sample import contract_fields, sample
from tests.by_hand import harbour


def keys(value: object, prefix: str = "") -> set[str]:
    """The paths of a template's variables, as the list of fields writes them."""
    if isinstance(value, dict):
        return {path for name, inner in value.items() for path in {f"{prefix}{name}", *keys(inner, f"{prefix}{name}.")}}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return keys(value[0], f"{prefix[:-1]}[].")
    return set()


def test_every_field_has_help() -> None:
    assert [field.path for field in contract_fields() if not field.help] == []


def test_list_of_fields_is_what_a_template_sees() -> None:
    assert {field.path for field in contract_fields()} == keys(plain(sample(1)))


def test_composed_note_has_no_field_beside_the_list() -> None:
    assert keys(plain(compose(harbour().brief()))) <= {field.path for field in contract_fields()}


def test_sample_of_nothing_is_empty() -> None:
    assert sample(0).figures == ()
    assert sample(0).note.title == ""


def test_items_of_a_sample_are_counted() -> None:
    assert [quote.n for quote in sample(3).quotes] == [1, 2, 3]
