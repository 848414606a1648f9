"""The words that posts, bodies and services are named with: what tells a whole party from a part of one."""

from __future__ import annotations

from bot.reading.owners.occupations import OCCUPATIONS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ROLES = _words(
    """
    hd officer officers manager managers director directors lead leads leader leaders head heads chief clerk treasurer
    chair chairman chairwoman chairperson chairs vice-chair secretary adviser advisor coordinator co-ordinator
    assistant councillor councillors cllr cllrs member members mayor solicitor accountant engineer planner surveyor
    partner administrator auditor consultant guardian champion sponsor superintendent inspector ranger registrar
    headteacher lecturer senco groundsman handyman facilitator
    librarian caretaker warden governor governors trustee trustees specialist analyst executive portfolio-holder
    holder holders deputy principal supervisor controller technician practitioner commissioner representative rep
    reps owner trainer editor buyer architect developer apprentice nurse doctor ceo cfo coo cio cdo cpo md s151 dceo
    acfo aco dcfo acc dcc dpcc
    mgr mgrs dir dirs asst exec dep ad ads pfh ph hos vice-chairman vice-chairs consultants planners rfo
    worker therapist psychologist pharmacist midwife paramedic constable sergeant firefighter teacher lengthsman
    depute
    groundstaff commander bookkeeper scientist cleaner economist statistician valuer dietitian
    agent agents whip matron solicitors volunteer am gm sm wm tl hod dd bp
    weithredwr cynghorydd cyng maer cydlynydd
    """
)
WELSH_POSTS = _words(
    """
    cyfarwyddwr pennaeth arweinydd swyddog rheolwr cadeirydd clerc
    phennaeth bennaeth chyfarwyddwr gyfarwyddwr chadeirydd gadeirydd chlerc reolwr
    """
)
"""Welsh posts, which what they are about follows at once: "Pennaeth Tai"."""
ROLES |= OCCUPATIONS | WELSH_POSTS
ROLES |= {f"{role}s" for role in ROLES}
"""Words that can end the name of a post, one of them or several."""

OPENERS = _words(
    """
    director head hd lead leader chair chairman chairperson manager member officer clerk mayor vice-chair deputy
    secretary executive portfolio-holder holder assistant representative rep adviser advisor coordinator treasurer
    spokesperson champion sponsor dean heads directors leads managers members chairs dir mgr exec ad ph pfh
    """
)
"""Posts that are followed by "of" or "for" and what they are about."""

BODIES = _words(
    """
    board committee team teams group panel cabinet council councils forum partnership department directorate unit
    authority trust cmt slt smt elt mt dx dmt scmt clt hmt lmt sub-committee subcommittee commission association
    alliance consortium network executive programme-board agency police nhs lga college university company ltd
    llp plc cic contractor contractors contractor(s) cttee ctte ctee friends staff working-group task-group
    steering-group all-staff departments directorates services-team governors party parties icb icp pcn mash lep unison
    gmb unite unions fbu frs nhsft healthwatch probation society institute federation constabulary ministry charity
    hub hubs office subgroup subgroups sub-group sub-groups taskforce division divisions inspectorate
    """
)
"""Words that can end the name of a body."""
DIVISIONS = _words("directorate department division")
"""Parts of a council where the holder of a post in front of them works."""
NAMED_KINDS = _words("school academy club church surgery homes")
"""Words that end the name of a body behind a name of its own: "Tamber Primary School"."""
SUBJECTS_TOO = _words("network partnership hub hubs agency charity alliance staff society police")
"""Words of bodies that alone, in front of an "and", are as well what a post is about."""
PARTNERS = _words("police fire ambulance probation nhs health council councils dwp education schools housing cps")
"""Those who are listed by one word where several bodies work together."""
NO_DEPARTMENTS = _words("police ambulance probation nhs council councils dwp cps")
"""Those of them that no department of a council is called."""
PARTS_OF_BODIES = _words("mash pcn")
"""Bodies by their letters that posts are told with: "Service Manager, MASH"."""
SEVERAL_BODIES = _words(
    "committees boards groups panels forums sub-committees subcommittees agencies authorities networks federations"
    " bc dc mbc rbc lbc"
)
"""Words that end the name of several bodies; alone they may be no more than what a post is about."""

