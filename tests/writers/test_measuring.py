"""What the lines of a paragraph are made of before and after its fonts were mapped: widths, room, stretches, doubts."""

from __future__ import annotations

import pytest

from gwformat.fonts.advances import Advances
from gwformat.fonts.installed import InstalledFonts
from gwformat.layout.libreoffice import LibreOffice
from gwformat.layout.word import Word
from gwformat.ooxml.effective import formatting_of
from gwformat.ooxml.package import Package
from gwformat.units import EMU_PER_TWIP, Twips
from gwformat.writers.docx.mapping.measuring import Measuring, Taken
from tests.build import make_docx

MAIN = "word/document.xml"
SIZE = 320  # twips of 三号
WIDTH = 8000  # twips: 25 字
WIDE, NARROW = "宽", "窄"  # faces whose letters are a half and a quarter of an em wide
OLD, NEW = f'w:ascii="{WIDE}" w:hAnsi="{WIDE}"', f'w:ascii="{NARROW}" w:hAnsi="{NARROW}"'
LONG = "推进WTO和IPv6工作" * 6
NO_SPACE = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
PICTURE = (
    '<w:drawing><wp:inline><wp:extent cx="635000" cy="635000"/><wp:docPr id="1" name=""/>'
    '<a:graphic><a:graphicData uri="x"/></a:graphic></wp:inline></w:drawing>'
)


class Faces(Advances):
    """Han are an em wide, other characters as wide as their face says; 缺 is in none of them."""

    def __init__(self) -> None:
        super().__init__(InstalledFonts(()))

    def of(self, family: str, char: str) -> float:
        if char >= "\u2e80":
            return 1.0
        return {WIDE: 0.5, NARROW: 0.25}.get(family, 0.4)

    def is_lacking(self, family: str, char: str) -> bool:
        return char == "缺"


def run(text: str, fonts: str = "{}", said: str = "") -> str:
    """A run of 三号 whose fonts are to be filled in."""
    leaves = text.replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    look = f"<w:rPr><w:rFonts {fonts}/>{said}<w:sz w:val='32'/></w:rPr>"
    return f'<w:r>{look}<w:t xml:space="preserve">{leaves}</w:t></w:r>'


def package(content: str, properties: str, fonts: str, grid: str, settings: str, numbering: str) -> Package:
    page = f'<w:pgSz w:w="10000" w:h="14000"/><w:pgMar w:left="1000" w:right="1000" w:top="900" w:bottom="900"/>{grid}'
    words = content.replace("{}", fonts)
    body = f"<w:p><w:pPr>{properties}</w:pPr>{words}</w:p><w:sectPr>{page}</w:sectPr>"
    defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>'
    parts = {"word/styles.xml": defaults, "word/settings.xml": settings, "word/numbering.xml": numbering}
    return Package.from_bytes(make_docx(body, parts))


def taken(
    content: str = run(LONG),
    properties: str = NO_SPACE,
    *,
    old: str = OLD,
    new: str = NEW,
    grid: str = "",
    settings: str = "",
    numbering: str = "",
) -> Taken | None:
    """What is taken of a paragraph whose runs were in the `old` fonts and are in the `new` ones."""
    before, after = (package(content, properties, fonts, grid, settings, numbering) for fonts in (old, new))
    measuring = Measuring(formatting_of(before), formatting_of(after), Faces())
    (paragraph,) = before.paragraphs(MAIN)
    return measuring.of(MAIN, 1, paragraph)


def programs(found: Taken | None) -> tuple[Word, LibreOffice]:
    assert found is not None
    assert found.measured is not None
    word, office = found.measured.programs
    assert isinstance(word, Word)
    assert isinstance(office, LibreOffice)
    return word, office


