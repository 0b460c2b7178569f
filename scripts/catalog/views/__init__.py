"""What templates see: finished strings, nothing left to decide.

`Edition` is the catalog in one language; `KINDS` names every kind of page, how many there are and how one is made. A
page is made when it is asked for, so a build never holds them all.
"""

from catalog.views.card import CARD, product_card
from catalog.views.cover import Drawing, drawings
from catalog.views.edition import Card, Edition, Link, Words
from catalog.views.image import PICTURES_FOLDER, PLATES_FOLDER
from catalog.views.kinds import KINDS, Kind, page_of
from catalog.views.page import Page
from catalog.views.search import spoken
from catalog.views.search_entry import ENTRY_KINDS, SearchEntry, entry_places, search_entries, search_entry
from catalog.views.share import share_cards
from catalog.views.sieve import Facet, Sieve, SieveEntry, sieve_entry, sieves
from catalog.views.snippet import written_title
from catalog.views.structured import pictures_of

__all__ = [
    "CARD",
    "ENTRY_KINDS",
    "KINDS",
    "PICTURES_FOLDER",
    "PLATES_FOLDER",
    "Card",
    "Drawing",
    "Edition",
    "Facet",
    "Kind",
    "Link",
    "Page",
    "SearchEntry",
    "Sieve",
    "SieveEntry",
    "Words",
    "drawings",
    "entry_places",
    "page_of",
    "pictures_of",
    "product_card",
    "search_entries",
    "search_entry",
    "share_cards",
    "sieve_entry",
    "sieves",
    "spoken",
    "written_title",
]
