"""How the tests of the page open one."""

from collections.abc import Callable

from playwright.sync_api import Page

Open = Callable[..., Page]
"""The fixture `open_page`: a path, then `width`, `height`, `address`, and what playwright's new_context takes."""
