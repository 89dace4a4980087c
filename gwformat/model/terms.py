"""The glossary: elements, formats and directions under the names the standard gives them."""

from __future__ import annotations

from enum import Enum, StrEnum


class Role(StrEnum):
    """The glossary: the elements of GB/T 9704-2012 chapters 7 and 10, and what practice adds to them.

    The value is the Chinese term.
    """

    CATEGORY = "办理类别"
    COPY_NUMBER = "份号"
    SECRECY = "密级和保密期限"
    URGENCY = "紧急程度"
    ISSUER_MARK = "发文机关标志"
    DOC_NUMBER = "发文字号"
    SIGNER = "签发人"
    ORDER_NUMBER = "令号"
    EDITOR = "编发机关"
    EDITED = "编发日期"
    DISPATCH = "发往"
    TITLE = "标题"
    SUBTITLE = "题注"
    ADDRESSEE = "主送机关"
    HEADING1 = "一级标题"
    HEADING2 = "二级标题"
    HEADING3 = "三级标题"
    HEADING4 = "四级标题"
    BODY = "正文"
    ATTACHMENT_NOTE = "附件说明"
    SIGNATURE = "发文机关署名"
    DATE = "成文日期"
    ANNOTATION = "附注"
    ATTENDEES = "出席"
    ABSENTEES = "请假"
    OBSERVERS = "列席"
    ATTACHMENT_LABEL = "附件序号"
    ATTACHMENT_TITLE = "附件标题"
    ATTACHMENT_BODY = "附件"
    COPY_TO = "抄送机关"
    PRINTER = "印发机关"
    PRINT_DATE = "印发日期"
    PRINT_RUN = "印数"
    OTHER = "其他"

    @property
    def key(self) -> str:
        """The identifier used in JSON, TOML keys and style ids, e.g. `doc_number`."""
        return self.name.lower()


HEADINGS = (Role.HEADING1, Role.HEADING2, Role.HEADING3, Role.HEADING4)

# 7.3.3: the text of the document itself; sentences, its own and those of its attachments; all that recurs any number
# of times, and so tells nobody which element it is.
TEXT_ROLES = (Role.BODY, *HEADINGS)
PROSE_ROLES = (Role.BODY, Role.ATTACHMENT_BODY)
RECURRING_ROLES = (*HEADINGS, *PROSE_ROLES, Role.OTHER)

# The lines of a title are one sentence. 7.3.5: what a document is signed with. 10.3: the lists of minutes, in order.
TITLES = (Role.TITLE, Role.ATTACHMENT_TITLE)
SIGN_OFF_ROLES = (Role.SIGNATURE, Role.DATE)
ATTENDANCE_ROLES = (Role.ATTENDEES, Role.ABSENTEES, Role.OBSERVERS)

# 7.1: the head is everything above the red line, the imprint what stands between the lines at the end.
HEAD_ROLES = (
    Role.CATEGORY,
    Role.COPY_NUMBER,
    Role.SECRECY,
    Role.URGENCY,
    Role.ISSUER_MARK,
    Role.DOC_NUMBER,
    Role.SIGNER,
    Role.ORDER_NUMBER,
    Role.EDITOR,
    Role.EDITED,
    Role.DISPATCH,
)
IMPRINT_ROLES = (Role.COPY_TO, Role.PRINTER, Role.PRINT_DATE, Role.PRINT_RUN)


class Kind(StrEnum):
    """Formats of the standard; the value is the name used on the command line."""

    GENERAL = "general"
    LETTER = "letter"
    ORDER = "order"
    MINUTES = "minutes"
    TELEGRAM = "telegram"


class Direction(StrEnum):
    """行文方向."""

    UP = "上行"
    DOWN = "下行"
    LEVEL = "平行"


class Seal(Enum):
    """How the sign-off is authenticated (7.3.5.1–7.3.5.3)."""

    NONE = "none"
    ROUND = "round"
    SIGNATURE = "signature"
