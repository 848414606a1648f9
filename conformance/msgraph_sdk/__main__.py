from conformance.msgraph_sdk import files, lists, mail
from conformance.msgraph_sdk.client import checks

__all__ = ["files", "lists", "mail"]

checks.run()
