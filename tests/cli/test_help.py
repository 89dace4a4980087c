from __future__ import annotations

import ast
import errno
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from gwformat.cli.commands.fonts import COMMANDS as FONT_COMMANDS
from gwformat.cli.help import columns, fold
from gwformat.cli.locale import compile as catalogue
from gwformat.cli.program import COMMANDS, run
from tests.cli.running import Shell, process

ENGLISH = re.compile(r"\b(Usage|Options|Commands|Error|Missing|Show|Invalid|No such|Try|default|required)\b")


@pytest.mark.parametrize(
    "args",
    [["--help"], *([name, "--help"] for name in COMMANDS), *(["fonts", name, "--help"] for name in FONT_COMMANDS)],
    ids=" ".join,
)
def test_help_pages_are_chinese_and_fit_the_width(gwformat: Shell, args: list[str]) -> None:
    outcome = gwformat(*args)
    assert outcome.code == 0
    assert "用法：" in outcome.stdout
    assert "选项：" in outcome.stdout
    assert "例：" in outcome.stdout
    assert not ENGLISH.search(outcome.stdout)
    assert max(map(columns, outcome.stdout.splitlines())) <= 100


def test_the_list_of_commands_names_what_each_gives(gwformat: Shell) -> None:
    lines = gwformat("--help").stdout.splitlines()
    assert "  render    把草稿排好，直接出 PDF、OFD、图片或文字版。" in lines
    assert "  fonts     字体齐不齐、缺哪些字；换字体，嵌入字体。" in lines


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["frob"], "没有命令 frob"),
        (["fromat"], "没有命令 fromat。是不是 format？"),
        (["fonts", "lst"], "没有命令 lst。是不是 list？"),
        (["format", "--frob"], "没有选项 --frob"),
        (["format", "--sytem", "party"], "没有选项 --sytem。是不是 --system？"),
        (["check", "-草稿.txt"], "文件名以“-”开头的，前面加上 ./"),
        (["print", "a.pdf", "--copies", "0"], "0 超出范围（不小于 1）"),
        (["explain", "doc-number-wrong-bracket"], "是不是 doc-number-wrong-brackets？"),
        (["format", "a.txt", "b.txt", "-o", "成品.docx"], "“成品.docx”是文件的名字"),
        (["format", "a.txt"], "没有写明成品放在哪里"),
        (["format", "-o", "a.docx"], "没有写明草稿"),
        (["format", "a.txt", "-o"], "选项 -o 后面要写内容"),
        (["format", "a.txt", "-o", "a.pdf"], "应以 .docx 结尾"),
        (
            ["format", "a.txt", "-o", "b.docx", "--grid", "x"],
            "“--grid”的取值不对：“x”不在可选范围内，可写：national、practice",
        ),
        (["format", "a.txt", "-o", "b.docx", "--seal-diameter", "5"], "5.0 超出范围（20 至 60）。"),
        (["format", "a.txt", "-o", ""], "文件名是空的"),
        (["check", "a.txt", "-o", "-"], "“-”（标准输入、标准输出）在这里不能用"),
        (["inspect", "-"], "“-”（标准输入、标准输出）在这里不能用"),
        (["format", "a.txt", "-o", "长" * 300 + ".docx"], "文件名或路径太长"),
        (["explain"], "缺少参数 “规则”。"),
        (["explain", "六角括号"], "用 gwformat rules 六角括号 列出说到它的"),
        (["inspect"], "，例：gwformat inspect 草稿.docx"),
        (["render", "a.txt"], "缺少选项 “-o、--output”"),
        (["rules", "没有这个词"], "没有编号以“没有这个词”开头"),
        (["rules", "E1", "--clauses"], "--clauses 列出全部条款"),
        (["通知.docx"], "，例：gwformat format 草稿.docx -o 成品.docx"),
        (["profile", "版式.toml"], "，例：gwformat profile check 版式.toml"),
        (["format", "a.txt", "-o", "b.docx", "--kind", "信件"], "--kind 的意思是，公文格式：general 文件、letter 信函"),
        (["inspect", "a.txt", "--role", "标题=3"], "--role 的内容“标题=3”写反了"),
        (["inspect", "a.txt", "--role", "3=题"], "不认识要素“题”"),
        (["inspect", "a.txt", "--set", "文号＝5"], "--set 文号=5：“5”不是发文字号"),
        (["format", "a.txt", "—pdf", "-o", "a.docx"], "选项前面是两个英文的减号：--pdf"),
        (["inspect", "“草稿", "一.txt”"], "里的引号不是英文的"),
        (["inspect", "a.txt", "--set", "发文子号=1"], "是不是 发文字号？"),
        (["format", "a.txt", "-o", "b.docx", "--seal", "yuan"], "round 加盖印章、signature 加盖签名章"),
        (["new", "通知书", "-o", "a.docx"], "是不是 通知？"),
        (["inspect", "a.txt", "b.txt"], "多出了参数：b.txt"),
        (["inspect", "草稿", "一.txt"], "文件名里有空格的，两头加上双引号"),
        (["format", "草稿", "一.txt", "-o", "成品.docx"], "文件名里有空格的，两头加上双引号"),
        (["format", "a.txt", "-o", "成 品.pdf"], '例：-o "成 品.docx"'),
        (["inspect", "--debug=1", "a.txt"], "没有选项 --debug"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_usage_errors_are_chinese_and_leave_with_2(gwformat: Shell, args: list[str], said: str) -> None:
    outcome = gwformat(*args)
    assert outcome.code == 2
    assert said in outcome.stderr
    assert "建议：" in outcome.stderr
    assert not ENGLISH.search(outcome.stderr)
    assert outcome.stdout == ""


def test_an_option_without_its_value_leads_to_the_help_of_its_command(gwformat: Shell) -> None:
    assert "gwformat format --help" in gwformat("format", "草稿.docx", "--set").stderr


def test_without_arguments_the_help_is_shown(gwformat: Shell) -> None:
    outcome = gwformat()
    assert outcome.code == 2
    assert "用法：" in outcome.stderr + outcome.stdout


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("gwformat exc", "plain,exchange"),
        ("gwformat new 纪", "plain,纪要"),
        ("gwformat format --system par", "plain,party"),
        ("gwformat format --system 本单位", "file,本单位"),
        ("gwformat format 草", "file,草"),
    ],
)
def test_the_shell_completes_what_has_been_begun(typed: str, offered: str) -> None:
    words = str(len(typed.split()) - 1)
    done = process(_GWFORMAT_COMPLETE="bash_complete", COMP_WORDS=typed, COMP_CWORD=words)
    assert done.stdout.decode("utf-8").splitlines() == [offered]


