"""Whatever happens in whatever order: what people wrote is still there, results are never mixed."""

import os
import shutil
import tempfile
from contextlib import nullcontext
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from kejadian import Killed, held_open, killed_after

from lkjip_analysis import paths
from lkjip_analysis.building.holding import RECORD, Holding, read_holding, seen_from
from lkjip_analysis.building.moving import put_all_right, put_right
from lkjip_analysis.building.placing import put, refuse_anothers
from lkjip_analysis.exceptions import CallError

MADE = {
    "": ("hasil.json", "notebooks/capaian.ipynb", "data/iku.csv"),
    "html": ("index.html", "aset/lkjip.css"),
    "pdf": ("lkjip-2024.pdf",),
    "docx": ("lkjip-2024.docx",),
}
FORMATS = st.sets(st.sampled_from(["html", "pdf", "docx"]), min_size=1).map(sorted)
NAMES = st.sampled_from([name for names in MADE.values() for name in names])
OWN = st.sampled_from(
    [
        "catatan.txt",
        ".nojekyll",
        "aset/foto.jpg",
        "pindaian/ttd.pdf",
        "lkjip-2024-baru.docx",
        "lkjip-2024-suntingan.docx",
        "index.html/di-dalam.txt",
        "aset",
        "hasil-sebelumnya/lama.txt",
        *MADE["docx"],
        *MADE["html"],
    ]
)
MOMENTS = st.integers(0, 60)
"""After so many changes to files; at the latest between the two renames."""
YES = st.booleans()
HELD = st.sampled_from([None, None, "lkjip-2024.docx", "index.html", "catatan.txt"])