def twips(lengths: list[int]) -> list[int]:
    return [length // EMU_PER_TWIP for length in lengths]


def test_letters_are_as_wide_as_their_faces_say_and_han_as_wide_as_they_are_high() -> None:
    word, office = programs(taken())
    for program in (word, office):
        assert twips([*program.before[:6]]) == [320, 320, 160, 160, 160, 320]
        assert twips([*program.after[:6]]) == [320, 320, 80, 80, 80, 320]


def test_a_twentieth_of_the_size_is_the_most_a_character_may_be_tracked_and_no_object_is() -> None:
    found = taken(run(LONG) + f"<w:r>{PICTURE}</w:r>")
    assert found is not None
    assert found.measured is not None
    assert set(found.measured.bounds[:-1]) == {16}
    assert found.measured.bounds[-1] == 0


def test_words_with_one_character_that_differs_differ_as_a_whole() -> None:
    found = taken(run("推进", OLD) + run("W", "{}") + run("TO 5G", OLD) + run("工作" * 30, OLD))
    assert found is not None
    assert found.measured is not None
    assert list(found.measured.different[:9]) == [False, False, *[True] * 6, False]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, OLD),
        ('w:eastAsia="甲"', 'w:eastAsia="乙"'),  # all as wide as before
        ('w:cs="甲"', 'w:cs="乙"'),  # which sets nothing here
    ],
)
def test_a_paragraph_that_is_set_alike_is_not_taken(old: str, new: str) -> None:
    assert taken(old=old, new=new) is None


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("é" * 90, f'w:ascii="甲" w:hAnsi="{WIDE}"', f'w:ascii="甲" w:hAnsi="{NARROW}"'),
        (
            "“" * 60,
            f'w:hAnsi="{NARROW}" w:eastAsia="{WIDE}"',
            f'w:hAnsi="{NARROW}" w:eastAsia="{WIDE}" w:hint="eastAsia"',
        ),
    ],
)
def test_a_paragraph_is_taken_whichever_slot_changed(text: str, old: str, new: str) -> None:
    assert taken(run(text), old=old, new=new) is not None


def test_letters_that_the_complex_face_sets_go_by_that() -> None:
    content = run("letters " * 20, "{}", "<w:cs/>")
    assert taken(content, old=f'w:cs="{WIDE}"', new=f'w:cs="{NARROW}"') is not None


def test_han_that_no_face_has_are_told_though_their_width_is_the_same() -> None:
    found = taken(run("缺字" * 30), old='w:eastAsia="甲"', new='w:eastAsia="乙"')
    assert found is not None
    assert found.reason.startswith("字体里没有的字")


def test_what_one_program_sets_otherwise_is_enough() -> None:
    """“°” stands in the Latin face of LibreOffice, and with the hint in the Chinese one of Word."""
    said = 'w:hAnsi="{}" w:ascii="{}" w:eastAsia="甲" w:hint="eastAsia"'
    found = taken(run("·" * 90), old=said.format(WIDE, WIDE), new=said.format(NARROW, NARROW))
    word, office = programs(found)
    assert word.before == word.after
    assert office.before != office.after


