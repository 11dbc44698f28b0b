using System.Collections.Immutable;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Model.Binding;

/// <summary>How far from its own row an expression looks.</summary>
[Flags]
internal enum Reads
{
    None = 0,

    /// <summary>Columns of the row itself, and what is computed from them.</summary>
    Row = 1,

    /// <summary>Owned rows and lists of values: they are written with the row.</summary>
    OwnLists = 2,

    /// <summary>Rows behind a reference.</summary>
    References = 4,

    /// <summary>Rows that refer here, links, and whole entities.</summary>
    OtherRows = 8,

    Caller = 16,
    Clock = 32,
    Old = 64,
}

/// <summary>
/// Finds the first place where an expression reads more than it may. Functions are looked into with their arguments, so
/// that a function over the row's own fields may be used wherever these fields may.
/// </summary>
internal sealed class Reach : ExpressionWalker
{
    private readonly Declarations _names;
    private readonly Reads _allowed;

    /// <summary>Variables that stand for the own row or one of its owned rows.</summary>
    private ImmutableHashSet<string> _own = [];
    private ImmutableHashSet<ElementName> _inside = [];
    private Expression? _call;

    private Reach(Declarations names, Reads allowed)
    {
        _names = names;
        _allowed = allowed;
    }

    /// <summary>What is read too far and where it stands in the expression itself, or null.</summary>
    public static (Reads Read, Expression At)? FirstBeyond(Declarations names, Reads allowed, Expression expression)
    {
        var walker = new Reach(names, allowed);
        walker.Walk(expression);
        return walker._found;
    }

    private (Reads Read, Expression At)? _found;

    public override bool Visit(Variable node) =>
        node.Kind switch
        {
            VariableKind.Caller => Allow(Reads.Caller, node),
            VariableKind.Now or VariableKind.Today => Allow(Reads.Clock, node),
            VariableKind.Old => Allow(Reads.Old, node),
            VariableKind.This => Allow(Reads.Row, node),
            _ => true,
        };

    public override bool Visit(CallerIs node) => Allow(Reads.Caller, node);

    public override bool Visit(FieldAccess node)
    {
        var read =
            node.Target.Type is ReferenceType target && node.Field != ImplicitFields.Id ? ReadOf(node, target) : Reads.None;
        return Allow(read, node) && base.Visit(node);
    }

    public override bool Visit(Call node)
    {
        if (!Walk(node.Arguments))
        {
            return false;
        }

        if (_names.Find<FunctionElement>(node.Function)?.Bound is not { } function || _inside.Contains(node.Function))
        {
            return true;
        }

        var (outerCall, own, inside) = (_call, _own, _inside);
        _call ??= node;
        _inside = inside.Add(node.Function);
        for (var i = 0; i < function.Inputs.Count; i++)
        {
            Mark(KeyOf(VariableKind.Input, function.Inputs[i].Name), IsOwn(node.Arguments[i], own));
        }

        var goesOn = Walk(function.Body);
        (_call, _own, _inside) = (outerCall, own, inside);
        return goesOn;
    }

    public override bool Visit(Comprehension node)
    {
        if (node.EntitySource is not null && !Allow(Reads.OtherRows, node))
        {
            return false;
        }

        var isOwn = node.Source is FieldAccess source && IsOwn(source.Target, _own) && RelationOf(source) == RelationKind.Owned;
        Mark(KeyOf(VariableKind.Item, node.Item.Name), isOwn);
        return base.Visit(node);
    }

    private Reads ReadOf(FieldAccess node, ReferenceType target)
    {
        var isOwn = IsOwn(node.Target, _own);
        var field = _names.Find<EntityElement>(target.Entity)?.Fields.Find(node.Field)?.Field;
        if (field is null || field.Type is not ListType)
        {
            return isOwn ? Reads.Row : Reads.References;
        }

        var isWrittenWithRow = field.Relation is null or { Kind: RelationKind.Owned };
        return isOwn && isWrittenWithRow ? Reads.OwnLists : Reads.OtherRows;
    }

    private RelationKind? RelationOf(FieldAccess access) =>
        access.Target.Type is ReferenceType target
            ? _names.Find<EntityElement>(target.Entity)?.Fields.Find(access.Field)?.Field.Relation?.Kind
            : null;

    private static bool IsOwn(Expression node, ImmutableHashSet<string> own) =>
        node is Variable variable
        && (variable.Kind is VariableKind.This or VariableKind.Old || own.Contains(KeyOf(variable.Kind, variable.Name)));

    private void Mark(string key, bool isOwn)
    {
        _own = isOwn ? _own.Add(key) : _own.Remove(key);
    }

    private static string KeyOf(VariableKind kind, string name) => $"{kind}:{name}";

    /// <summary>Within a function's body the call is what the reader has to look at.</summary>
    private bool Allow(Reads read, Expression at)
    {
        if ((read & ~_allowed) == Reads.None)
        {
            return true;
        }

        _found ??= (read, _call ?? at);
        return false;
    }
}
