using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>
/// Executable acceptance: rows, what people ask of the system through its APIs, and what then holds. Names of rows are
/// variables of the kind <see cref="VariableKind.Input"/>; no two of one scenario are equal.
/// </summary>
public sealed record Scenario(string Title, ValueList<ScenarioPart> Parts, Origin Origin)
{
    public string Documentation { get; init; } = "";

    /// <summary>The module that it is written in.</summary>
    public string Module { get; init; } = "";
}

/// <summary>A part of a scenario, in written order.</summary>
public abstract record ScenarioPart(Origin Origin)
{
    public abstract T Accept<T>(IScenarioPartVisitor<T> visitor);
}

/// <summary>A function of every kind of part.</summary>
public interface IScenarioPartVisitor<out T>
{
    T Visit(GivenRow node);

    T Visit(RequestsOf node);

    T Visit(ThenHolds node);

    T Visit(TimePasses node);

    T Visit(AtOnce node);

    T Visit(SlotAnswer node);

    T Visit(CallbackReceived node);
}

/// <summary>
/// A row that is there. It bypasses access and transitions, never checks; required fields without a value are invented. The
/// values are constants or names of rows before it, as in a sample.
/// </summary>
public sealed record GivenRow(
    Variable Row, ElementName Entity, ValueList<string> Roles, ValueList<SampleValue> Values, Origin Origin)
    : ScenarioPart(Origin)
{
    public override T Accept<T>(IScenarioPartVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Requests of one person, one after the other.</summary>
public sealed record RequestsOf(Actor Actor, ValueList<ScenarioRequest> Requests, Origin Origin) : ScenarioPart(Origin)
{
    public override T Accept<T>(IScenarioPartVisitor<T> visitor) => visitor.Visit(this);
}

public enum ActorKind
{
    /// <summary>A given account.</summary>
    Account,

    /// <summary>`stranger`: somebody who has signed in and has no role and no part in anything.</summary>
    Stranger,

    /// <summary>`nobody`: no one has signed in.</summary>
    Nobody,
}

/// <summary>Who asks; of a given account also its name.</summary>
public sealed record Actor(ActorKind Kind, string Name);

/// <summary>A condition, asked of the database once every event is handled.</summary>
public sealed record ThenHolds(Expression Condition, string Text, Origin Origin) : ScenarioPart(Origin)
{
    public override T Accept<T>(IScenarioPartVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>The time goes on; what is due meanwhile happens.</summary>
public sealed record TimePasses(TimeSpan Duration, Origin Origin) : ScenarioPart(Origin)
{
    public override T Accept<T>(IScenarioPartVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>One request each, all at once; exactly one of them succeeds.</summary>
public sealed record AtOnce(ValueList<RequestsOf> Attempts, Origin Origin) : ScenarioPart(Origin)
{
    public override T Accept<T>(IScenarioPartVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// What a slot with effects answers from here on, instead of its code: a failure, or values; neither where nobody answers.
/// With <see cref="Times"/> it does so only so often, before what holds otherwise.
/// </summary>
public sealed record SlotAnswer(
    ElementName Slot, string? Failure, ValueList<GivenValue>? Gives, int? Times, Origin Origin) : ScenarioPart(Origin)
{
    public override T Accept<T>(IScenarioPartVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// An outside service calls. <see cref="Fails"/> is the code that refuses it, in kebab case, or null when it succeeds.
/// </summary>
public sealed record CallbackReceived(
    ElementName Action, ValueList<RequestValue> Values, string? Fails, Origin Origin) : ScenarioPart(Origin)
{
    public override T Accept<T>(IScenarioPartVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// A request to an API. <see cref="Fails"/> is the code that refuses it, in kebab case, or null when it succeeds.
/// </summary>
public abstract record ScenarioRequest(ElementName Api, string? Fails, Origin Origin);

/// <summary>A request about rows of an entity that the API exposes.</summary>
public sealed record RowRequest(
    ElementName Api, EndpointKind Kind, ElementName Entity, ValueList<RequestValue> Values, string? Fails, Origin Origin)
    : ScenarioRequest(Api, Fails, Origin)
{
    /// <summary>The row that is read, changed or deleted.</summary>
    public Variable? Row { get; init; }

    /// <summary>The name of the row that is created.</summary>
    public Variable? Result { get; init; }
}

/// <summary>A request that runs an action.</summary>
public sealed record RunRequest(
    ElementName Api, ElementName Action, ValueList<RequestValue> Values, string? Fails, Origin Origin)
    : ScenarioRequest(Api, Fails, Origin);

/// <summary>A request that answers the oldest open task of a step.</summary>
public sealed record TaskRequest(
    ElementName Api, ElementName Workflow, string Step, ValueList<RequestValue> Values, string? Fails, Origin Origin)
    : ScenarioRequest(Api, Fails, Origin);

/// <summary>
/// A request for the rows of a view. <see cref="Gives"/> is what they are, one object for each with the members that matter;
/// null where nothing is said of them.
/// </summary>
public sealed record ViewRequest(
    ElementName Api,
    ElementName View,
    ValueList<RequestValue> Values,
    ValueList<ObjectContent>? Gives,
    string? Fails,
    Origin Origin)
    : ScenarioRequest(Api, Fails, Origin);

/// <summary>A member of a body, in written order.</summary>
public sealed record RequestValue(string Field, RequestContent Content, Origin Origin);

/// <summary>What a member says.</summary>
public abstract record RequestContent;

/// <summary>A constant, null included.</summary>
public sealed record ConstantContent(Expression Value) : RequestContent;

/// <summary>The id of a row of the scenario.</summary>
public sealed record RowContent(Variable Row) : RequestContent;

/// <summary>Ids of a linked list, rows of an owned one, or values.</summary>
public sealed record ListContent(ValueList<RequestContent> Items) : RequestContent;

/// <summary>A value with fields, or a row of an owned list.</summary>
public sealed record ObjectContent(ValueList<RequestValue> Values) : RequestContent;
