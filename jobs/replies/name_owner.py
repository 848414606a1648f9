"""Who owns what nobody owned, as the plan's lead answers: found among the site's people, written into Who is who."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.columns import NOT_WRITTEN, SINGLE_LINE, Columns
from bot.compose import wording
from bot.directory import Directory, fold
from bot.ledger import PlannedUpdate
from bot.m365 import ChangedMeanwhile, NotFound, Refused, Row
from bot.plan import NO_ADDRESS, Action, Person
from bot.policy import disowned_by
from bot.reply import Decision, Update
from bot.rows import lookups, plain
from jobs.kit import Kit
from jobs.people.bounces import unreachable
from jobs.people.heard import heard
from jobs.people.standing import recipients_of
from jobs.people.unsettled import says_whose
from jobs.reader import Reader, read_directory

STAYS = "stays"
"""The change of an update that names the owner who says that it is not theirs: nothing of the row moves."""

ALONE = "alone"
"""The change of an update that names one of several owners, whose it is alone from then on."""


_TORN = "it names different people for one post, or not plainly whom"


def resolved(kit: Kit, update: Update, action: Action) -> tuple[Update, dict[str, str]]:
    """An update that names an owner with what it sets, or held where nobody can be written down by it."""
    person, trouble = _person(kit, update.owner)
    stays = _stays(kit, action, person)
    party, more = ("", "") if stays else _party(kit, action, person)
    trouble = trouble or more
    if trouble or person is None:
        held = Update(update.ref, comment=update.comment, rule=update.rule, decision=Decision.HOLD, reason=trouble)
        return held, {}
    known_by_name = read_directory(kit).behind(person.name) == (person,)
    name = person.name if known_by_name else person.address
    changes = {"owner": person.address, "owner_name": name, "owner_of": party}
    if stays:
        return update, changes | {STAYS: "yes"}
    # The row of a post that they hold keeps its words.
    moves = action.owners and not party and action.people != (person,)
    alone = {ALONE: "yes"} if moves and person in action.people else {}
    return update, changes | alone | ({"instead_of": action.owner_text} if moves else {})


def without_contradictions(kit: Kit, updates: Sequence[PlannedUpdate]) -> tuple[PlannedUpdate, ...]:
    """The updates of one mail, those held that give the same post to different people, or that give one to somebody
    while it is not plain who another action behind that post is given to."""
    named: dict[str, set[str]] = {}
    for each in updates:
        if each.changes.get("owner_of"):
            named.setdefault(fold(each.changes["owner_of"]), set()).add(each.changes["owner"])
    torn = {party for party, owners in named.items() if len(owners) > 1}.union(*_in_doubt(kit, updates))
    return tuple(
        replace(each, decision=Decision.HOLD.value, sentence=_TORN, changes={})
        if fold(each.changes.get("owner_of", "")) in torn
        else each
        for each in updates
    )


def _in_doubt(kit: Kit, updates: Sequence[PlannedUpdate]) -> Iterator[set[str]]:
    """The posts of the actions whose owner an update should name, and names nobody plainly."""
    for each in updates:
        action = kit.ledger.snapshot.action(each.plan, each.item_id) if says_whose(each) and not each.changes else None
        yield {fold(owner.text) for owner in action.owners} if action else set()


def _person(kit: Kit, written: tuple[str, ...]) -> tuple[Person | None, str]:
    """The one person that all of the written words name."""
    known = read_directory(kit)
    found = {pair[1] for each in written if (pair := known.known_as(each))}
    if len(found) != 1 or not all(known.known_as(each) for each in written):
        return None, f'it names "{" ".join(written)[:80]}", whom the people of the site do not tell for certain'
    person = found.pop()
    outside = any("@" in each for each in written) and _domain(person.address) != _domain(kit.settings.tenant.mailbox)
    if outside:
        return None, f"it names {person.address}, an address outside: name that person in Who is who yourself"
    if person.address in unreachable(kit.ledger, kit.today):
        return None, f"it names {person.address}, from where our mail came back"
    return person, ""


def _domain(address: str) -> str:
    return address.rpartition("@")[2].lower()


def _party(kit: Kit, action: Action, person: Person | None) -> tuple[str, str]:
    """The post that nobody can be asked behind ("" where the row names none), and why it is not plain which."""
    reached = _reached(kit, read_directory(kit))
    empty = [owner.text for owner in action.owners if not any(reached(each) for each in owner.people)]
    if NO_ADDRESS in empty:
        return "", "the person picked in the list has no mail address: pick somebody else there"
    if not empty and _leaves(kit, action, person):
        # Their post may stand behind other actions, which are theirs all the same: the row itself gets the name.
        return "", ""
    if action.owners and len(empty) != 1:
        return "", "several of its owners are unknown, or none any more: settle it in the list"
    return (empty[0] if empty else ""), ""


def _stays(kit: Kit, action: Action, person: Person | None) -> bool:
    """Whether the very owner is named who says that an action is not theirs, or of whom somebody above says so."""
    found = disowned_by(action, heard(kit).get(action.key, ()))
    if found is None or person is None:
        return False
    owners = {each.address for each in action.people}
    return found[0].address == person.address or (person.address in owners and found[0].address not in owners)


def _leaves(kit: Kit, action: Action, person: Person | None) -> bool:
    """Whether an action has one owner, or besides the person named one more, who says that it is not theirs."""
    others = [each for each in action.people if each != person]
    found = disowned_by(action, heard(kit).get(action.key, ()))
    return found is not None and (len(action.owners) == 1 or others == [found[0]])


def _reached(kit: Kit, known: Directory) -> Callable[[Person], bool]:
    """Whether mail reaches somebody: their address did not bounce, and the guards let us write there."""
    lost, recipients = unreachable(kit.ledger, kit.today), recipients_of(kit.settings, known)
    return lambda person: person.address not in lost and not recipients.refusal(person.address)


def write_owner(kit: Kit, reader: Reader, columns: Columns, update: PlannedUpdate) -> str:
    """Put the person into Who is who for the post; why a person must do it, "" when it is done."""
    party, address = update.changes["owner_of"], update.changes["owner"]
    if STAYS in update.changes:
        return ""
    picked = _picked(kit, reader, columns, update)
    if picked:
        return f"the row names {picked} in Owner (people), which goes before what is printed: pick the owner there"
    if not party:
        cannot = columns.kinds.get("owner") in NOT_WRITTEN
        return "the list's owner column takes no words: pick the owner there" if cannot else ""
    known = reader.people
    reached = _reached(kit, known)
    there = [each.address for each in known.behind(party) if reached(each)]
    if there:
        by_now = f'{", ".join(there)} stands behind "{party}" by now: settle it in Who is who'
        return "" if there == [address] else by_now
    try:
        _write_post(kit, known, party, address)
    except NotFound as error:
        return f"{error}; `planminder import` makes the list"
    except ChangedMeanwhile:
        return "somebody else was changing Who is who at the same moment: name the owner there"
    except Refused as error:
        return str(error)
    reader.forget_people()
    return ""


def _picked(kit: Kit, reader: Reader, columns: Columns, update: PlannedUpdate) -> str:
    """Who else is picked in the row's own column of people; "" where nobody is, or whoever was named."""
    plan = kit.settings.plan(update.plan)
    assert plan is not None, "only an answer about a plan that is configured is written"
    try:
        row = kit.lists.row(plan.list_title, update.item_id)
    except NotFound:
        return ""  # writing the row says so
    people = reader.read(plan, row).people if lookups(row.fields, columns.names.get("people", "")) else ()
    named = any(each.address == update.changes["owner"] for each in people)
    return "" if named else wording.listed([each.name for each in people])


