namespace Ashlar.Kernel.Tests.Web;

/// <summary>
/// A point at which works wait for each other; once so many are there, all go on, and whoever comes later passes.
/// </summary>
internal sealed class Meeting(int count)
{
    private readonly TaskCompletionSource _met = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _arrived;

    public Task ArriveAsync()
    {
        if (Interlocked.Increment(ref _arrived) == count)
        {
            _met.SetResult();
        }

        return _met.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
