using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>
/// Makes the deliveries that are due, a few at once. It is woken when this process has committed an event; what other
/// processes commit, it finds by asking. A stop lets running deliveries end, and abandons those that do not in time: what
/// is not delivered stays due. A defect ends the process, so that whoever watches it sees it: a system that goes on and
/// delivers nothing looks well.
/// </summary>
internal sealed class EventDispatcher(
    DeliveryQueue queue, Deliverer deliverer, KernelOptions options, TimeProvider time, IHostApplicationLifetime lifetime,
    ILogger<EventDispatcher> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CleanupPeriod = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(long Event, string Consumer), Task> _running = [];
    private readonly SemaphoreSlim _slots = new(options.DeliveryConcurrency);
    private readonly SemaphoreSlim _awake = new(0);
    private readonly SemaphoreSlim _beginning = new(1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _abandoned = new();

    private Task _work = Task.CompletedTask;
    private DateTimeOffset _nextCleanup = DateTimeOffset.MinValue;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _work = Task.Run(WorkAsync, CancellationToken.None);
        _ = _work.ContinueWith(
            broken => End(broken.Exception),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
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
    }

    /// <summary>Looks for deliveries at once.</summary>
    public void Wake()
    {
        if (_awake.CurrentCount == 0)
        {
            _awake.Release();
        }
    }

    /// <summary>Delivers until nothing is due, for tests.</summary>
    internal async Task DrainAsync(CancellationToken cancellation)
    {
        bool isDone;
        do
        {
            await Task.WhenAll(_running.Values).WaitAsync(cancellation);
            isDone = !(await BeginAsync(cancellation)).IsAnyDue;
        }
        while (!isDone || !_running.IsEmpty);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _slots.Dispose();
        _awake.Dispose();
        _beginning.Dispose();
        _stopping.Dispose();
        _abandoned.Dispose();
    }

    private async Task WorkAsync()
    {
        var pause = ShortestPause;
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var begun = (await BeginAsync(_stopping.Token)).HasBegun || await CleanUpAsync();
                pause = begun || await _awake.WaitAsync(pause, _stopping.Token) ? ShortestPause : Longer(pause);
            }
            catch (DbException e)
            {
                Log.Unavailable(log, e);
                await Task.Delay(LongestPause, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private void End(Exception? defect)
    {
        Log.DeliveryEnded(log, defect);
        lifetime.StopApplication();
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    /// <summary>
    /// Begins what can be delivered. One at a time: what one has found due and not begun yet, another would not see.
    /// </summary>
    private async Task<(bool IsAnyDue, bool HasBegun)> BeginAsync(CancellationToken cancellation)
    {
        await _beginning.WaitAsync(cancellation);
        try
        {
            var due = await queue.DueAsync(cancellation);
            await queue.PutOffHeldAsync([.. due.Where(delivery => delivery.IsHeld)], cancellation);
            var ready = due.Where(delivery => !delivery.IsHeld && !_running.ContainsKey(KeyOf(delivery))).ToList();
            foreach (var delivery in ready)
            {
                await _slots.WaitAsync(cancellation);
                Begin(delivery);
            }

            return (due.Count > 0, ready.Count > 0);
        }
        finally
        {
            _beginning.Release();
        }
    }

    private static (long Event, string Consumer) KeyOf(Delivery delivery) => (delivery.Event, delivery.Consumer);

    private void Begin(Delivery delivery)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_running.TryAdd(KeyOf(delivery), ended.Task))
        {
            _ = Task.Run(() => DeliverAsync(delivery, ended), CancellationToken.None);
        }
        else
        {
            _slots.Release();
        }
    }

    private async Task DeliverAsync(Delivery delivery, TaskCompletionSource ended)
    {
        try
        {
            await deliverer.DeliverAsync(delivery, _abandoned.Token);
        }
        catch (Exception e) when (e is DbException or OperationCanceledException)
        {
            // It stays due.
            Log.Unavailable(log, e);
        }
        finally
        {
            _slots.Release();
            _running.TryRemove(KeyOf(delivery), out _);
            ended.SetResult();
            Wake();
        }
    }

    private async Task<bool> CleanUpAsync()
    {
        var now = time.GetUtcNow();
        if (now < _nextCleanup)
        {
            return false;
        }

        var isMore = await queue.RemoveOldAsync(options.EventRetention, _stopping.Token);
        _nextCleanup = isMore ? now : now + CleanupPeriod;
        return isMore;
    }
}
