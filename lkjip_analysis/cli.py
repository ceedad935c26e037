"""The command line: thin commands over the package, all words Indonesian.

argparse rather than typer: every message can be said in Indonesian, and ``--help`` starts
in a tenth of the time. Nothing heavy is imported before a command needs it.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import json
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from lkjip_analysis import __version__, paths, process
from lkjip_analysis.arguments import (
    TOLD,
    Parser,
    declare,
    declare_project,
    speak_indonesian,
    tahun_type,
)
from lkjip_analysis.exceptions import CallError, LkjipError, file_fault


def make_parser() -> Parser:
    """Describe all commands, in the order in which the help lists them."""
    speak_indonesian()
    parser = Parser(
        prog="lkjip",
        description="Laporan Kinerja Instansi Pemerintah dari data CSV ke HTML, PDF, dan Word.",
        epilog="Tanpa perintah: apa yang sudah terisi di folder ini, dan langkah berikutnya.",
    )
    declare_project(parser)
    version = f"lkjip {__version__}"
    parser.add_argument("--version", action="version", version=version, help="sebut versi program")
    parser.set_defaults(run=run_overview)
    commands = parser.add_subparsers(dest="perintah", metavar="perintah")
    for name, told in TOLD["commands"].items():
        sub: Parser = commands.add_parser(name, help=told["about"], description=told["about"])
        sub.set_defaults(run=COMMANDS[name])
        declare(sub, told["options"])
        declare_project(sub)
    return parser


def run_overview(args: argparse.Namespace) -> None:
    """Show what there is in this folder and what to do next."""
    from lkjip_analysis.overview import overview

    print("\n".join(overview(paths.data_folder())))


def choose_year(args: argparse.Namespace) -> None:
    """Take the newest year with data where none is named, and say so apart from the answer."""
    if getattr(args, "tahun", 0) is not None:
        return
    from lkjip_analysis.data.files import newest_year

    args.tahun = newest_year(paths.data_folder(getattr(args, "folder", None) or args.data))
    print(f"Tahun {args.tahun}: yang terbaru di data (tahun lain: --tahun).", file=sys.stderr)


def run_init(args: argparse.Namespace) -> None:
    """Lay down a project of one's own, or bring a later version's chapters into it."""
    from lkjip_analysis.starting import init, update

    if args.perbarui:
        update(args.folder)
    else:
        init(args)


def run_build(args: argparse.Namespace) -> None:
    """Build the report, with a progress bar, and say where the files are."""
    from lkjip_analysis.building.build import build
    from lkjip_analysis.building.notebooks import embedded_notebooks
    from lkjip_analysis.building.placing import default_output, review_output
    from lkjip_analysis.building.request import Request
    from lkjip_analysis.overview import say_project
    from lkjip_analysis.terminal import console, print_notes, show_progress

    out = console()
    tahun, data = args.tahun, paths.data_folder(args.data)
    say_project(data, tahun)
    output = paths.resolved(args.output or default_output(tahun, data))
    request = Request(
        *(tahun, data, output, args.format, args.renderer, args.final),
        engine="kernel" if args.kernel else None,
        force=args.force,
        take_over=args.ambil_alih,
        review=review_output(output),
        review_formats=("html", "pdf") if args.pdf_reviu else ("html",),
        single=args.satu_berkas,
    )
    steps = len(embedded_notebooks()) + 1 + (3 + request.single) * len(request.books())
    with show_progress(f"LKjIP {tahun}", steps) as step:
        report = build(request, step)
    if args.explain:
        print_notes(out, [f"- {note.as_text()}" for note in report.steps])
    status = "DRAF laporan" if report.draft else "Laporan"
    out.print(f"[bold]{status} {tahun} selesai[/bold] (penyusun: {report.renderer}):")
    print_notes(out, [f"  {path}" for path in report.files])
    if report.review:
        apart = "Berkas Reviu, untuk pereviu, tidak ikut diterbitkan:"
        print_notes(out, [apart, *(f"  {path}" for path in report.review)])
    lacking = f" Isian wajib yang belum ada: {report.missing}." if report.missing else ""
    seen = f"Lihat daftarnya dengan: lkjip check --tahun {tahun}{paths.same_place(data)}"
    print_notes(out, [*report.notes, f"Temuan: {report.counts}.{lacking} {seen}"])


def run_preview(args: argparse.Namespace) -> None:
    """Serve the pages and rebuild them on every change, until Ctrl+C."""
    from lkjip_analysis.building.preview import preview
    from lkjip_analysis.data.files import need_folder
    from lkjip_analysis.overview import say_project

    data = paths.data_folder(args.data)
    need_folder(data)
    say_project(data, args.tahun)
    try:
        preview(args.tahun, data, args.port, partial(print, flush=True))
    except KeyboardInterrupt:
        print("Pratinjau selesai.")


def run_batch(args: argparse.Namespace) -> int:
    """Build all units of a folder and their roll-up; 1 where a unit failed."""
    from lkjip_analysis.building.placing import default_batch_output
    from lkjip_analysis.data.units import list_units
    from lkjip_analysis.terminal import console, print_notes, print_units, show_progress
    from lkjip_analysis.units.batch import Batch, build_units
    from lkjip_analysis.units.rollup import rank, write_rollup

    folder = paths.resolved(args.folder)
    print(f"Proyek {paths.PROJECT}: unit-unit di {folder}", flush=True)
    output = paths.resolved(args.output or default_batch_output(args.tahun, folder))
    how = args.format, args.renderer, args.force, args.ambil_alih
    batch = Batch(folder, args.tahun, output, *how)
    with show_progress(f"LKjIP {args.tahun}", len(list_units(folder, args.tahun))) as step:
        units = build_units(batch, args.jobs, step)
    placed = write_rollup(units, batch)
    print_units(console(), rank(units))
    print_notes(console(), [f"Rekapitulasi: {output / 'index.html'}", *placed.notes()])
    return int(any(unit.status == "gagal" for unit in units))


def run_check(args: argparse.Namespace) -> int:
    """Print faults, gaps and findings; 1 where something is wrong."""
    from lkjip_analysis.terminal import report_check

    return report_check(args.tahun, paths.data_folder(args.data), args.format)


def run_akui(args: argparse.Namespace) -> None:
    """List what is not acknowledged, or write acknowledgements down."""
    from lkjip_analysis.accepting import accept

    accept(args, paths.data_folder(args.data))


def run_mutakhirkan(args: argparse.Namespace) -> None:
    """Show what brings a data folder to today's form, and do it where that is wanted."""
    from lkjip_analysis.exchange.renewed_data import plan_renewal
    from lkjip_analysis.importing import carry_out

    data = paths.data_folder(args.data)
    plan = plan_renewal(data)
    again = f"lkjip mutakhirkan --terapkan{paths.same_place(data)}"
    carry_out(plan, args, again, f"Data di {data} sudah berbentuk terbaru; tidak ada yang diubah.")


