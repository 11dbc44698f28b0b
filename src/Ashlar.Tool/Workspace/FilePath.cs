namespace Ashlar.Tool.Workspace;

/// <summary>Paths of the output, relative to the system folder.</summary>
internal static class FilePath
{
    /// <summary>
    /// Plain names joined by `/`. A lock is a text that anybody can edit, and what it names may be deleted: it must not
    /// name anything outside the project, nor the model, nor ashlar's own folder.
    /// </summary>
    public static bool IsInside(string path)
    {
        var parts = path.Split('/');
        return parts.All(part => part.Length > 0 && part is not ("." or "..") && !part.AsSpan().ContainsAny('\\', ':', '\0'))
            && parts[0] is not (SystemFolder.ModelFolder or ".ashlar" or ".git")
            && !path.EndsWith(".ashlar", StringComparison.Ordinal);
    }
}
