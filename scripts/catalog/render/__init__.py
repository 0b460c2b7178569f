"""HTML of one record: our own strict, auto-escaping Jinja environment, the only door to Jinja.

Templates stand in `overrides/catalog/`; each receives one view and decides nothing. `renderer` says what is asked of
them, `templates` how they are compiled.
"""

from catalog.render.renderer import Renderer

__all__ = ["Renderer"]
