"""Shipped files are found in a checkout and in an installed wheel."""

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from briefing.assets import asset, lines, rows, words

ROOT = Path(__file__).parents[3]


def test_templates_and_resources_are_found() -> None:
    assert asset("templates").is_dir()
    assert asset("resources", "words").is_dir()


@pytest.mark.parametrize("path", sorted((ROOT / "resources" / "words").glob("*.*")), ids=lambda p: p.name)
def test_every_word_list_says_where_it_comes_from(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("path", sorted((ROOT / "resources" / "words").glob("*.*")), ids=lambda p: p.name)
def test_every_word_list_can_be_read(path: Path) -> None:
    assert rows(path.stem) if path.suffix == ".tsv" else words(path.stem)
    assert lines("words", path.name)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment that holds the program as a wheel, and borrows its dependencies from this one."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT)], check=True)
    venv.create(folder / "env", with_pip=False, symlinks=True)
    (packages,) = (folder / "env").glob("lib/python3*/site-packages")
    (wheel,) = folder.glob("*.whl")
    subprocess.run([*pip, "install", "--no-deps", "--target", str(packages), str(wheel)], check=True)
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder / "env"


def run(environment: Path, *arguments: str) -> str:
    """What the installed program prints, started from a folder that is not the checkout."""
    command = [str(environment / "bin" / "python"), *arguments]
    return subprocess.run(command, cwd=environment, capture_output=True, text=True, check=True).stdout


@pytest.mark.slow
def test_an_installed_wheel_carries_templates_and_resources(environment: Path) -> None:
    script = "from briefing.assets import asset; print(asset('templates'), asset('resources', 'words').is_dir())"
    place, words_found = run(environment, "-c", script).split()
    assert Path(place).is_relative_to(environment)
    assert Path(place, "briefing-note.docx").is_file()
    assert words_found == "True"


@pytest.mark.slow
def test_an_installed_wheel_composes_the_sample(environment: Path) -> None:
    (sample,) = (ROOT / "resources" / "samples").glob("*.txt")
    run(environment, "-m", "briefing", "compose", str(sample), "-o", "note.docx")
    assert zipfile.is_zipfile(environment / "note.docx")
