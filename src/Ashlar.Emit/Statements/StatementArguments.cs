using Ashlar.Core.Text;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Statements;

/// <summary>The C# that gives a statement its parameters, in their order.</summary>
/// <param name="inputs">The inputs by name.</param>
/// <param name="source">What knows the caller and the moment: the `call` of a request, or the `work` of an action.</param>
internal sealed class StatementArguments(IEnumerable<KeyValuePair<string, Code>> inputs, string source = "call")
{
    private readonly Ident _source = Ident.Of(source);

    private readonly Dictionary<string, Code> _inputs = new(inputs, StringComparer.Ordinal);

    /// <summary>The day of the request in the zone of the system.</summary>
    public static Code Today { get; } = Code.Of($"call.Today");

    public static StatementArguments None { get; } = new([]);

    /// <summary>The same with more inputs.</summary>
    public StatementArguments With(IEnumerable<KeyValuePair<string, Code>> more) => new(_inputs.Concat(more), _source.Text);

    public ValueList<Code> Of(SqlStatement statement) => [.. statement.Parameters.Select(Of)];

    /// <summary>`, id, call.Caller.Id`: what follows the statement in a call.</summary>
    public Code After(SqlStatement statement) => statement.Parameters.IsEmpty
        ? Code.Empty
        : Code.Of($", {Code.Join(Of(statement), ", ")}");

    /// <summary>Whether some parameter comes from the call.</summary>
    public static bool UsesCall(SqlStatement statement) => statement.Parameters.Any(parameter =>
        parameter.Source != ParameterSource.Input
        || parameter.Name == Conditions.SignedInName
        || parameter.Name.StartsWith(Conditions.HasRolePrefix, StringComparison.Ordinal));

    private Code Of(StatementParameter parameter) => parameter.Source switch
    {
        ParameterSource.Caller => Code.Of($"{_source}.Caller.Id"),
        ParameterSource.Now => Code.Of($"{_source}.Now"),
        ParameterSource.Today => Code.Of($"{_source}.Today"),
        ParameterSource.Role => HasRole([parameter.Name], _source),
        ParameterSource.Input when parameter.Name.StartsWith(Conditions.HasRolePrefix, StringComparison.Ordinal) =>
            HasRole(parameter.Name[Conditions.HasRolePrefix.Length..].Split(", "), _source),
        ParameterSource.Input when parameter.Name == Conditions.SignedInName => Code.Of($"{_source}.Caller.IsSignedIn"),
        _ => _inputs.TryGetValue(parameter.Name, out var code)
            ? code
            : throw new InvalidOperationException($"nothing gives the parameter `{parameter.Name}`"),
    };

    /// <summary>`call.Caller.Has(Roles.Editor, Roles.Manager)`.</summary>
    public static Code HasRole(IEnumerable<string> roles) => HasRole(roles, Ident.Of("call"));

    private static Code HasRole(IEnumerable<string> roles, Ident source) =>
        Code.Of($"{source}.Caller.Has({Code.Join(roles.Select(role => Code.Of($"Roles.{Ident.Of(role)}")), ", ")})");
}
