using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>Why somebody is refused, for whoever develops the system.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Rules">The rules that could have let the caller through.</param>
internal sealed record Explanation(string Caller, IReadOnlyList<ExplainedRule> Rules)
{
    /// <summary>What is known of the row that the path names, if that is the question.</summary>
    public string? Row { get; init; }

    /// <summary>Writes the explanation as a JSON object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("caller"u8, Caller);
        if (Row is not null)
        {
            json.WriteString("row"u8, Row);
        }

        if (Rules.Count > 0)
        {
            WriteRules(json);
        }

        json.WriteEndObject();
    }

    private void WriteRules(Utf8JsonWriter json)
    {
        json.WriteStartArray("rules"u8);
        foreach (var (rule, reason) in Rules)
        {
            json.WriteStartObject();
            json.WriteString("rule"u8, rule.Text);
            json.WriteString("at"u8, rule.Place);
            json.WriteString("reason"u8, reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>A rule and why it does not let the caller through.</summary>
internal sealed record ExplainedRule(AccessNote Rule, string Reason);
