namespace Ashlar.Tool.Workspace;

/// <summary>The one place that knows what the file system throws when it says no.</summary>
internal static class Disk
{
    /// <summary>Does the work; when the file system refuses, gives its words to <paramref name="refused"/>.</summary>
    public static T Attempt<T>(Func<T> work, Func<string, T> refused)
    {
        try
        {
            return work();
        }
        catch (IOException refusal)
        {
            return refused(refusal.Message);
        }
        catch (UnauthorizedAccessException refusal)
        {
            return refused(refusal.Message);
        }
    }
}
