using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Syntax;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>Ranks the new elements that a vanished one may be: of the same kind and below the same owner.</summary>
internal sealed class RenameCandidates(Correspondence pairs, ImmutableArray<SyntaxTree> trees)
{
    private readonly ILookup<(ElementKind Kind, string Owner), PlacedElement> _new = ModelElements.Of(pairs.After)
        .Where(element => pairs.OldOf(element.Path) is null)
        .DistinctBy(element => element.Path)
        .ToLookup(element => (element.Path.Kind, element.Path.Owner));

    /// <summary>Best first, at most four; empty where nothing new could be it.</summary>
    public ImmutableArray<RenameCandidate> Of(ElementPath gone) =>
    [
        .. _new[(gone.Kind, NewOwnerOf(gone))]
            .Select(element => Rank(gone, element))
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Path)
            .Take(4),
    ];

    private string NewOwnerOf(ElementPath gone) =>
        gone.Owner.Length == 0 ? ""
        : pairs.NewOf(new ElementPath(OwnerKind(gone.Kind), gone.Owner)) is { } owner ? owner.Path
        : gone.Owner;

    private static ElementKind OwnerKind(ElementKind kind) => kind switch
    {
        ElementKind.Field => ElementKind.Entity,
        ElementKind.Part => ElementKind.Value,
        ElementKind.EnumValue => ElementKind.Enum,
        ElementKind.State => ElementKind.Field,
        _ => ElementKind.Module,
    };

    private RenameCandidate Rank(ElementPath gone, PlacedElement element)
    {
        var (score, evidence) = gone.Kind switch
        {
            ElementKind.Field => OfFields(FieldOf(pairs.Before, gone), FieldOf(pairs.After, element.Path)),
            ElementKind.Entity => OfEntities(gone, element.Path),
            _ => (0, "the only place where it could be"),
        };
        var isNear = NearestNames.Of(gone.Name, [element.Path.Name]).Count > 0
            || element.Path.Name.Contains(gone.Name, StringComparison.OrdinalIgnoreCase);
        return new RenameCandidate(
            element.Path,
            element.Origin,
            WasAt(element),
            score + (isNear ? 2 : 0),
            isNear ? evidence + ", a similar name" : evidence);
    }

    private (int Score, string Evidence) OfFields(Field? old, Field? now) => (old, now) switch
    {
        (null, _) or (_, null) => (0, "another kind of field"),
        _ when !TypeChange.IsSame(pairs, old.Type, now.Type) => (0, "another type"),
        _ when old.Constraints == now.Constraints && old.IsOptional == now.IsOptional => (4, "the same type and bounds"),
        _ => (3, "the same type"),
    };

    private (int Score, string Evidence) OfEntities(ElementPath gone, ElementPath now)
    {
        var old = pairs.Before.Entity(gone.ToElementName());
        var shared = pairs.After.Entity(now.ToElementName())?.Fields.Count(field => old?.Field(field.Name) is not null) ?? 0;
        return (shared, $"{shared} fields of the same name");
    }

    private static Field? FieldOf(SystemModel model, ElementPath path) =>
        model.Entity(path.ToOwnerName())?.Field(path.Name);

    /// <summary>Behind the whole field, or behind the name of a declaration.</summary>
    private int WasAt(PlacedElement element)
    {
        var span = element.Origin.Span;
        var fields = trees.Where(tree => tree.Source.Path == element.Origin.Path)
            .SelectMany(tree => tree.Root.Declarations)
            .SelectMany(FieldsOf);
        var whole = fields.FirstOrDefault(field => field.Span.Contains(span.Start) && element.Path.Name == field.Name.Text);
        return whole?.Span.End ?? span.End;
    }

    private static IEnumerable<FieldSyntax> FieldsOf(DeclarationSyntax declaration) => declaration switch
    {
        EntitySyntax entity => entity.Members.OfType<FieldSyntax>(),
        TypeSyntax type => type.Fields,
        _ => [],
    };
}
