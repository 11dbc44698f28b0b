namespace Ashlar.Core.Syntax.Formatting;

/// <summary>What stands between two units in the same pair of brackets.</summary>
internal enum BracketStyle
{
    /// <summary>Nothing: on one line, a wide space keeps members apart.</summary>
    Members,

    /// <summary>A comma, or there is only one unit.</summary>
    List,

    /// <summary>Nothing: more than one statement never stands on a line.</summary>
    Statements,
}
