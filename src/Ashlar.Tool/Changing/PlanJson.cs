using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;
using Ashlar.Emit.Migrations;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Changing;

/// <summary>A plan as JSON: a member of an answer, and the file in the history.</summary>
internal static class PlanJson
{
    private static readonly JsonWriterOptions Readable =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string FileOf(PlannedChange planned, ChangePlan plan)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("format", PlanFile.Format);
            json.WriteString("system", plan.Pairs.After.Name);
            json.WriteString("generator", ToolVersion.Text);
            WriteMembers(json, planned, plan);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    public static void WriteMembers(Utf8JsonWriter json, PlannedChange planned, ChangePlan plan)
    {
        json.WriteNumber("number", planned.Number);
        json.WriteString("id", planned.Id);
        json.WriteString("base", planned.Base);
        json.WriteString("class", PlanText.NameOf(plan.Class));
        json.WriteStartArray("changes");
        foreach (var change in plan.Diff.Changes)
        {
            change.Accept(new ChangeJson(json));
        }

        json.WriteEndArray();
        if (!planned.HasErrors && planned.Touched is { } touched)
        {
            json.WriteStartObject("files");
            json.WriteNumber("changed", touched.Changed);
            json.WriteNumber("added", touched.Added);
            json.WriteNumber("removed", touched.Removed);
            json.WriteEndObject();
        }

        WriteConsequences(json, plan);
        WriteMigrations(json, planned);
        WriteLedger(json, planned);
        WriteDecisions(json, plan.Pairs.Decisions);
    }

    private static void WriteConsequences(Utf8JsonWriter json, ChangePlan plan)
    {
        json.WriteStartArray("consequences");
        foreach (var consequence in plan.Consequences)
        {
            json.WriteStartObject();
            json.WriteString("part", consequence.Part.ToString().ToLowerInvariant());
            json.WriteString("class", PlanText.NameOf(consequence.Class));
            json.WriteString("element", consequence.Element.Path);
            json.WriteString("text", consequence.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMigrations(Utf8JsonWriter json, PlannedChange planned)
    {
        json.WriteStartArray("migrations");
        foreach (var migration in planned.Migrations)
        {
            json.WriteStartObject();
            json.WriteString("database", migration.Dialect.ToString().ToLowerInvariant());
            json.WriteStartArray("proofs");
            foreach (var proof in migration.Proofs)
            {
                json.WriteStartObject();
                json.WriteString("element", proof.Element);
                json.WriteString("problem", proof.Problem);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("steps");
            foreach (var step in migration.Steps)
            {
                json.WriteStartObject();
                json.WriteString("recipe", step.Recipe);
                json.WriteString("purpose", step.Purpose);
                json.WriteString("effect", StepEffect.Of(step, migration.Dialect));
                json.WriteString("table", step.Table);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("aside");
            foreach (var aside in migration.PutAside)
            {
                json.WriteStartObject();
                json.WriteString("was", aside.Was);
                json.WriteString("name", aside.Name);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLedger(Utf8JsonWriter json, PlannedChange planned)
    {
        if (planned.Ledger is not { } ledger)
        {
            return;
        }

        json.WriteStartObject("trial");
        json.WriteNumber("values", ledger.Values);
        json.WriteStartArray("lost");
        foreach (var lost in ledger.Lost)
        {
            json.WriteStartObject();
            json.WriteString("element", lost.Element);
            json.WriteNumber("count", lost.Count);
            json.WriteNumber("aside", lost.PutAside);
            json.WriteString("because", lost.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDecisions(Utf8JsonWriter json, Decisions decisions)
    {
        var all = decisions.Drops.Select(drop => ("drop", drop.Element, drop.Because))
            .Concat(decisions.Fills.Select(fill => ("fill", fill.Field, fill.Because)))
            .Concat(decisions.Conversions.Select(conversion => ("convert", conversion.Field, conversion.Because)))
            .Concat(decisions.Mappings.Select(mapping => ("map", mapping.Holder, mapping.Because)))
            .Concat(decisions.Moves.Select(move => ("move", move.Step, move.Because)));
        json.WriteStartArray("decisions");
        foreach (var (kind, element, because) in all)
        {
            json.WriteStartObject();
            json.WriteString("kind", kind);
            json.WriteString("element", element.Path);
            json.WriteString("because", because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>One difference as an object.</summary>
    private sealed class ChangeJson(Utf8JsonWriter json) : IModelChangeVisitor<bool>
    {
        public bool Visit(ElementAdded change) => Write("added", change.Element, "", []);

        public bool Visit(ElementRemoved change) => Write("removed", change.Element, "", []);

        public bool Visit(ElementRenamed change) => Write("renamed", change.Element, change.Was.Path, []);

        public bool Visit(ElementChanged change) => Write(
            change.IsFollowing ? "follows" : change.IsText ? "documented" : "changed", change.Element, "", []);

        public bool Visit(ElementsReordered change) => Write("reordered", change.Owner, "", change.Names);

        private bool Write(string kind, ElementPath element, string was, ValueList<string> order)
        {
            json.WriteStartObject();
            json.WriteString("change", kind);
            json.WriteString("kind", ElementLock.KindOf(element.Kind));
            json.WriteString("element", element.Path);
            if (was.Length > 0)
            {
                json.WriteString("was", was);
            }

            if (order.Count > 0)
            {
                json.WriteString("order", string.Join(", ", order));
            }

            json.WriteEndObject();
            return true;
        }
    }
}