class TestOneLine:
    """A line less than half full stays one, whatever sets it."""

    def test_half_a_line_in_either_font_is_the_most(self) -> None:
        assert taken(run("a" * 25)) is None
        assert taken(run("a" * 26)) is not None
        assert taken(run("a" * 26), old=NEW, new=OLD) is not None

    def test_the_first_line_has_the_room_its_indent_leaves(self) -> None:
        assert taken(run("a" * 20), f'{NO_SPACE}<w:ind w:firstLine="1600"/>') is None
        assert taken(run("a" * 21), f'{NO_SPACE}<w:ind w:firstLine="1600"/>') is not None

    def test_so_it_must_be_in_both_programs(self) -> None:
        # LibreOffice takes the length that is said, Word counts characters.
        assert taken(run("a" * 20), f'{NO_SPACE}<w:ind w:firstLineChars="100" w:firstLine="4000"/>') is not None
        assert taken(run("a" * 20), f'{NO_SPACE}<w:ind w:firstLineChars="1200" w:firstLine="0"/>') is not None

    def test_what_was_broken_or_has_an_object_in_it_is_looked_at(self) -> None:
        assert taken(run("ab\ncd")) is not None
        assert taken(run("ab") + f"<w:r>{PICTURE}</w:r>") is not None

    def test_between_tab_stops_half_of_the_least_room_is_the_most(self) -> None:
        stops = '<w:tabs><w:tab w:val="center" w:pos="3000"/><w:tab w:val="right" w:pos="8000"/></w:tabs>'
        assert taken(run("a\tb\tc" + "d" * 6), stops + NO_SPACE) is None
        assert taken(run("a\tb\tc" + "d" * 7), stops + NO_SPACE) is not None

    def test_only_stops_that_words_can_stand_at_count(self) -> None:
        for other in ('w:val="bar" w:pos="7000"', 'w:val="clear" w:pos="7000"', 'w:val="left" w:pos="9000"'):
            stops = f'<w:tabs><w:tab w:val="left" w:pos="3000"/><w:tab {other}/></w:tabs>'
            assert taken(run("a\tb\tc"), stops + NO_SPACE) is not None

    def test_more_tabs_than_stops_are_looked_at(self) -> None:
        stops = '<w:tabs><w:tab w:val="left" w:pos="3000"/></w:tabs>'
        assert taken(run("a\tb"), stops + NO_SPACE) is None
        assert taken(run("a\tb\tc"), stops + NO_SPACE) is not None

    def test_stops_before_the_line_begins_part_nothing(self) -> None:
        stops = '<w:tabs><w:tab w:val="left" w:pos="500"/><w:tab w:val="left" w:pos="4000"/></w:tabs>'
        assert taken(run("a\tbcdefgh"), f'{stops}{NO_SPACE}<w:ind w:left="1000"/>') is None


class TestRoom:
    """How wide lines may be, in twips from the type area."""

    @pytest.mark.parametrize(
        ("indents", "first", "rest"),
        [
            ("", 8000, 8000),
            ('w:left="1000" w:right="600" w:firstLine="640"', 5760, 6400),
            ('w:left="1000" w:hanging="640"', 7640, 7000),
        ],
    )
    def test_indents_take_of_it(self, indents: str, first: int, rest: int) -> None:
        for program in programs(taken(properties=f"{NO_SPACE}<w:ind {indents}/>")):
            assert (program.room.first, program.room.rest) == (Twips(first), Twips(rest))

    def test_word_counts_characters_where_the_file_does_and_libreoffice_takes_the_length(self) -> None:
        said = 'w:firstLineChars="200" w:firstLine="600" w:leftChars="100" w:left="400"'
        word, office = programs(taken(properties=f"{NO_SPACE}<w:ind {said}/>"))
        assert (word.room.first, word.room.rest) == (Twips(8000 - 320 - 640), Twips(8000 - 320))
        assert (office.room.first, office.room.rest) == (Twips(8000 - 400 - 600), Twips(8000 - 400))

    def test_tabs_stand_from_the_margin_and_only_where_the_words_have_any(self) -> None:
        assert all(program.room.tabs is None for program in programs(taken()))
        said = f'{NO_SPACE}<w:ind w:left="1000" w:firstLine="640"/>'
        for program in programs(taken(run(f"{LONG}\t"), said, settings='<w:defaultTabStop w:val="500"/>')):
            tabs = program.room.tabs
            assert tabs is not None
            assert (tabs.every, tabs.first, tabs.rest) == (Twips(500), Twips(1640), Twips(1000))

    def test_cells_of_the_grid_widen_characters_and_the_indent_that_counts_them(self) -> None:
        grid = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="4096"/>'  # a point more
        said = f'{NO_SPACE}<w:ind w:firstLineChars="200"/>'
        word, _ = programs(taken(properties=said, grid=grid))
        assert twips([*word.before[:3]]) == [340, 340, 180]
        assert word.room.first == Twips(8000 - 2 * 340)
        off, _ = programs(taken(properties=f'{said}<w:snapToGrid w:val="0"/>', grid=grid))
        assert twips([*off.before[:3]]) == [320, 320, 160]


LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/>'
    '<w:suff w:val="{}"/>'
    '<w:lvlText w:val="{}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


