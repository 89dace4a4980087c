"""Numbered copies: each with its number where 7.2.1 puts it, all else kept once, an interrupted run taken up."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from gwformat import output
from gwformat.errors import OutputNotWritable, UsageError
from gwformat.model import Role
from gwformat.pdf import read_pdf
from gwformat.printing.copies import copies
from gwformat.printing.imposing import Form, Imposition, impose
from gwformat.printing.numbering import Stamp, number_text, stamp_like
from gwformat.printing.pdf_forms import leaves_of, open_pdf, size_of
from gwformat.printing.plates import Plate, plates
from gwformat.printing.sheets import plain_side
from tests.printing.specimens import notice
from tests.writers.sheets import SYSTEM, row_line, sheet

LINE = row_line("000001", 0, role=Role.COPY_NUMBER)


def made(form: Form | None = None, pages: int = 4) -> tuple[Plate, Stamp]:
    stamp = stamp_like(LINE, sheet(LINE), SYSTEM)
    leaves = leaves_of(open_pdf(notice(pages), "付印.pdf"))
    sides = [plain_side(size_of(leaf.page), number) for number, leaf in enumerate(leaves)]
    if form is not None:
        sides = list(impose(range(pages), Imposition(form)))
    return plates(leaves, sides, stamp.font), stamp


def run(numbers: range, form: Form | None = None) -> bytes:
    return b"".join(copies(*made(form), numbers))


def numbers_in(data: bytes) -> list[tuple[int, str]]:
    """Pages with a number of six digits, and the number."""
    found = []
    for page in read_pdf(data).pages:
        found += [(page.number, w.text) for w in page.visible if w.text.isdecimal() and len(w.text) == 6]
    return found


def test_each_copy_bears_its_number_on_its_first_page() -> None:
    assert numbers_in(run(range(1, 31))) == [(4 * copy + 1, f"{copy + 1:06}") for copy in range(30)]


def test_the_copies_of_a_booklet_bear_it_where_their_first_page_lies() -> None:
    [(page, _), (second, _)] = numbers_in(run(range(7, 9), Form.BOOKLET))
    assert (page, second) == (1, 3)
    left = next(w.left for w in read_pdf(run(range(7, 8), Form.BOOKLET)).pages[0].visible if w.text == "000007")
    assert left == pytest.approx(210 + LINE.x.mm, abs=0.1)


def test_the_number_stands_where_the_line_of_the_pages_stands_and_in_its_face() -> None:
    from gwformat.layout.boxes import Pages
    from gwformat.writers.typst import write_pdf
    from tests.standin.fonts import build_all

    drawn = read_pdf(write_pdf(Pages((sheet(LINE),)), SYSTEM, font_dirs=[build_all()]).data).pages[0].visible[0]
    stamped = next(w for w in read_pdf(run(range(1, 2))).pages[0].visible if w.text == "000001")
    for attribute in ("left", "right", "baseline", "size"):
        assert getattr(stamped, attribute) == pytest.approx(getattr(drawn, attribute), abs=0.01)
    assert stamped.face.name == drawn.face.name
    assert stamped.face.embedded


def test_every_page_of_every_copy_shows_what_the_original_shows() -> None:
    original = [page.extract_text() for page in PdfReader(io.BytesIO(notice())).pages]
    for number, page in enumerate(PdfReader(io.BytesIO(run(range(1, 4)))).pages):
        assert original[number % 4] in page.extract_text()


def test_a_copy_takes_little_room_and_all_take_the_same() -> None:
    sizes = [len(run(range(1, count + 1))) for count in (300, 400, 500)]
    assert sizes[2] - sizes[1] == sizes[1] - sizes[0]
    assert (sizes[1] - sizes[0]) / 100 < 1500  # bytes


def test_more_than_a_thousand_copies_are_all_found_in_the_page_tree() -> None:
    reader = PdfReader(io.BytesIO(run(range(1, 2102))), strict=True)
    assert len(reader.pages) == 4 * 2101
    assert reader.pages[4 * 2100].extract_text().splitlines().count("002101") == 1


def test_memory_does_not_grow_with_the_copies() -> None:
    plate, stamp = made()

    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in copies(plate, stamp, range(1, count + 1)):
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    assert peak(10_000) < 1.3 * peak(1_000)


def test_progress_ends_with_all_copies() -> None:
    said: list[tuple[int, int]] = []
    for _ in copies(*made(), range(1, 1001), lambda done, every: said.append((done, every))):
        pass
    assert said[-1] == (1000, 1000)
    assert [done for done, _ in said] == sorted(done for done, _ in said)
    assert len(said) > 2


@pytest.mark.parametrize("number", [0, 1_000_000])
def test_numbers_have_six_digits(number: int) -> None:
    with pytest.raises(UsageError, match="六位"):
        number_text(number)


def parts() -> Iterator[bytes]:
    return copies(*made(), range(1, 1501))


class Killed(BaseException):
    """As if the process had ended."""


@pytest.mark.parametrize("after", [1, 2, 4])
def test_an_interrupted_run_is_taken_up_and_gives_the_same_file(after: int, tmp_path: Path) -> None:
    def interrupted() -> Iterator[bytes]:
        for number, part in enumerate(parts()):
            if number == after:
                raise Killed
            yield part

    target = tmp_path / "付印.pdf"
    with pytest.raises(Killed):
        output.write_in_parts({target: interrupted()})
    begun = output.growing(target)
    assert not target.exists() and begun.stat().st_size
    with begun.open("r+b") as file:  # torn in the middle of a write
        file.truncate(begun.stat().st_size - 17)
    output.write_in_parts({target: parts()})
    assert target.read_bytes() == b"".join(parts())
    assert not begun.exists()


def test_what_another_run_left_is_not_taken_for_its_own(tmp_path: Path) -> None:
    target = tmp_path / "付印.pdf"
    output.growing(target).write_bytes(b"something else that is longer than all of it" * 1000)
    output.write_in_parts({target: [b"one", b"two"]})
    assert target.read_bytes() == b"onetwo"


def test_after_an_error_nothing_is_left(tmp_path: Path) -> None:
    def failing() -> Iterator[bytes]:
        yield b"begun"
        raise OSError(28, "No space left on device")

    with pytest.raises(OutputNotWritable):
        output.write_in_parts({tmp_path / "付印.pdf": failing()})
    assert not list(tmp_path.iterdir())
