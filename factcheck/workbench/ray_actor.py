"""What an actor of a Ray cluster does. It travels whole: on a machine without factcheck it can still say so."""

from __future__ import annotations

from typing import Any


def actor_class() -> type:
    """The class of the actors: made in a function, or Ray would look for it where it runs."""

    class Scoring:
        """Makes a resource once, and does tasks with it."""

        def versions(self) -> tuple[str, str | None]:
            """The machine's name, and which factcheck it has."""
            import socket

            try:
                from factcheck import __version__ as version
            except ImportError:
                return socket.gethostname(), None
            return socket.gethostname(), version

        def begin(self, make: Any, alike: Any) -> Any:  # noqa: ANN401  # travels
            """Make the resource, and say what all must answer alike."""
            import os

            from factcheck.workbench.crew import attempt

            def both(_: object) -> object:
                self.resource = make()
                return alike(self.resource)

            try:
                return attempt(both, None)
            except MemoryError:
                os._exit(1)

        def do(self, task: Any) -> Any:  # noqa: ANN401  # travels
            """Do a task."""
            import os

            from factcheck.workbench.crew import attempt

            try:
                return attempt(task, self.resource)
            except MemoryError:
                os._exit(1)

        def leave(self, folder: str) -> None:
            """Remove the files of this run."""
            from factcheck.workbench.scratch import leave

            leave(folder)

    return Scoring
