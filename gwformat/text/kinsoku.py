"""避头尾: the characters no line begins with, and those no line ends with."""

from __future__ import annotations

# What Word takes for Simplified Chinese; it contains what GB/T 15834-2011 5.1 forbids. A docx says both sets, so that
# Word does not go by those a user has made for himself.
NOT_AT_START = "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
NOT_AT_END = "$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（［｛￡￥"
