using System.Globalization;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Plan;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Migrations;

/// <summary>
/// Carries the instances of a workflow that have not ended over to its new version, each in the tables of the executor: where it
/// stands, what it waits for, what it knows. The version is the number of the migration. Each token gets a row in its journal
/// and another epoch, so that no process of an older build can commit what it had begun; and it is due at once.
/// </summary>
internal sealed class InstanceCarry(Correspondence pairs, WorkflowChange change, Dialect dialect, int number)
{
    private readonly string _old = SqlText.Of(change.Before.Name.ToString()).Text;
    private readonly string _version = number.ToString(CultureInfo.InvariantCulture);

    private bool IsSqlite => dialect == Dialect.Sqlite;

    private string Now => IsSqlite ? "cast(unixepoch('subsec') * 1000 as integer)" : "clock_timestamp()";

    /// <summary>Due, whatever the time is.</summary>
    private string Always => IsSqlite ? "0" : "to_timestamp(0)";

    private string Ours => $"definition = {_old} and version < {_version}";

    private string Tokens => $"select id from ashlar_flow_tokens where {Ours} and status = 'Live'";

    private string Instances => $"select id from ashlar_flow_instances where {Ours} and status = 'Running'";

    /// <summary>One step; none for a new workflow.</summary>
    public IEnumerable<MigrationStep> Steps()
    {
        var name = change.After?.Name ?? change.Before.Name;
        var statements = change.After is { } after ? Carried(after) : Cancelled();
        var purpose = change.After is null ? $"cancel instances of {name}" : $"carry instances of {name} over";
        yield return new("F1", StepMode.Carry, purpose, string.Join('\n', statements))
        {
            Object = $"{change.Before.Name}>{name}",
        };
    }

    private IEnumerable<string> Carried(Workflow after)
    {
        var values = new CarriedDocument(pairs, change, after, dialect);
        var steps = new CarriedSteps(change);
        var definition = SqlText.Of(after.Name.ToString()).Text;
        return
        [
            .. Lock(),
            Journal("'migrate'", $"'to ' || {steps.Now()} || ' in version {_version}'"),
            .. Tasks(steps, definition),
            .. Incidents(steps),
            .. Waits(steps, definition),
            .. Interrupts(after, definition),
            $"""
            update ashlar_flow_undos set step = {steps.Now()}, state = {values.Text("ashlar_flow_undos")}
            where not is_undone and instance_id in ({Instances});
            """,
            .. values.Fills($"instance_id in ({Instances})", isOfUndos: true),
            $"""
            update ashlar_flow_instances set state = {values.Text("ashlar_flow_instances")}
            where {Ours} and status = 'Running';
            """,
            .. values.Fills($"{Ours} and status = 'Running'", isOfUndos: false),
            $"""
            update ashlar_flow_queue set definition = {definition}, version = {_version}, due_at = {Always}, stamp = stamp + 1
            where token_id in ({Tokens});
            """,
            $"""
            update ashlar_flow_instances set definition = {definition}, version = {_version}
            where {Ours} and status = 'Running';
            """,
            .. TokensNow(steps, definition),
            .. Renamed(definition),
        ];
    }

    /// <summary>Whoever is about to commit a turn does so first, or finds that it is too late.</summary>
    private IEnumerable<string> Lock() => IsSqlite ? [] : [$"{Tokens} order by id for update;"];

    private string Journal(string kind, string detail) =>
        $"""
        insert into ashlar_flow_journal (token_id, seq, instance_id, kind, step, attempt, call_key, detail, at)
        select id, seq + 1, instance_id, {kind}, step, attempt, call_key, {detail}, {Now}
        from ashlar_flow_tokens where {Ours} and status = 'Live';
        """;

    private IEnumerable<string> Tasks(CarriedSteps steps, string definition)
    {
        if (steps.Anew.Length > 0)
        {
            yield return $"""
                update ashlar_flow_tasks set status = 'Withdrawn', closed_at = {Now}
                where status = 'Open' and token_id in ({Tokens} and step in ({steps.Anew}));
                """;
        }

        var roles = CarriedSteps.Case("role", pairs.Pairs.Where(pair => pair.After.Kind == ElementKind.Role)
            .Select(pair => (pair.Before.Path, pair.After.Path)));
        yield return $"""
            update ashlar_flow_tasks set definition = {definition}, step = {steps.Now()}, role = {roles}
            where status = 'Open' and token_id in ({Tokens});
            """;
    }

