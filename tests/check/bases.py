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
    "决定": (
        *_HEAD,
        (Role.TITLE, "某某市人民政府关于表扬2025年度防汛工作先进集体的决定"),
        (Role.ADDRESSEE, "各县（区）人民政府，市政府各部门："),
        (Role.BODY, "2025年，全市防汛机构恪尽职守，涌现出一批先进集体。市人民政府决定，对市水务局等10个集体予以表扬。"),
        (Role.BODY, "希望受到表扬的集体再接再厉，取得新的成绩。"),
        *_SIGNED,
        *_FOOT,
    ),
    "意见": (
        *_HEAD,
        (Role.TITLE, "某某市人民政府关于加强河道管理的意见"),
        (Role.ADDRESSEE, "各县（区）人民政府，市政府各部门："),
        (Role.BODY, "为加强河道管理，保障防洪安全，现提出如下意见。"),
        (Role.HEADING1, "一、总体要求"),
        (Role.BODY, "坚持统一规划、分级管理，力争到2028年城区河道防洪能力明显提升。"),
        (Role.HEADING1, "二、重点任务"),
        (Role.HEADING2, "（一）健全责任体系"),
        (Role.BODY, "各县（区）人民政府负责本行政区域内的河道管理工作。"),
        (Role.HEADING2, "（二）加强日常巡查"),
        (Role.BODY, "每月巡查不少于2次，发现问题及时处理。"),
        *_SIGNED,
        *_FOOT,
    ),
    "公告": (
        *_HEAD,
        (Role.TITLE, "某某市人民政府关于公布城区河道管理范围的公告"),
        (Role.BODY, "根据河道管理的有关规定，现将城区河道管理范围予以公告。"),
        (Role.BODY, "城区河道管理范围为两岸堤防外侧各20米以内的区域。"),
        *_SIGNED,
        *_FOOT,
    ),
    "决议": (
        (Role.ISSUER_MARK, "某某市人民代表大会文件"),
        (Role.TITLE, "某某市第八届人民代表大会第一次会议关于某某市人民政府工作报告的决议"),
        (Role.SUBTITLE, "（2026年3月16日某某市第八届人民代表大会第一次会议通过）"),
        (Role.BODY, "某某市第八届人民代表大会第一次会议听取和审议了市人民政府工作报告。"),
        (Role.BODY, "市人民政府2025年的工作取得了明显成效，决定批准这个报告。"),
    ),
    "命令": (
        (Role.ISSUER_MARK, "某某市人民政府令"),
        (Role.ORDER_NUMBER, "第5号"),
        (
            Role.BODY,
            "《某某市河道管理办法》已经市人民政府第12次常务会议通过，现予公布，自2026年5月1日起施行。",
        ),
        (Role.SIGNATURE, "市长　张三"),
        (Role.DATE, "2026年3月16日"),
        *_FOOT[1:],
    ),
    "纪要": (
        (Role.ISSUER_MARK, "某某市人民政府专题纪要"),
        (Role.DOC_NUMBER, "〔2026〕5号"),
        (Role.TITLE, "研究2026年防汛工作专题会议纪要"),
        (Role.BODY, "3月16日，市人民政府召开专题会议，研究2026年防汛工作。会议议定以下事项。"),
        (Role.BODY, "会议要求，市水务局会同有关部门抓紧落实防汛责任。"),
        (Role.ATTENDEES, "出席：市水务局张三，市财政局李四"),
        (Role.ABSENTEES, "请假：市教育局王五"),
        (Role.OBSERVERS, "列席：市气象局赵六"),
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
