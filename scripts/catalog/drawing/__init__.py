"""Pictures drawn by code in the manner of Đông Hồ woodblock prints, as SVG text.

`patterns.pattern(craft, seed)` is the cover of a record without a photo, `plates.plate(craft)` the plate of a craft.
From the bottom up: `svg` writes, `dice` throws, `pigment` mixes, `outline` measures, `woodcut` cuts and prints, and
`motifs` are what is drawn. No pixels here: those are the matter of `images`.
"""
