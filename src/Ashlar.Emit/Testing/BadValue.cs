namespace Ashlar.Emit.Testing;

/// <summary>Something that a member must not hold: as JSON, or as a text that is too long to be written down.</summary>
/// <param name="Field">The path of the member, such as `address.street`.</param>
/// <param name="Code">The code of the refusal.</param>
/// <param name="Json">The value; null takes the member away.</param>
internal sealed record BadValue(string Field, string Code, string? Json)
{
    /// <summary>For a text of so many letters.</summary>
    public int? Letters { get; init; }

    /// <summary>For a list of so many items, each of them <see cref="Json"/>.</summary>
    public int? Items { get; init; }
}
