"""The catalog of Việt Nam's outstanding rural industrial products and craft villages."""

__version__ = "0.1.0"
