namespace Ashlar.Kernel;

/// <summary>What operators see of workflows; the caller of these methods has checked that they may.</summary>
public static class FlowSight
{
    private static readonly Statement SelectInstances = new(
        $"""
        select {FlowInstance.Columns} from ashlar_flow_instances
        where ($1 is null or definition = $1) and ($2 is null or status = $2) and ($3 is null or id < $3)
        order by id desc limit $4
        """);

    private static readonly Statement SelectInstance = new(
        $"select {FlowInstance.Columns} from ashlar_flow_instances where id = $1");

    private static readonly Statement SelectPlaces = new(
        Places("= any ($1)"), Places("in (select value from json_each($1))"));

    private static readonly Statement SelectEntries = new(
        """
        select kind, step, attempt, detail, actor, at from ashlar_flow_journal where instance_id = $1
        order by at, token_id, seq limit $2
        """);

    /// <summary>The instances, the newest first, of one workflow and status where they are given, before an instance.</summary>
    public static ValueTask<List<FlowInstance>> InstancesAsync(
        Session session, int most, string? workflow = null, string? status = null, Guid? before = null) =>
        session.ListAsync(SelectInstances, FlowInstance.Read, workflow, status, before, most);

    /// <summary>An instance.</summary>
    public static ValueTask<FlowInstance?> InstanceAsync(Session session, Guid id) =>
        session.FirstAsync(SelectInstance, FlowInstance.Read, id);

    /// <summary>Where instances stand.</summary>
    public static ValueTask<List<FlowPlace>> PlacesAsync(Session session, params IEnumerable<Guid> instances) =>
        session.ListAsync(SelectPlaces, FlowPlace.Read, Value.Uuids(instances));

    /// <summary>What happened to an instance, from its start.</summary>
    public static ValueTask<List<FlowEntry>> EntriesAsync(Session session, Guid instance, int most) =>
        session.ListAsync(SelectEntries, FlowEntry.Read, instance, most);

    private static string Places(string among) =>
        $"""
        select t.instance_id, t.id, t.step, t.phase, t.attempt, q.due_at, i.class || coalesce(': ' || i.detail, '')
        from ashlar_flow_tokens t
        left join ashlar_flow_queue q on q.token_id = t.id
        left join ashlar_flow_incidents i on i.token_id = t.id and i.resolution is null
        where t.instance_id {among} and t.status = 'Live' order by t.step, t.id
        """;
}
