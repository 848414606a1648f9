"""msgraph-sdk for Python, Microsoft's own; its checks are also part of the ordinary tests."""
