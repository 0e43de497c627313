# What each target runs is written out in the README.
PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

.PHONY: lab test test-browser test-colab test-site site lessons exercises bench

# JupyterLab wants root (the usual user in a container) to say so.
ROOT_FLAG := $(if $(filter 0,$(shell id -u 2>/dev/null)),--allow-root)

lab: .venv/ready
	$(BIN)/python -m course_utils learn
	$(BIN)/jupyter lab $(ROOT_FLAG) --notebook-dir=. my_course/notebooks/00_start_here.ipynb

test: .venv/ready
	$(BIN)/python -m pytest

# Drives the system's Chromium; without one it says so and skips.
test-browser: .venv/ready
	$(BIN)/python -m pip install --quiet -e ".[browser]" -c constraints.txt
	$(BIN)/python -m pytest -n 0 tests/browser

# Downloads Colab's versions, and wants Python 3.13.
test-colab: .venv/ready
	COURSE_COLAB=1 $(BIN)/python -m pytest tests/test_bare_kernel.py

site: .venv/ready
	$(BIN)/python -m pip install --quiet -e ".[site]" -c constraints.txt
	$(BIN)/python tools/build_site.py

# Reads the built site in the system's Chromium; without one it says so and skips.
test-site: site
	$(BIN)/python -m pytest -n 2 --dist load tests/site

lessons: .venv/ready
	$(BIN)/python tools/execute_lessons.py

exercises: .venv/ready
	$(BIN)/python tools/build_exercises.py

bench: .venv/ready
	$(BIN)/python benchmarks/data_prep.py

.venv/ready: requirements.txt constraints.txt pyproject.toml
	$(PYTHON) -c "import sys; (3, 11) <= sys.version_info < (3, 14) or sys.exit('Python 3.11, 3.12 or 3.13 is needed, this is ' + sys.version + '; name another as in: make lab PYTHON=python3.13')"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet -r requirements.txt -c constraints.txt
	$(BIN)/python -c "open('.venv/ready', 'w')"
