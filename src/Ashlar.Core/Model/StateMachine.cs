using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>What a state field may be and become. States stand in the order in which the text names them.</summary>
public sealed record StateMachine(
    ValueList<string> States, ValueList<string> Initial, ValueList<Transition> Transitions, ValueList<string> Final,
    Origin Origin);

public sealed record Transition(string From, string To, Origin Origin);
