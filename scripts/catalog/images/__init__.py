"""Pictures, from a file that a stranger sent to small, upright, private derivatives. The only door to Pillow.

original ─ gate ─▶ Original (numbers) ─ plan ─▶ Picture (numbers) ─ work ▸ derive ▸ cache ─▶ files and a placeholder

`gate` refuses bad files before they are decoded, `plan` only computes, `derive` alone touches pixels, `work` spreads
it over limited processes, `cache` remembers, `inspect` measures what the photo doctor asks. Which picture belongs to
which record, and what a page shows of it, is decided elsewhere.
"""