class Folder(RuleBasedStateMachine):
    """One output folder, and what people and builds do to it."""

    def __init__(self):
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="lkjip-uji-"))
        self.output = self.root / "output" / "2024"
        self.before, paths.BUILD = paths.BUILD, self.root / "build"
        for unit in "AB":
            (self.root / unit).mkdir()
        self.version = 0
        self.words = 0
        self.written = set()
        self.noted = {}
        self.broken = False
        """Whether a killed build left something to mend."""
        self.interrupted = None
        """What there was before it, what it was to make."""

    def teardown(self):
        paths.BUILD = self.before
        shutil.rmtree(self.root)

    # what there is

    def files(self, hidden=False):
        """Every file that people can see, by its place, with its text."""
        found = {}
        for place, folders, files in os.walk(self.root / "output"):
            if not hidden:
                folders[:] = [name for name in folders if not name.startswith(".2024")]
            for name in files:
                path = Path(place, name)
                found[path.relative_to(self.output.parent).as_posix()] = path.read_text()
        return found

    @invariant()
    def nothing_is_lost(self):
        """In the moment after a kill it may lie in a hidden folder, until the next command."""
        there = set(self.files(hidden=self.broken).values())
        assert self.written <= there, self.written - there

    @invariant()
    def nothing_is_left(self):
        if not self.broken:
            parent = self.output.parent
            hidden = [path.name for path in parent.glob(".*")] if parent.exists() else []
            assert hidden == []

    # what people do

    @rule(name=NAMES | OWN)
    def write(self, name):
        """Edit a file, or put one there."""
        self.interrupted = None
        path = self.output / name
        if path.is_dir() or any(above.is_file() for above in path.parents):
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            self.written.discard(path.read_text())
        self.words += 1
        path.write_text(f"tulisan {self.words}")
        self.written.add(path.read_text())

    @rule(name=NAMES | OWN | st.just(RECORD))
    def remove(self, name):
        self.interrupted = None
        path = self.output / name
        if path.is_file():
            self.written.discard(path.read_text())
            path.unlink()

    @rule()
    def delete_build(self):
        shutil.rmtree(self.root / "build", ignore_errors=True)
        self.noted = {}

    # what the program does

    def put(self, unit, formats):
        data = seen_from(self.output, self.root / unit)
        mine = Holding(unit, 2024, data, dict.fromkeys(formats, str(self.version)))

        def fill(fresh):
            for name, text in self.content(unit, formats).items():
                (fresh / name).parent.mkdir(exist_ok=True)
                (fresh / name).write_text(text)

        placed = put(self.output, mine, fill, self.noted.get(unit))
        self.noted[unit] = placed.made
        return placed

    def content(self, unit, formats):
        """The style sheet is always the same, the rest changes with the data."""
        return {
            name: f"{unit} {name} {0 if name.endswith('.css') else self.version}"
            for form in ("", *formats)
            for name in MADE[form]
        }

    def holds_complete(self, unit, formats, besides=()):
        now = {name: self.output / name for name in self.content(unit, formats)}
        return all(
            now[name].is_file() and now[name].read_text() == text
            for name, text in self.content(unit, formats).items()
            if name not in besides
        )

    @rule(unit=st.sampled_from("AAAB"), formats=FORMATS, changed=YES, told=YES, held=HELD)
    def build(self, unit: str, formats: list, changed: bool, told: bool, held: str | None):
        self.any_command()
        put_right(self.output)
        self.broken = False
        self.version += changed
        data = seen_from(self.output, self.root / unit)
        before = self.files()
        owner = read_holding(self.output)
        try:
            if not told:
                refuse_anothers(self.output, Holding(unit, 2024, data))
        except CallError:
            assert owner.unit != unit
            assert self.files() == before
            return
        assert told or owner is None or owner.unit == unit
        path = self.output / held if held else None
        with held_open(path) if path and path.is_file() else nullcontext():
            placed = self.put(unit, formats)
        assert self.holds_complete(unit, formats, placed.held)
        for name, other in placed.held.items():
            assert name == held or (self.output / name).is_dir()
            assert (self.output / other).read_text() == self.content(unit, formats)[name]
        for name in placed.kept:
            assert (self.output / name).exists()
        now = read_holding(self.output)
        assert (now.unit, now.data) == (unit, data)
        if owner and owner.unit != unit:
            for name, text in self.files().items():  # but for what nobody knew the owner of
                others = text.startswith(f"{owner.unit} ")
                assert not others or name == f"2024/{held}" or "sebelumnya" in name
        if owner and owner.unit == unit:
            for form in owner.dibuat_dari:  # a format that was not asked for stays
                for name in MADE[form] if form not in formats else ():
                    assert (self.files().get(f"2024/{name}")) == before.get(f"2024/{name}")

    @rule(formats=FORMATS, changed=YES, changes=MOMENTS, held=HELD)
    def killed_build(self, formats: list, changed: bool, changes: int, held: str | None):
        self.any_command()
        owner = read_holding(self.output)
        unit = owner.unit if owner else "A"
        if self.broken:
            return
        before = self.files()
        self.version += changed
        path = self.output / held if held else None
        with held_open(path) if path and path.is_file() else nullcontext():
            try:
                with killed_after(changes, self.output.with_name(".2024-baru")):
                    self.put(unit, formats)
            except Killed:
                self.broken = any(self.output.parent.glob(".2024-*"))
                self.interrupted = before, unit, formats, held

    @rule(formats=FORMATS)
    def killed_between_the_renames(self, formats: list):
        """The moment that matters, more often than chance would have it."""
        self.killed_build(formats, True, 10**6, None)

    @rule()
    def any_command(self):
        """The next command of any kind puts things right, if a note still tells of the build."""
        notes = paths.BUILD / ".pindah"
        known = notes.exists() and any(notes.iterdir())
        put_all_right()
        if known:
            assert not any(notes.iterdir())
            self.broken = False
            if self.interrupted:  # and nobody changed anything since
                before, unit, formats, held = self.interrupted
                assert self.files() == before or self.holds_complete(unit, formats, [held])


TestFolder = Folder.TestCase
TestFolder.settings = settings(
    max_examples=25, stateful_step_count=14, deadline=None, phases=[Phase.explicit, Phase.generate]
)  # making a failure smaller takes minutes here
