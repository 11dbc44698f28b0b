namespace Ashlar.SystemTesting;

/// <summary>What outside services send in a scenario.</summary>
public sealed partial class ScenarioRun
{
    /// <summary>An outside service calls, once everything that is due has happened; with a code it is refused.</summary>
    public async Task ReceiveAsync(int step, string path, string body, string? fails = null)
    {
        await HandleAsync(step);

        var reply = await _system.DeliverAsync(path, body);
        if (fails is null ? reply.Status >= 400 : reply.Code != fails)
        {
            var actual = reply.Status >= 400 ? $"{reply.Status} {reply.Code}: {reply.Body}" : $"{reply.Status}";
            throw Failure(step, $"expected {(fails is null ? "success" : $"the refusal {fails}")}, got {actual}");
        }
    }
}
