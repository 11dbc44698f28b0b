namespace Ashlar.Kernel;

/// <summary>A workflow: the steps that its instances go through, as data that says what each step does.</summary>
public abstract class Workflow
{
    private readonly Dictionary<string, StepDefinition> _steps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UndoDefinition> _undos = new(StringComparer.Ordinal);
    private readonly List<Expected> _interrupts = [];

    private protected Workflow(string name, int version, string first)
    {
        Name = name;
        Version = version;
        First = first;
    }

    /// <summary>The name of the workflow with its module.</summary>
    public string Name { get; }

    /// <summary>Its version where no migration of the system says another one.</summary>
    public int Version { get; }

    internal string First { get; }

    /// <summary>What starting it means while an instance with the same key is running.</summary>
    public Again Again { get; protected init; } = Again.Joins;

    internal TimeSpan? Limit { get; private protected set; }

    internal Func<TurnContext, ValueTask<Next>>? Overdue { get; private protected set; }

    internal IReadOnlyList<Expected> Interrupts => _interrupts;

    internal string? UndoingStep => _steps.Values.OfType<UndoStep>().FirstOrDefault()?.Name;

    internal StepDefinition? Find(string step) => _steps.GetValueOrDefault(step);

    internal UndoDefinition? UndoOf(string step) => _undos.GetValueOrDefault(step);

    private protected void Add(StepDefinition step) => _steps.Add(step.Name, step);

    private protected void AddInterrupt(Expected interrupt) => _interrupts.Add(interrupt);

    private protected void AddUndo(string step, UndoDefinition undo) => _undos.Add(step, undo);
}
