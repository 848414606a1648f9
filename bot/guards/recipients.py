"""Whom Planminder may write to: by domain, by who vouches for an address, and in a pilot by name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipients:
    """The addresses that mail may go to; all in lower case.

    `home` is the domain of our own mailbox. `domains` are those that an admin allows besides; while there are none, an
    address elsewhere is mailed if it is `vouched` for: the site knows it, or *Who is who* names it. An address that the
    configuration itself names (`named`) is always allowed. In a pilot nobody but `pilot` is mailed.
    """

    home: str = ""
    domains: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    vouched: frozenset[str] = frozenset()
    pilot: frozenset[str] = frozenset()

    def refusal(self, address: str) -> str:
        """Why no mail may go to an address, as a sentence for the admin; "" when it may."""
        domain = address.rpartition("@")[2]
        if not self.home or domain == self.home or domain in self.domains or address in self.named:
            return ""
        if self.domains:
            return f"mail may not go to {address}: add {domain} to guards.allowed_domains if it should"
        if address in self.vouched:
            return ""
        return (
            f"only the plan names {address}, which is outside {self.home}: enter it in the Who is who list, or add "
            f"{domain} to guards.allowed_domains"
        )

    def outside_pilot(self, address: str) -> bool:
        """Whether somebody has to be left out because a pilot runs with others."""
        return bool(self.pilot) and address not in self.pilot
