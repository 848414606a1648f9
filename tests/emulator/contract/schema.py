"""Microsoft's schema (CSDL) as data: types with their properties, enumerations, entity sets."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

SLICE = Path(__file__).resolve().parents[3].parent / "shared" / "reference" / "graph-v1.0-slice.csdl"
EDM = "{http://docs.oasis-open.org/odata/ns/edm}"
NAMESPACES = ("microsoft.graph.", "graph.")


@dataclass(frozen=True, slots=True)
class Kind:
    """What may stand in a place: a type by its short name (`message`, `Edm.String`), one or a collection of it."""

    name: str
    is_collection: bool = False

    def __str__(self) -> str:
        return f"Collection({self.name})" if self.is_collection else self.name

    @property
    def one(self) -> Kind:
        return Kind(self.name)


@dataclass(frozen=True, slots=True)
class Property:
    name: str
    kind: Kind
    nullable: bool
    navigates: bool


@dataclass(frozen=True, slots=True)
class Structure:
    """An entity or complex type with what it inherits. `lineage` begins with its own name."""

    name: str
    lineage: tuple[str, ...]
    properties: dict[str, Property]
    is_open: bool
    is_abstract: bool
    is_entity: bool


@dataclass(frozen=True, slots=True)
class Schema:
    structures: dict[str, Structure]
    enumerations: dict[str, frozenset[str]]
    sets: dict[str, Kind]


def short(name: str) -> str:
    return next((name.removeprefix(prefix) for prefix in NAMESPACES if name.startswith(prefix)), name)


def kind_of(text: str) -> Kind:
    if text.startswith("Collection("):
        return Kind(short(text.removeprefix("Collection(").removesuffix(")")), is_collection=True)
    return Kind(short(text))


def read(path: Path) -> Schema:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.parse(str(path), parser).getroot()
    elements = {each.get("Name", ""): each for tag in ("EntityType", "ComplexType") for each in root.iter(EDM + tag)}
    return Schema(
        structures={name: structure(elements, name) for name in elements},
        enumerations={
            each.get("Name", ""): frozenset(member.get("Name", "") for member in each.iter(EDM + "Member"))
            for each in root.iter(EDM + "EnumType")
        },
        sets={
            each.get("Name", ""): Kind(short(each.get("EntityType", "")), is_collection=True)
            for each in root.iter(EDM + "EntitySet")
        },
    )


def structure(elements: dict[str, etree._Element], name: str) -> Structure:
    element = elements[name]
    base = element.get("BaseType")
    above = structure(elements, short(base)) if base else None
    own = [property_of(each) for each in element if each.tag in {EDM + "Property", EDM + "NavigationProperty"}]
    return Structure(
        name=name,
        lineage=(name, *(above.lineage if above else ())),
        properties={**(above.properties if above else {}), **{each.name: each for each in own}},
        is_open=element.get("OpenType") == "true" or bool(above and above.is_open),
        is_abstract=element.get("Abstract") == "true",
        is_entity=element.tag == EDM + "EntityType",
    )


def property_of(element: etree._Element) -> Property:
    return Property(
        name=element.get("Name", ""),
        kind=kind_of(element.get("Type", "")),
        nullable=element.get("Nullable") != "false",
        navigates=element.tag == EDM + "NavigationProperty",
    )
