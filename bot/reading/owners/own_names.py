"""Services that councils call by the same two words or more: each is one service, whatever stands beside it."""

from __future__ import annotations

from bot.reading.owners.occupations import OCCUPATIONS
from bot.reading.owners.words import SERVICES

_FOR_PEOPLE = """
adult services, adult social care, adults social care, adult social work, adult education, children's services,
childrens services, children's social care, childrens social care, children's social work, early help, early years,
family hubs, family support, health visiting, learning disability, mental health, occupational therapy, public health,
school admissions, school improvement, school nursing, virtual school, youth justice, youth offending, youth services
"""
_FOR_PLACES = """
building control, community safety, development control, development management, economic development,
emergency planning, environmental health, environmental protection, flood risk, food safety, grounds maintenance,
home to school transport, housing benefit, housing benefits, housing options, housing strategy, parking services,
planning enforcement, planning policy, private sector housing, public protection, public rights of way, road safety,
street cleansing, street lighting, street scene, trading standards, transport planning, waste services
"""
_WITHIN = """
business rates, business support, corporate property, council tax, customer services, democratic services,
electoral services, financial services, health and safety, human resources, information governance, internal audit,
legal services, organisational development, property services, corporate finance
"""
OWN_NAMES = frozenset(
    " ".join(name.split()) for names in (_FOR_PEOPLE, _FOR_PLACES, _WITHIN) for name in names.split(",")
)
"""Names in small letters."""
_DEVELOPED = frozenset({"member", "members", "officers"})
"""Whom any service may be for."""
_SUPPORTED = OCCUPATIONS | frozenset(
    ["apprentice", "councillor", "governor", "headteacher", "registrar", "teacher", "trustee", "volunteer", "warden"]
)
_SUPPORT = frozenset({"service", "services", "support", "training", "recruitment"})
"""What there is for people, so that no post is named with it."""


def has_own_name(words: str) -> bool:
    return words.lower().replace("’", "'") in OWN_NAMES


def is_for_people(words: list[str]) -> bool:
    """Whether a service is told by those whom it is for: "Member Development", "Coroner Support" name none of them."""
    first, *rest = words
    for_them = first.removesuffix("s") in _SUPPORTED and _SUPPORT.issuperset(rest)
    return rest != [] and (for_them or (first in _DEVELOPED and SERVICES.issuperset(rest)))
