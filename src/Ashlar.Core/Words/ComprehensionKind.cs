namespace Ashlar.Core.Words;

/// <summary>What a comprehension makes of its rows.</summary>
public enum ComprehensionKind
{
    Any,
    All,
    Count,
    Sum,
    Min,
    Max,
    Average,
    List,
    First,
}
