# Two commands do everything: `make run` and `make test`. Both set up what they need, once.
PYTHON ?=
export PYTHON
BIN := .venv/bin
SAMPLE := resources/samples/harbour-upgrade.txt

.PHONY: run test check benchmarks clean
.DEFAULT_GOAL := run

run: .venv/ready-run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		exec $(BIN)/briefing $(SAMPLE); \
	else \
		echo "There is no display, so the sample note is composed here instead of opening the window."; \
		mkdir -p build && exec $(BIN)/briefing compose $(SAMPLE) -o build/sample-note.docx; \
	fi

test: .venv/ready-dev check
	@$(BIN)/python -m pytest -q
	@if command -v xvfb-run >/dev/null; then \
		QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1600x1000x24" $(BIN)/python -m pytest -q -m screen; \
	fi

check: .venv/ready-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

.venv/ready-run: pyproject.toml .ci/setup
	@.ci/setup run

.venv/ready-dev: pyproject.toml .ci/setup
	@.ci/setup dev

clean:
	rm -rf .venv build dist
