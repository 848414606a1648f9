"""What people are by trade: words that end the name of a post, and posts that are known as a whole only."""

from __future__ import annotations

_TRADES = """
actuary adjudicator arbitrator arborist archaeologist archivist assessor attendant bailie bailiff barrister botanist
bursar canvasser cartographer chaplain chauffeur collector connector conservator convener convenor conveyancer coroner
crier curator dentist designer driver ecologist electrician epidemiologist fundraiser geologist groundsperson
hydrologist instructor interpreter investigator journalist keeper lawyer lifeguard master mechanic mediator navigator
observer ombudsman operative operator paralegal pcso photographer physiotherapist plumber prescriber provost
psychiatrist radiographer receptionist researcher scrutineer steward tester translator tutor writer
"""
OCCUPATIONS = frozenset(_TRADES.split())
"""Trades that are hardly anybody's name, nor what another post is about."""

KNOWN_POSTS = frozenset(
    {
        *("health visitor", "independent visitor", "custody visitor", "ward sister", "charge nurse", "mace bearer"),
        *("approved mental health professional", "foster carer", "school crossing patrol", "sports coach"),
        *("head chef", "school cook", "tour guide", "appropriate adult", "named gp", "lay person"),
    }
)
"""Posts of which no word tells by itself that they are one."""
