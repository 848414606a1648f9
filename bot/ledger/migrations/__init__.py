"""The ledger's tables through time; a change of tables.py is a new file in versions/ and a new NEWEST."""

NEWEST = "0010"
