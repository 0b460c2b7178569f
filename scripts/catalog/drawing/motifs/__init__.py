"""What is drawn, one module for each kind of thing.

A motif draws around the origin; `Block.at` puts it in its place.
"""
