"""`factcheck doctor`: is everything as it should be?"""

from __future__ import annotations

import click

from factcheck.cli.options import everywhere, json_option, settings_of, with_encoder, with_parser, with_stance_model


@click.command("doctor")
@click.option(
    "--fix", is_flag=True, help="Build damaged indexes again, rank what waits, remove what killed programs left."
)
@json_option
@with_parser
@with_encoder
@with_stance_model
@everywhere
@click.pass_context
def command(context: click.Context, fix: bool, as_json: bool) -> None:
    """Check versions, the models' digests, the database, its quotes and its indexes; repair what can be rebuilt.

    \b
    Example:
      factcheck doctor --fix
    """
    from factcheck import wiring
    from factcheck.cli import output
    from factcheck.cli.tables import paragraph, plain
    from factcheck.errors import FactcheckError
    from factcheck.workbench.checking import Check, check_machine, check_workbench

    settings = settings_of(context)
    checks: list[Check] = list(check_machine(settings))
    try:
        bench = wiring.open_workbench(settings, mode="write" if fix else "read")
    except FactcheckError as error:
        checks.append(Check(name="database", error=error))
    else:
        with bench.database:
            checks.extend(check_workbench(bench, fix=fix))
    if as_json:
        output.print_json({"checks": [_json(check) for check in checks]})
    else:
        console = output.console()
        for check in checks:
            mark = "✔" if check.error is None else "✘"
            console.print(plain(f"{mark} {check.name}: {check.error.message if check.error else check.detail}"))
            if check.error is not None and check.error.hint:
                paragraph(console, f"→ {check.error.hint}", indent=4)
    failed = [check.error for check in checks if check.error is not None]
    if failed:
        # What is damaged outranks what is only missing.
        context.exit(5 if any(error.exit_code == 5 for error in failed) else failed[0].exit_code)


def _json(check: object) -> dict[str, object]:
    from factcheck.workbench.checking import Check

    assert isinstance(check, Check)
    return {
        "name": check.name,
        "ok": check.error is None,
        "detail": check.error.message if check.error else check.detail,
        "hint": check.error.hint if check.error else "",
    }
