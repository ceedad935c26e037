# make report [TAHUN=...] [OUTPUT=...]   laporan ke output/TAHUN; tanpa TAHUN: tahun terbaru di data/
# make test                              semua pemeriksaan dan uji
# make unit                              uji cepat, di bawah satu menit
# make test-quarto                       uji yang memerlukan Quarto; gagal bila Quarto tidak ada
# make notebooks                         segarkan keluaran yang tersimpan, sebut yang berubah
# make docs                              situs dokumentasi ke build/dokumentasi; DOKUMENTASI=... folder lain
# make tahun TAHUN=...                   ganti tahun notebook yang tersimpan, lalu seperti make notebooks
PYTHON ?= python3
VENV   ?= .venv
DOKUMENTASI ?= build/dokumentasi
BIN    := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PYTEST := $(BIN)/python -m pytest -n logical --dist loadgroup --no-loadscope-reorder

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export MPLBACKEND := agg
unexport PYTHONDONTWRITEBYTECODE # setiap proses akan menerjemahkan programnya lagi

.DELETE_ON_ERROR:
.PHONY: report test lint unit test-quarto tools notebooks docs tahun check-bench bench clean

report: $(VENV)/.siap
	@$(BIN)/lkjip build $(if $(TAHUN),--tahun $(TAHUN)) $(if $(OUTPUT),--output "$(OUTPUT)")

test: $(VENV)/.siap-uji tools
	@$(MAKE) --no-print-directory lint
	$(PYTEST) --nbval --nbval-sanitize-with tests/nbval.cfg

unit: $(VENV)/.siap-uji
	$(PYTEST) -m "not lambat" tests lkjip_analysis

test-quarto: export PATH := $(abspath $(BIN)):$(PATH)
test-quarto: $(VENV)/.siap-uji
	@command -v quarto >/dev/null || { echo "Quarto tidak ada di PATH." >&2; exit 1; }
	$(BIN)/python -m pytest tests/rendering tests/report tests/laporan -k quarto

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

tools:
	@sh tests/pasang-alat.sh

notebooks: $(VENV)/.siap-uji
	@$(BIN)/python -m lkjip_analysis.building.refresh

docs: $(VENV)/.siap-docs
	@$(BIN)/python -m sphinx -q -W --keep-going -aE -b html -d build/.dokumentasi docs "$(DOKUMENTASI)"
	@echo "Dokumentasi: $(DOKUMENTASI)/index.html"

tahun: $(VENV)/.siap-uji
	$(if $(TAHUN),,$(error Sebut tahunnya: make tahun TAHUN=...))
	@$(BIN)/python -m lkjip_analysis.building.refresh --tahun $(TAHUN)

check-bench: $(VENV)/.siap-uji
	$(BIN)/python benchmarks/check_bench.py

bench: $(VENV)/.siap-uji
	$(BIN)/python benchmarks/build_bench.py

# .venv yang ikut tersalin atau terpindah menunjuk folder asalnya: dibuat lagi di sini
ifneq ($(shell sh tests/buat-venv.sh --asal "$(VENV)"),)
.PHONY: $(BIN)/python
endif
$(BIN)/python:
	@sh tests/buat-venv.sh "$(PYTHON)" "$(VENV)"

$(VENV)/.siap: $(BIN)/python pyproject.toml constraints.txt
	@echo "Memasang pustaka (sekali saja, beberapa menit) ..."
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.siap-uji: $(VENV)/.siap
	@echo "Memasang pustaka uji ..."
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[test,lab,docs]"
	@touch $@

$(VENV)/.siap-docs: $(VENV)/.siap
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[docs]"
	@touch $@

clean:
	rm -rf build output $(VENV)
