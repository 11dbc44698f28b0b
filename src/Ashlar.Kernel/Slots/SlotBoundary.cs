using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Ashlar.Kernel;

/// <summary>
/// The boundary between generated code and the hand-written code of one slot: how long a call may take, and what goes in and
/// comes out. The code of a slot shares the process; what is held here is time and values, not a sandbox.
/// </summary>
/// <param name="name">The slot in the model.</param>
/// <param name="timeout">The longest that a call may take.</param>
public sealed class SlotBoundary(string name, TimeSpan timeout)
{
    /// <summary>So many calls may go on after they were given up; then the slot is not called until one of them ends.</summary>
    public const int MostAbandoned = 4;

    /// <summary>What one call may allocate, which is seen once it ends.</summary>
    public const long MostBytes = 256 * 1024 * 1024;

    private int _abandoned;

    /// <summary>Calls the slot. One that takes too long is cancelled, and given up whether it ends or not.</summary>
    public Task<TResult> CallAsync<TSlot, TResult>(UnitOfWork work, Func<TSlot, CancellationToken, TResult?> call)
        where TSlot : class
        where TResult : class => CallAsync(work.Service<TSlot>, call, work.Deadline);

    /// <summary>The same outside of a transaction.</summary>
    public Task<TResult> CallAsync<TSlot, TResult>(OutsideCall outside, Func<TSlot, CancellationToken, TResult?> call)
        where TSlot : class
        where TResult : class => outside.Services.GetService<SlotDoubles>()?.Answer is { } answer
        ? Task.FromResult(answer(name) as TResult ?? throw Defect("got an answer of another slot."))
        : CallAsync(outside.Services.GetRequiredService<TSlot>, call, outside.Deadline);

    private async Task<TResult> CallAsync<TSlot, TResult>(
        Func<TSlot> code, Func<TSlot, CancellationToken, TResult?> call, CancellationToken deadline)
        where TSlot : class
        where TResult : class
    {
        if (Volatile.Read(ref _abandoned) >= MostAbandoned)
        {
            throw new WorkTimedOutException($"The slot {name} is not called while {MostAbandoned} calls of it do not end.");
        }

        var stop = CancellationTokenSource.CreateLinkedTokenSource(deadline);
        stop.CancelAfter(timeout);
        var running = Task.Run(() => Measured(() => call(code(), stop.Token)), CancellationToken.None);
        await ((Task)running).WaitAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (running.IsCompletedSuccessfully)
        {
            stop.Dispose();
            return await running ?? throw Defect("gave null.");
        }

        var cause = running.Exception?.InnerException;
        if (running.IsCompleted && !(stop.IsCancellationRequested && cause is OperationCanceledException))
        {
            stop.Dispose();
            throw cause as SlotException ?? new SlotException(name, $"threw {cause?.GetType().Name}.", cause);
        }

        Abandon(running, stop);
        deadline.ThrowIfCancellationRequested();
        throw new WorkTimedOutException(
            string.Create(CultureInfo.InvariantCulture, $"The slot {name} took longer than {timeout.TotalSeconds} s."));
    }

    /// <summary>An input; one that breaks its bounds is a result that is out of range.</summary>
    public static T Takes<T>(Field<T> field, T value) =>
        field.Hold(value, out var held) is null ? held : throw new OverflowException();

    /// <summary>A part of the answer, held to its bounds.</summary>
    public T Gives<T>(Field<T> field, T? value)
    {
        if (value is null)
        {
            throw Defect($"gave null as {field.Name}.");
        }

        return field.Hold(value, out var held) is { } fault
            ? throw Defect($"gave a {field.Name} that breaks the model: {fault.Message}")
            : held;
    }

    /// <summary>A part of the answer that is there.</summary>
    public T Given<T>(string field, T? value) where T : class => value ?? throw Defect($"gave null as {field}.");

    /// <summary>A part of the answer that is one of the values of its enum.</summary>
    public T GivenOne<T>(string field, T value) where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw Defect($"gave a {field} that is no value of {typeof(T).Name}.");

    /// <summary>The code does not do what the model says.</summary>
    public SlotException Defect(string what) => new(name, what);

    private T Measured<T>(Func<T> call)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = call();
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return bytes <= MostBytes
            ? result
            : throw Defect($"allocated {bytes >> 20} MB in one call; the most is {MostBytes >> 20} MB.");
    }

    private void Abandon(Task running, CancellationTokenSource stop)
    {
        Interlocked.Increment(ref _abandoned);
        running.ContinueWith(
            ended =>
            {
                // Seen, so that nobody reports it as unobserved: whoever called has been answered.
                _ = ended.Exception;
                Interlocked.Decrement(ref _abandoned);
                stop.Dispose();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }
}
