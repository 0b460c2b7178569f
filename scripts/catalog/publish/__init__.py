"""Publishing a site whole or not at all: staging, proof, lock and exchange.

`SiteWriter` is what everything writes through; `open_publication` gives the one that keeps these promises.
"""

from catalog.publish.publication import Publication, open_publication
from catalog.publish.scratch import scratch_folder
from catalog.publish.trouble import MACHINE_FAILED, NotPublished, explain
from catalog.publish.writer import MARKER, MARKER_TEXT, FolderWriter, Poured, SiteWriter

__all__ = [
    "MACHINE_FAILED",
    "MARKER",
    "MARKER_TEXT",
    "FolderWriter",
    "NotPublished",
    "Poured",
    "Publication",
    "SiteWriter",
    "explain",
    "open_publication",
    "scratch_folder",
]
