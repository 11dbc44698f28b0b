using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>
/// Moves instances that are due, some at once. It is woken when this process commits something that makes one due; what other
/// processes commit, and timers, it finds by asking. A stop lets running turns end and gives everything back. A defect ends the
/// process, so that whoever watches it sees it.
/// </summary>
internal sealed class FlowWorker(
    FlowQueue queue, FlowCarrier carrier, FlowLease lease, TokenRunner runner, FlowSchedules schedules, FlowClock clock,
    FlowOptions options, IHostApplicationLifetime lifetime, ILogger<FlowWorker> log)
    : IHostedService, IDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, Task> _running = [];
    private readonly SemaphoreSlim _slots = new(options.Concurrency);
    private readonly SemaphoreSlim _awake = new(0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _abandoned = new();
    private readonly CancellationTokenSource _idle = new();

    private readonly SemaphoreSlim _beginning = new(1);
    private readonly SemaphoreSlim _moving = new(1);

    private bool _hasBegun;
    private Task _work = Task.CompletedTask;
    private Task _beat = Task.CompletedTask;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.IsWorker)
        {
            _work = Watched(() => RepeatAsync(WorkAsync, _stopping.Token));
            _beat = Watched(() => RepeatAsync(BeatAsync, _idle.Token));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await using (cancellationToken.Register(_abandoned.Cancel))
        {
            await Task.WhenAll(_running.Values);
        }

        // What still runs may take longer than the lease, and nobody else takes it as long as the heart beats.
        await _idle.CancelAsync();
        await _beat.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (options.IsWorker)
        {
            await GiveBackAsync();
        }
    }

    /// <summary>Looks at once for what is due.</summary>
    public void Wake()
    {
        if (_awake.CurrentCount == 0)
        {
            _awake.Release();
        }
    }

    /// <summary>Moves instances until nothing is due, for tests.</summary>
    internal async Task DrainAsync(CancellationToken cancellation)
    {
        bool isDone;
        do
        {
            await Task.WhenAll(_running.Values).WaitAsync(cancellation);
            isDone = !await LookOnceAsync(cancellation);
        }
        while (!isDone || !_running.IsEmpty);
    }

    /// <summary>Begins what is due now, for tests; whether there was anything.</summary>
    internal async Task<bool> LookOnceAsync(CancellationToken cancellation)
    {
        await BeginAsync(cancellation);
        await lease.BeatAsync(cancellation);
        return await MoveAsync(cancellation);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _slots.Dispose();
        _awake.Dispose();
        _beginning.Dispose();
        _moving.Dispose();
        _stopping.Dispose();
        _abandoned.Dispose();
        _idle.Dispose();
    }

    private Task Watched(Func<Task> work)
    {
        var running = Task.Run(work, CancellationToken.None);
        _ = running.ContinueWith(
            broken =>
            {
                FlowLog.Ended(log, broken.Exception);
                lifetime.StopApplication();
            },
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
        return running;
    }

    /// <summary>Goes on until the stop, whatever the database does.</summary>
    private async Task RepeatAsync(Func<Task> work, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await BeginAsync(stop);
                await work();
            }
            catch (Exception e) when (Conflict.Is(e))
            {
                // Nothing of it happened.
            }
            catch (DbException e)
            {
                Log.Unavailable(log, e);
                await Task.Delay(LongestPause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task BeginAsync(CancellationToken cancellation)
    {
        await _beginning.WaitAsync(cancellation);
        try
        {
            if (!_hasBegun)
            {
                await lease.BeginAsync(cancellation);
                _hasBegun = true;
            }
        }
        finally
        {
            _beginning.Release();
        }
    }

    private async Task WorkAsync()
    {
        var pause = ShortestPause;
        while (!_stopping.IsCancellationRequested)
        {
            var moved = await MoveAsync(_stopping.Token);
            pause = moved || await _awake.WaitAsync(pause, _stopping.Token) ? ShortestPause : Longer(pause);
        }
    }

    private async Task BeatAsync()
    {
        await Task.Delay(lease.Period, _idle.Token);
        if (lease.IsLost)
        {
            FlowLog.Lost(log);
        }

        await lease.BeatAsync(_idle.Token);
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    /// <summary>
    /// Begins to move what is due; whether there was anything. One at a time: what one has claimed and not begun yet, another
    /// would not see.
    /// </summary>
    private async Task<bool> MoveAsync(CancellationToken cancellation)
    {
        await _moving.WaitAsync(cancellation);
        try
        {
            return await MoveAloneAsync(cancellation);
        }
        finally
        {
            _moving.Release();
        }
    }

    private async Task<bool> MoveAloneAsync(CancellationToken cancellation)
    {
        await carrier.CarryAsync(cancellation);
        var (isDue, isWoken) = await queue.LookAsync(cancellation);
        if (isWoken && await queue.WakeAsync(cancellation))
        {
            isDue = true;
        }

        isDue |= await schedules.TickAsync(cancellation);
        var free = _slots.CurrentCount;
        if (!isDue || free == 0)
        {
            return isWoken;
        }

        var claimed = await queue.ClaimAsync(free, _running.Keys, cancellation);
        foreach (var one in claimed)
        {
            await _slots.WaitAsync(cancellation);
            Begin(one);
        }

        return claimed.Count > 0 || isWoken;
    }

    private void Begin(Claimed claimed)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[claimed.Token.Id] = ended.Task;
        Watched(() => RunAsync(claimed, ended));
    }

    private async Task RunAsync(Claimed claimed, TaskCompletionSource ended)
    {
        try
        {
            await runner.RunAsync(claimed, _stopping.Token, _abandoned.Token);
        }
        catch (Exception e) when (e is DbException or OperationCanceledException)
        {
            // Whoever claims it next finds it as the last commit left it.
            Log.Unavailable(log, e);
        }
        finally
        {
            _slots.Release();
            _running.TryRemove(claimed.Token.Id, out _);
            ended.SetResult();
            Wake();
        }
    }

    private async Task GiveBackAsync()
    {
        try
        {
            await lease.EndAsync(clock, CancellationToken.None);
        }
        catch (DbException e)
        {
            // Others wait for the end of the lease.
            Log.Unavailable(log, e);
        }
    }
}
