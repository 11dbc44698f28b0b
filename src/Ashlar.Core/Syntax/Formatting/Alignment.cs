namespace Ashlar.Core.Syntax.Formatting;

/// <summary>Neighbouring lines of the same kind share their columns.</summary>
internal enum Alignment
{
    None,
    Field,
    Member,
    AccessRule,
    Transition,
    Part,
    Endpoint,
    Expose,
    Role,
    ActionPart,
    Statement,
    ViewPart,
}
