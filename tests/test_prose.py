"""Promises of `catalog.prose`."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog import prose
from catalog.prose import FOREIGN, TAGS, safe_url, shorten, to_html, to_plain

LETTERS = "aăđếỗ ươ .,:;’“”&'\"=/"
MARKDOWN = st.text(alphabet=LETTERS + "*_[]()<>!#-+\\`~|{}\n\t12", max_size=120)
PLAIN = st.text(alphabet=LETTERS + ">!()#`~|{}\n", max_size=120)


class Seen(HTMLParser):
    """What a browser would make of the HTML: its tags and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.open: list[str] = []
        self.other: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.open.append(tag)
        self.attributes |= {(name, value or "") for name, value in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        self.other.append(decl)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)

    def unknown_decl(self, data: str) -> None:
        self.other.append(data)


def assert_safe(html: str) -> None:
    seen = Seen(html)
    assert seen.tags <= TAGS
    assert seen.open == []
    assert seen.other == []
    for name, value in seen.attributes:
        assert name in {"href", "rel", "start"}
        if name == "href":
            assert safe_url(value) == value


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        (" \n\n ", ""),
        ("Gốm sứ", "<p>Gốm sứ</p>"),
        ("một\n\nhai\n \n\nba", "<p>một</p>\n<p>hai</p>\n<p>ba</p>"),
        ("*nhẹ* và **đậm**", "<p><em>nhẹ</em> và <strong>đậm</strong></p>"),
        ("- tre\n- nứa", "<ul><li>tre</li><li>nứa</li></ul>"),
        ("- tre\n\n- nứa", "<ul><li><p>tre</p></li><li><p>nứa</p></li></ul>"),
        ("3. nung\n4. phơi", '<ol start="3"><li>nung</li><li>phơi</li></ol>'),
        ("- tre\n  1. nứa", "<ul><li>tre<ol><li>nứa</li></ol></li></ul>"),
        ("- tre\n\nHết.", "<ul><li>tre</li></ul>\n<p>Hết.</p>"),
        ("[làng](https://a.vn/x?a=1&b=2)", f'<p><a href="https://a.vn/x?a=1&amp;b=2" rel="{FOREIGN}">làng</a></p>'),
        ("[làng](https://a.vn 'x\" onclick=\"alert(1)')", f'<p><a href="https://a.vn" rel="{FOREIGN}">làng</a></p>'),
        ("<https://a.vn>", f'<p><a href="https://a.vn" rel="{FOREIGN}">https://a.vn</a></p>'),
        ("[thư](mailto:a@b.vn)", '<p><a href="mailto:a@b.vn">thư</a></p>'),
        ("[gọi](tel:+842435000000)", '<p><a href="tel:+842435000000">gọi</a></p>'),
        ("![lò *nung*](https://a.vn/x.jpg)", "<p>lò nung</p>"),
        ("# Tiêu đề", "<p># Tiêu đề</p>"),
        ("Tiêu đề\n===", "<p>Tiêu đề\n===</p>"),
        ("> trích", "<p>&gt; trích</p>"),
        ("`mã`", "<p>`mã`</p>"),
        ("a | b\n--|--", "<p>a | b\n--|--</p>"),
        (r"\*sao\*", "<p>*sao*</p>"),
        ("&amp; &lt;", "<p>&amp;amp; &amp;lt;</p>"),
        ("1.234,5 đồng", "<p>1.234,5 đồng</p>"),
    ],
)
def test_to_html(text: str, html: str) -> None:
    """Paragraphs, lists, emphasis and links are read; everything else is shown as it was typed."""
    assert to_html(text) == html
    assert_safe(html)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</p><svg/onload=alert(1)>",
        "<!-- x --> <?php x ?> <![CDATA[x]]> <!DOCTYPE x>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](<javascript:alert(1)>)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "[x](//evil.example.com)",
        "[x](/\\evil.example.com)",
        "[x](https:\\\\evil.example.com)",
        "[x](https://vnexpress.net@evil.example.com)",
        '[x](https://a.vn" onmouseover="alert(1))',
        "[x](</script><script>alert(1)</script>)",
        "<javascript:alert(1)>",
        '<https://a.vn/"onclick=alert(1)>',
        "![x](javascript:alert(1))",
        '![x" onerror="alert(1)](https://a.vn/x.jpg)',
        "[x][1]\n\n[1]: javascript:alert(1)",
        "**<b onclick=x>**",
        "- <iframe src=x>\n- {{ config }} {% raw %}\n- @@ </title>",
        "{: onclick=alert(1)}\n\n--8<-- '/etc/passwd'",
        "a\0b<script>",
        "[" * 3000,
        "- " * 3000 + "x",
    ],
)
def test_hostile_text_comes_out_as_text(text: str) -> None:
    """No tag, attribute or address of the attacker reaches the page."""
    html = to_html(text)
    assert_safe(html)
    assert "<a " not in html


