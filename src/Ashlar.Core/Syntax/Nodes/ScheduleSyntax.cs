using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>
/// `start every day at "02:00"`, `start every week on Monday at "09:00"`, `start every month on 31 at "23:30"` or
/// `start every 15m`.
/// </summary>
public sealed record ScheduleSyntax(TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>`day`, `week` or `month`; null where a length of time stands.</summary>
    public NameSyntax? Unit { get; init; }

    /// <summary>The length of time; null where a unit stands.</summary>
    public ExpressionSyntax? Length { get; init; }

    /// <summary>The day of the week.</summary>
    public NameSyntax? Weekday { get; init; }

    /// <summary>The day of the month.</summary>
    public NumberSyntax? Day { get; init; }

    /// <summary>The time of day.</summary>
    public TextSyntax? At { get; init; }

    /// <summary>What stands behind `missed`: `skip`, `run last` or `run all`.</summary>
    public NameSyntax? Missed { get; init; }
}
