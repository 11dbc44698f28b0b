using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ashlar.Core.Plan;

namespace Ashlar.Tool.Changing;

/// <summary>One identity: what it is called, and the plan that dropped it (zero for one that is there).</summary>
internal sealed record ElementLine(string Id, ElementPath Path, int DroppedBy);

/// <summary>
/// `history/elements`: the identity of every element there is or was. Ids are random, so that branches never choose the same one;
/// they stand by id, so that a rename changes one line where it stands, and additions of two branches rarely meet. The id before
/// and behind keeps changes of neighbours apart for a merge: between lines that are the same for all, such as empty ones, git
/// finds other beginnings and ends of what a branch changed.
/// </summary>
internal sealed record ElementLock(ImmutableSortedDictionary<string, ElementLine> Lines)
{
    public const string FileName = "history/elements";
    public const string Header = "ashlar elements 1";
    public const string End = " end";
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int IdLength = 12;

    public static ElementLock Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, ElementLine>(StringComparer.Ordinal));

    /// <summary>The lines of elements that are there, by what they are.</summary>
    public IEnumerable<ElementLine> Living => Lines.Values.Where(line => line.DroppedBy == 0);

    public string ToText()
    {
        var text = new StringBuilder(Header).Append("\n\n");
        foreach (var line in Lines.Values)
        {
            var dropped = line.DroppedBy > 0 ? $" dropped {line.DroppedBy}" : "";
            var what = $"{KindOf(line.Path.Kind)} {line.Path.Path}{dropped}";
            text.Append(CultureInfo.InvariantCulture, $"{line.Id}\n  {what}\n{line.Id}{End}\n");
        }

        return text.ToString();
    }

    /// <summary>The identities after a plan: kept, renamed, new, or dropped.</summary>
    public ElementLock After(Correspondence pairs, int plan)
    {
        var known = Living.DistinctBy(line => line.Path).ToDictionary(line => line.Path);
        var lines = Lines.ToBuilder();
        foreach (var gone in known.Values.Where(line => pairs.NewOf(line.Path) is null))
        {
            lines[gone.Id] = gone with { DroppedBy = plan };
        }

        foreach (var element in ModelElements.Of(pairs.After).Select(element => element.Path).Distinct())
        {
            var id = IdOf(pairs.OldOf(element)) ?? (pairs.NewOf(element) is null ? IdOf(element) : null) ?? NewId();
            lines[id] = new ElementLine(id, element, DroppedBy: 0);
        }

        return new ElementLock(lines.ToImmutable());

        string? IdOf(ElementPath? path) => path is { } there && known.TryGetValue(there, out var line) ? line.Id : null;
    }

    public static string KindOf(ElementKind kind) => kind.ToString().ToLowerInvariant();

    private static string NewId() => RandomNumberGenerator.GetString(Letters, IdLength);
}
