namespace Ashlar.Tool.Workspace;

/// <summary>What a system is called, from the name of its folder: `my-shop` is `MyShop` and "My shop".</summary>
internal sealed record SystemName(string Identifier, string Title, string FileName)
{
    /// <summary>Null when no name can be made of it.</summary>
    public static SystemName? Of(string folder)
    {
        var words = folder.Split(['-', '_', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        return words.All(word => word.All(char.IsAsciiLetterOrDigit)) && words is [[>= 'A' and <= 'z', ..], ..]
            ? new SystemName(
                string.Concat(words.Select(Capital)),
                Capital(string.Join(' ', words)),
                string.Join('-', words).ToLowerInvariant())
            : null;
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
