"""The index that search and the filters of the lists read in the visitor's browser: plain files, no server, no engine.

`document` cuts one page into words, `documents` keeps what was cut for the next build, and `index` writes those of one
language as small JSON files, of which a browser fetches the few that a query needs; `table` does so for the filters.
`kept_index` keeps these for the next build, and `revision` changes them where a few pages say something else.
`words` says what a word is and when two are spelt alike; `overrides/assets/javascripts/search/words.js` says the same
to the browser, and a test holds the two together. What a visitor's words mean and what comes first is decided there,
in the browser. See `scripts/decisions/0012`.
"""

from catalog.search.document import Document, document_of
from catalog.search.documents import Documents
from catalog.search.index import INDEX_FOLDER, index_files
from catalog.search.kept_index import KeptIndex
from catalog.search.page_text import WrittenPage, page_text
from catalog.search.revision import changes_of, revised
from catalog.search.table import table_files

__all__ = [
    "INDEX_FOLDER",
    "Document",
    "Documents",
    "KeptIndex",
    "WrittenPage",
    "changes_of",
    "document_of",
    "index_files",
    "page_text",
    "revised",
    "table_files",
]
