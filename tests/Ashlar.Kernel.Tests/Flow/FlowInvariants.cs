namespace Ashlar.Kernel.Tests.Flow;

/// <summary>What holds of the tables of workflows between any two commits, whatever happened.</summary>
internal static class FlowInvariants
{
    private static readonly (string Name, Statement Broken)[] All =
    [
        ("a running instance has a live token", new(
            """
            select i.id from ashlar_flow_instances i where i.status = 'Running' and not exists (
              select 1 from ashlar_flow_tokens t where t.instance_id = i.id and t.status = 'Live')
            """)),
        ("an instance that has ended has none", new(
            """
            select i.id from ashlar_flow_instances i where i.status <> 'Running' and exists (
              select 1 from ashlar_flow_tokens t where t.instance_id = i.id and t.status = 'Live')
            """)),
        ("a live token is due some time, or waits for branches, or for a person who is told", new(
            """
            select t.id from ashlar_flow_tokens t where t.status = 'Live'
              and not exists (select 1 from ashlar_flow_queue q where q.token_id = t.id and q.due_at is not null)
              and not (t.phase = 'Waiting' and exists (
                select 1 from ashlar_flow_tokens b where b.parent_id = t.id and b.status = 'Live')
                and exists (select 1 from ashlar_flow_queue q where q.token_id = t.id))
              and not (t.phase = 'Incident' and exists (
                select 1 from ashlar_flow_incidents i where i.token_id = t.id and i.resolution is null)
                and exists (select 1 from ashlar_flow_queue q where q.token_id = t.id))
            """)),
        ("an incident that is open stops a live token", new(
            """
            select i.id from ashlar_flow_incidents i where i.resolution is null and not exists (
              select 1 from ashlar_flow_tokens t where t.id = i.token_id and t.status = 'Live' and t.phase = 'Incident')
            """)),
        ("the journal of a token has one row for each commit", new(
            """
            select t.id from ashlar_flow_tokens t where t.seq + 1 <> (
              select count(*) from ashlar_flow_journal j where j.token_id = t.id and j.seq between 0 and t.seq)
              or t.seq <> (select max(j.seq) from ashlar_flow_journal j where j.token_id = t.id)
            """)),
        ("an open task is asked by a live token at its step", new(
            """
            select k.id from ashlar_flow_tasks k where k.status = 'Open' and not exists (
              select 1 from ashlar_flow_tokens t where t.id = k.token_id and t.status = 'Live' and t.step = k.step)
            """)),
        ("what is waiting for an answer has asked", new(
            """
            select t.id from ashlar_flow_tokens t where t.status = 'Live' and t.phase = 'Waiting' and t.step = 'Pack'
              and not exists (select 1 from ashlar_flow_tasks k where k.token_id = t.id and k.status <> 'Withdrawn')
            """)),
        ("an instance that was cancelled for good has nothing left to undo", new(
            """
            select i.id from ashlar_flow_instances i join ashlar_flow_undos u on u.instance_id = i.id
            where i.status = 'Ended' and i.outcome = 'Cancelled' and not u.is_undone
            """)),
    ];

    /// <summary>Holds the database to all of them.</summary>
    public static async Task HoldAsync(FlowRig rig)
    {
        foreach (var (name, broken) in All)
        {
            var found = await rig.AskAsync(broken, rows => rows.Uuid(0));
            Assert.True(found.Count == 0, $"not so: {name}: {string.Join(", ", found)}");
        }
    }
}
