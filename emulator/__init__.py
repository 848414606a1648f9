"""A Microsoft 365 tenant on this machine: Graph and its sign-in behind a proxy, with state, faults and a page."""

from __future__ import annotations
