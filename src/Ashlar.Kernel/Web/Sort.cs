namespace Ashlar.Kernel;

/// <summary>An order that a list offers.</summary>
/// <param name="Name">The name in <c>?sort=name</c> and <c>?sort=-name</c>.</param>
/// <param name="Column">The SQL expression, for example <c>title</c>.</param>
/// <param name="Kind">The kind of its values.</param>
/// <param name="Scale">The scale, for decimals.</param>
/// <param name="IsOptional">Whether it may be null; null counts as larger than every value.</param>
public sealed record Sort(string Name, Sql Column, ValueKind Kind, int Scale = 0, bool IsOptional = false);