def has_new_owner(action: Action, update: PlannedUpdate) -> bool:
    """Whether somebody has changed the owner in a row since an update was to put another in their place."""
    in_row = "owner" in update.changes and not update.changes["owner_of"]
    return in_row and update.changes.get("instead_of", "") != action.owner_text


def still_unowned(action: Action, update: PlannedUpdate) -> str:
    """Why somebody who was named is not asked about an action yet; "" when they are, or nobody was named."""
    if "owner" not in update.changes or any(each.address == update.changes["owner"] for each in action.people):
        return ""
    return f"the row does not name {update.changes['owner_name']}, as its owner was changed meanwhile: settle it there"


def _write_post(kit: Kit, known: Directory, party: str, address: str) -> None:
    """The post's row with its new holder; absences were those of the holder before."""
    title = kit.settings.people.list
    columns = {column.name: column for column in kit.lists.columns(title)}
    row = next((each for each in kit.lists.all_rows(title) if fold(_title(each)) == fold(party)), None)
    fields: dict[str, object] = {}
    person = columns.get("Person")
    number = next((lookup for lookup, each in known.by_lookup.items() if each.address == address), "")
    if person and number:
        key = "PersonLookupId"
        fields = {key: int(number)}
        if person.several:
            fields = {f"{key}@odata.type": "Collection(Edm.Int32)", key: [int(number)]}
        if row and row.fields.get("Address"):
            fields["Address"] = None
    else:
        fields = {"Address": address}
    if row is None:
        kit.lists.add_row(title, {"Title": party[:SINGLE_LINE], **fields})
        return
    fields |= {name: None for name in ("AwayFrom", "AwayTo") if row.fields.get(name)}
    kit.lists.update_row(title, row.id, row.version, fields)


def _title(row: Row) -> str:
    return plain(str(row.fields.get("Title") or ""))
