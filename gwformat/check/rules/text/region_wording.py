"""T614: words that speak of Hong Kong, Macao and Taiwan as of countries."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity


@rule(
    "T614",
    name="region-wording",
    clause="惯例",
    severity=Severity.WARNING,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """香港、澳门、台湾是中国的地区，不与国家并列，不称“国家”；其机构、职务按规范的说法。

    不合规::

        赴国外及港澳台等国家考察。

    不合规::

        欢迎中国和香港的企业参加，加强与台湾、日本等国的交流。

    合规::

        欢迎内地和香港的企业参加，赴港澳台地区考察，加强与香港、日本等国家和地区的交流，中国香港代表队。
    """
    for entry in context.terms.region_words.values():
        for hit in context.prose.find(entry.pattern, ("香港", "澳门", "台湾", "港澳", "中港", "中台")):
            yield hit.problem(f"“{hit.words}”请核对：{entry.hint}")
