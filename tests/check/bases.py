"""Conformant documents of several genres, all fictional: the ground on which specimens of rules plant their words."""

from __future__ import annotations

from gwformat.model import Role

Words = tuple[tuple[Role, str], ...]

_HEAD: Words = ((Role.ISSUER_MARK, "某某市人民政府文件"), (Role.DOC_NUMBER, "某政发〔2026〕5号"))
_FOOT: Words = (
    (Role.COPY_TO, "抄送：市委各部门，市人大常委会办公室，市政协办公室。"),
    (Role.PRINTER, "某某市人民政府办公室"),
    (Role.PRINT_DATE, "2026年3月18日印发"),
)
_SIGNED: Words = ((Role.SIGNATURE, "某某市人民政府"), (Role.DATE, "2026年3月16日"))

_BUREAU: Words = ((Role.ISSUER_MARK, "某某市水务局文件"), (Role.DOC_NUMBER, "某水发〔2026〕12号"))
_BUREAU_SIGNED: Words = ((Role.SIGNATURE, "某某市水务局"), (Role.DATE, "2026年3月16日"))
_BUREAU_FOOT: Words = ((Role.PRINTER, "某某市水务局办公室"), (Role.PRINT_DATE, "2026年3月18日印发"))

BASES: dict[str, Words] = {
    "通知": (
        *_HEAD,
        (Role.TITLE, "某某市人民政府关于做好2026年防汛工作的通知"),
        (Role.ADDRESSEE, "各县（区）人民政府，市政府各部门："),
        (Role.BODY, "为做好2026年防汛工作，保障人民群众生命财产安全，现就有关事项通知如下。"),
        (Role.HEADING1, "一、落实工作责任"),
        (Role.BODY, "各级各部门要按照职责分工，逐级落实防汛责任，把任务分解到岗位、到人员。"),
        (Role.HEADING1, "二、加强值班值守"),
        (Role.BODY, "汛期实行24小时值班制度，遇有重要情况及时报告市防汛抗旱指挥部。"),
        *_SIGNED,
        *_FOOT,
    ),
    "请示": (
        *_BUREAU,
        (Role.SIGNER, "签发人：张三"),
        (Role.TITLE, "某某市水务局关于新建城东排涝泵站的请示"),
        (Role.ADDRESSEE, "某某市人民政府："),
        (Role.BODY, "城东片区地势低洼，现有排涝设施能力不足。经研究，拟新建排涝泵站1座，概算投资860万元。"),
        (Role.BODY, "妥否，请批示。"),
        *_BUREAU_SIGNED,
        (Role.ANNOTATION, "（联系人：李四，联系电话：0000-12345678）"),
        *_BUREAU_FOOT,
    ),
    "报告": (
        *_BUREAU,
        (Role.SIGNER, "签发人：张三"),
        (Role.TITLE, "某某市水务局关于2025年水利工程建设情况的报告"),
        (Role.ADDRESSEE, "某某市人民政府："),
        (Role.BODY, "2025年，我局完成水利工程投资3.2亿元，治理河道48公里。现将有关情况报告如下。"),
        (Role.BODY, "全年新建排涝泵站6座，加固堤防12公里，工程质量全部合格。"),
        (Role.BODY, "特此报告。"),
        *_BUREAU_SIGNED,
        *_BUREAU_FOOT,
    ),
    "批复": (
        *_HEAD,
        (Role.TITLE, "某某市人民政府关于新建城东排涝泵站的批复"),
        (Role.ADDRESSEE, "市水务局："),
        (Role.BODY, "你局《关于新建城东排涝泵站的请示》（某水发〔2026〕12号）收悉。现批复如下："),
        (Role.BODY, "同意新建城东排涝泵站，请按照基本建设程序组织实施。"),
        (Role.BODY, "此复。"),
        *_SIGNED,
        *_FOOT,
    ),
    "函": (
        *_BUREAU,
        (Role.TITLE, "某某市水务局关于商请提供河道测绘资料的函"),
        (Role.ADDRESSEE, "某某市自然资源局："),
        (Role.BODY, "为编制城区河道整治规划，需使用2025年城区河道测绘资料，请予支持。"),
        (Role.BODY, "请予函复。"),
        *_BUREAU_SIGNED,
        *_BUREAU_FOOT,
    ),
    "通告": (
        *_HEAD,
        (Role.TITLE, "某某市人民政府关于禁止在河道管理范围内采砂的通告"),
        (Role.BODY, "为加强河道管理，保障防洪安全，现就有关事项通告如下。"),
        (Role.BODY, "自2026年4月1日起，禁止任何单位和个人在城区河道管理范围内采砂。"),
        *_SIGNED,
        *_FOOT,
    ),
}
"""Genre → the elements in their order."""

WITH_ATTACHMENTS: Words = (
    (Role.ATTACHMENT_NOTE, "附件：1.防汛责任人名单"),
    (Role.ATTACHMENT_NOTE, "2.防汛物资储备清单"),
    (Role.ATTACHMENT_LABEL, "附件1"),
    (Role.ATTACHMENT_TITLE, "防汛责任人名单"),
    (Role.ATTACHMENT_BODY, "市防汛抗旱指挥部办公室负责人：李四。"),
    (Role.ATTACHMENT_LABEL, "附件2"),
    (Role.ATTACHMENT_TITLE, "防汛物资储备清单"),
    (Role.ATTACHMENT_BODY, "编织袋2万条，救生衣300件。"),
)
"""What a document with two attachments has besides."""
