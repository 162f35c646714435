"""The mark of PDF/UA-1: the tree of meaning, the language, the title and fonts that can be read.

The drawing library writes pages without any of these, so they are added to its pages here.
"""

from __future__ import annotations

import io
import re
from datetime import date
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from caseload.documents.tags import Element

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<pdf:Producer>Caseload</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
<xmp:CreateDate>{written}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{written}T00:00:00Z</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def finished(pages: bytes, root: Element, *, title: str, author: str, written: date) -> bytes:
    """``pages`` with everything a screen reader needs; ``written`` is the document's own date.

    The same pages, tree, title, author and date give the same bytes on one version of the program.
    """
    with Pdf.open(io.BytesIO(pages)) as pdf:
        _write_tree(pdf, root)
        for font in _fonts(pdf):
            _drop_unused_codes(font)
        return saved(pdf, title=title, author=author, written=written)


def saved(pdf: Pdf, *, title: str, author: str, written: date) -> bytes:
    """``pdf`` as bytes, named and dated, with its language; the same each time."""
    _write_properties(pdf, title, author, written)
    out = io.BytesIO()
    pdf.save(
        out,
        min_version="1.7",
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
    )
    return out.getvalue()


def _write_tree(pdf: Pdf, root: Element) -> None:
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    owners: list[dict[int, Object]] = [{} for _ in pdf.pages]
    tree[Name.K] = _written(pdf, root, tree, owners)
    numbers = Array()
    for place, (page, owned) in enumerate(zip(pdf.pages, owners, strict=True)):
        page.obj[Name.StructParents] = place
        page.obj[Name.Tabs] = Name.S
        numbers.append(place)
        numbers.append(pdf.make_indirect(Array([owned[number] for number in sorted(owned)])))
    tree[Name.ParentTree] = pdf.make_indirect(Dictionary(Nums=numbers))
    tree[Name.ParentTreeNextKey] = len(owners)
    pdf.Root[Name.StructTreeRoot] = tree
    pdf.Root[Name.MarkInfo] = Dictionary(Marked=True)


def _written(pdf: Pdf, element: Element, parent: Object, owners: list[dict[int, Object]]) -> Object:
    """One element and all below it as objects of the file."""
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.role}"), P=parent))
    if element.attributes:
        made[Name.A] = Array(
            [
                Dictionary({"/O": Name(f"/{owner}"), f"/{name}": Name(f"/{value}")})
                for owner, name, value in element.attributes
            ]
        )
    kids = Array()
    home = element.marks[0].page if element.marks else None
    if home is not None:
        made[Name.Pg] = pdf.pages[home].obj
    for mark in element.marks:
        owners[mark.page][mark.number] = made
        if mark.page == home:
            kids.append(mark.number)
        else:
            page = pdf.pages[mark.page].obj
            kids.append(Dictionary(Type=Name.MCR, Pg=page, MCID=mark.number))
    for child in element.children:
        kids.append(_written(pdf, child, made, owners))
    made[Name.K] = kids[0] if len(kids) == 1 else kids
    return made


def _write_properties(pdf: Pdf, title: str, author: str, written: date) -> None:
    pdf.Root[Name.Lang] = String("en-GB")
    pdf.Root[Name.ViewerPreferences] = Dictionary(DisplayDocTitle=True)
    packet = _XMP.format(title=escape(title), author=escape(author), written=written.isoformat())
    metadata = pdf.make_stream(packet.encode("utf-8"))
    metadata[Name.Type] = Name.Metadata
    metadata[Name.Subtype] = Name.XML
    pdf.Root[Name.Metadata] = metadata
    moment = f"D:{written:%Y%m%d}000000Z"
    pdf.trailer[Name.Info] = pdf.make_indirect(
        Dictionary(
            Title=String(title),
            Author=String(author),
            Producer=String("Caseload"),
            CreationDate=String(moment),
            ModDate=String(moment),
        )
    )


def _fonts(pdf: Pdf) -> list[Object]:
    """Every font of the document, once."""
    found: dict[tuple[int, int], Object] = {}
    for page in pdf.pages:
        fonts = page.obj.get("/Resources", Dictionary()).get("/Font", Dictionary())
        for font in fonts.as_dict().values():
            found[font.objgen] = font
    return list(found.values())


def _drop_unused_codes(font: Object) -> None:
    """Take the codes that stand for no letter out of the table by which text is read back.

    The drawing library maps them to U+0000, which PDF/UA-1, 7.21.7, does not allow.
    """
    table = font.get("/ToUnicode")
    if table is None:
        return
    text = table.read_bytes().decode("ascii")
    pairs = re.findall(r"^<([0-9A-F]{2})> <([0-9A-F]{4})>$", text, flags=re.MULTILINE)
    kept = [(code, letter) for code, letter in pairs if letter != "0000"]
    before, rest = text.split(f"{len(pairs)} beginbfchar", 1)
    after = rest.split("endbfchar", 1)[1]
    blocks = [
        "\n".join(
            [
                f"{len(part)} beginbfchar",
                *(f"<{code}> <{letter}>" for code, letter in part),
                "endbfchar",
            ]
        )
        # A block holds a hundred at most.
        for part in (kept[start : start + 100] for start in range(0, len(kept), 100))
    ]
    table.write(f"{before}{chr(10).join(blocks)}{after}".encode("ascii"))
