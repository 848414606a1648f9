"""Owner phrases: nobody is invented, and no two parties become one."""

from __future__ import annotations

import pytest

from bot.reading import read_owners
from bot.reading.owners import explain_owners

ALIASES = {"TX": "Tamberley Executive", "Parks & Leisure": "Head of Parks", "HR": "Head of People"}


@pytest.mark.parametrize(
    "text",
    [
        "Head of HR and OD",
        "Director of Place, Culture and Skills",
        "Planning and Housing Manager",
        "Audit and Risk Committee",
        "Health & Safety Officer",
        "HR/OD Manager",
        "Clerk",
        "Cllr Mary Holt",
        "J. Penrose",
        "Priya Raman, Head of Waste",
        "Head of Waste - Priya Raman",
        "Chair of Planning and Licensing Committee",
        "Deputy Chief Executive",
        "Team Leader",
        "Section 151 Officer",
        "Member Development Working Group",
        "Community Safety and Licensing Team",
        "Corporate Director, Place",
        "Assistant Director, Housing and Leisure",
        "Police and Crime Commissioner",
        "HR and OD",
        "Riverside Trust Director of Estates",
        "Tamberley Town Council Chief Executive",
        "Harbour Strategic Partnership Board",
        "HR Lead: Priya Raman",
        "Lead Officer Priya Raman",
        "HR Mgr",
        "Asst Dir Finance",
        "AD Housing",
        "Penrose, Mary",
        "Councillor Mrs P Penrose",
        "Cllr Dr Amara Penrose",
        "Rev. Canon P Penrose",
        "Chair, Staffing Committee",
        "Policy and Performance",
        "Culture, Leisure and Tourism",
        "Planning Policy/Housing Strategy Team",
        "Director of Nursing, Midwifery and AHPs",
        "OWEN PRYCE",
        "Police, Fire and Crime Panel",
        "NHS Tamber and Wold ICB",
        "Parks, Play and Heritage",
        "Parks, and Heritage Manager",
        "Parks, Play and Heritage Manager",
        "Parks, Senior Manager",
        "Cabinet Member, Parks",
        "Service Head - HR&OD",
        "Head of Delivery: Priya Raman",
        "Priya Raman, OBE",
        "Parks/Heritage Manager",
        "Manager for Families with Complex Needs",
        "Director of Skills with responsibility for Culture",
        "Heads of Service",
        "Asst. Director Housing",
    ],
)
def test_one_party_stays_one(text: str) -> None:
    assert read_owners(text).owners == (text,)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Clerk and Treasurer", ("Clerk", "Treasurer")),
        ("Housing and Planning, Parks and Heritage", ("Housing and Planning", "Parks and Heritage")),
        ("Arts & Museums, Licensing, Head of ICT", ("Arts & Museums", "Licensing", "Head of ICT")),
        ("Parks, and Museums, and Clerk", ("Parks", "Museums", "Clerk")),
        ("Museum Learning and Street Games, Payroll", ("Museum Learning and Street Games", "Payroll")),
        ("Youth Services, Adult Learning, ICB", ("Youth Services", "Adult Learning", "ICB")),
        ("Payroll/Unison", ("Payroll", "Unison")),
        ("Parks, Heritage Manager", ("Parks", "Heritage Manager")),
        ("Sport and Play, Street Games Team", ("Sport and Play", "Street Games Team")),
        ("Museums, Youth Services and Police", ("Museums", "Youth Services", "Police")),
        ("HR & OD / Web", ("HR & OD", "Web")),
        ("Property & Facilities / Payroll", ("Property & Facilities", "Payroll")),
        ("IT BP, Museums Lead & Payroll", ("IT BP", "Museums Lead", "Payroll")),
        ("Holt/Vane/Head of Parks", ("Holt", "Vane", "Head of Parks")),
        ("Mary Vane (until May) then Paul Holt", ("Mary Vane", "Paul Holt")),
        ("CMT Sponsor: Mayor; Delivery: Clerk", ("Mayor", "Clerk")),
        ("Sponsor \u2013 Mayor, Lead \u2013 Clerk", ("Mayor", "Clerk")),
        ("Cllr Holt (Chair), Cllr Vane (Vice)", ("Cllr Holt", "Cllr Vane")),
        ("Nurseries / Adult Learning", ("Nurseries", "Adult Learning")),
        ("Planning and Head of Licensing", ("Planning", "Head of Licensing")),
        ("Museums, Cllr Vane", ("Museums", "Cllr Vane")),
        ("Payroll & Mary Vane", ("Payroll", "Mary Vane")),
        ("Markets / Deputy Chief Executive", ("Markets", "Deputy Chief Executive")),
        ("Heads of Service and Payroll", ("Heads of Service", "Payroll")),
        ("Museums Working Party, Clerk", ("Museums Working Party", "Clerk")),
        ("Head of Licensing with Payroll", ("Head of Licensing", "Payroll")),
        ("Head of Licensing with input from Human Resources", ("Head of Licensing", "Human Resources")),
        ("GM Training and IT Business Partner", ("GM Training", "IT Business Partner")),
        ("HoS Adoption HoS Inclusion", ("HoS Adoption", "HoS Inclusion")),
        ("Lead: Treasurer. Support: Mayor.", ("Treasurer", "Mayor")),
        ("Lead: CMT. Support: IT.", ("CMT", "IT")),
        ("Head of Licensing. Treasurer.", ("Head of Licensing", "Treasurer")),
        ("Pennaeth Addysg a Chyfarwyddwr Tai", ("Pennaeth Addysg", "Chyfarwyddwr Tai")),
        ("CEO / SLT", ("CEO", "SLT")),
        ("RT/KB/MW", ("RT", "KB", "MW")),
        ("Mayor, Chief Executive and Directors", ("Mayor", "Chief Executive", "Directors")),
        ("Director of Finance and Head of Legal", ("Director of Finance", "Head of Legal")),
        ("Cllrs Holt & Vane", ("Cllr Holt", "Cllr Vane")),
        ("Cabinet and CMT led by Cllr Holt", ("Cabinet", "CMT", "Cllr Holt")),
        (
            "Cabinet (led by Cllr Holt, Priya Raman and Owen Pryce)",
            ("Cabinet", "Cllr Holt", "Priya Raman", "Owen Pryce"),
        ),
        ("SLT - Priya Raman", ("SLT", "Priya Raman")),
        ("Priya Raman, Owen Pryce and Head of Waste (starting in May)", ("Priya Raman", "Owen Pryce", "Head of Waste")),
        ("Lead: Priya Raman; Support: Owen Pryce", ("Priya Raman", "Owen Pryce")),
        ("Cllr A Holt, Cllr B Vane & Clerk", ("Cllr A Holt", "Cllr B Vane", "Clerk")),
        ("Councillors Brown, Green and White", ("Councillor Brown", "Councillor Green", "Councillor White")),
        ("Clerk + Deputy Clerk", ("Clerk", "Deputy Clerk")),
        ("Tom and Jane", ("Tom", "Jane")),
        ("the Leader and the CEO", ("Leader", "CEO")),
        ("Priya Raman Ext: 4410", ("Priya Raman",)),
        ("priya.raman+plans@tamberley.example", ("priya.raman+plans@tamberley.example",)),
        (
            "mailto:priya@tamberley.example; owen@tamberley.example",
            ("priya@tamberley.example", "owen@tamberley.example"),
        ),
        ("priya@tamberley.example owen@tamberley.example", ("priya@tamberley.example", "owen@tamberley.example")),
        (
            "Clerk and priya@tamberley.example / <owen@t.example>",
            ("priya@tamberley.example", "owen@t.example", "Clerk"),
        ),
        ("priya@tamberley.example and Head of Waste", ("priya@tamberley.example", "Head of Waste")),
        ("Priya Raman <priya@tamberley.example>", ("Priya Raman",)),
        ("HR Manager\nHead of IT", ("HR Manager", "Head of IT")),
        ("Director of\nCommunity Services", ("Director of Community Services",)),
        ("HR Mgr and IT Mgr", ("HR Mgr", "IT Mgr")),
        ("Dir of Place & Asst Dir of Housing", ("Dir of Place", "Asst Dir of Housing")),
        ("AD Housing and AD Planning", ("AD Housing", "AD Planning")),
        ("Finance / HR", ("Finance", "HR")),
        ("Holt / Penrose", ("Holt", "Penrose")),
        ("T.H./W.P.", ("T.H.", "W.P.")),
        ("Mary Green and Paul White", ("Mary Green", "Paul White")),
        ("Cllrs Mary Holt and Owen Vane", ("Cllr Mary Holt", "Cllr Owen Vane")),
        ("Cllrs Holt & Vane, Clerk", ("Cllr Holt", "Cllr Vane", "Clerk")),
        ("Cllrs Holt; Vane; Clerk", ("Cllr Holt", "Cllr Vane", "Clerk")),
        ("Cllrs Mary Holt + Owen Vane", ("Cllr Mary Holt", "Cllr Owen Vane")),
        ("Cllr Holt, Portfolio Holder for Leisure", ("Cllr Holt, Portfolio Holder for Leisure",)),
        ("Leader, in consultation with the Chief Executive", ("Leader", "Chief Executive")),
        ("Tenant Services in partnership with Brackenholt Homes", ("Tenant Services", "Brackenholt Homes")),
        ("Chief Executive (supported by Heads of Service)", ("Chief Executive", "Heads of Service")),
        ("Senior Responsible Officer: CEO; Lead: HR Manager", ("CEO", "HR Manager")),
        ("Lead Officer - Priya Raman, Lead Member - Cllr Holt", ("Priya Raman", "Cllr Holt")),
        ("Lead: Mary Holt Support: Paul Vane", ("Mary Holt", "Paul Vane")),
        ("Lead MB, support OP", ("MB", "OP")),
        ("Owner \u2013 Waste Manager", ("Waste Manager",)),
        ("Penrose, Xanthe; Pryce, Owen", ("Penrose, Xanthe", "Pryce, Owen")),
        ("Penrose, X.; Pryce, O.", ("Penrose, X.", "Pryce, O.")),
        ("Penrose, Mary, Pryce, Paul", ("Penrose, Mary", "Pryce, Paul")),
        ("Payroll, ICT and Planning", ("Payroll", "ICT", "Planning")),
        ("Lead \u2013 Head of Waste; Partners \u2013 Police, NHS", ("Head of Waste", "Police", "NHS")),
        ("A: Director of Place R: Head of Waste", ("Director of Place", "Head of Waste")),
        ("R: Clerk; A: Mayor; C: Legal; I: Cabinet", ("Clerk", "Mayor", "Legal", "Cabinet")),
        ("Accountable: Director of Place; Responsible: Clerk", ("Director of Place", "Clerk")),
        ("Exec Sponsor - Dr Priya Raman; Operational Lead - Owen Pryce", ("Dr Priya Raman", "Owen Pryce")),
        ("Borough Drainage / Parish Council", ("Borough Drainage", "Parish Council")),
        ("Borough Drainage/Parish Council", ("Borough Drainage", "Parish Council")),
        ("Working group: Cllrs Holt and Vane", ("Working group", "Cllr Holt", "Cllr Vane")),
        ("1. Priya Raman 2. Owen Pryce", ("Priya Raman", "Owen Pryce")),
        ("a) Priya Raman b) Owen Pryce", ("Priya Raman", "Owen Pryce")),
        ("\u2022 Priya Raman \u2022 Owen Pryce", ("Priya Raman", "Owen Pryce")),
        ("Priya Raman and team", ("Priya Raman",)),
        ("Cllr Holt, Cllr Vane etc.", ("Cllr Holt", "Cllr Vane")),
        ("All / Clerk", ("All", "Clerk")),
        ("Clerk, 04/05/27", ("Clerk",)),
        ("Clerk (by 4 May)", ("Clerk",)),
        ("Priya Raman until May, then Owen Pryce", ("Priya Raman", "Owen Pryce")),
        ("Clerk, reporting to Cabinet", ("Clerk",)),
        ("OP to lead, PR to support", ("OP", "PR")),
        ("CEO - R, Head of Waste - A", ("CEO", "Head of Waste")),
        ("R/A: Head of Waste", ("Head of Waste",)),
        ("Officer lead- Priya Raman", ("Priya Raman",)),
        ("OP with help from HR", ("OP", "HR")),
        ("Cllrs Mr & Mrs Holt", ("Cllr Mr & Mrs Holt",)),
        ("Public Health / Children's Services", ("Public Health", "Children's Services")),
        ("Vacant / Clerk", ("Clerk",)),
        ("Legal; Cabinet", ("Legal", "Cabinet")),
        ("Prif Weithredwr ac Arweinydd", ("Prif Weithredwr", "Arweinydd")),
    ],
)
def test_parties_are_told_apart(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("CEO Project Lead for Digital", ("CEO", "Project Lead for Digital")),
        ("Cllr Holt Priya Raman and Owen Pryce", ("Cllr Holt", "Priya Raman", "Owen Pryce")),
        ("Digital Board CEO / SLT HR Lead", ("Digital Board", "CEO", "SLT", "HR Lead")),
        ("Priya Raman Owen Pryce", ("Priya Raman", "Owen Pryce")),
        ("S151 Officer Head of Water", ("S151 Officer", "Head of Water")),
        ("Head of Water Head of HR Monitoring Officer", ("Head of Water", "Head of HR", "Monitoring Officer")),
        ("Chief Executive Leader of the Council", ("Chief Executive", "Leader of the Council")),
        ("Leisure Committee Head of Leisure", ("Leisure Committee", "Head of Leisure")),
        ("Head of Leisure Cabinet Member for Leisure", ("Head of Leisure", "Cabinet Member for Leisure")),
        ("Head of Leisure Cllr Holt", ("Head of Leisure", "Cllr Holt")),
        ("Cllr Holt Cllr Vane Clerk", ("Cllr Holt", "Cllr Vane", "Clerk")),
        ("Waste Manager Clerk", ("Waste Manager", "Clerk")),
        ("Events Manager Member Training Group", ("Events Manager", "Member Training Group")),
        (
            "Assistant Director Leisure Assistant Director Waste",
            ("Assistant Director Leisure", "Assistant Director Waste"),
        ),
        ("Mary Green Paul White", ("Mary Green", "Paul White")),
    ],
)
def test_names_that_ran_together_are_parted(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    "text",
    [
        "TBC",
        "n/a",
        "To be appointed",
        "Not yet known",
        "-",
        "",
        "  ",
        "?",
        "Vacant",
        "Post vacant",
        "New post",
        "As above",
        "Various",
        "04/05/27",
        "Nobody",
    ],
)
def test_nobody_is_nobody(text: str) -> None:
    assert read_owners(text).owners == ()


