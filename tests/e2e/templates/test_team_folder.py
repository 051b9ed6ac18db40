import shutil
from pathlib import Path

import pytest

from briefing.assets import asset
from briefing.word.types import TemplateKind
from tests.e2e.templates.conftest import Manager
from ui.window import MainWindow


@pytest.fixture
def team(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


def team_names(manager: Manager) -> list[str]:
    return manager.names(TemplateKind.TEAM)


def test_its_templates_appear_by_themselves_and_can_be_duplicated(manager: Manager, reviewing: MainWindow, team: Path) -> None:
    reviewing.remembered.change(team_folder=str(team))
    manager.wait(lambda: any("holds no templates" in row.text for row in manager.window.model.rows))
    shutil.copy(asset("templates", "press-summary.docx"), team / "weekly.docx")
    manager.wait(lambda: team_names(manager) == ["Press summary"])

    row = next(row for row in manager.window.model.rows if row.info and row.info.kind is TemplateKind.TEAM)
    assert row.info is not None
    assert (row.info.version, row.product) == ("1.0", "Press summary")
    manager.window.list.choose(row.info.id)
    assert not manager.window.actions_table["delete"].isEnabled()
    manager.window.list.view.setFocus()
    manager.press("Ctrl+D")
    manager.wait(lambda: manager.mine == ["Press summary (copy)"])


def test_a_broken_one_is_explained_and_stops_no_other(manager: Manager, reviewing: MainWindow, team: Path) -> None:
    (team / "broken.docx").write_bytes(b"PK\x03\x04 not really")
    shutil.copy(asset("templates", "meeting-brief.docx"), team / "good.docx")
    reviewing.remembered.change(team_folder=str(team))
    manager.wait(lambda: len(team_names(manager)) == 2)
    assert team_names(manager) == ["broken", "Meeting brief"]

    manager.choose("broken")
    assert "damaged" in manager.window.preview.message.text()
    assert "damaged" in manager.words()
    assert not manager.window.head.use.isEnabled()


def test_a_folder_that_goes_away_is_said_to_be_away(manager: Manager, reviewing: MainWindow, team: Path) -> None:
    shutil.copy(asset("templates", "meeting-brief.docx"), team / "good.docx")
    reviewing.remembered.change(team_folder=str(team))
    manager.wait(lambda: team_names(manager) == ["Meeting brief"])
    team.rename(team.with_name("elsewhere"))
    manager.press("F5")

    manager.wait(lambda: any("cannot be reached" in row.text for row in manager.window.model.rows))
    assert len(manager.names(TemplateKind.BUILT_IN)) == 7


def test_one_that_never_comes_to_an_end_costs_the_worker_and_not_the_window(
    manager: Manager, reviewing: MainWindow, team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(asset("templates", "meeting-brief.docx"), team / "slow.docx")
    engine = reviewing.jobs.engine
    within = engine.within

    def hang(seconds: float, job: str, *args: object, **options: object) -> object:
        slow = job == "briefing.word:check" and str(args[0]).endswith("slow.docx")
        return within(0.3, "time:sleep", 30) if slow else within(seconds, job, *args, **options)

    monkeypatch.setattr(engine, "within", hang)
    reviewing.remembered.change(team_folder=str(team))
    manager.wait(lambda: team_names(manager) == ["Meeting brief"])
    row = next(row for row in manager.window.model.rows if row.info and row.info.kind is TemplateKind.TEAM)
    assert row.info is not None
    manager.window.list.choose(row.info.id)
    manager.wait(lambda: "did not come to an end" in manager.words())
    assert not manager.window.head.use.isEnabled()
