"""T615: names of peoples and of persons with disabilities that are no longer used."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity


@rule(
    "T615",
    name="respectful-word",
    clause="惯例",
    severity=Severity.INFO,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """民族用全称，不用简称；称呼残疾人不用“残废”等带贬义的词。

    不合规::

        维族、蒙族群众参加活动，为残废人提供服务。

    合规::

        维吾尔族、蒙古族群众参加活动，为残疾人提供服务，抚恤革命残废军人。
    """
    words = context.terms.respectful_words
    for hit in context.prose.find_words(words):
        if not hit.before.endswith(("革命", "《")):
            yield hit.problem(f"“{hit.words}”宜写作“{words[hit.words]}”", words[hit.words], Safety.REVIEW)