def run_ekspor(args: argparse.Namespace) -> None:
    """Write the workbook of a year from its tables."""
    from lkjip_analysis.data.files import workbook_file
    from lkjip_analysis.data.writing import write_whole
    from lkjip_analysis.exchange.converted_year import export_year
    from lkjip_analysis.terminal import console, print_notes

    data = paths.data_folder(args.data)
    path = paths.resolved(args.output or workbook_file(args.tahun))
    if path.exists():
        raise CallError(f"{path} sudah ada dan tidak ditimpa.\n  perbaikan : sebut --output lain")
    content, notes = export_year(data, args.tahun)
    write_whole(path, content)
    again = f"lkjip impor {path.name}{paths.same_place(data)}"
    print_notes(console(), [f"{path} ditulis.", *notes, f"Kembali ke CSV: {again}"])


def run_impor(args: argparse.Namespace) -> int:
    """Show what a file changes in the data, and do it where that is wanted."""
    from lkjip_analysis.importing import bring

    return bring(args)


def run_new_year(args: argparse.Namespace) -> None:
    """Make the folder of a new year and list what remains to fill in."""
    from lkjip_analysis.data.workbook import in_sheets
    from lkjip_analysis.exchange.new_year import create_year
    from lkjip_analysis.terminal import console, print_gaps, print_notes

    data = paths.data_folder(args.data)
    made = create_year(data, args.tahun, args.asal, xlsx=args.xlsx)
    out = console()
    out.print(
        f"Folder [bold]{made.folder}[/bold] siap diisi dari data {made.asal} "
        f"({len(made.files)} berkas).",
        highlight=False,
        soft_wrap=True,
    )
    say = in_sheets if args.xlsx else str
    print_notes(out, [f"  - {say(note)}" for note in made.catatan])
    print_gaps(out, made.gaps, say)


