"""Look-alike characters: what `gwformat.text.lookalikes` finds becomes named, switchable steps."""

from __future__ import annotations

from gwformat.normalise.passes import Pass, in_blocks, in_passages
from gwformat.normalise.roles import ALL, KNOWN
from gwformat.text import lookalikes

PASSES = (
    Pass(
        "invisible",
        "去除不可见字符",
        "零宽空格等不可见字符妨碍检索和断行",
        in_blocks(ALL, lambda passage: lookalikes.invisible(passage.text), lookalikes.ZERO_WIDTH),
    ),
    Pass(
        "compatibility",
        "部首与兼容汉字还原",
        "由PDF复制带来的部首、兼容汉字形同而码异",
        in_blocks(ALL, lambda passage: lookalikes.compatibility(passage.text)),
    ),
    Pass(
        "look-alikes",
        "形近符号还原",
        "形似而码位不同的符号，改为标准符号",
        in_passages(KNOWN, lambda passage: lookalikes.look_alikes(passage.text), lookalikes.LOOKING_ALIKE),
    ),
    Pass(
        "ascii",
        "全角数字字母改半角",
        "数字和外文字母占半个汉字位置（GB/T 15835-2011）",
        in_passages(KNOWN, lambda passage: lookalikes.half_width(passage.text), lookalikes.FULL_WIDTH_SIGNS),
    ),
)
