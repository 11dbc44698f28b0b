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
    private readonly BoundModifiers _result = new();

    /// <summary>A field has a handful of words at most.</summary>
    private readonly List<(string Word, ModifierSyntax Node)> _seen = [];

    private ModifierBinder(Site site, FieldPlace place, BoundType type)
    {
        _site = site;
        _place = place;
        _type = type;
        _constraints = new ConstraintBinder(site, type);
    }

    /// <summary>The type with its bounds, and the other words.</summary>
    public static (BoundType Type, BoundModifiers Words) Bind(
        Site site, FieldPlace place, BoundType type, ImmutableArray<ModifierSyntax> modifiers)
    {
        if (modifiers.IsEmpty)
        {
            return (type, BoundModifiers.None);
        }

        var binder = new ModifierBinder(site, place, type);
        foreach (var modifier in modifiers)
        {
            modifier.Accept(binder);
        }

        binder.ReportConflicts();
        var bounds = binder._constraints.Finish();
        return (bounds == type.Constraints ? type : type with { Constraints = bounds }, binder._result);
    }

    public bool Visit(BoundSyntax node) =>
        Take(node, WordOf(node.Kind), _constraints.MayHave(node.Kind)) && _constraints.Apply(node);

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
                return TakeOfEntity(node, "unique", IsComparable) && (_result.Unique = node) is not null;
            case FlagKind.Readonly:
                return TakeOfEntity(node, "readonly", true) && (_result.Readonly = node) is not null;
            case FlagKind.Personal:
                return Take(node, "personal", _place is FieldPlace.Entity or FieldPlace.Value or FieldPlace.Event)
                    && (_result.Personal = node) is not null;
            case FlagKind.Owned:
                return TakeOfEntity(node, "owned", IsCollection) && (_result.Owned = node) is not null;
            case FlagKind.Linked:
                return TakeOfEntity(node, "linked", IsCollection) && (_result.Linked = node) is not null;
            default:
                throw new InvalidOperationException($"{node.Kind} is no flag");
        }
    }

    public bool Visit(DefaultSyntax node) =>
        IsOfSecret(node)
        && Take(node, "=", HasDefaults && IsSettable)
        && (_result.Default = node) is not null;

    public bool Visit(OnUpdateSyntax node) =>
        TakeOfEntity(node, "on update", IsSettable) && (_result.OnUpdate = node) is not null;

    public bool Visit(ComputedSyntax node) =>
        TakeOfEntity(node, "computed", IsSettable && _type.Entity is null) && (_result.Computed = node) is not null;

    public bool Visit(GeneratedSyntax node) =>
        TakeOfEntity(node, "generated", IsPlainText || Is(Scalar.Int) || Is(Scalar.Long))
        && (_result.Generated = node) is not null;

    public bool Visit(OnDeleteSyntax node) =>
        TakeOfEntity(node, "on delete", _type.Type is ReferenceType) && (_result.OnDelete = node) is not null;

    public bool Visit(InverseSyntax node) => TakeOfEntity(node, "inverse", IsCollection) && (_result.Inverse = node) is not null;

    /// <summary>It says something about the change to this model and nothing about the model.</summary>
    public bool Visit(WasModifierSyntax node) =>
        Take(node, "was", _place is FieldPlace.Entity or FieldPlace.Value or FieldPlace.Event);

    private bool IsPlainText => Is(Scalar.Text);

    private bool HasDefaults =>
        _place is FieldPlace.Entity or FieldPlace.Value or FieldPlace.Parameter or FieldPlace.Config;

    private bool IsOfSecret(DefaultSyntax node)
    {
        if (!Is(Scalar.Secret))
        {
            return true;
        }

        _site.Add(ConfigForm.SecretDefault(_site, node));
        return false;
    }

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
        if (Seen(word) is { } first)
        {
            _site.Add(DuplicateModifier.At(_site, node, word, first));
            return false;
        }

        _seen.Add((word, node));

        if (applies || _type.IsUnknown)
        {
            return !_type.IsUnknown;
        }

        _site.Add(ModifierNotApplicable.At(_site, node, word, _type.Type, _place));
        return false;
    }

    private static string WordOf(BoundKind kind) =>
        kind switch
        {
            BoundKind.Min => "min",
            BoundKind.Max => "max",
            _ => "length",
        };

    private ModifierSyntax? Seen(string word)
    {
        foreach (var (known, node) in _seen)
        {
            if (known == word)
            {
                return node;
            }
        }

        return null;
    }

    private void ReportConflicts()
    {
        if (_seen.Count < 2)
        {
            return;
        }

        foreach (var (first, second) in Conflicts)
        {
            if (Seen(first) is { } one && Seen(second) is { } other)
            {
                _site.Add(ModifierConflict.At(_site, one, first, other, second));
            }
        }
    }
}
