"""Who stands above, beside and in for the people of a plan on one day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.directory import fold
from bot.guards.recipients import Recipients
from bot.plan import Action, Person
from bot.policy.rules import Post


@dataclass(frozen=True, slots=True)
class People:
    """What is known about people besides their addresses, on the day it was asked for; keys are addresses.

    `deputies` stand in for those who are away on that day or unreachable, of all `named`, and `back` is the first day
    after an absence that is or was, `date.max` where nobody knows it; `managers` stand above a person, `post_managers`
    above somebody in a post, by the folded post and the address: None where nobody is named. Nobody at an `unreachable`
    address gets mail (it bounced, or the `notes` say why nobody reads it), nor at one that the `recipients` refuse.
    `leads` and `directors` are each plan's, by its name; `slt` is the leadership's contact.
    """

    deputies: Mapping[str, Person] = field(default_factory=dict)
    named: Mapping[str, Person] = field(default_factory=dict)
    back: Mapping[str, date] = field(default_factory=dict)
    managers: Mapping[str, Person] = field(default_factory=dict)
    post_managers: Mapping[tuple[str, str], Person | None] = field(default_factory=dict)
    unreachable: frozenset[str] = frozenset()
    notes: Mapping[str, str] = field(default_factory=dict)
    leads: Mapping[str, Person] = field(default_factory=dict)
    directors: Mapping[str, Person] = field(default_factory=dict)
    slt: Person | None = None
    recipients: Recipients = field(default_factory=Recipients)

    def reachable(self, person: Person | None) -> Person | None:
        """Whom a mail meant for a person goes to: the person, a deputy while they are away, or nobody."""
        if person is None:
            return None
        stand_in = self.deputies.get(person.address) if self.deputies else None
        if stand_in and self._takes_mail(stand_in):
            return stand_in
        return person if self._takes_mail(person) else None

    def asked(self, action: Action) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
        """Everybody who can be asked about an action, the lead first, each once; and those whom no mail reaches."""
        people = action.people
        if len(people) == 1 and (only := self.reachable(people[0])):  # as nearly all actions have it
            return (only,), ()
        reached, lost = {}, []
        for person in people:
            found = self.reachable(person)
            if found:
                reached[found.address] = found
            else:
                lost.append(person)
        return tuple(reached.values()), tuple(lost)

    def lead(self, plan: str) -> Person | None:
        return self.reachable(self.leads.get(plan))

    def above(self, action: Action) -> dict[Post, Person]:
        """Who holds the posts above an action's owners, present or not."""
        manager = self._above_lead(action)
        holders = (
            (Post.MANAGER, manager),
            (Post.LEAD, self.leads.get(action.plan)),
            (Post.DIRECTOR, self.directors.get(action.plan) or self._manager(manager)),
            (Post.SLT, self.slt),
        )
        return {post: holder for post, holder in holders if holder}

    def at(self, post: Post, above: Mapping[Post, Person]) -> Person | None:
        """Who is told for a post of the escalation ladder: a manager not known is the plan's lead, a director whom no
        mail reaches the manager's manager."""
        found = self.reachable(above.get(post))
        if found is None and post is Post.MANAGER:
            return self.reachable(above.get(Post.LEAD))
        if found is None and post is Post.DIRECTOR:
            return self.reachable(self._manager(above.get(Post.MANAGER)))
        return found

    def manager(self, action: Action, person: Person) -> Person | None:
        """Who stands above an owner of an action: in the post by which they were found, else above them as a person."""
        for owner in action.owners if self.post_managers else ():
            found = fold(owner.text), person.address
            if person in owner.people and found in self.post_managers:
                return self.post_managers[found]
        return self._manager(person)

    def replaced_owners(self, stand_in: Person, action: Action) -> tuple[Person, ...]:
        """Those of an action's owners in whose place somebody gets a mail."""
        return self._replaced(stand_in, action.people) if self.deputies else ()

    def replaced_above(self, stand_in: Person, above: Mapping[Post, Person]) -> tuple[Person, ...]:
        """Those above an action's owners in whose place somebody gets a mail."""
        return self._replaced(stand_in, above.values()) if self.deputies else ()

    def once_replaced_above(self, stand_in: Person, above: Mapping[Post, Person]) -> tuple[Person, ...]:
        """Those above an action's owners in whose place somebody may have got a mail: their deputy by name, who is
        nothing to the action else."""
        if not self.named or stand_in in (holders := dict.fromkeys(above.values())):
            return ()
        return tuple(each for each in holders if self.named.get(each.address) == stand_in)

    def standing_for(self, owners: Iterable[Person], action: Action) -> Collection[str]:
        """The addresses at which an action's owners of today are, or lately were, asked: their own, those in whose
        place they are asked, and their deputies'."""
        present = tuple(owners)
        meant = {each.address for each in present}
        if self.deputies:
            meant.update([each.address for each in action.people if self.deputies.get(each.address) in present])
        return meant.union([self.named[address].address for address in meant if address in self.named])

    def _replaced(self, stand_in: Person, meant: Iterable[Person]) -> tuple[Person, ...]:
        """Those of the people meant whom somebody stands in for; none where somebody is meant as well."""
        meant = tuple(meant)
        if stand_in.address in {each.address for each in meant}:
            return ()
        return tuple(dict.fromkeys([each for each in meant if self.deputies.get(each.address) == stand_in]))

    def _takes_mail(self, person: Person) -> bool:
        return person.address not in self.unreachable and not self.recipients.refusal(person.address)

    def _above_lead(self, action: Action) -> Person | None:
        people = action.people
        return self.manager(action, people[0]) if people else None

    def _manager(self, person: Person | None) -> Person | None:
        return self.managers.get(person.address) if person else None
