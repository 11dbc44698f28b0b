namespace Ashlar.Kernel;

/// <summary>Turns what people type into a search into a query of SQLite's FTS5, of which no sign has a meaning.</summary>
internal static class SearchText
{
    /// <summary>Every word must occur. A search without any word finds nothing.</summary>
    public static string Words(string search)
    {
        var words = new string([.. search.Select(sign => char.IsLetterOrDigit(sign) || char.IsSurrogate(sign) ? sign : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "\"\"" : string.Join(' ', words.Select(word => $"\"{word}\""));
    }
}
