"""What `factcheck score --dry-run` prints: what would be done, and about how long it takes."""

from __future__ import annotations

import click

from factcheck.cli import output
from factcheck.cli.options import settings_of
from factcheck.cli.score_steps import Target, duration, sources_of, state_folder
from factcheck.language.display import visible
from factcheck.settings import Settings
from factcheck.workbench.part_file import begun_progress
from factcheck.workbench.score_run import Job, begun_at
from factcheck.workbench.score_speed import kept, measured


def say_plan(context: click.Context, job: Job, target: Target, *, workers: int, saves: bool, on_cluster: bool) -> None:
    """Print it; loads no model.

    Args:
        on_cluster: Whether the cores are those of a Ray cluster, which nobody asks how fast they are.
    """
    files, articles, claims = sources_of(context, job).count()
    counted = output.counted
    against = f"{counted(len(job.evidence), 'source')} of evidence" if job.evidence else f"the evidence of {job.db}"
    cores = f"{counted(workers, 'core')}{' of a Ray cluster' if on_cluster else ''}"
    begun = begun_at(*begun_progress(target.out))[0].inputs if target.out else 0
    lines = [
        f"Would score {counted(articles, 'article')} and {counted(claims, 'ready claim')} of {counted(files, 'file')}",
        f"against {against}, with {counted(job.top_k, 'passage')} for each claim, on {cores},",
        f"into {target.out or 'standard output'} as {target.format}{f', and store them in {job.db}' if saves else ''}.",
        *_time(settings_of(context), articles, claims, workers),
        "Longer articles take longer; embedding the evidence comes on top.",
    ]
    if begun:
        lines.append(
            f"It goes on with an earlier run, which scored {counted(begun, 'input')}: that much less is to be done."
        )
    for line in lines:
        click.echo(visible(line))


def _time(settings: Settings, articles: int, claims: int, workers: int) -> list[str]:
    speed = kept(settings, state_folder())
    is_known = speed is not None
    speed = speed or measured(settings)
    if speed is None:
        return ["How long that takes is not known: no run with these models was finished on this machine yet."]
    total = (speed.loading or 0) + (articles * speed.article + claims * speed.claim) / workers
    each = f"{speed.article:.2g} s for an article and {speed.claim:.2g} s for a ready claim on each core"
    if is_known:
        return [
            f"That takes about {duration(total)}: {speed.loading or 0:.0f} s to load the models, then {each},",
            f"as in the last run on this machine with these models, which had {output.counted(speed.claims, 'claim')}.",
        ]
    return [
        f"That takes very roughly {duration(total)}, and the loading of the models: {each}.",
        "This goes by what the models multiply and how fast this machine multiplied just now, with all else that runs",
        "on it; after a first run it goes by that.",
    ]
