"""A month in the life of the sample council, played on a local tenant by the same code that serves a real one."""

from jobs.demo.play import demo

__all__ = ["demo"]
