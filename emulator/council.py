"""The council that a tenant is when no seed is given; all of it is invented."""

from __future__ import annotations

from typing import Any

DEFAULT: dict[str, Any] = {
    "tenant": {"name": "Harrowmere District Council", "domain": "harrowmere.example"},
    "site": {"name": "Corporate Plans", "path": "/sites/plans"},
    "people": [
        {
            "name": "Ada Fenn",
            "address": "ada.fenn@harrowmere.example",
            "title": "Head of Housing",
            "department": "Housing",
            "manager": "beth.larkin@harrowmere.example",
        },
        {
            "name": "Tom Wray",
            "address": "tom.wray@harrowmere.example",
            "title": "Leisure Manager",
            "department": "Communities",
            "manager": "sian.hughes@harrowmere.example",
        },
        {
            "name": "Priya Nair",
            "address": "priya.nair@harrowmere.example",
            "title": "Performance Officer",
            "department": "Policy",
            "manager": "beth.larkin@harrowmere.example",
        },
        {
            "name": "Siân Hughes",
            "address": "sian.hughes@harrowmere.example",
            "title": "Director of Place",
            "department": "Place",
            "manager": "beth.larkin@harrowmere.example",
        },
        {
            "name": "Colm O'Dwyer",
            "address": "colm.odwyer@harrowmere.example",
            "title": "Climate Officer",
            "department": "Place",
            "manager": "sian.hughes@harrowmere.example",
        },
        {
            "name": "Beth Larkin",
            "address": "beth.larkin@harrowmere.example",
            "title": "Chief Executive",
            "department": "Corporate",
        },
    ],
}
