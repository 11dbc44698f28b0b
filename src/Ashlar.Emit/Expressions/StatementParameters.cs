using System.Globalization;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Expressions;

/// <summary>
/// The parameters of one statement, numbered in the order in which they are first asked for. The same parameter has one
/// number, also when both dialects of a statement are written with the same collector.
/// </summary>
internal sealed class StatementParameters
{
    private readonly List<StatementParameter> _items = [];

    /// <summary>The parameters from `$1` on.</summary>
    public IReadOnlyList<StatementParameter> Items => _items;

    public string Caller(ModelType type) => Add(new(ParameterSource.Caller, "caller", type));

    public string Role(string name) => Add(new(ParameterSource.Role, name, new ScalarType(Scalar.Bool)));

    public string Now() => Add(new(ParameterSource.Now, "now", new ScalarType(Scalar.Instant)));

    public string Today() => Add(new(ParameterSource.Today, "today", new ScalarType(Scalar.Date)));

    public string Sequence() => Add(new(ParameterSource.Sequence, "sequence", new ScalarType(Scalar.Text)));

    public string Input(string name, ModelType type) => Add(new(ParameterSource.Input, name, type));

    /// <summary>`$3`, whether it is known or added.</summary>
    public string Add(StatementParameter parameter)
    {
        var index = _items.FindIndex(item => item.Source == parameter.Source && item.Name == parameter.Name);
        if (index < 0)
        {
            index = _items.Count;
            _items.Add(parameter);
        }

        return "$" + (index + 1).ToString(CultureInfo.InvariantCulture);
    }
}