class TestLabel:
    """The number of a list in the hanging indent of its paragraph."""

    @staticmethod
    def listed(hanging: int, number: str = "decimal", suffix: str = "tab", text: str = "%1.") -> Taken | None:
        of_list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        said = f'{of_list}{NO_SPACE}<w:ind w:left="900" w:hanging="{hanging}"/>'
        return taken(properties=said, numbering=LIST.format(number, suffix, text))

    def test_two_digits_and_a_point_have_room_in_more_than_nine_fifths_of_an_em(self) -> None:
        found = self.listed(577)
        assert found is not None
        assert found.reason == ""
        for program in programs(found):  # the words begin at the left indent in all lines
            assert program.room.first == program.room.rest == Twips(8000 - 900)

    def test_in_less_the_words_begin_where_nobody_knows(self) -> None:
        found = self.listed(576)
        assert found is not None
        assert (found.measured, found.reason) == (None, "自动编号的宽度由软件定")

    def test_chinese_numbers_may_have_three_characters(self) -> None:
        for hanging, reason in ((1281, ""), (1280, "自动编号的宽度由软件定")):
            found = self.listed(hanging, "chineseCounting", text="%1、")
            assert found is not None
            assert found.reason == reason

    @pytest.mark.parametrize("suffix", ["space", "nothing"])
    def test_a_number_without_a_tab_pushes_the_words(self, suffix: str) -> None:
        found = self.listed(900, suffix=suffix)
        assert found is not None
        assert found.measured is None


class TestSpace:
    """What Word adds between Han and letters or digits: a quarter of an em."""

    @staticmethod
    def added(text: str, properties: str = "") -> list[int]:
        spaced, plain = (programs(taken(run(text + LONG), said)) for said in (properties, NO_SPACE))
        more = [
            [one - other for one, other in zip(a.before, b.before, strict=True)]
            for a, b in zip(spaced, plain, strict=True)
        ]
        assert more[0] == more[1]
        return twips(more[0][: len(text) - 1])

    def test_on_both_sides_of_a_word(self) -> None:
        assert self.added("甲ab乙") == [80, 0, 80]

    def test_digits_by_a_switch_of_their_own(self) -> None:
        assert self.added("甲a乙1丙", '<w:autoSpaceDE w:val="0"/>') == [0, 0, 80, 80]
        assert self.added("甲a乙1丙", '<w:autoSpaceDN w:val="0"/>') == [80, 80, 0, 0]

    def test_none_beside_punctuation(self) -> None:
        assert self.added("甲(a)，b、甲 é乙") == [0] * 10

    def test_as_wide_as_the_character_it_follows(self) -> None:
        small = run("甲", "{}").replace("32", "16") + run("a乙" + LONG)
        word, _ = programs(taken(small, ""))
        assert twips([*word.before[:2]]) == [160 + 40, 160 + 80]


class TestDoubts:
    """Why lines are not certain."""

    @staticmethod
    def reason(content: str = run(LONG), properties: str = NO_SPACE, settings: str = "") -> str:
        found = taken(content, properties, settings=settings)
        assert found is not None
        return found.reason

    def test_of_a_plain_paragraph_there_are_none(self) -> None:
        assert self.reason() == ""

    def test_punctuation_that_may_be_squeezed(self) -> None:
        squeezes = '<w:characterSpacingControl w:val="compressPunctuation"/>'
        assert self.reason(settings=squeezes).startswith("软件挤压标点")

    @pytest.mark.parametrize(
        ("properties", "doubtful"),
        [
            ("", True),
            ('<w:autoSpaceDE w:val="0"/>', True),
            ('<w:autoSpaceDN w:val="0"/>', True),
            (NO_SPACE, False),
            ('<w:overflowPunct w:val="0"/>', False),
        ],
    )
    def test_punctuation_that_hangs_where_programs_space_words(self, properties: str, doubtful: bool) -> None:
        assert bool(self.reason(properties=properties)) is doubtful

    def test_tab_stops_of_its_own_if_there_is_a_tab(self) -> None:
        stops = f'<w:tabs><w:tab w:val="left" w:pos="3000"/></w:tabs>{NO_SPACE}'
        assert self.reason(properties=stops) == ""
        assert self.reason(run(f"甲\t{LONG}"), stops) == "自设的制表位"
        assert self.reason(run(f"甲\t{LONG}")) == ""

    def test_an_object_in_the_line(self) -> None:
        assert self.reason(run(LONG) + f"<w:r>{PICTURE}</w:r>") == "行内有对象，宽度按估计"