def run_results(args: argparse.Namespace) -> None:
    """Print every figure, or write them as a workbook."""
    from lkjip_analysis.data.writing import figures_as_csv, write_whole

    if args.xlsx:
        from lkjip_analysis.exchange.results_workbook import write_results

        path = paths.resolved(args.output or Path(f"hasil-{args.tahun}.xlsx"))
        write_whole(path, write_results(args.tahun, paths.data_folder(args.data)))
        print(f"{path} ditulis.")
        return
    from lkjip_analysis.checks.doubts import with_doubts
    from lkjip_analysis.results import load_results

    hasil = with_doubts(load_results(args.tahun, paths.data_folder(args.data)))
    if args.format == "json":
        print_json(hasil.as_records())
    else:
        sys.stdout.write(figures_as_csv(hasil.as_records()))


def run_diff(args: argparse.Namespace) -> None:
    """Print what changed between two sets of results, largest first."""
    from lkjip_analysis.presentation.difference import difference_page
    from lkjip_analysis.results.difference import compare
    from lkjip_analysis.terminal import print_changes

    (old, names), (new, later) = (read_side(side, args.data) for side in (args.lama, args.baru))
    changes = compare(old, new)
    names |= later
    if args.format == "json":
        print_json([change.as_record() for change in changes])
    elif args.format == "html":
        sys.stdout.write(difference_page(changes, args.lama, args.baru, names))
    else:
        print_changes(changes, args.lama, args.baru, names)


def print_json(records: list[dict[str, object]]) -> None:
    """Print records as JSON."""
    print(json.dumps(records, ensure_ascii=False, indent=1))


def read_side(
    side: str, data: Path | None
) -> tuple[list[dict[str, object]], dict[str, tuple[str, str]]]:
    """Get one side of ``diff``: a year, its data folder or workbook, or a ``hasil.json``.

    With the figures come the names of their entities, which a ``hasil.json`` does not hold.
    """
    from lkjip_analysis.data.files import complete_years
    from lkjip_analysis.data.validation import load_year
    from lkjip_analysis.results import compute_results
    from lkjip_analysis.results.difference import names_of, read_records

    path = paths.resolved(side)
    if path.is_file() and path.suffix.lower() == ".xlsx":
        path = path.parent  # the workbook of a year lies in its folder
    if path.is_file():
        return read_records(path), {}
    if path.is_dir() and path.name.isdigit():
        side, data = path.name, path.parent
    elif not side.isdigit():
        raise CallError(
            f"'{side}' bukan tahun, bukan folder data satu tahun (misalnya data/2024), "
            "dan bukan berkas hasil.json.\n"
            "  perbaikan : periksa namanya, misalnya: lkjip diff 2023 2024"
        )
    try:
        tahun = tahun_type(side)
    except argparse.ArgumentTypeError as error:
        raise CallError(str(error)) from None
    root = paths.data_folder(data)
    hasil = compute_results(load_year(tahun, root, whole=False))
    return hasil.as_records(whole=tahun in complete_years(root)), names_of(hasil)


COMMANDS: dict[str, Callable[[argparse.Namespace], int | None]] = {
    "init": run_init,
    "build": run_build,
    "preview": run_preview,
    "batch": run_batch,
    "check": run_check,
    "akui": run_akui,
    "mutakhirkan": run_mutakhirkan,
    "new-year": run_new_year,
    "ekspor": run_ekspor,
    "impor": run_impor,
    "results": run_results,
    "diff": run_diff,
}
"""What each command does; ``arguments.toml`` says what it is for and what it takes."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; faults are said in Indonesian, without a traceback."""
    gc.set_threshold(200_000, 20)  # many objects, few of them garbage: a tenth of a build's time
    atexit.register(gc.freeze)  # what is left goes with the process, without a last search of it
    process.speak_utf8()
    try:
        try:
            args = make_parser().parse_args(arguments)
            paths.use(getattr(args, "proyek", None))
        finally:  # also where help was asked for, or the call was wrong
            process.put_old_results_back()
        process.stop_when_told()
        choose_year(args)
        code = args.run(args) or 0
        sys.stdout.flush()
        return int(code)
    except LkjipError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt as stopped:
        print("Dihentikan. Hasil lama tidak berubah.", file=sys.stderr)
        return 128 + (stopped.args[0] if stopped.args else signal.SIGINT)
    except BrokenPipeError:
        process.end_output()
        return 0
    except OSError as error:
        print(file_fault(error, process.fullest_folder()), file=sys.stderr)
        process.end_output()
        return CallError.exit_code if isinstance(error, FileNotFoundError) else 1
    except Exception as error:
        print(process.own_fault(error), file=sys.stderr)
        return 70  # sysexits: an internal software error


if __name__ == "__main__":
    sys.exit(main())
