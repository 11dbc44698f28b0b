using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// The rows of one scenario by their names: those that are given, and those that requests create. A row of an entity that
/// is not known goes with everything.
/// </summary>
internal sealed class ScenarioRows(Site site)
{
    public const string Stranger = "stranger";
    public const string Nobody = "nobody";

    private readonly Dictionary<string, ScenarioRow> _rows = new(StringComparer.Ordinal);

    /// <summary>What an expression after these rows can name.</summary>
    public Scope Scope { get; private set; } = Scope.Empty;

    /// <summary>The variable of a new row; null for a name that cannot be its name.</summary>
    public Variable? Add(NameSyntax name, EntityElement? entity, bool isGiven)
    {
        if (name.IsMissing || IsTaken(name))
        {
            return null;
        }

        ModelType type = entity is null ? new UnknownType() : entity.Type;
        var variable = new Variable(type, VariableKind.Input, name.Text) { Origin = site.OriginOf(name) };
        _rows.Add(name.Text, new ScenarioRow(variable, entity, name, isGiven));
        Scope = Scope.With(new Local(variable, Constraints.None));
        return IsWord(name) ? null : variable;
    }

    /// <summary>The row of a name, whatever it is a row of.</summary>
    /// <param name="others">What else could have been meant.</param>
    public ScenarioRow? Find(NameSyntax name, params IEnumerable<string> others)
    {
        if (name.IsMissing)
        {
            return null;
        }

        if (_rows.TryGetValue(name.Text, out var row))
        {
            return row with { Variable = row.Variable with { Origin = site.OriginOf(name) } };
        }

        site.Add(UnknownRow.At(site.At(name), name.Text, _rows.Keys.Concat(others)));
        return null;
    }

    public bool Has(NameSyntax name) => _rows.ContainsKey(name.Text);

    /// <summary>The row of a name as one of an entity.</summary>
    public Variable? FindOf(NameSyntax name, EntityElement target)
    {
        var row = Find(name);
        if (row?.Entity is not { } entity || entity == target)
        {
            return row?.Variable;
        }

        site.Add(UnknownRow.OfOther(site.At(name), name.Text, entity.Name.Name, target.Name.Name));
        return null;
    }

    private bool IsTaken(NameSyntax name)
    {
        if (!_rows.TryGetValue(name.Text, out var first))
        {
            return false;
        }

        site.Add(DuplicateMember.At(site.At(name), name.Text, site.At(first.Name)));
        return true;
    }

    /// <summary>Such a row is known nevertheless, so that its uses are no further findings.</summary>
    private bool IsWord(NameSyntax name)
    {
        if (name.Text is not (Stranger or Nobody) && !Vocabulary.Reserved.Contains(name.Text))
        {
            return false;
        }

        site.Add(RowName.At(site.At(name), name.Text));
        return true;
    }
}

/// <param name="Entity">What it is a row of; null where that is not known.</param>
internal sealed record ScenarioRow(Variable Variable, EntityElement? Entity, NameSyntax Name, bool IsGiven);
