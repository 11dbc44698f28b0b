using System.Globalization;
using System.Collections;
using System.Reflection;
using System.Text;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit;
using Ashlar.Emit.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Kernel.Tests.Expressions;

/// <summary>Compiles a batch of expressions into one assembly and evaluates them over the rows in memory.</summary>
internal sealed class CSharpBackEnd
{
    private const string Parameters =
        "Thing row, Guid? callerId, Person? callerRow, string[] roles, DateTimeOffset now, DateOnly today";

    private const string Usings = """
        #nullable enable
        using System; using System.Collections.Generic; using System.Globalization; using System.Linq; using Ashlar.Kernel;

        """;

    private static readonly Lazy<MetadataReference[]> Platform = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    private readonly Type _methods;
    private readonly Dictionary<Guid, object> _objects = [];
    private readonly LabQuestion _question;

    public CSharpBackEnd(IReadOnlyList<Expression> expressions, LabRows rows, LabQuestion question)
    {
        _question = question;
        var assembly = Compile($"{Usings}{LabClasses.Write(Lab.Model)}\n{Methods(expressions)}");
        _methods = assembly.GetType("Expressions") ?? throw new InvalidOperationException("no class");
        Fill(assembly, rows);
    }

    public static string TextOf(Expression expression) => new CSharpExpressions(Lab.Model).Value(expression, Scope).Text;

    public string Evaluate(int index, LabRow row)
    {
        var caller = _question.Caller is { } id ? _objects[id] : null;
        try
        {
            return Canonical.Of(_methods.GetMethod($"E{index}")?.Invoke(
                null, [_objects[row.Id], _question.Caller, caller, _question.Roles, _question.Now, _question.Today]));
        }
        catch (TargetInvocationException e) when (e.InnerException is OverflowException)
        {
            return Canonical.OutOfRange;
        }
    }

    private static CSharpScope Scope { get; } = CSharpScope.OfRow with
    {
        This = "row",
        Caller = "callerId",
        HasRole = role => $"roles.Contains(\"{role}\")",
    };

    private static string Methods(IReadOnlyList<Expression> expressions)
    {
        var text = new StringBuilder("public static class Expressions {\n");
        for (var i = 0; i < expressions.Count; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"public static object? E{i}({Parameters})");
            text.AppendLine(CultureInfo.InvariantCulture, $"  => {TextOf(expressions[i])};");
        }

        return text.Append('}').ToString();
    }

    private static Assembly Compile(string source)
    {
        var compilation = CSharpCompilation.Create(
            "Lab" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest))],
            Platform.Value,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error,
                specificDiagnosticOptions: new Dictionary<string, ReportDiagnostic> { ["CS1701"] = ReportDiagnostic.Suppress }));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        return result.Success
            ? Assembly.Load(stream.ToArray())
            : throw new InvalidOperationException(Explain(result.Diagnostics, source));
    }

    private static string Explain(IEnumerable<Diagnostic> diagnostics, string source)
    {
        var lines = source.Split('\n');
        return string.Join('\n', diagnostics.Where(found => found.Severity >= DiagnosticSeverity.Warning).Take(20)
            .Select(found => $"{found.GetMessage(CultureInfo.InvariantCulture)} ({found.Id})\n    "
                + lines[found.Location.GetLineSpan().StartLinePosition.Line].Trim()));
    }

    private void Fill(Assembly assembly, LabRows rows)
    {
        foreach (var row in rows.All)
        {
            _objects[row.Id] = Activator.CreateInstance(assembly.GetType(row.Entity) ?? typeof(object)) ?? row;
        }

        foreach (var row in rows.All)
        {
            Set(_objects[row.Id], "Id", row.Id);
            foreach (var field in Lab.Entity(row.Entity).Fields.Where(field => row.Values.ContainsKey(field.Name)))
            {
                Fill(assembly, row, field);
            }
        }
    }

    private void Fill(Assembly assembly, LabRow row, Field field)
    {
        var (target, value) = (_objects[row.Id], row.Values[field.Name]);
        var property = Names.Property(Lab.Entity(row.Entity).Name, field).Text.TrimStart('@');
        switch (field)
        {
            case { Relation.Kind: RelationKind.Linked }:
                AddAll(target, property, ((object[]?)value ?? []).Select(id => _objects[(Guid)id]));
                break;
            case { Relation: not null }:
                break;
            case { Type: ReferenceType }:
                Set(target, property, value);
                Set(target, Names.Member(field.Name).Text, value is Guid id2 ? _objects[id2] : null);
                if (field.IsOwnerReference && value is Guid owner)
                {
                    AddAll(_objects[owner], "Lines", [target]);
                }

                break;
            case { Type: ListType }:
                Set(target, property, ((object[]?)value ?? []).Cast<string>().ToList());
                break;
            case { Type: ValueType type }:
                Set(target, property, value is Dictionary<string, object?> parts ? Value(assembly, type, parts) : null);
                break;
            default:
                Set(target, property, value);
                break;
        }
    }

    private static object? Value(Assembly assembly, ValueType type, Dictionary<string, object?> parts) =>
        Activator.CreateInstance(assembly.GetType(type.Value.Name) ?? typeof(object), [.. parts.Values]);

    private static void AddAll(object target, string property, IEnumerable<object> items)
    {
        var list = (IList?)target.GetType().GetProperty(property)?.GetValue(target);
        foreach (var item in items)
        {
            list?.Add(item);
        }
    }

    private static void Set(object target, string name, object? value)
    {
        var property = target.GetType().GetProperty(name) ?? throw new InvalidOperationException($"no property {name}");
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        property.SetValue(target, value is string text && type.IsEnum ? Enum.Parse(type, text) : value);
    }
}