@given(st.one_of(MARKDOWN, st.text(max_size=80)))
def test_only_allowed_tags_come_out(text: str) -> None:
    assert_safe(to_html(text))


@given(PLAIN)
def test_the_fast_path_writes_what_the_parser_writes(text: str) -> None:
    """A text without Markdown gives the same HTML and the same words on both paths."""
    if prose._MARKDOWN.search(text) is None:
        tokens = prose._parser().parse(text)
        assert to_html(text) == "".join(prose._html(tokens)).strip()
        assert to_plain(text) == " ".join("".join(prose._plain(tokens)).split())


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Gốm **Bát Tràng**\n\nvà [lụa](https://a.vn)", "Gốm Bát Tràng và lụa"),
        ("Gồm:\n\n- tre\n- nứa.\n- vầu\n\nHết.", "Gồm: tre; nứa. vầu Hết."),
        ("- tre\n\n- nứa", "tre; nứa"),
        ("![lò](https://a.vn/x.jpg) <b>", "lò <b>"),
        ("một\n\nhai", "một hai"),
        ("", ""),
    ],
)
def test_to_plain(text: str, plain: str) -> None:
    """Descriptions and feeds get the words on one line."""
    assert to_plain(text) == plain


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Làng hương", 10, "Làng hương"),
        ("Làng hương đen", 13, "Làng hương…"),
        ("Làng hương, đen", 13, "Làng hương…"),
        ("Làng hương đen", 11, "Làng hương…"),
        ("Làng hương đen", 10, "Làng…"),
        ("Nghiêng", 4, "Ngh…"),
        ("Làng  hương\n", 10, "Làng hương"),
        ("La\u0300ng", 4, "Làng"),
        ("x\u0323\u0302\u0304y", 3, "…"),
        ("abc", 1, "…"),
    ],
)
def test_shorten(text: str, limit: int, expected: str) -> None:
    assert shorten(text, limit) == expected


@given(st.text(max_size=80), st.integers(1, 60))
def test_shorten_keeps_its_limit(text: str, limit: int) -> None:
    """The result is never longer than asked, and a text that fits is whole."""
    short = shorten(text, limit)
    assert len(short) <= limit
    assert re.match(r"\s", short) is None


def test_shorten_to_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing"):
        shorten("x", 0)


@pytest.mark.parametrize(
    "url",
    [
        "https://langngheviet.com.vn/lang-huong-32577.html",
        "http://www.baohaiduong.vn:80/tin?id=1&x=%C4%91#muc",
        "HTTPS://Vnexpress.NET/",
        "https://vovworld.vn./vi",
        "https://vi.wikipedia.org/wiki/Gốm_Bát_Tràng",
        "https://gốm.vn/",
        "https://xn--gm-j9s.vn/",
        "mailto:lien-he@battrang.vn",
        "tel:+84-24-3500-0000",
    ],
)
def test_safe_url_keeps(url: str) -> None:
    """An honest address comes back as it was written."""
    assert safe_url(f" {url} ") == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "a.vn",
        "/trang",
        "//a.vn/x",
        "https:",
        "https://",
        "https:/a.vn",
        "https:a.vn",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://[::1]/",
        "https://a..vn/",
        "https://-a.vn/",
        "https://a.vn:99999/",
        "https://a.vn:x/",
        "https://user@a.vn/",
        "https://user:pass@a.vn/",
        "https://a.vn\\@b.vn/",
        "https://a.vn/ b",
        "https://a.vn/\n",
        "https://a.vn/\n.b",
        "https://a.vn/\u202eb",
        "https://a.vn/\u200b",
        "https://a.vn/\u00a0b",
        "https://a.vn/<b>",
        'https://a.vn/"x',
        "https://vnеxpress.net/",  # Cyrillic е
        "https://xn--vnxpress-d8g.net/",  # the same, behind punycode
        "https://a。vn/",
        "https://exa%6dple.com/",
        "https://" + "a" * 64 + ".vn/",
        "https://a.vn/" + "x" * 2000,
        "javascript:alert(1)",
        "javascript://a.vn/%0aalert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://a.vn/",
        "blob:https://a.vn/x",
        "mailto:",
        "mailto:a",
        "mailto:a@b.vn?bcc=c@d.vn",
        "mailto:a@b.vn,c@d.vn",
        "mailto://a@b.vn",
        "tel:",
        "tel:*101#",
        "tel:123;ext=4",
    ],
)
def test_safe_url_refuses(url: str) -> None:
    """What could run, hide, mislead or lead back into the machine is no link."""
    if url.strip() != url:
        assert safe_url(url) == url.strip()  # only the spaces around it were wrong
    else:
        assert safe_url(url) is None