TAKES_BODY_BEFORE = _words(
    """
    leader leaders manager managers chair chairman chairs secretary member members lead leads officer officers clerk
    sponsor director directors support assistant head administrator coordinator co-ordinator representative rep reps
    adviser advisor holder executive
    """
)
"""Posts that a body or another post may stand in front of: "Team Leader", "Lead Officer" are one."""

SERVICES = _words(
    """
    hr od it ict pr uk eu gis gdpr h&s hse hra r&d finance financial resources housing planning policy performance
    communications comms community communities customer customers service services democratic legal governance audit
    risk property estates assets asset facilities leisure culture cultural arts sport sports tourism heritage
    museums libraries education learning skills children young people people's adult adults social care health
    wellbeing well-being safety safeguarding environment environmental waste recycling street streetscene parks
    green open spaces highways transport transportation parking infrastructure regeneration economy economic growth
    development place places business commercial income revenues revenue benefits benefit tax council-tax
    procurement contracts contract commissioning strategy strategic corporate transformation change improvement
    programme project projects digital technology information data systems intelligence insight research engagement
    participation partnerships partnership inclusion equality equalities diversity workforce organisational human
    capital treasury investment accounting accountancy payroll pensions insurance elections electoral registration
    licensing regulatory regulation enforcement building control conservation climate sustainability energy carbon
    biodiversity ecology countryside coastal flood drainage emergency resilience continuity operations operational
    delivery integration innovation marketing media press publications design web website internal external public
    private voluntary sector localities locality neighbourhood neighbourhoods area areas north south east west
    central rural urban town district county borough parish city members officers training recruitment talent
    leadership management administration admin support scrutiny overview standards ethics compliance assurance
    quality complaints feedback affairs international families family youth schools school early years special needs
    homelessness homeless tenancy tenants landlord repairs maintenance works construction engineering fleet depot
    cemeteries bereavement markets events volunteering volunteers monitoring section senior junior interim acting
    general technical professional specialist shared joint national local regional new major minor capacity cohesion
    crime justice disorder prevention protection nature water air noise pest animal food trading consumer debt recovery
    fraud investigations land charges mapping addressing archives records registrars coroner ceremonies freedom
    nursing midwifery ahps medical clinical patient therapies pharmacy
    fostering adoption placements send inclusion curriculum attendance response stores options sleeping
    women women's children's surgery medicine paediatrics maternity outpatients diagnostics cancer stroke theatres
    arboriculture grounds equipment depots
    virtual admissions rough experience advice lettings voids allocations sustainment settings income wellness
    policing vulnerability custody roads response detection prosecutions cid firearms forensics
    english maths science literacy numeracy phonics pshe rse
    revs bens cemetery allotment allotments
    speak up inward enterprise employment jobs visitor destination grants funding bids bid voice access
    asb cctv cil ehcp esol evs llpg neet pspo s106 vawg affordable decent empty vacant warm
    """
)
"""Words that name a service or a subject, never a person or a whole party."""

EVERYBODY = frozenset(
    {
        *("all", "everyone", "everybody"),
        *("cllrs", "councillors", "all councillors", "ward councillors", "all cllrs", "ward cllrs"),
    }
)
"""Those who are named together and by no name."""

DEPARTMENTS = _words(
    """
    finance hr it ict legal housing planning procurement comms communications payroll audit licensing property estates
    facilities revenues benefits insurance highways waste od policy performance elections
    """
)
SUPPORTING_DEPARTMENTS = _words("finance hr it ict legal procurement comms communications payroll audit")
"""Departments that serve the others: no two are one, and a list with one of them is no department's long name."""
LINE_DEPARTMENTS = _words("housing planning highways waste")
"""Departments with work of their own out of doors, so that none of them is one with a department that serves it."""

ENDS_ALONE = _words("leader clerk mayor maer cabinet treasurer chairman unison gmb")
"""Posts and bodies of one word that another party may follow without a joiner."""

CODES = _words(
    """
    ceo dceo dce cex cfo coo cio cdo cpo s151 mo rfo dpo siro slt cmt smt clt elt lmt emt mt dx hmt scmt
    """
)
"""Codes of posts and of leading groups, used at most councils: each is a party by itself."""

POST_CODES = _words(
    """
    ceo dceo cex cfo dcfo acfo aco coo cio cdo cpo cno cmo dof don dph dass dcs md mo rfo dpo siro s151 dsl senco
    sendco ht dht ad hos
    """
)
"""Codes of posts that one person holds: behind a person's name, one says what that person is."""

