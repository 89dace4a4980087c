# make demo    排一份示例公文，看看结果
# make test    运行全部测试
# make check   风格、类型、测试（提交之前）
# make bench   各项测量（需要语料时用 GWFORMAT_CORPUS 指明文件夹）
# make images  重画说明书里的图（需要 LibreOffice、poppler、Chromium 和代替用的开源字体）
# make messages  重写命令行译文的 .mo
# make bundle  生成离线安装包：make bundle PLATFORM=windows-x86_64（或 linux-x86_64、linux-aarch64；不写是本机）

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := build/demo

.DEFAULT_GOAL := demo
.PHONY: demo test check bench images bundle messages clean

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo '需要 Python 3.11 或更新的版本：make PYTHON=python3.12 …'; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo '建不了虚拟环境。Debian/Ubuntu 先执行：sudo apt install python3-venv'; exit 1; }

$(VENV)/installed: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/tested: $(VENV)/installed
	@# Dependency groups need pip 25.1.
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

demo: $(VENV)/installed
	@mkdir -p $(OUT)
	$(BIN)/gwformat format examples/通知.docx -o $(OUT)/通知.docx --force
	@echo
	@echo '成品在这里：$(CURDIR)/$(OUT)/通知.docx'
	@echo '草稿在这里：$(CURDIR)/examples/通知.docx（可以用 Word 或 WPS 打开对比）'

test: $(VENV)/tested
	$(BIN)/python -m pytest -n auto

check: $(VENV)/tested
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto

bench: $(VENV)/tested
	$(BIN)/python benchmarks/coldstart.py
	$(BIN)/python benchmarks/speed.py
	@if [ -z "$$GWFORMAT_CORPUS" ]; then echo '没有设 GWFORMAT_CORPUS，跳过语料上的测量'; else \
		$(BIN)/python benchmarks/recognition.py "$$GWFORMAT_CORPUS" && \
		$(BIN)/python benchmarks/corpus.py "$$GWFORMAT_CORPUS"; fi

images: $(VENV)/tested
	$(BIN)/python docs/make_images.py
	$(BIN)/python docs/make_web_image.py

bundle: $(VENV)/tested
	$(BIN)/python -m tools.bundle $(PLATFORM)

messages:
	$(PYTHON) -m gwformat.cli.locale.compile

clean:
	rm -rf $(VENV) build
