"""Organisations that plans of many councils name: bodies, though no word of their name says so."""

from __future__ import annotations

_CONTRACTORS = """
aecom, agilisys, alliance leisure, amey, arup, atkins, atos, axis, azets, balfour beatty, biffa, bishop fleming,
capita, civica, colas, deloitte, engie, equans, ernst & young, eurovia, everyone active, fortem, forvis mazars,
freedom leisure, gallagher bassett, glendale, grant thornton, idox, idverde, jacobs, kier, knight frank, liberata,
mazars, mears, microsoft, mitie, mott macdonald, norse, northgate, novus, oracle, parkwood leisure, places leisure,
ringway, ringway jacobs, savills, serco, sodexo, stantec, suez, tarmac, turner & townsend, ubico, urbaser, veolia,
veritau, zurich, zurich municipal
"""
_PUBLIC = """
active travel england, anglian water, arriva, arts council england, cadw, cipfa, cosla, defra, dfc, dfi, dft, dwp, dŵr
cymru, dŵr cymru welsh water, estyn, forestry england, highlands and islands enterprise, historic england, historic
environment scotland, hmrc, homes england, invest ni, jobcentre, jobcentre plus, mhclg, national grid, national
highways, natural england, natural resources wales, nature scot, naturescot, network rail, nihe, northumbrian water,
nrw, ofgem, ofsted, ofwat, openreach, police scotland, scottish enterprise, scottish water, sepa, severn trent, severn
trent water, skills development scotland, solace, south of scotland enterprise, south west water, southern water,
sport england, sport wales, stagecoach, tfgm, tfl, tfw, thames water, translink, transport for greater manchester,
transport for london, transport for the north, transport for wales, transport for west midlands, transport scotland,
ukhsa, united utilities, visitbritain, welsh water, wessex water, yorkshire water
"""
_CHARITIES = """
action for children, aspire, barnardo's, barnardos, change grow live, family action, food bank, foodbank, groundwork,
healthwatch, home-start, living streets, mencap, menter iaith, merched y wawr, mudiad meithrin, relate, samaritans,
scope, shelter, sustrans, turning point, urdd, women's aid
"""
ORGANISATIONS = frozenset(
    " ".join(name.split()) for names in (_CONTRACTORS, _PUBLIC, _CHARITIES) for name in names.split(",")
)
"""Names in small letters, as they are printed alone."""


def is_organisation(words: str) -> bool:
    return words.lower() in ORGANISATIONS
