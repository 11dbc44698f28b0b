using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Types;

/// <summary>The bounds of a field's own value: the same in the API, in C# and in the database.</summary>
public sealed record Constraints
{
    public static Constraints None { get; } = new();

    /// <summary>In code points.</summary>
    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>Of numbers: the least value. Of durations: milliseconds.</summary>
    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    /// <summary>A pattern of the documented subset, which the whole text has to match.</summary>
    public string? Pattern { get; init; }

    /// <summary>A text of white space alone is refused.</summary>
    public bool IsNotBlank { get; init; }

    /// <summary>A text of white space alone becomes null.</summary>
    public bool IsBlankNull { get; init; }

    /// <summary>For lists of values: the most items.</summary>
    public int? MaxItems { get; init; }

    /// <summary>For files.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>For files: the allowed media types.</summary>
    public ValueList<string> MediaTypes { get; init; } = [];

    /// <summary>The named scalar that these come from, if any.</summary>
    public ElementName? Alias { get; init; }
}
