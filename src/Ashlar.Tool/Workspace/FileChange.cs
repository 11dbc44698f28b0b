namespace Ashlar.Tool.Workspace;

/// <summary>
/// One file to create, replace or delete. <paramref name="OldHash"/> is what must still be there when it happens
/// (null: nothing); <paramref name="NewText"/> is what stands there afterwards (null: nothing).
/// </summary>
internal sealed record FileChange(string Path, string? OldHash, string? NewText);
