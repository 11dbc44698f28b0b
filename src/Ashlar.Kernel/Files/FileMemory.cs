using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel;

/// <summary>How many bytes of files requests hold at once, so that no number of them fills the memory.</summary>
internal sealed class FileMemory(KernelOptions options)
{
    private long _held;

    /// <summary>
    /// Holds so many bytes until the request ends; not when others hold so much that the limit would be passed. A request
    /// always gets them while no other holds any.
    /// </summary>
    public bool TryHold(HttpContext http, long bytes)
    {
        var held = Interlocked.Add(ref _held, bytes);
        if (held > options.FileMemoryBytes && held > bytes)
        {
            Release(bytes);
            return false;
        }

        http.Response.RegisterForDispose(new Hold(this, bytes));
        return true;
    }

    private void Release(long bytes) => Interlocked.Add(ref _held, -bytes);

    private sealed class Hold(FileMemory memory, long bytes) : IDisposable
    {
        public void Dispose() => memory.Release(bytes);
    }
}