class TestStretches:
    """What LibreOffice sets as one stretch, of two runs `甲` and `乙`."""

    @staticmethod
    def parted(content: str, *, after: bool = False, old: str = OLD, new: str = NEW) -> bool:
        _, office = programs(taken(content + run(LONG), old=old, new=new))
        return (office.parts_after if after else office.parts)[0]

    def test_runs_that_say_the_same_are_one(self) -> None:
        assert not self.parted(run("甲") + run("乙"))

    def test_runs_that_say_something_else_are_two(self) -> None:
        assert self.parted(run("甲") + run("乙", "{}", "<w:b/>"))

    def test_so_are_runs_that_say_the_same_in_other_words(self) -> None:
        assert self.parted(run("甲") + run("乙", "{}", '<w:spacing w:val="0"/>'))

    def test_so_are_those_inside_and_outside_of_a_link(self) -> None:
        assert self.parted(run("甲") + f'<w:hyperlink w:anchor="a">{run("乙")}</w:hyperlink>')

    def test_so_are_those_around_the_end_of_a_field(self) -> None:
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        begin = (
            end.replace("end", "begin")
            + "<w:r><w:instrText>SEQ 表</w:instrText></w:r>"
            + end.replace("end", "separate")
        )
        _, office = programs(taken(begin + run("甲") + end + run("乙") + run(LONG)))
        assert office.parts[0]

    def test_a_mark_between_them_parts_nothing(self) -> None:
        assert not self.parted(run("甲") + '<w:bookmarkStart w:id="1" w:name="a"/>' + run("乙"))

    def test_an_object_in_the_same_run_is_apart(self) -> None:
        assert self.parted(run("a").replace("</w:r>", f"{PICTURE}</w:r>"))

    def test_another_leaf_of_the_same_run_is_not(self) -> None:
        assert not self.parted(run("甲").replace("</w:r>", "<w:t>乙</w:t></w:r>"))

    def test_letters_and_han_are_two(self) -> None:
        _, office = programs(taken(run(LONG)))
        assert list(office.parts[:6]) == [False, True, False, False, True, True]

    def test_runs_that_the_mapping_made_different_are_two_after_it(self) -> None:
        content = run("甲", OLD) + run("乙", "{}")
        assert not self.parted(content)
        assert self.parted(content, after=True)


def test_words_that_may_part_anywhere_do_so_in_word_alone() -> None:
    word, _ = programs(taken(properties=f'{NO_SPACE}<w:wordWrap w:val="0"/>'))
    assert word.parted
    assert not programs(taken())[0].parted


def test_a_paragraph_of_letters_is_western() -> None:
    assert programs(taken(run("“words” and words " * 12)))[0].western
    assert not programs(taken())[0].western


def test_letters_whose_language_is_chinese_go_by_its_rules() -> None:
    _, office = programs(taken(run("甲ab" + LONG)))
    assert list(office.latin[:3]) == [False, True, True]
    _, office = programs(taken(run("甲ab" + LONG, "{}", '<w:lang w:val="zh-CN"/>')))
    assert not any(office.latin)


def test_tracking_that_the_file_has_is_told_to_both() -> None:
    found = taken(run(LONG, "{}", '<w:spacing w:val="-6"/>'))
    assert found is not None
    word, office = programs(found)
    assert set(found.tracking) == set(office.tracking) == {-6}
    assert twips([*word.before[:3]]) == [314, 314, 154]
    assert twips([*office.before[:3]]) == [320, 320, 160]  # which adds it to all but the last of a stretch