ALONE_BEHIND_JOINER = ENDS_ALONE | CODES | _words("police healthwatch probation fbu unite unions")
"""Posts and bodies of one word that are a party by themselves behind any joiner."""

HONOURS = _words("obe mbe cbe kbe dbe bem dl jp qpm kfsm")
"""Letters behind a name that are a part of it."""

BEGINS_POST = _words("principal senior deputy interim acting assistant chief")
"""Ranks that nothing in front belongs to, for they open the name of a post."""

GOES_ON_BEFORE = _words("deputy assistant asst dep chief cllr cllrs councillor s151")
"""Words of posts that what follows belongs to."""

RANKS = GOES_ON_BEFORE | _words(
    """
    interim acting joint new strategic strat corporate executive exec senior principal associate service group vice
    cabinet portfolio lead programme project managing regional
    """
) - _words("cllr cllrs councillor s151")
"""Words that stand before the head word of a post and say its rank."""

PLAIN_RANKS = RANKS - _words("programme project managing lead cabinet portfolio")
"""Ranks that say nothing of what a post is about, so that a service behind it does: "Assistant Director Housing"."""

NAMED_BEHIND_COMMA = PLAIN_RANKS | _words(
    """
    lead cabinet portfolio divisional general regional clinical consultant departmental area
    detective temporary temp police watch crew station ward team shift duty sector cluster programme project policy
    business visiting associate pro vice commissioning
    """
)
"""Words before the head of a post that is named without what it is about, which stands behind a comma."""

HEADS_BEHIND_COMMA = _words(
    "professor dean sister matron fellow dci dsu insp supt sgt t/supt t/insp president chancellor"
)
"""Ranks that are no sure sign of a post elsewhere and are told with what they are about behind a comma."""

NAMES_NOBODY_ALONE = _words(
    "manager officer director engineer secretary coordinator supervisor warden adviser lecturer"
)
"""Posts that name nobody without what they are about, or the body they sit in."""

WHOLE_ALONE = frozenset(
    {"chief executive", "chief exec", "clerk", "town clerk", "parish clerk", "leader", "mayor", "s151 officer"}
    | {"ward member", "ward members", "ward councillors"}
)
"""Posts of one person of a council, or those of a ward: a service behind one is a party of its own."""

ENDS_PARTIES_TOO = _words("executive lead group service cabinet")
"""Those ranks that end a party where they do not begin one: "District Executive", "HR Lead", "Working Group"."""

RANKS_WITH_SERVICE = _words("am gm sm wm ad hos hod dd acfo aco acc manager commander")
"""Posts and codes of them that the service follows without "of": "AM Protection", "HoS Fostering"."""

HEADS_OF = _words("hd head heads director directors dir dirs")
"""Posts followed by "of" that neither a body nor another post can stand in front of."""

STANDARD_POSTS = (
    ("chief", "executive"), ("chief", "exec"), ("deputy", "chief", "executive"), ("monitoring", "officer"),
    ("s151", "officer"), ("section", "151", "officer"), ("town", "clerk"), ("parish", "clerk"),
    ("returning", "officer"), ("data", "protection", "officer"), ("leader", "of", "the", "council"),
)  # fmt: skip
"""Posts that every council has, so that their name is known to be whole."""

COUNCILLOR = _words("cllr councillor cyng cynghorydd")
COUNCILLOR_POSTS = _words(
    "leader chair chairman chairwoman chairperson mayor member holder champion pfh portfolio-holder"
)
"""Posts that councillors hold: a councillor's name beside one is the same party."""

OWNS_POSTS = _words(
    "council councils trust authority nhs icb lga agency police university college company ltd partnership association"
    " alliance network"
)
"""Bodies that have posts of their own: "Town Council Chief Executive" is one party."""

COMPOUNDS = frozenset(
    {
        ("police", "crime"), ("fire", "rescue"), ("task", "finish"), ("overview", "scrutiny"), ("health", "safety"),
        ("hr", "od"), ("parks", "leisure"), ("revenues", "benefits"), ("revs", "bens"), ("learning", "development"),
        ("health", "wellbeing"), ("equality", "diversity"), ("people", "culture"), ("parks", "open"),
        ("registrar", "secretary"), ("waste", "recycling"), ("health", "social"), ("research", "development"),
    }
)  # fmt: skip
"""Pairs of words that a joiner between them makes one name of."""
