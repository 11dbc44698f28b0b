using Ashlar.Core.Model;
using Ashlar.Core.Model.Workflows;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Workflows;

/// <summary>`Workflows/Fulfilment.cs`: a workflow as code, its steps, what an instance knows and what people answer.</summary>
internal static class WorkflowFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.Model.Workflows
        .SelectMany(workflow => Emit(emission, workflow));

    private static IEnumerable<EmittedFile> Emit(Emission emission, Workflow workflow)
    {
        var state = WorkflowNames.State(workflow);
        yield return File(Names.Type(workflow.Name), new WorkflowClass(emission, workflow).Content());
        yield return File(WorkflowNames.Step(workflow), Steps(workflow));
        yield return File(Names.Type(state), WorkflowState.Record(workflow));
        yield return Fields(emission, workflow, state, WorkflowState.Fields(workflow).Where(FieldsFile.IsOneField));
        foreach (var step in workflow.Steps)
        {
            if (step.Work is TaskWork { Asks: { IsEmpty: false } asks })
            {
                yield return Fields(emission, workflow, WorkflowNames.Answer(workflow, step), asks.Where(FieldsFile.IsOneField));
            }
        }

        EmittedFile File(Ident name, Code type) => Generated(
            $"{Folder(emission, workflow)}/{name}.cs",
            CSharpFile.Of(emission, workflow.Name.Module, Header.Of("workflow", workflow.Name), type));
    }

    private static string Folder(Emission emission, Workflow workflow) =>
        $"{Folders.Module(emission, workflow.Name.Module)}/Workflows";

    private static EmittedFile Fields(Emission emission, Workflow workflow, ElementName owner, IEnumerable<Field> fields) =>
        Generated(
            $"{Folder(emission, workflow)}/{FieldsFile.Class(owner)}.cs",
            FieldsFile.Content(emission, owner, Header.Of("workflow", workflow.Name), fields));

    private static Code Steps(Workflow workflow) => Code.Of($$"""
        /// <summary>The steps and ends of {{Prose.Comment(Phrases.One(workflow.Name))}}; the database holds their names.</summary>
        internal enum {{WorkflowNames.Step(workflow)}}
        {
            {{Code.Lines(workflow.Steps.Select(step => step.Name).Concat(workflow.Ends).Select(name => Code.Of($"{Ident.Of(name)},")))}}
        }
        """);
}
