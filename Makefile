# Hai lệnh chính: `make site` dựng trang, `make test` kiểm tra tất cả. Cần Python 3.11+, git và make.
# Two commands: `make site` builds the site, `make test` checks everything. Needs Python 3.11+, git and make.

VENV    := .venv
BIN     := $(VENV)/bin
PIP     := $(BIN)/python -m pip --disable-pip-version-check
# Twice quiet: errors only. Every file is checked against its hash; wheels only, so that installing runs no code.
LOCKED  := --quiet --quiet --require-hashes --only-binary :all:
ARGS    ?=
# Any Python may be named: make site PYTHON=python3.13
PYTHON  ?= python3 python3.14 python3.13 python3.12 python3.11
# Sizes of the synthetic catalogs that `make bench` builds.
RECORDS ?= 1000 10000

# mkdocs-material 9.8 prints its end-of-life notice when it is imported (material/templates/__init__.py), unless this is
# set; the notice is ours to act on (scripts/decisions/0003), not the first thing a villager reads.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve check test bench look lock clean

help:
	@echo 'make site    dựng trang vào site/            build the site into site/'
	@echo 'make serve   xem trang, sửa là thấy ngay     look at the site while you edit'
	@echo 'make check   kiểm tra các bản ghi            check the records'
	@echo 'make test    kiểm tra tất cả                 run every test, lint and type check'
	@echo 'make bench   đo tốc độ                       measure speed beside Hugo and MkDocs'
	@echo 'make look    chụp và chấm mọi loại trang     take pictures of the pages, and judge them'
	@echo 'make lock    khóa lại phiên bản thư viện     lock library versions anew'
	@echo 'make clean   xóa mọi thứ máy đã làm ra       remove all that was made'

site: $(VENV)/.for-site
	@$(BIN)/catalog build $(ARGS)

serve: $(VENV)/.for-site
	@$(BIN)/catalog serve $(ARGS)

check: $(VENV)/.for-site
	@$(BIN)/catalog check $(ARGS)

test: $(VENV)/.for-test
	@$(BIN)/python -m tests.browser.chromium
	@echo 'Đang soát mã… / Linting…'
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@echo 'Đang soát kiểu… / Checking types…'
	@$(BIN)/mypy
	@echo 'Đang chạy các bài thử… / Running the tests…'
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile $(ARGS)

bench: $(VENV)/.for-test
	@$(BIN)/python -m tests.benchmarks.checking
	@$(BIN)/python -m tests.benchmarks.building --records $(RECORDS) $(ARGS)
	@$(BIN)/python -m tests.benchmarks.finding

# The pictures go to .screenshots/, the scores into tests/browser/lighthouse/report.md (needs npm).
look: $(VENV)/.for-test
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m tests.browser.screenshots
	@$(BIN)/python -m tests.browser.lighthouse

# One resolution for Python 3.11 and later on every system; the second file only adds to the first.
COMPILE = .cache/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
          --no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' --upgrade
lock: $(VENV)/.made
	@echo 'Đang khóa phiên bản… / Locking versions…'
	@$(BIN)/python -m venv .cache/lock
	@.cache/lock/bin/python -m pip --disable-pip-version-check install --quiet 'uv>=0.9'
	@$(COMPILE) pyproject.toml requirements.in --output-file requirements.lock
	@$(COMPILE) --extra dev --constraint requirements.lock pyproject.toml requirements.in --output-file requirements-dev.lock
	@echo 'Đã ghi / Wrote: requirements.lock, requirements-dev.lock'

clean:
	@rm -rf $(VENV) site .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo 'Đã dọn xong. / All clean.'

# --- set-up: each stamp is newer than what it was made from, so a second run installs nothing ---

$(VENV)/.made:
	@found=; for python in $(PYTHON); do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo 'Cần Python 3.11 trở lên, nhưng máy chưa có (đã tìm: $(PYTHON)).' >&2; \
	  echo '  Tải ở https://www.python.org/downloads/ rồi chạy lại lệnh này.' >&2; \
	  echo 'Python 3.11 or later is needed, but was not found (looked for: $(PYTHON)).' >&2; \
	  echo '  Get it from https://www.python.org/downloads/ and run this command again.' >&2; \
	  exit 1; \
	fi; \
	if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
	  echo "Python ($$found) thiếu phần tạo môi trường riêng. Trên Debian, Ubuntu hãy chạy: sudo apt install python3-venv" >&2; \
	  echo "Python ($$found) lacks its venv part. On Debian or Ubuntu, run: sudo apt install python3-venv" >&2; \
	  exit 1; \
	fi; \
	if ! $(BIN)/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	  echo "Đang tạo môi trường Python riêng… / Making a Python environment…"; \
	  "$$found" -m venv --clear $(VENV) || exit 1; \
	fi; \
	touch $@

$(VENV)/.for-site: requirements.lock pyproject.toml $(VENV)/.made
	@echo 'Đang cài thư viện… / Installing libraries…'
	@$(PIP) install $(LOCKED) --requirement requirements.lock
	@$(PIP) install --quiet --quiet --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.for-test: requirements-dev.lock $(VENV)/.for-site
	@echo 'Đang cài công cụ kiểm tra… / Installing the test tools…'
	@$(PIP) install $(LOCKED) --requirement requirements-dev.lock
	@touch $@
