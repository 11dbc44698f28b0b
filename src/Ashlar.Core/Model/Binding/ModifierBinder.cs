using System.Collections.Immutable;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>Reads the words after a type: each at most once, only where it means something, none against another.</summary>
internal sealed class ModifierBinder : IModifierVisitor<bool>
{
    private static readonly ImmutableArray<(string First, string Second)> Conflicts =
    [
        ("computed", "="),
        ("computed", "on update"),
        ("computed", "generated"),
        ("generated", "="),
        ("generated", "on update"),
        ("inverse", "owned"),
        ("inverse", "linked"),
        ("linked", "owned"),
        ("blank as null", "not blank"),
    ];

    private readonly Site _site;
    private readonly FieldPlace _place;
    private readonly BoundType _type;
    private readonly ConstraintBinder _constraints;
    private readonly Dictionary<string, ModifierSyntax> _seen = new(StringComparer.Ordinal);
    private BoundModifiers _result;

    private ModifierBinder(Site site, FieldPlace place, BoundType type)
    {
        _site = site;
        _place = place;
        _type = type;
        _constraints = new ConstraintBinder(site, type);
        _result = new BoundModifiers(type);
    }

    public static BoundModifiers Bind(Site site, FieldPlace place, BoundType type, ImmutableArray<ModifierSyntax> modifiers)
    {
        var binder = new ModifierBinder(site, place, type);
        foreach (var modifier in modifiers)
        {
            modifier.Accept(binder);
        }

        binder.ReportConflicts();
        return binder._result with { Bound = type with { Constraints = binder._constraints.Finish() } };
    }

    public bool Visit(BoundSyntax node) =>
        Take(node, node.Kind.ToString().ToLowerInvariant(), _constraints.MayHave(node.Kind)) && _constraints.Apply(node);

    public bool Visit(PatternSyntax node) => Take(node, "matches", IsPlainText) && _constraints.Apply(node);

    public bool Visit(FileTypesSyntax node) => Take(node, "types", Is(Scalar.File)) && _constraints.Apply(node);

    public bool Visit(FlagSyntax node)
    {
        switch (node.Kind)
        {
            case FlagKind.NotBlank:
                return Take(node, "not blank", IsPlainText) && _constraints.ApplyNotBlank();
            case FlagKind.BlankAsNull:
                return Take(node, "blank as null", IsPlainText && _type.Type.IsNullable) && _constraints.ApplyBlankAsNull();
            case FlagKind.Unique:
                return TakeOfEntity(node, "unique", IsComparable) && Set(_result with { Unique = node });
            case FlagKind.Readonly:
                return TakeOfEntity(node, "readonly", true) && Set(_result with { Readonly = node });
            case FlagKind.Personal:
                return Take(node, "personal", _place is FieldPlace.Entity or FieldPlace.Value)
                    && Set(_result with { Personal = node });
            case FlagKind.Owned:
                return TakeOfEntity(node, "owned", IsCollection) && Set(_result with { Owned = node });
            case FlagKind.Linked:
                return TakeOfEntity(node, "linked", IsCollection) && Set(_result with { Linked = node });
            default:
                throw new InvalidOperationException($"{node.Kind} is no flag");
        }
    }

    public bool Visit(DefaultSyntax node) =>
        Take(node, "=", _place is FieldPlace.Entity or FieldPlace.Value && IsSettable) && Set(_result with { Default = node });

    public bool Visit(OnUpdateSyntax node) =>
        TakeOfEntity(node, "on update", IsSettable) && Set(_result with { OnUpdate = node });

    public bool Visit(ComputedSyntax node) =>
        TakeOfEntity(node, "computed", IsSettable && _type.Entity is null) && Set(_result with { Computed = node });

    public bool Visit(GeneratedSyntax node) =>
        TakeOfEntity(node, "generated", IsPlainText || Is(Scalar.Int) || Is(Scalar.Long))
        && Set(_result with { Generated = node });

    public bool Visit(OnDeleteSyntax node) =>
        TakeOfEntity(node, "on delete", _type.Type is ReferenceType) && Set(_result with { OnDelete = node });

    public bool Visit(InverseSyntax node) => TakeOfEntity(node, "inverse", IsCollection) && Set(_result with { Inverse = node });

    private bool IsPlainText => Is(Scalar.Text);

    private bool IsCollection => _type.Type is ListType { Item: ReferenceType };

    /// <summary>Two values of it can be compared, so that a database can keep them apart.</summary>
    private bool IsComparable =>
        _type.Type is not (ListType or Types.ValueType or StateType)
        && !Is(Scalar.Json)
        && !Is(Scalar.File)
        && !Is(Scalar.Password);

    private bool IsSettable => _type.Type is not (ListType or StateType) && !Is(Scalar.File) && !Is(Scalar.Password);

    private bool Is(Scalar scalar) => ScalarTypes.Is(_type.Type, scalar);

    private bool TakeOfEntity(ModifierSyntax node, string word, bool applies) =>
        Take(node, word, applies && _place == FieldPlace.Entity);

    /// <summary>True when the word may stand here, for the first time. Nothing is said about an unknown type.</summary>
    private bool Take(ModifierSyntax node, string word, bool applies)
    {
        if (!_seen.TryAdd(word, node))
        {
            _site.Add(DuplicateModifier.At(_site, node, word, _seen[word]));
            return false;
        }

        if (applies || _type.IsUnknown)
        {
            return !_type.IsUnknown;
        }

        _site.Add(ModifierNotApplicable.At(_site, node, word, _type.Type, _place));
        return false;
    }

    private bool Set(BoundModifiers result)
    {
        _result = result;
        return true;
    }

    private void ReportConflicts()
    {
        foreach (var (first, second) in Conflicts)
        {
            if (_seen.TryGetValue(first, out var one) && _seen.TryGetValue(second, out var other))
            {
                _site.Add(ModifierConflict.At(_site, one, first, other, second));
            }
        }
    }
}