def test_what_names_no_whole_party_is_doubtful() -> None:
    assert explain_owners("Legal & Procurement").doubtful
    assert not explain_owners("Head of Legal & Procurement").doubtful


def test_a_party_named_twice_is_one() -> None:
    assert read_owners("CEO and CEO").owners == ("CEO",)


@pytest.mark.parametrize(
    "text", ["Head of Water (vacant)", "Head of Water - post vacant", "Vacant - Head of Water", "TBC (Head of Water)"]
)
def test_that_nobody_holds_a_post_is_no_part_of_its_name(text: str) -> None:
    assert read_owners(text).owners == ("Head of Water",)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("tx", ("Tamberley Executive",)),
        ("TX and CEO", ("Tamberley Executive", "CEO")),
        ("CEO TX", ("CEO", "Tamberley Executive")),
        ("parks & leisure / Clerk", ("Head of Parks", "Clerk")),
        ("Clerk and HR", ("Clerk", "Head of People")),
        ("Head of OD and HR", ("Head of OD and HR",)),
    ],
)
def test_an_alias_is_one_whole_party_and_stands_for_its_full_name(text: str, owners: tuple[str, ...]) -> None:
    assert read_owners(text, ALIASES).owners == owners


def test_each_reading_names_the_rule_that_made_it() -> None:
    rules = {
        "CEO": "one party",
        "Head of HR & OD": "one party with a joiner in its name",
        "CEO / SLT": "separate parties",
        "S151 Officer Head of Water": "names run together",
        "TX": "alias",
        "TBC": "nobody named",
    }
    assert {text: explain_owners(text, ALIASES).rule for text in rules} == rules


@pytest.mark.parametrize("text", ["Ada Fenn until May", "Ada Fenn (until May 2028)", "Ada Fenn till May then Tom Wray"])
def test_an_owner_for_a_time_is_asked_about(text: str) -> None:
    found = explain_owners(text)
    assert found.doubtful
    assert found.reading.owners


def test_help_told_in_brackets_owns_nothing() -> None:
    assert read_owners("Ada Fenn (with help from Tom Wray)").owners == ("Ada Fenn",)
