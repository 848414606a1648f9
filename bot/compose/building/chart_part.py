"""The trend chart as a part of its own: columns told apart by stripes and brightness too, a number on each."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from bot.compose.paper import TrendLine
from bot.compose.trend_chart import SERIES, draw

_RED, _WHITE = '<a:srgbClr val="B3261E"/>', '<a:srgbClr val="FFFFFF"/>'
_FILLS = (
    '<a:solidFill><a:srgbClr val="1F3A5F"/></a:solidFill>',
    (
        f'<a:pattFill prst="wdUpDiag"><a:fgClr>{_RED}</a:fgClr><a:bgClr>{_WHITE}</a:bgClr></a:pattFill>'
        f'<a:ln w="12700"><a:solidFill>{_RED}</a:solidFill></a:ln>'
    ),
    '<a:solidFill><a:srgbClr val="9DB9DA"/></a:solidFill>',
)
_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_TEXT = (
    '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900" b="0"><a:solidFill><a:srgbClr val="16202C"/>'
    '</a:solidFill><a:latin typeface="Arial"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
)
_LINE = '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="8A97A6"/></a:solidFill></a:ln></c:spPr>'


def chart_part(points: Sequence[TrendLine]) -> bytes:
    """The part, drawn with sample figures."""
    series = "".join(_series(at, name, fill) for at, (name, fill) in enumerate(zip(SERIES, _FILLS, strict=True)))
    xml = (
        f'<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>'
        '<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/>'
        f'<c:grouping val="clustered"/><c:varyColors val="0"/>{series}<c:gapWidth val="60"/><c:overlap val="-5"/>'
        '<c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>'
        '<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{_LINE}{_TEXT}<c:crossAx val="222222222"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
        '<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="l"/><c:numFmt formatCode="0" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        '<c:crossAx val="111111111"/><c:crosses val="autoZero"/></c:valAx></c:plotArea>'
        f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{_TEXT}</c:legend><c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )
    root = etree.fromstring(xml)
    draw(root, points)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _series(at: int, name: str, fill: str) -> str:
    letter = "BCD"[at]
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>Sheet1!${letter}$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{name}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f'<c:spPr>{fill}</c:spPr><c:invertIfNegative val="0"/>'
        f'<c:dLbls><c:spPr><a:noFill/></c:spPr>{_TEXT}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/>'
        '<c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/></c:dLbls><c:cat/><c:val/></c:ser>'
    )
