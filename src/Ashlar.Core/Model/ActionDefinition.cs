using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>
/// Something that may happen: one serialisable transaction. What its access and its requirements ask is the whole gate;
/// the statements have the rights of the action.
/// </summary>
public sealed record ActionDefinition(ElementName Name, ValueList<Field> Inputs, ActionAccess Access, Origin Origin)
{
    public string Documentation { get; init; } = "";

    public bool IsPublic { get; init; }

    /// <summary>What a step of a workflow does, and nobody else can run.</summary>
    public bool IsStep { get; init; }

    /// <summary>Events that the action handles; such an action has no inputs but the event.</summary>
    public ValueList<EventStart> Starts { get; init; } = [];

    /// <summary>When the action runs by itself; null where no clock starts it.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>Whether a request may leave fields of a row out, which no other action can.</summary>
    public bool TakesChanges => Inputs.Any(input => input.IsChange);

    /// <summary>Where an outside service starts it; null where none does.</summary>
    public Callback? Callback { get; init; }

    /// <summary>Whether it starts by itself, so that nobody else runs it.</summary>
    public bool IsStarted => !Starts.IsEmpty || Schedule is not null || Callback is not null;

    /// <summary>What has to hold before anything is done, in written order.</summary>
    public ValueList<RequireStatement> Requires { get; init; } = [];

    public ValueList<Statement> Body { get; init; } = [];
}

/// <summary>Who may run an action from outside. Rules only grant; several mean any of them.</summary>
public sealed record ActionAccess(AccessKind Kind, ValueList<ActionRule> Rules)
{
    public static ActionAccess Missing { get; } = new(AccessKind.Missing, []);
}

/// <summary>One grant: the people, and what has to hold of the inputs and the caller.</summary>
public sealed record ActionRule(Audience Audience, Expression? Where, Origin Origin);

/// <summary>
/// `start on OrderPlaced as placed`. Expressions of the action name the event's fields by input variables that are called
/// `placed.order`, as no written name is.
/// </summary>
public sealed record EventStart(ElementName Event, string Name, Origin Origin);

/// <summary>Something that happened, told in the commit that made it happen.</summary>
public sealed record EventDefinition(ElementName Name, ValueList<Field> Fields, Origin Origin)
{
    public string Documentation { get; init; } = "";

    public bool IsPublic { get; init; }

    /// <summary>The version of the shape in which others get it.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Events that are equal in this field are delivered in the order of their commits; null for no order.</summary>
    public string? Per { get; init; }

    public Field? Field(string name) => Fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.Ordinal));
}
