using System.Globalization;
using System.Text.Json;
using Ashlar.Kernel;

namespace Ashlar.SystemTesting;

/// <summary>One run of a scenario. Each step says its number, so that a failure can be found in the model.</summary>
public sealed partial class ScenarioRun
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    private readonly string _title;
    private readonly string _database;
    private readonly TestSystem _system;
    private readonly TestClock _clock;
    private int _step;

    internal ScenarioRun(string title, string database, TestSystem system, TestClock clock)
    {
        _title = title;
        _database = database;
        _system = system;
        _clock = clock;
    }

    /// <summary>The moment in the scenario, to the millisecond.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(_clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>The day in the zone of the system.</summary>
    public DateOnly Today => Times.DateOf(Now, _system.Zone);

    /// <summary>Creates a row; the result is its id.</summary>
    /// <param name="step">The step.</param>
    /// <param name="actor">Who creates it.</param>
    /// <param name="path">Where.</param>
    /// <param name="body">What the request says.</param>
    /// <param name="method">How, where it is not POST.</param>
    /// <param name="all">All rows of its kind, where the answer does not end with the id.</param>
    public async Task<Guid> CreateAsync(
        int step, string actor, string path, string body, HttpMethod? method = null, Statement? all = null)
    {
        var before = all is null ? [] : await IdsAsync(all);
        var reply = await RequestAsync(step, actor, method ?? HttpMethod.Post, path, body);
        if (all is not null)
        {
            return (await IdsAsync(all)).Except(before).Single();
        }

        return reply.Location is { } location && Guid.TryParse(location[(location.LastIndexOf('/') + 1)..], out var id)
            ? id
            : throw Failure(step, "the answer does not say where the new row is");
    }

    /// <summary>Makes a request that succeeds or, with a code, is refused with it.</summary>
    public async Task<TestReply> RequestAsync(
        int step, string actor, HttpMethod method, string path, string? body = null, string? fails = null,
        string? ifMatch = null)
    {
        var isChange = method == HttpMethod.Patch || method == HttpMethod.Delete;
        var version = ifMatch ?? (isChange ? await VersionAsync(actor, path) : null);
        var reply = await _system.SendAsync(actor, method, path, body, version);
        if (fails is null ? reply.Status >= 400 : reply.Code != fails)
        {
            var actual = reply.Status >= 400 ? $"{reply.Status} {reply.Code}: {reply.Body}" : $"{reply.Status}";
            throw Failure(step, $"{actor} expected {(fails is null ? "success" : $"the refusal {fails}")}, got {actual}");
        }

        return reply;
    }

    /// <summary>
    /// Answers the oldest open task of a step of a workflow, once everything that is due has happened. Where there is none for
    /// the actor, the answer is about a task that nobody has.
    /// </summary>
    public async Task CompleteAsync(
        int step, string actor, string path, string workflow, string task, string body, string? fails = null)
    {
        await HandleAsync(step);

        var found = await TaskAsync(step, actor, path, workflow, task);
        if (found is null && fails is null)
        {
            throw Failure(step, $"{actor} has no open task {task}");
        }

        await RequestAsync(step, actor, HttpMethod.Post, $"{path}/{found ?? $"{Guid.Empty}"}/complete", body, fails);
    }

    /// <summary>Asks for the rows of a view, once every event is handled; members that are given have to be so.</summary>
    /// <param name="step">The step.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="path">For what.</param>
    /// <param name="rows">What it gives.</param>
    /// <param name="at">The way to the rows in the answer.</param>
    /// <param name="column">The member that is all that is shown of a row; empty where rows are objects.</param>
    public async Task GivesAsync(
        int step, string actor, string path, string rows, string at = "items", string column = "")
    {
        await HandleAsync(step);

        var reply = await RequestAsync(step, actor, HttpMethod.Get, path);
        if (ExpectedRows.Difference(rows, reply.Body, at, column) is { } difference)
        {
            throw Failure(step, $"{difference}: {reply.Body}");
        }
    }

    /// <summary>A key of a row as a path has it; of a row that is gone, one that no other has.</summary>
    public async Task<string> KeyAsync(Statement key, Func<Rows, object> read, Guid row)
    {
        await using var session = await _system.OpenAsync();
        var found = await session.FirstAsync(key, read, row) ?? row;
        return Uri.EscapeDataString(Convert.ToString(found, CultureInfo.InvariantCulture) ?? "");
    }

    /// <summary>The version of a row as a request names it.</summary>
    public async Task<string> VersionAsync(Statement version, Guid row)
    {
        await using var session = await _system.OpenAsync();
        return await session.FirstAsync(version, rows => FormattableString.Invariant($"\"{rows.Long(0)}\""), row) ?? "\"1\"";
    }

    /// <summary>Makes requests at the same moment, of which exactly one succeeds.</summary>
    public async Task TogetherAsync(
        int step, params IReadOnlyList<(string Actor, HttpMethod Method, string Path, string? Body)> requests)
    {
        var versions = new List<string?>();
        foreach (var request in requests)
        {
            versions.Add(request.Method == HttpMethod.Patch || request.Method == HttpMethod.Delete
                ? await VersionAsync(request.Actor, request.Path)
                : null);
        }

        var replies = await Task.WhenAll(requests.Select((request, i) =>
            _system.SendAsync(request.Actor, request.Method, request.Path, request.Body, versions[i])));
        var done = replies.Count(reply => reply.Status < 400);
        if (done != 1 || replies.Any(reply => reply.OwnStatus is 400 or 401 or 403 or >= 500))
        {
            var answers = string.Join(", ", replies.Select(reply => $"{reply.Status} {reply.Code}".TrimEnd()));
            throw Failure(step, $"expected exactly one success, and that the others come too late, got {done}: {answers}");
        }
    }

    /// <summary>Holds a condition against the database, once every event is handled.</summary>
    public async Task HoldsAsync(
        int step,
        string condition,
        Statement statement,
        Func<Rows, IReadOnlyList<(string Name, object? Value)>> read,
        params IReadOnlyList<Value> values)
    {
        await HandleAsync(step);

        var answer = await AskAsync();
        if (answer is not { Holds: true })
        {
            var facts = answer is null ? "a row is gone" : string.Join(", ", answer.Facts.Select(fact =>
                FormattableString.Invariant($"{fact.Name} is {fact.Value ?? "null"}")));
            throw Failure(step, facts.Length == 0 ? $"{condition} does not hold" : $"{condition} does not hold: {facts}");
        }

        async Task<Held?> AskAsync()
        {
            await using var session = await _system.OpenAsync();
            return await session.FirstAsync(statement, rows => new Held(rows.IsTrue(0), read(rows)), [.. values]);
        }
    }

    /// <summary>
    /// What a slot with effects answers from here on: for so many calls, or for all that nothing else answers; null where nobody
    /// answers.
    /// </summary>
    public void Answer(string slot, object? answer, int? times = null) => _system.Answers.Add(slot, answer, times);

    /// <summary>Lets time go by, to each moment at which something is due, and with a look at least every so often.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        await SettleAsync();
        var slices = _system.HasWorkflows ? (int)Math.Clamp(time.TotalHours, 1, 60) : 1;
        var end = _clock.GetUtcNow() + time;
        for (var left = time; left > TimeSpan.Zero; left = end - _clock.GetUtcNow())
        {
            _clock.Pass(await NextAsync(left < time / slices ? left : time / slices));
            await _system.SettleAsync();
        }
    }

    /// <summary>Ends a scenario.</summary>
    internal void End() => CheckAnswers(step: _step);

    // A timer that begins when another one ends may be due in the same span.
    private async Task<TimeSpan> NextAsync(TimeSpan most)
    {
        var due = _system.HasWorkflows ? await _system.NextDueAsync() - _clock.GetUtcNow() : null;
        return due is not { } next || next > most ? most : next < Moment ? Moment : next;
    }

    private async Task<string?> TaskAsync(int step, string actor, string path, string workflow, string task)
    {
        using var open = JsonDocument.Parse((await RequestAsync(step, actor, HttpMethod.Get, path)).Body);
        return open.RootElement.GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("workflow").GetString() == workflow && item.GetProperty("step").GetString() == task)
            .Select(item => item.GetProperty("id").GetString())
            .FirstOrDefault();
    }

    // Every event so far is handled, and everything that was called outside had an answer.
    private async Task HandleAsync(int step)
    {
        _step = step;
        var failures = await SettleAsync();
        CheckAnswers(step);
        if (failures is [var failed, ..])
        {
            throw Failure(step, $"an event is not handled: {failed}");
        }
    }

    private void CheckAnswers(int step)
    {
        if (_system.Answers.Unexpected is { } slot)
        {
            throw Failure(step, $"{slot} is called, and no `when` says what it answers");
        }
    }

    // A step that came into conflict with another one again and again is looked at again after a moment.
    private async Task<IReadOnlyList<string>> SettleAsync()
    {
        const int looks = 3;
        var failures = await _system.SettleAsync();
        for (var look = 1; look < looks && failures.Count == 0 && _system.HasWorkflows; look++)
        {
            _clock.Pass(Moment);
            failures = await _system.SettleAsync();
        }

        return failures;
    }

    // A change is meant for the version that the actor sees now.
    private async Task<string> VersionAsync(string actor, string path) =>
        (await _system.GetAsync(actor, path)).ETag ?? "\"1\"";

    private async Task<List<Guid>> IdsAsync(Statement all)
    {
        await using var session = await _system.OpenAsync();
        return [.. await session.ListAsync(all, rows => rows.Uuid(0))];
    }

    private ScenarioException Failure(int step, string reason) => new(_title, _database, step, reason);

    private sealed record Held(bool Holds, IReadOnlyList<(string Name, object? Value)> Facts);
}