def test_under_windows_the_end_of_a_pager_is_no_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(errno.EINVAL, "Invalid argument")

    told = io.StringIO()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "stdout", Closed())
    monkeypatch.setattr(sys, "stderr", told)
    assert run(["explain", "E105"]) == 141
    assert told.getvalue() == ""


def test_the_version_is_said(gwformat: Shell) -> None:
    assert re.fullmatch(r"gwformat \d+\.\d+\.\d+\n", gwformat("--version").stdout)


def test_a_language_of_the_system_changes_nothing() -> None:
    outcome = process("inspect", LANG="C", LC_ALL="C", LANGUAGE="de")
    assert outcome.returncode == 2
    assert "缺少参数" in outcome.stderr.decode("utf-8")


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    source = catalogue.CATALOGUE
    assert source.with_suffix(".mo").read_bytes() == catalogue.compiled(catalogue.parse(source.read_text("utf-8")))


def test_every_placeholder_of_a_translation_exists_in_the_original() -> None:
    for original, translation in catalogue.parse(catalogue.CATALOGUE.read_text("utf-8")).items():
        names = {name.removesuffix("!r") for name in re.findall(r"{([a-z_!]+)}", original)}
        assert set(re.findall(r"{([a-z_]+)}", translation)) <= names


def test_everything_click_tells_users_is_translated() -> None:
    known = {part for key in catalogue.parse(catalogue.CATALOGUE.read_text("utf-8")) for part in key.split("\0")}
    unknown = {sentence for sentence in _sentences_of_click() if sentence not in known}
    assert unknown <= NEVER_SAID


# Prompts, editors, deprecations and mistakes of the programmer: gwformat has none of them.
NEVER_SAID = {
    "d",
    "?",
    "{editor}: Editing failed",
    "{editor}: Editing failed: {e}",
    "Windows error: {error}",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "(Deprecated) {text}",
    "Could not determine name for option with declarations {decls!r}",
    "No options defined but a name was passed ({name}). Did you mean to declare an argument instead? "
    "Did you mean to pass '--{name}'?",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Name '{name}' defined twice",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Do you want to continue?",
    "Confirm the action without prompting.",
    "Invalid start character for option ({option})",
    "Press any key to continue...",
    "Repeat for confirmation",
    "Error: The two entered values do not match.",
    "Unknown color {colour!r}",
    "Error: invalid input",
    "Choice({choices})",
    "{value!r} does not match the format {format}.",
    "{value!r} does not match the formats {formats}.",
    "{len_type} values are required, but {len_value} was given.",
    "{len_type} values are required, but {len_value} were given.",
    "{value!r} is not a valid UUID.",
    "{name} {filename!r} is not executable.",
    "Unknown standard stream '{name}'",
}


def _sentences_of_click() -> Iterator[str]:
    for module in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                yield from (arg.value for arg in node.args if isinstance(arg, ast.Constant) and arg.value)


def test_a_line_is_never_broken_before_a_comma() -> None:
    assert fold("一二三四，五六", 8) == ["一二三", "四，五六"]


def test_latin_words_stay_whole() -> None:
    assert fold("用 general 文件", 10) == ["用 general", "文件"]


def test_a_file_that_is_called_a_dash_is_named_with_its_folder(
    gwformat: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-").write_text("关于防汛工作的通知\n", encoding="utf-8")
    assert "防汛" in gwformat("inspect", "./-").stdout
