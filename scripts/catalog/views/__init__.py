"""What templates see: finished strings, nothing left to decide.

`Edition` is the catalog in one language; `KINDS` names every kind of page, how many there are and how one is made. A
page is made when it is asked for, so a build never holds them all.
"""

from catalog.views.cover import COVERS_FOLDER, PLATES_FOLDER, drawings
from catalog.views.edition import Card, Edition, Link, Words
from catalog.views.image import PICTURES_FOLDER
from catalog.views.kinds import KINDS, Kind, page_of
from catalog.views.page import Page
from catalog.views.search import spoken
from catalog.views.search_entry import ENTRY_KINDS, SearchEntry, count_entries, search_entries
from catalog.views.share import share_cards
from catalog.views.sieve import Facet, Sieve, sieves

__all__ = [
    "COVERS_FOLDER",
    "ENTRY_KINDS",
    "KINDS",
    "PICTURES_FOLDER",
    "PLATES_FOLDER",
    "Card",
    "Edition",
    "Facet",
    "Kind",
    "Link",
    "Page",
    "SearchEntry",
    "Sieve",
    "Words",
    "count_entries",
    "drawings",
    "page_of",
    "search_entries",
    "share_cards",
    "sieves",
    "spoken",
]
