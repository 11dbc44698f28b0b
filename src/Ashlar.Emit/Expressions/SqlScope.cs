using System.Collections.Immutable;
using System.Globalization;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Expressions;

/// <summary>What the variables of an expression stand for. Scopes nest with comprehensions; none changes another.</summary>
internal sealed class SqlScope
{
    private readonly ImmutableDictionary<(VariableKind Kind, string Name), Binding> _bindings;
    private readonly ImmutableHashSet<string> _aliases;

    private SqlScope(ImmutableDictionary<(VariableKind Kind, string Name), Binding> bindings, ImmutableHashSet<string> aliases)
    {
        _bindings = bindings;
        _aliases = aliases;
    }

    /// <summary>A scope without a row.</summary>
    public static SqlScope Empty { get; } = new(
        ImmutableDictionary<(VariableKind, string), Binding>.Empty, ImmutableHashSet.Create<string>(StringComparer.Ordinal));

    /// <summary>`this` is the row of the entity's table under an alias, or under none.</summary>
    public static SqlScope Of(Entity entity, string alias) => Empty.WithThis(entity, alias);

    public SqlScope WithThis(Entity entity, string alias) =>
        With(VariableKind.This, "this", new RowBinding(entity, alias), alias);

    /// <summary>`old` is the row under this alias.</summary>
    public SqlScope WithOld(Entity entity, string alias) => With(VariableKind.Old, "old", new RowBinding(entity, alias), alias);

    /// <summary>There is no row before the change.</summary>
    public SqlScope WithoutOld() => With(VariableKind.Old, "old", new AbsentBinding(), "");

    public SqlScope WithItem(string name, Binding binding) => With(VariableKind.Item, name, binding, "");

    /// <summary>A key of the groups that the statement goes over.</summary>
    public SqlScope WithKey(string name, Binding binding) => With(VariableKind.Key, name, binding, "");

    /// <summary>An input that stands for a row which the statement joins, such as the row of a named filter.</summary>
    public SqlScope WithInput(string name, Binding binding) => With(VariableKind.Input, name, binding, "");

    /// <summary>An input that names the row of the statement's table under an alias, or under none.</summary>
    public SqlScope WithRow(string name, Entity entity, string alias) =>
        With(VariableKind.Input, name, new RowBinding(entity, alias), alias);

    public Binding? Find(Variable variable) =>
        _bindings.GetValueOrDefault(variable.Kind switch
        {
            VariableKind.This => (VariableKind.This, "this"),
            VariableKind.Old => (VariableKind.Old, "old"),
            _ => (variable.Kind, variable.Name),
        });

    /// <summary>An alias after this name that no enclosing query has, and the scope in which it is taken.</summary>
    public (string Alias, SqlScope Scope) Alias(string name)
    {
        var wanted = SqlNames.Fit(Spelling.Snake(name).TrimStart('_'));
        var alias = wanted;
        for (var i = 2; _aliases.Contains(alias); i++)
        {
            alias = string.Create(CultureInfo.InvariantCulture, $"{wanted}_{i}");
        }

        return (alias, new(_bindings, _aliases.Add(alias)));
    }

    private SqlScope With(VariableKind kind, string name, Binding binding, string alias) =>
        new(_bindings.SetItem((kind, name), binding), alias.Length == 0 ? _aliases : _aliases.Add(alias));
}