    /// <summary>Who is sent elsewhere needs no decision any more, unless it is not known whether a call was done.</summary>
    private IEnumerable<string> Incidents(CarriedSteps steps)
    {
        if (steps.Moved.Length > 0)
        {
            yield return $"""
                update ashlar_flow_incidents set resolution = 'migrate', resolved_at = {Now}
                where resolution is null and token_id in ({Tokens} and step in ({steps.Moved}));
                """;
            yield return $"""
                insert into ashlar_flow_incidents (id, instance_id, token_id, step, class, detail, opened_at)
                select {NewId()}, instance_id, id, {steps.Now()}, 'migrate',
                  'the outcome of the call at ' || step || ' is not known', {Now}
                from ashlar_flow_tokens where {Ours} and status = 'Live' and phase = 'Calling' and step in ({steps.Moved});
                """;
        }

        yield return $"""
            update ashlar_flow_incidents set step = {steps.Now()} where resolution is null and token_id in ({Tokens});
            """;
    }

    private string NewId() => IsSqlite
        ? "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' "
            + "|| substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))"
        : "gen_random_uuid()";

    private IEnumerable<string> Waits(CarriedSteps steps, string definition)
    {
        if (steps.Anew.Length > 0)
        {
            yield return $"delete from ashlar_flow_waits where seq >= 0 and token_id in ({Tokens} and step in ({steps.Anew}));";
        }

        var events = CarriedSteps.Case("event", pairs.Pairs.Where(pair => pair.After.Kind == ElementKind.Event)
            .Select(pair => (pair.Before.Path, pair.After.Path)));
        if (events != "event" || definition != _old)
        {
            yield return $"""
                update ashlar_flow_waits set definition = {definition}, event = {events}
                where definition = {_old} and token_id in ({Tokens});
                """;
            yield return $"""
                update ashlar_flow_signals set definition = {definition}, event = {events}
                where definition = {_old} and consumed_by is null;
                """;
        }
    }

    /// <summary>What is heard at every step has keys of what an instance knows, which the new build works out.</summary>
    private IEnumerable<string> Interrupts(Workflow after, string definition)
    {
        if (!change.HearsOthers)
        {
            yield break;
        }

        yield return $"delete from ashlar_flow_waits where seq = -1 and token_id in ({Tokens});";
        if (after.Interrupts.Count > 0)
        {
            yield return $"""
                insert into ashlar_flow_waits (token_id, seq, definition, event, key)
                select id, -1, {definition}, '', '' from ashlar_flow_tokens
                where {Ours} and status = 'Live' and parent_id is null;
                """;
        }
    }

    private IEnumerable<string> TokensNow(CarriedSteps steps, string definition)
    {
        var stays = $"""
              epoch = epoch + 1, seq = seq + 1, worker = null, claims = 0
            """;
        if (steps.Anew.Length > 0)
        {
            var phase = steps.Moved.Length > 0
                ? $"case when phase = 'Incident' and step not in ({steps.Moved}) "
                    + $"or phase = 'Calling' and step in ({steps.Moved}) then 'Incident' else 'Ready' end"
                : "case when phase = 'Incident' then phase else 'Ready' end";
            yield return $"""
                update ashlar_flow_tokens set definition = {definition}, version = {_version}, step = {steps.Now()},
                  phase = {phase},
                  attempt = 0, call_key = null, call_since = null, wait_until = null, retry_at = null, wait_seq = null,
                  wait_key = null,
                {stays}
                where {Ours} and status = 'Live' and step in ({steps.Anew});
                """;
        }

        yield return $"""
            update ashlar_flow_tokens set definition = {definition}, version = {_version}, step = {steps.Now()},
            {stays}
            where {Ours} and status = 'Live';
            """;
    }

    /// <summary>What else is known by the name of the workflow.</summary>
    private IEnumerable<string> Renamed(string definition) => definition == _old ? [] :
    [
        $"update ashlar_flow_wakes set definition = {definition} where definition = {_old};",
        $"update ashlar_flow_pauses set definition = {definition} where definition = {_old};",
    ];

    private IEnumerable<string> Cancelled()
    {
        var reason = SqlText.Of(change.Because).Text;
        return
        [
            .. Lock(),
            Journal("'cancelled'", reason),
            $"""
            update ashlar_flow_tasks set status = 'Withdrawn', closed_at = {Now}
            where status = 'Open' and instance_id in ({Instances});
            """,
            $"""
            update ashlar_flow_incidents set resolution = 'ended', resolved_at = {Now}
            where resolution is null and instance_id in ({Instances});
            """,
            $"delete from ashlar_flow_waits where token_id in ({Tokens});",
            $"delete from ashlar_flow_queue where token_id in ({Tokens});",
            $"""
            update ashlar_flow_tokens set status = 'Cancelled', epoch = epoch + 1, seq = seq + 1, worker = null
            where {Ours} and status = 'Live';
            """,
            $"""
            update ashlar_flow_instances set status = 'Cancelled', outcome = {reason}, ended_at = {Now}
            where {Ours} and status = 'Running';
            """,
        ];
    }
}
