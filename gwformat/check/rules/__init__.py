"""The rules, one a file: 要素 E1xx, 版式 L2xx, 字体 F3xx, 行文 R4xx, 文字标点数字 T5xx，交换 X6xx，印制 P7xx。"""
