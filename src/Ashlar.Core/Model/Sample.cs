using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>A row for development. It bypasses access, never checks. A name makes it referable by other samples.</summary>
public sealed record Sample(
    string Name, ElementName Entity, ValueList<string> Roles, ValueList<SampleValue> Values, Origin Origin)
{
    /// <summary>The module that it is written in.</summary>
    public string Module { get; init; } = "";
}

/// <summary>A field's value: a constant, a reference to a named sample, or (for owned lists) rows.</summary>
public sealed record SampleValue(string Field, SampleContent Content, Origin Origin);

/// <summary>What a sample sets a field to.</summary>
public abstract record SampleContent;

/// <summary>A constant expression.</summary>
public sealed record SampleConstant(Expression Value) : SampleContent;

/// <summary>Another sample, by name.</summary>
public sealed record SampleReference(string Name) : SampleContent;

/// <summary>Several named samples of a linked list.</summary>
public sealed record SampleLinks(ValueList<string> Names) : SampleContent;

/// <summary>Rows of an owned list.</summary>
public sealed record SampleRows(ValueList<SampleRow> Rows) : SampleContent;

public sealed record SampleRow(ValueList<SampleValue> Values, Origin Origin);
