#!/bin/sh
# 离线安装 gwformat：sh install.sh [装在哪个文件夹]
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)

for python in "${PYTHON:-}" python3.14 python3.13 python3.12 python3.11 python3; do
	[ -n "$python" ] || continue
	command -v "$python" >/dev/null 2>&1 || continue
	if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
		exec "$python" "$here/install.py" "$@"
	fi
done
echo '错误：没有找到 Python 3.11 或更新的版本。' >&2
echo '建议：先装 Python，再执行一次；已经装了的，写明在哪里：PYTHON=/路径/python3 sh install.sh' >&2
exit 1
