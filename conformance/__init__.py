"""The local tenant held against clients that others wrote (`make conformance`)."""
